/** What an operator may have deleted by a word. */

/** Rows of the tables that grow; what hangs on them goes with them. */
export interface PurgeCounts {
  readonly conversations: number
  readonly messages: number
  readonly decisions: number
  readonly reactions: number
  readonly handoffs: number
  readonly audit: number
}

export interface Purge {
  ofBrand(): Promise<PurgeCounts>
  /** What `Memory.expire` would take of them. `before`: epoch ms. */
  olderThan(before: number): Promise<PurgeCounts>
  /** Of all messages of the brand, so that their files are found. */
  bodies(): AsyncIterable<Record<string, unknown>>
  /** Deletes all of the brand, in one transaction. */
  everything(): Promise<void>
}
