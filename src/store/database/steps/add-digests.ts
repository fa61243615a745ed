/** How often a lead wants to be told how things stand, and when that was last done; and what is looked for often is found by its index. */
import { type Kysely, sql } from 'kysely'
import type { Database } from '../schema.ts'

export async function addDigests(db: Kysely<Database>): Promise<void> {
  await sql`alter table issue_watch add column digest text`.execute(db)
  await sql`alter table issue_watch add column digested_at bigint`.execute(db)
  await sql`drop index reports_unheard`.execute(db)
  await sql`create index reports_unheard on reports (brand, id) where heard = 0`.execute(db)
  await sql`create index issues_open on issues (brand, number)
    where merged_into is null and (state not in ('fixed', 'wont') or file_id is not null)`.execute(db)
}
