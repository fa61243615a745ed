/** Replies that wait for a person, and where staff want them. `record` holds JSON text. */
import { type Kysely, sql } from 'kysely'
import type { Database } from '../schema.ts'

export async function addDrafts(db: Kysely<Database>): Promise<void> {
  await sql`alter table conversations add column is_drafting integer`.execute(db)
  await sql`create table drafts (id text primary key,
    handoff_id text not null references handoffs (id) on delete cascade,
    conversation_id text not null, turn_id text not null, account_id text not null, state text not null,
    topic text not null, record text not null, made_at bigint not null, expires_at bigint not null,
    ended_at bigint, by_staff text, staff_row bigint, shown text)`.execute(db)
  await sql`create index drafts_open on drafts (conversation_id) where state = 'open'`.execute(db)
  await sql`create index drafts_expire on drafts (expires_at) where state = 'open'`.execute(db)
  await sql`create index drafts_turn on drafts (turn_id)`.execute(db)
  await sql`create index drafts_case on drafts (handoff_id, made_at)`.execute(db)
  await sql`create index drafts_row on drafts (staff_row) where staff_row is not null`.execute(db)
  await sql`create index drafts_unshown on drafts (id) where (state = 'open' and shown is null) or (state <> 'open' and shown = 'open')`.execute(
    db,
  )
}
