/** Time as a port, so that no test waits for real. */

export interface Clock {
  /** Epoch ms. */
  now(): number
  /** Ms since some moment, going on evenly however the time of day is set. If absent, nobody notices that it was set. */
  monotonic?(): number
  /** Resolves after `ms`, or at once when `signal` aborts; never rejects. */
  sleep(ms: number, signal?: AbortSignal): Promise<void>
}

/** A doorbell for a loop that rests. If rung while the loop works, its next rest is skipped. */
export interface Wake {
  wake(): void
  /** Resolves after `ms`, when rung, or when the signal aborts. */
  rest(ms: number, signal: AbortSignal): Promise<void>
}
