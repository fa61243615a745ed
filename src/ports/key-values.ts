/** Small values that live for a while. */

/** Short-lived state for keyv: values are strings, `expiresAt` epoch ms. */
export interface KeyValues {
  get(key: string): Promise<{ value: string; expiresAt?: number } | undefined>
  set(key: string, value: string, expiresAt?: number): Promise<void>
  delete(key: string): Promise<boolean>
  /** Deletes every key that starts with `prefix`. */
  clear(prefix: string): Promise<void>
}
