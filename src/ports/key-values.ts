/** Small values that live for a while. */

/** Short-lived state for keyv: values are strings, `expiresAt` epoch ms. */
export interface KeyValues {
  get(key: string): Promise<{ value: string; expiresAt?: number } | undefined>
  set(key: string, value: string, expiresAt?: number): Promise<void>
  delete(key: string): Promise<boolean>
  /** The values as numbers, in the order of the keys; 0 where there is none. */
  sums(keys: readonly string[]): Promise<readonly number[]>
  /** Adds to the number that stands there, in one step for all processes, and returns the sum. */
  add(key: string, amount: number, expiresAt: number): Promise<number>
  /** Deletes every key that starts with `prefix`. */
  clear(prefix: string): Promise<void>
}
