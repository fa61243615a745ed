/** How long the event loop stood still, over a window of late. */
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { SECOND_MS } from '../domain/durations.ts'
import type { Clock } from '../ports/clock.ts'

/** A timer this often, in ms: what is longer between two of them is delay. */
const RESOLUTION_MS = 10
/** Several readers of one process see the same stall. */
const WINDOW_MS = 15 * SECOND_MS
const NS = 1e9

export interface LoopDelay extends Disposable {
  /** Seconds, by quantile; 1 is the longest. */
  read(): Readonly<Record<'0.5' | '0.99' | '1', number>>
}

export function watchLoopDelay(clock: Clock): LoopDelay {
  const delays = monitorEventLoopDelay({ resolution: RESOLUTION_MS })
  delays.enable()
  let since = clock.now()
  const seconds = (ns: number) => Math.max(0, (Number.isFinite(ns) ? ns : 0) / NS - RESOLUTION_MS / SECOND_MS)
  return {
    read() {
      const quantiles = {
        '0.5': seconds(delays.percentile(50)),
        '0.99': seconds(delays.percentile(99)),
        '1': seconds(delays.max),
      }
      if (clock.now() - since >= WINDOW_MS) {
        delays.reset()
        since = clock.now()
      }
      return quantiles
    },
    [Symbol.dispose]: () => void delays.disable(),
  }
}
