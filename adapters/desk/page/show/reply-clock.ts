/** The clock of a reply window in words. Pure. */
import type { CaseDetail } from '../../wire.ts'
import type { Countdown } from './sla.ts'
import { lengthWords } from './times.ts'

const SOON_MS = 15 * 60_000

/** Undefined where words reach the fan at any time. */
export function clockWords(clock: CaseDetail['replyClock'], now: number): Countdown | undefined {
  if (clock === undefined) return undefined
  if (clock === 'closed' || clock.until <= now)
    return {
      words: 'The platform lets us write again once they write: what you send waits, and goes first then.',
      urgency: 'late',
    }
  const { until, messages } = clock
  const left = until - now
  const many = messages === undefined ? '' : messages === 1 ? ', one message' : `, ${messages} messages`
  return {
    words: `Reaches them for another ${lengthWords(left)}${many}; after that it waits until they write.`,
    urgency: left < SOON_MS || messages === 1 ? 'soon' : 'calm',
  }
}
