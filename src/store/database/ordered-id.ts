/** Ids for many rows that are written at once. */
import { randomUUID } from 'node:crypto'

const COUNTED = 0x1000

/**
 * Ids that nobody guesses, each behind the one before: UUIDs of version 7 (RFC 9562) with a count. Rows that are written together then stand
 * together in an index, where ids at random would each change a page of their own, the more so the more there are. `now`: epoch ms.
 */
export function orderedIds(now: number): () => string {
  let [at, count] = [now, -1]
  return () => {
    count += 1
    if (count === COUNTED) [at, count] = [at + 1, 0]
    const time = at.toString(16).padStart(12, '0')
    const counted = count.toString(16).padStart(3, '0')
    return `${time.slice(0, 8)}-${time.slice(8)}-7${counted}-${randomUUID().slice(19)}`
  }
}
