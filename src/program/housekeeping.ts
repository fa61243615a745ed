/** What is done beside the path, now and then: what is old goes. */
import { DAY_MS, HOUR_MS } from '../domain/durations.ts'
import type { Log } from '../log.ts'
import type { Clock } from '../ports/clock.ts'
import type { Store } from '../ports/store.ts'

/** When what is old was last deleted, epoch ms: a program that is started often does not do it at every start. */
const EXPIRED_AT = 'housekeeping::expired-at'
/** Between two small deletions. */
const REST_MS = 10

/** Deletes what is old, on the first call of each day, by whichever process comes first. */
export function onceADay(
  { memory, keyValues }: Pick<Store, 'memory' | 'keyValues'>,
  clock: Clock,
  signal: AbortSignal,
  log: Log,
  days: () => number,
): () => Promise<void> {
  return async () => {
    const last = Number((await keyValues.get(EXPIRED_AT))?.value ?? 0)
    const now = clock.now()
    // A time that is still to come was written before the clock was set back.
    if (last > now - DAY_MS && last <= now) return
    await keyValues.set(EXPIRED_AT, String(now))
    const rows = await memory.expire(now - days() * DAY_MS, { signal, rest: () => clock.sleep(REST_MS, signal) })
    if (rows > 0) log.info({ rows }, 'old records deleted')
  }
}

/** After `waitMs`, and then every hour or `everyMs`: what is old goes. */
export function keepHouse(
  signal: AbortSignal,
  clock: Clock,
  work: () => Promise<void>,
  log: Log,
  waitMs = 0,
  everyMs = HOUR_MS,
): void {
  const run = async () => {
    if (waitMs > 0) await clock.sleep(waitMs, signal)
    while (!signal.aborted) {
      await work().catch((err: unknown) => {
        if (!signal.aborted) log.warn({ err }, 'housekeeping failed, it is tried again')
      })
      await clock.sleep(everyMs, signal)
    }
  }
  void run()
}
