/** Whether somebody named an issue: until then its title is made of words of reports, which are nobody else's business. */
import { type Kysely, sql } from 'kysely'
import type { Database } from '../schema.ts'

export async function addNamedIssues(db: Kysely<Database>): Promise<void> {
  await sql`alter table issues add column named integer not null default 0`.execute(db)
  await sql`update issues set named = 1 where file_id is not null or exists (select 1 from issue_acts
    where issue_acts.brand = issues.brand and issue_acts.issue = issues.number and undone_at is null
      and (what like 'it is called %' or what like 'opened it of %'))`.execute(db)
}
