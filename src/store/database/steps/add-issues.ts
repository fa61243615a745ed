/** Issues, the reports they are made of, what staff did to them, and the waves that were told. `answer` and `before` hold JSON text. */
import { type Kysely, sql } from 'kysely'
import type { Database } from '../schema.ts'
import { rowNumber } from './row-number.ts'

export async function addIssues(db: Kysely<Database>, isPostgres: boolean): Promise<void> {
  const row = rowNumber(isPostgres)
  await sql`create table issues (brand text not null, number bigint not null, file_id text, title text not null,
    state text not null, owner text, answer text, made_at bigint not null, fixed_at bigint, merged_into bigint,
    gone bigint not null default 0, primary key (brand, number))`.execute(db)
  await sql`create unique index issues_file on issues (brand, file_id) where file_id is not null`.execute(db)
  await sql`create table reports (${row}, brand text not null, conversation_id text not null, account_id text not null,
    message_row bigint not null, kind text not null, platform text not null, lang text, at bigint not null, answer_id text,
    issue bigint, pinned bigint not null default 0, heard bigint not null default 0, wants text not null default 'unasked',
    unique (message_row, kind))`.execute(db)
  await sql`create index reports_unheard on reports (id) where heard = 0`.execute(db)
  await sql`create index reports_issue on reports (brand, issue, at)`.execute(db)
  await sql`create index reports_at on reports (brand, at)`.execute(db)
  await sql`create index reports_account on reports (account_id)`.execute(db)
  await sql`create table report_quotes (report_id bigint not null references reports (id) on delete cascade,
    message_row bigint not null, primary key (report_id, message_row))`.execute(db)
  await sql`create index report_quotes_row on report_quotes (message_row)`.execute(db)
  await sql`create table issue_acts (${row}, brand text not null, issue bigint not null, at bigint not null, who text not null,
    what text not null, origin text not null, before text not null, undone_at bigint)`.execute(db)
  await sql`create unique index issue_acts_origin on issue_acts (brand, origin)`.execute(db)
  await sql`create index issue_acts_issue on issue_acts (brand, issue)`.execute(db)
  await sql`create table waves (${row}, brand text not null, issue bigint, topic text, platform text, began_at bigint not null,
    told bigint not null, told_at bigint not null, people bigint not null)`.execute(db)
  await sql`create index waves_told on waves (brand, told_at)`.execute(db)
  await sql`create table issue_watch (brand text primary key, owner text, until bigint not null default 0, thread text,
    changes bigint not null default 0)`.execute(db)
}
