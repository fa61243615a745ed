/** Of which persona the running summary of a talk is; of older ones it is not known. */
import { type Kysely, sql } from 'kysely'
import type { Database } from '../schema.ts'

export async function addSummaryVersion(db: Kysely<Database>): Promise<void> {
  await sql`alter table conversations add column summary_version text`.execute(db)
}
