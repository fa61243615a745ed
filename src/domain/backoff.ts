/** How long to wait after something failed, before it is tried again. Pure. */

export type Backoff =
  /** The first wait, doubled with each failure. */
  | { readonly firstMs: number; readonly longestMs: number }
  /** Each wait by itself; the last stays. */
  | readonly [number, ...number[]]

/**
 * @param failures in a row, from 1
 * @param random 0–1: takes up to half of the wait off, so that many who failed together do not return as one
 */
export function backoffMs(failures: number, backoff: Backoff, random = 1): number {
  const waitMs =
    'firstMs' in backoff
      ? Math.min(backoff.longestMs, backoff.firstMs * 2 ** (failures - 1))
      : (backoff[Math.min(failures, backoff.length) - 1] ?? backoff[0])
  return waitMs * (0.5 + random / 2)
}
