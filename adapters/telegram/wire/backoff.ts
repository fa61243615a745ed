/** How long to wait before the next try. */

const FIRST_MS = 500
const LONGEST_MS = 30_000

/** @param failures in a row, from 1 */
export function backoffMs(failures: number): number {
  return Math.min(LONGEST_MS, FIRST_MS * 2 ** Math.min(failures - 1, 10))
}
