/**
 * What time it is by the messages alone, which come late, twice, or from a clock that was set wrong. Pure; what it keeps is bounded.
 */
import { HOUR_MS, WEEK_MS } from '../domain/durations.ts'

/** A message this much behind the others tells of then and not of now. */
const lateMs = HOUR_MS
/** As many in a row behind the others: it was the others' clock that was wrong. */
const enoughToStepBack = 3
/** Nobody believes a single message that the world has gone on by more than this. */
const leapMs = WEEK_MS
/** Messages of which it is known that they were heard. */
const remembered = 20_000

export interface MessageClock {
  /** When it counts, in epoch ms; `astray`: it tells of another time than now; `again`: it was heard before. */
  read(thread: string, id: string, at: number): number | 'astray' | 'again'
}

export function createMessageClock(): MessageClock {
  let now = Number.NEGATIVE_INFINITY
  let behind = 0
  let leapt: number | undefined
  let heard = new Set<string>()
  let heardBefore = new Set<string>()

  function isAgain(key: string): boolean {
    if (heard.has(key) || heardBefore.has(key)) return true
    heard.add(key)
    if (heard.size >= remembered) {
      heardBefore = heard
      heard = new Set()
    }
    return false
  }

  return {
    read(thread, id, at) {
      if (isAgain(`${thread} ${id}`)) return 'again'
      if (Number.isFinite(now) && at > now + leapMs && (leapt === undefined || at < leapt - lateMs)) {
        leapt = at
        return 'astray'
      }
      leapt = undefined
      if (at < now - lateMs) {
        behind += 1
        if (behind < enoughToStepBack) return 'astray'
        now = at
      } else now = Math.max(now, at)
      behind = 0
      return now
    },
  }
}
