/** A community carried from one database to another. */
import type { AccountId } from '../domain/ids.ts'
import type { ImportCounts, Portable } from '../domain/portable.ts'

export interface Portables {
  /** How many accounts there are: how far an export has come is told by it. */
  count(): Promise<number>
  /** All of it, in pages, each fan before what is theirs, and links last. What changes meanwhile is in it or not. */
  all(): AsyncIterable<Portable>
  /** Who was erased, as `all` begins with it: for whoever took in an older file. */
  erasures(): AsyncIterable<Portable>
  /** Accounts that are here as they were before they were erased elsewhere, as the erasures taken in tell: they are to be forgotten. */
  erasedHere(): Promise<readonly AccountId[]>
  /** Some records, in one transaction. What is here already stands; what was erased here does not come back. */
  take(records: readonly Portable[], now: number): Promise<ImportCounts>
}
