/** Issues that went on in others are found without reading those that stand by themselves. */
import { type Kysely, sql } from 'kysely'
import type { Database } from '../schema.ts'

export async function addGoneIssues(db: Kysely<Database>): Promise<void> {
  await sql`create index issues_gone on issues (brand, number) where merged_into is not null`.execute(db)
}
