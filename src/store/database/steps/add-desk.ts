/** Version 3: handoffs as cases of the desk, with their cards, timers, relays, history, promises; answers proposed by staff. */
import { type Kysely, sql } from 'kysely'
import type { Database } from '../schema.ts'
import { rowNumber } from './row-number.ts'

export async function addDesk(db: Kysely<Database>, isPostgres: boolean): Promise<void> {
  const columns = [
    ...['account_id', 'assignee_id', 'staff_thread', 'outcome', 'csat_comment', 'lead_id', 'origin_thread'].map(
      (name) => `${name} text`,
    ),
    ...['version', 'relayed_to', 'breaches'].map((name) => `${name} bigint not null default 0`),
    ...['card_row', 'card_at', 'card_until', 'first_response_at', 'snoozed_until', 'csat'].map(
      (name) => `${name} bigint`,
    ),
  ]
  for (const column of columns) await sql`alter table handoffs add column ${sql.raw(column)}`.execute(db)
  await sql`create index handoffs_card on handoffs (card_at) where card_at is not null`.execute(db)
  await sql`create index handoffs_thread on handoffs (staff_thread) where staff_thread is not null`.execute(db)
  await sql`create index handoffs_opened on handoffs (opened_at)`.execute(db)
  const ofHandoff = sql`handoff_id text not null references handoffs (id) on delete cascade`
  await sql`create table timers (${ofHandoff}, kind text not null, due_at bigint not null, primary key (handoff_id, kind))`.execute(
    db,
  )
  await sql`create index timers_due on timers (due_at)`.execute(db)
  await sql`create table relays (${rowNumber(isPostgres)}, ${ofHandoff}, direction text not null,
    fan_row bigint not null, staff_row bigint, todo text)`.execute(db)
  await sql`create index relays_fan on relays (fan_row)`.execute(db)
  await sql`create index relays_staff on relays (staff_row) where staff_row is not null`.execute(db)
  await sql`create index relays_todo on relays (id) where todo is not null`.execute(db)
  await sql`create index relays_handoff on relays (handoff_id)`.execute(db)
  await sql`create table case_events (${rowNumber(isPostgres)}, ${ofHandoff}, at bigint not null, who text not null,
    what text not null, detail text)`.execute(db)
  await sql`create index case_events_handoff on case_events (handoff_id)`.execute(db)
  await sql`create table promises (${rowNumber(isPostgres)}, ${ofHandoff}, owner text, text text not null,
    due_at bigint not null, made_at bigint not null, ended_at bigint, kept bigint)`.execute(db)
  await sql`create index promises_handoff on promises (handoff_id)`.execute(db)
  await sql`create table proposals (id text primary key, brand text not null,
    handoff_id text references handoffs (id) on delete set null, by_staff text not null, record text not null,
    state text not null, at bigint not null)`.execute(db)
  await sql`create table duty (brand text not null, staff_id text not null, name text not null, since bigint not null,
    primary key (brand, staff_id))`.execute(db)
}
