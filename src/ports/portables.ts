/** A community carried from one database to another. */
import type { ImportCounts, Portable } from '../domain/portable.ts'

export interface Portables {
  /** How many accounts there are: how far an export has come is told by it. */
  count(): Promise<number>
  /** All of it, in pages, each fan before what is theirs, and links last. What changes meanwhile is in it or not. */
  all(): AsyncIterable<Portable>
  /** Some records, in one transaction. What is here already stands; what was erased here does not come back. */
  take(records: readonly Portable[], now: number): Promise<ImportCounts>
}
