/** Time as a port, so that no test waits for real. */

export interface Clock {
  /** Epoch ms. */
  now(): number
  /** Resolves after `ms`, or at once when `signal` aborts; never rejects. */
  sleep(ms: number, signal?: AbortSignal): Promise<void>
}
