/** A name under which something is counted or kept, that does not tell what it is. */
import { createHash } from 'node:crypto'

export function digest(...parts: readonly string[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 32)
}
