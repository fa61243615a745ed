/**
 * Questions and how they ended, what replies did, and counts by day. Turns and reactions of before are counted too: `counted` says
 * which were.
 */
import { type Kysely, sql } from 'kysely'
import type { Database } from '../schema.ts'
import { rowNumber } from './row-number.ts'

export async function addInsights(db: Kysely<Database>, isPostgres: boolean): Promise<void> {
  const ofConversation = sql`conversation_id text not null references conversations (id) on delete cascade`
  await sql`create table asked (${rowNumber(isPostgres)}, brand text not null, ${ofConversation}, account_id text not null,
    at bigint not null, last_at bigint not null, message_row bigint not null, turn_id text not null, topic text not null,
    answer_id text, outcome text not null, reason text not null, case_id text, back_at bigint)`.execute(db)
  await sql`create index asked_at on asked (brand, at)`.execute(db)
  await sql`create index asked_account on asked (account_id, last_at)`.execute(db)
  await sql`create index asked_conversation on asked (conversation_id)`.execute(db)
  await sql`create table reply_effects (brand text not null, message_row bigint not null, ${ofConversation},
    account_id text not null, kind text not null, at bigint not null, line_at bigint not null, by_bot integer not null,
    answer_id text, primary key (message_row, account_id, kind))`.execute(db)
  await sql`create index reply_effects_at on reply_effects (brand, line_at)`.execute(db)
  await sql`create index reply_effects_account on reply_effects (account_id)`.execute(db)
  await sql`create index reply_effects_conversation on reply_effects (conversation_id)`.execute(db)
  await sql`create table insight_days (brand text not null, day text not null, name text not null, part text not null,
    n bigint not null, primary key (brand, day, name, part))`.execute(db)
  for (const table of ['decisions', 'reactions']) {
    await sql`alter table ${sql.table(table)} add column counted integer not null default 0`.execute(db)
    await sql`create index ${sql.ref(`${table}_uncounted`)} on ${sql.table(table)} (at) where counted = 0`.execute(db)
  }
  await sql`create index conversations_closed on conversations (brand, closed_at) where closed_at is not null`.execute(
    db,
  )
}
