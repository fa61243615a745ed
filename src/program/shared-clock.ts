/**
 * One time for all processes: that of the database, where it has one of its own. Between two questions it goes on as this machine's even
 * clock does, so that whoever sets the machine's time of day sets nothing here.
 */
import { SECOND_MS } from '../domain/durations.ts'
import type { Log } from '../log.ts'
import type { Clock } from '../ports/clock.ts'

const ASK_EVERY_MS = 10 * SECOND_MS
/** An answer that took longer says too little. */
const LONGEST_QUESTION_MS = SECOND_MS
/** Differences below are those of the way to the database and back. */
const LEAST_MS = 50
/** Worth a word in the log. */
const MUCH_MS = 2 * SECOND_MS

export interface SharedClock extends Clock {
  /** Asks again now and then, until the signal aborts. */
  keep(signal: AbortSignal): Promise<void>
}

/** `ofDatabase`: its time, epoch ms. @throws what it throws the first time; later it is asked again */
export async function createSharedClock(own: Clock, ofDatabase: () => Promise<number>, log: Log): Promise<SharedClock> {
  const evenly = () => own.monotonic?.() ?? own.now()
  /** The database's time less the even clock's. */
  let offset: number | undefined

  async function ask(): Promise<void> {
    const before = evenly()
    const theirs = await ofDatabase()
    const tookMs = evenly() - before
    if (tookMs < 0 || tookMs > LONGEST_QUESTION_MS) return
    const next = Math.round(theirs - (before + tookMs / 2))
    if (offset !== undefined && Math.abs(next - offset) < LEAST_MS) return
    const expected = offset === undefined ? own.now() : evenly() + offset
    const differs = Math.round(evenly() + next - expected)
    if (Math.abs(differs) >= MUCH_MS)
      log.warn({ byMs: differs }, 'this machine’s clock differs from the database’s, whose time counts')
    offset = next
  }

  await ask()
  return {
    ...own,
    now: () => (offset === undefined ? own.now() : Math.round(evenly() + offset)),
    async keep(signal) {
      while (!signal.aborted) {
        await own.sleep(ASK_EVERY_MS, signal)
        if (!signal.aborted) await ask().catch((err: unknown) => log.warn({ err }, 'the database’s time is not known'))
      }
    },
  }
}
