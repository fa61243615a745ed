/** Short-lived state (cooldowns, rotation of variants), and sums. Losing it costs manners, never a message. */

export interface ShortTerm {
  get<T>(key: string): Promise<T | undefined>
  /** Kept for `ttlMs`. */
  set<T>(key: string, value: T, ttlMs: number): Promise<void>
}

/** Sums that every process of the brand adds to. */
export interface Counts {
  /** Of each key, in order; 0 where nothing was added. */
  sums(keys: readonly string[]): Promise<readonly number[]>
  /** In one step, also beside other processes; kept for `ttlMs`. Returns the sum. */
  add(key: string, amount: number, ttlMs: number): Promise<number>
}
