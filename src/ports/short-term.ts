/** Short-lived state (cooldowns, rotation of variants, budgets). Losing it costs manners, never a message. */

export interface ShortTerm {
  get<T>(key: string): Promise<T | undefined>
  /** Kept for `ttlMs`. */
  set<T>(key: string, value: T, ttlMs: number): Promise<void>
}
