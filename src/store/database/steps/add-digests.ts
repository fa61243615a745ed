/** How often a lead wants to be told how things stand, and when that was last done. */
import { type Kysely, sql } from 'kysely'
import type { Database } from '../schema.ts'

export async function addDigests(db: Kysely<Database>): Promise<void> {
  await sql`alter table issue_watch add column digest text`.execute(db)
  await sql`alter table issue_watch add column digested_at bigint`.execute(db)
}
