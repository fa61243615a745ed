/**
 * Slack takes the same message twice. So each of ours carries its id where no member sees it, and where it may have arrived although we did not hear
 * so (its answer was lost, or the program was killed) the talk is read first.
 */
import { DAY_MS, SECOND_MS, type ThreadId } from '#mascot'
import type { Api } from '../wire/api.ts'
import { list, part, text } from '../wire/data.ts'
import { placeOf } from '../wire/names.ts'

const KIND = 'mascot_said'
const PATIENCE_MS = 5 * SECOND_MS
const MOST = 100
const MOST_KEPT = 5_000

export const markOf = (id: string, nth: number): object => ({ event_type: KIND, event_payload: { id, nth } })

export interface SaidBefore {
  /** The `ts` of each part that stands there already, by its number. Never throws. */
  partsOf(thread: ThreadId, id: string): Promise<Map<number, string>>
  /** It left, and Slack said so; or it is not known whether it did. */
  learned(thread: ThreadId, id: string, isSure: boolean): void
}

export function createSaidBefore(api: Api, now: () => number): SaidBefore {
  const met = new Set<string>()
  const unsure = new Set<string>()
  const keep = (set: Set<string>, one: string) => {
    set.delete(one)
    set.add(one)
    for (const old of set) if (set.size > MOST_KEPT) set.delete(old)
  }
  return {
    async partsOf(thread, id) {
      // After the start nobody knows what was under way when the program ended.
      if (met.has(thread) && !unsure.has(id)) return new Map()
      const { channel, threadTs } = placeOf(thread)
      const oldest = ((now() - DAY_MS) / SECOND_MS).toFixed(6)
      const asked = { channel, oldest, limit: MOST, include_all_metadata: true }
      const said = await (threadTs === undefined
        ? api.call('conversations.history', asked, PATIENCE_MS)
        : api.call('conversations.replies', { ...asked, ts: threadTs }, PATIENCE_MS)
      ).catch(() => undefined)
      const found = new Map<number, string>()
      for (const message of list(said?.messages)) {
        const mark = part(part(message, 'metadata'), 'event_payload')
        if (mark.id === id && typeof mark.nth === 'number') found.set(mark.nth, text(message.ts))
      }
      return found
    },
    learned(thread, id, isSure) {
      if (isSure) {
        keep(met, thread)
        unsure.delete(id)
      } else keep(unsure, id)
    },
  }
}
