/** What sets fans apart, with the message that shows it, and what they chose about it. */
import { type Kysely, sql } from 'kysely'
import type { Database } from '../schema.ts'

export async function addStandings(db: Kysely<Database>): Promise<void> {
  await sql`create table evidence (id text primary key, brand text not null, account_id text not null, what text not null, key text not null,
    conversation_id text not null references conversations (id) on delete cascade, message_row bigint not null,
    by_account text, weight double precision not null, at bigint not null,
    unique (brand, account_id, what, key))`.execute(db)
  await sql`create index evidence_conversation on evidence (conversation_id)`.execute(db)
  await sql`create index evidence_message on evidence (message_row)`.execute(db)
  await sql`create index evidence_by on evidence (brand, by_account)`.execute(db)
  await sql`create index evidence_at on evidence (brand, at)`.execute(db)
  await sql`create table standings (brand text not null, account_id text not null, off_at bigint, hidden_at bigint,
    first_at bigint, circle text, circle_at bigint, primary key (brand, account_id))`.execute(db)
}
