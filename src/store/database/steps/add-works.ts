/** The ledger of what fans let the brand show, where it was shown, and the one-time links to a fan's own page. */
import { type Kysely, sql } from 'kysely'
import type { Database } from '../schema.ts'

export async function addWorks(db: Kysely<Database>): Promise<void> {
  await sql`create table works (id text primary key, brand text not null, number integer not null, account_id text not null,
    conversation_id text not null, message_id text not null, message_row bigint, text text not null, picture text, lang text not null,
    how text not null, licence text not null, licence_version text not null, licence_lang text not null, scope text not null,
    until bigint not null, credit text not null, state text not null, offered_at bigint not null, answers text not null,
    decided_by text, decided_at bigint, withdrawn_at bigint, withdraw_hash text)`.execute(db)
  await sql`create unique index works_number on works (brand, number)`.execute(db)
  await sql`create index works_account on works (brand, account_id)`.execute(db)
  await sql`create index works_state on works (brand, state, number)`.execute(db)
  await sql`create index works_link on works (withdraw_hash) where withdraw_hash is not null`.execute(db)
  await sql`create table work_uses (work_id text not null, brand text not null,
    conversation_id text not null references conversations (id) on delete cascade, turn_id text not null, at bigint not null,
    taken_down_at bigint, primary key (work_id, turn_id))`.execute(db)
  await sql`create index work_uses_open on work_uses (brand) where taken_down_at is null`.execute(db)
  await sql`create index work_uses_conversation on work_uses (conversation_id)`.execute(db)
  await sql`create table own_links (hash text primary key, brand text not null, account_id text not null, expires_at bigint not null,
    opened_as text)`.execute(db)
  await sql`create index own_links_page on own_links (opened_as) where opened_as is not null`.execute(db)
  await sql`create index own_links_account on own_links (brand, account_id)`.execute(db)
}
