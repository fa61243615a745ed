/** The clock of a drill: it stands still until the story moves it, and short waits take no time. */
import { setImmediate } from 'node:timers/promises'
import type { Clock } from '../../ports/clock.ts'

export interface DrillClock extends Clock {
  advance(ms: number): void
}

/** Retries and pauses between bubbles are shorter; a loop's idle rest is longer. */
const PASSES_BELOW_MS = 1_500

interface Sleeper {
  readonly until: number
  readonly wake: () => void
}

export function createDrillClock(startsAt: number): DrillClock {
  let passed = 0
  const sleepers = new Set<Sleeper>()

  function advance(ms: number): void {
    passed += ms
    for (const sleeper of [...sleepers].toSorted((one, other) => one.until - other.until))
      if (sleeper.until <= passed) sleeper.wake()
  }

  return {
    now: () => startsAt + passed,
    monotonic: () => passed,
    advance,
    async sleep(ms, signal) {
      if (ms < PASSES_BELOW_MS) {
        await setImmediate()
        if (!signal?.aborted) advance(Math.max(0, ms))
        return
      }
      if (signal?.aborted) return
      const { promise, resolve } = Promise.withResolvers<void>()
      const wake = () => resolve()
      const sleeper = { until: passed + ms, wake }
      sleepers.add(sleeper)
      signal?.addEventListener('abort', wake, { once: true })
      await promise
      sleepers.delete(sleeper)
      signal?.removeEventListener('abort', wake)
    },
  }
}
