/**
 * Notices that the time of day was set back, and has the store move what was due by the old time: waits are counted, not told by the
 * hands of the clock. A clock that is set forward makes things due early, which harms nobody.
 */
import { SECOND_MS } from '../domain/durations.ts'
import type { Log } from '../log.ts'
import type { Clock } from '../ports/clock.ts'
import type { StoreTime } from '../ports/store-time.ts'

const LOOK_EVERY_MS = 5 * SECOND_MS
/** Less is how clocks are kept right all the time. */
const LEAST_MS = SECOND_MS

/** Whether it was set back while no program ran: then what was accepted last lies in the future. */
export async function catchUpWithClock(time: StoreTime, clock: Clock, log: Log): Promise<void> {
  const newest = await time.newest()
  const byMs = newest === undefined ? 0 : newest - clock.now()
  if (byMs >= LEAST_MS) await setBack(time, byMs, clock, log)
}

/** Looks every few seconds until the signal aborts. Does nothing with a clock that cannot tell. */
export async function watchClock(time: StoreTime, clock: Clock, signal: AbortSignal, log: Log): Promise<void> {
  const { monotonic } = clock
  if (!monotonic) return
  const ahead = () => clock.now() - monotonic()
  let last = ahead()
  while (!signal.aborted) {
    await clock.sleep(LOOK_EVERY_MS, signal)
    if (signal.aborted) return
    const now = ahead()
    const byMs = last - now
    try {
      if (byMs >= LEAST_MS) await setBack(time, byMs, clock, log)
      last = now
    } catch (err) {
      log.error({ err }, 'what was due by the old time was not moved; it is tried again')
    }
  }
}

async function setBack(time: StoreTime, byMs: number, clock: Clock, log: Log): Promise<void> {
  log.warn({ byMs }, 'the clock was set back: what was due by the old time is due by the new one')
  await time.setBack(byMs, clock.now())
}
