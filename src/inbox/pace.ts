/**
 * How many turns begin at once: few at first, while none of the code has run, and never so many that what arrives meanwhile, or was
 * sent and is to be written down, waits long for its turn of the loop.
 */
import { setImmediate } from 'node:timers/promises'
import type { Clock } from '../ports/clock.ts'

const MOST_AT_ONCE = 16
/** A turn of the loop that takes longer has too much in it: of what is sent, three at a time, each needs two of them. */
const LONG_MS = 6

export interface Pace {
  /** To be awaited after each turn that was begun. */
  begun(): Promise<void>
  readonly atOnce: number
}

export function createPace(clock: Clock, rest: () => Promise<unknown> = setImmediate): Pace {
  const evenly = () => clock.monotonic?.() ?? clock.now()
  let atOnce = 1
  let begun = 0
  let since = evenly()
  return {
    get atOnce() {
      return atOnce
    },
    async begun() {
      if (begun === 0) since = evenly()
      begun += 1
      if (begun < atOnce) return
      begun = 0
      const before = since
      await rest()
      atOnce = evenly() - before > LONG_MS ? Math.max(1, Math.floor(atOnce / 2)) : Math.min(MOST_AT_ONCE, atOnce + 1)
    },
  }
}
