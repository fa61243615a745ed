/** One time for all processes: that of the database, where it has one of its own. Their machines' clocks may differ; leases may not. */
import { SECOND_MS } from '../domain/durations.ts'
import type { Log } from '../log.ts'
import type { Clock } from '../ports/clock.ts'

const ASK_EVERY_MS = 30 * SECOND_MS
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
  let offset = 0

  async function ask(): Promise<void> {
    const before = own.now()
    const theirs = await ofDatabase()
    const tookMs = own.now() - before
    if (tookMs < 0 || tookMs > LONGEST_QUESTION_MS) return
    const differs = theirs - (before + tookMs / 2)
    if (Math.abs(differs - offset) < LEAST_MS) return
    if (Math.abs(differs - offset) >= MUCH_MS)
      log.warn({ byMs: Math.round(differs) }, 'this machine’s clock differs from the database’s, whose time counts')
    offset = Math.round(differs)
  }

  await ask()
  return {
    ...own,
    now: () => own.now() + offset,
    async keep(signal) {
      while (!signal.aborted) {
        await own.sleep(ASK_EVERY_MS, signal)
        if (!signal.aborted) await ask().catch((err: unknown) => log.warn({ err }, 'the database’s time is not known'))
      }
    },
  }
}
