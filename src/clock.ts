/** The real clock. */
import type { Clock } from './ports/clock.ts'

/** setTimeout's longest wait. */
const MAX_SLEEP_MS = 2 ** 31 - 1

export const systemClock = {
  now: () => Date.now(),
  monotonic: () => performance.now(),
  // Not that of node:timers/promises, which makes an error with a stack for each wait that is cut short, as most are.
  sleep: (ms: number, signal?: AbortSignal) =>
    new Promise<void>((resolve) => {
      if (signal?.aborted) return resolve()
      const timer = setTimeout(end, Math.min(MAX_SLEEP_MS, Math.max(0, ms)))
      signal?.addEventListener('abort', end, { once: true })
      function end() {
        clearTimeout(timer)
        signal?.removeEventListener('abort', end)
        resolve()
      }
    }),
} satisfies Clock
