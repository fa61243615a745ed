/** The real clock. */
import { setTimeout as sleep } from 'node:timers/promises'
import type { Clock } from './ports/clock.ts'

/** setTimeout's longest wait. */
const MAX_SLEEP_MS = 2 ** 31 - 1

export const systemClock: Clock = {
  now: () => Date.now(),
  async sleep(ms, signal) {
    await sleep(Math.min(MAX_SLEEP_MS, Math.max(0, ms)), undefined, signal ? { signal } : {}).catch(() => {})
  },
}
