/** What is looked for often in issues is found by an index that holds only what is open. */
import { type Kysely, sql } from 'kysely'
import type { Database } from '../schema.ts'

export async function addIssueIndexes(db: Kysely<Database>): Promise<void> {
  await sql`drop index reports_unheard`.execute(db)
  await sql`create index reports_unheard on reports (brand, id) where heard = 0`.execute(db)
  await sql`create index issues_open on issues (brand, number)
    where merged_into is null and (state not in ('fixed', 'wont') or file_id is not null)`.execute(db)
}
