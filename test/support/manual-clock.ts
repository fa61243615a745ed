/** A clock that stands still until a test moves it. Sleeps below `skipsBelowMs` pass at once and take the time with them. */
import type { Clock } from '../../src/ports/clock.ts'

export interface ManualClock extends Clock {
  /** Moves the time; every sleep that ends by then resolves. */
  advance(ms: number): void
  /** Sets the time of day, as an administrator does: waits go on as if nothing had happened. */
  setBack(ms: number): void
  /** The length of every sleep that was asked for, in order, in ms. */
  readonly sleeps: readonly number[]
}

interface Sleeper {
  readonly until: number
  wake(): void
}

export function createManualClock(options: { startsAt?: number; skipsBelowMs?: number } = {}): ManualClock {
  const { startsAt = Date.UTC(2026, 10, 22, 9), skipsBelowMs = 0 } = options
  let passed = 0
  let begin = startsAt
  const now = () => begin + passed
  const sleeps: number[] = []
  const sleepers = new Set<Sleeper>()

  function advance(ms: number): void {
    passed += ms
    for (const sleeper of [...sleepers].sort((one, other) => one.until - other.until)) {
      if (sleeper.until <= passed) sleeper.wake()
    }
  }
  return {
    now,
    monotonic: () => passed,
    setBack(ms) {
      begin -= ms
    },
    sleeps,
    advance,
    sleep(ms, signal) {
      sleeps.push(ms)
      if (signal?.aborted) return Promise.resolve()
      if (ms < skipsBelowMs) {
        advance(ms)
        return Promise.resolve()
      }
      return new Promise((resolve) => {
        const sleeper: Sleeper = {
          until: passed + ms,
          wake() {
            sleepers.delete(sleeper)
            signal?.removeEventListener('abort', sleeper.wake)
            resolve()
          },
        }
        sleepers.add(sleeper)
        signal?.addEventListener('abort', sleeper.wake, { once: true })
      })
    },
  }
}
