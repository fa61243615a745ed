/**
 * What is asked at every turn and on every page is found by an index, however many conversations and cases there are. A case
 * knows its brand, how grave it is, when it is due and how far its conversation has come; the database keeps that itself, so
 * that it is true also of what a program of the version before writes. The columns are named as no other is: its statements
 * name columns without their table.
 */
import { type Kysely, sql } from 'kysely'
import type { Database } from '../schema.ts'

/** No time: later than any. */
const never = sql.lit(Number.MAX_SAFE_INTEGER)

export async function addOrder(db: Kysely<Database>, isPostgres: boolean): Promise<void> {
  await addColumns(db, isPostgres)
  for (const one of isPostgres ? postgresTriggers : sqliteTriggers) await sql.raw(one).execute(db)
  await fillColumns(db)
  for (const one of indexes) await sql.raw(`create index ${one}`).execute(db)
  if (!isPostgres) return
  // What begins alike stands together by its bytes, whatever the database's language sorts by.
  await sql`create index conversations_begin on conversations (brand, thread_id collate "C")`.execute(db)
  await sql`create index handoffs_begin on handoffs (id collate "C")`.execute(db)
}

async function addColumns(db: Kysely<Database>, isPostgres: boolean): Promise<void> {
  // The order of the dangers as of this version; another order is another step.
  const gravity = sql`case reason when 'self-harm' then 0 when 'threat' then 1 when 'safety' then 2 when 'health' then 3 else 4 end`
  const kept = isPostgres ? sql`stored` : sql`virtual`
  const columns = [
    sql`of_brand text`,
    sql`gravity integer generated always as (${gravity}) ${kept}`,
    sql`first_due_at bigint not null default ${never}`,
    sql`heard_to bigint not null default 0`,
    sql`changed_at bigint not null default 0`,
  ]
  for (const column of columns) await sql`alter table handoffs add column ${column}`.execute(db)
}

/** Of the three times that staff have promised, the first. */
const dueOf = (id: string) =>
  `coalesce((select min(timers.due_at) from timers where timers.handoff_id = ${id}
    and timers.kind in ('first-response', 'next-response', 'resolution')), ${Number.MAX_SAFE_INTEGER})`
const brandOf = (conversation: string) => `(select brand from conversations where conversations.id = ${conversation})`
const heardIn = (conversation: string) =>
  `coalesce((select max(messages.id) from messages where messages.conversation_id = ${conversation}), 0)`

const placed = `update handoffs set of_brand = ${brandOf('new.conversation_id')}, heard_to = ${heardIn('new.conversation_id')}
    where id = new.id`
const heard = `update handoffs set heard_to = new.id where conversation_id = new.conversation_id and status <> 'closed'`
const timed = (row: 'new' | 'old') =>
  `update handoffs set first_due_at = ${dueOf(`${row}.handoff_id`)} where id = ${row}.handoff_id`

const sqliteTriggers = [
  `create trigger handoffs_placed after insert on handoffs begin ${placed}; end`,
  `create trigger handoffs_moved after update of conversation_id on handoffs begin ${placed}; end`,
  `create trigger handoffs_reopened after update of status on handoffs
    when old.status = 'closed' and new.status <> 'closed' begin ${placed}; end`,
  `create trigger messages_heard after insert on messages when new.said = 1 begin ${heard}; end`,
  `create trigger messages_moved after update of conversation_id on messages when new.said = 1 begin
    update handoffs set heard_to = ${heardIn('new.conversation_id')}
      where conversation_id = new.conversation_id and status <> 'closed'; end`,
  `create trigger timers_set after insert on timers begin ${timed('new')}; end`,
  `create trigger timers_changed after update on timers begin ${timed('new')}; end`,
  `create trigger timers_ended after delete on timers begin ${timed('old')}; end`,
]

const doing = (name: string, work: string) =>
  `create function ${name}() returns trigger language plpgsql as $$ begin ${work}; return null; end $$`

const postgresTriggers = [
  doing('mascot_place_case', placed),
  doing('mascot_hear', heard),
  doing(
    'mascot_hear_moved',
    `update handoffs set heard_to = ${heardIn('new.conversation_id')}
      where conversation_id = new.conversation_id and status <> 'closed'`,
  ),
  doing('mascot_time', timed('new')),
  doing('mascot_untime', timed('old')),
  'create trigger handoffs_placed after insert on handoffs for each row execute function mascot_place_case()',
  'create trigger handoffs_moved after update of conversation_id on handoffs for each row execute function mascot_place_case()',
  `create trigger handoffs_reopened after update of status on handoffs for each row
    when (old.status = 'closed' and new.status <> 'closed') execute function mascot_place_case()`,
  `create trigger messages_heard after insert on messages for each row when (new.said = 1)
    execute function mascot_hear()`,
  `create trigger messages_moved after update of conversation_id on messages for each row when (new.said = 1)
    execute function mascot_hear_moved()`,
  'create trigger timers_set after insert on timers for each row execute function mascot_time()',
  'create trigger timers_changed after update on timers for each row execute function mascot_time()',
  'create trigger timers_ended after delete on timers for each row execute function mascot_untime()',
]

async function fillColumns(db: Kysely<Database>): Promise<void> {
  await sql.raw(`update handoffs set of_brand = ${brandOf('handoffs.conversation_id')}`).execute(db)
  await sql
    .raw(`update handoffs set heard_to = ${heardIn('handoffs.conversation_id')}, first_due_at = ${dueOf('handoffs.id')}
      where status <> 'closed'`)
    .execute(db)
}

const indexes = [
  `handoffs_inbox on handoffs (of_brand, gravity, first_due_at, opened_at, id) where status <> 'closed'`,
  `handoffs_longest on handoffs (of_brand, opened_at, id) where status <> 'closed'`,
  `handoffs_ended on handoffs (of_brand, closed_at, id) where status = 'closed'`,
  `handoffs_counted on handoffs (of_brand, status, team, lead_id, assignee_id) where status <> 'closed'`,
  `handoffs_changed on handoffs (of_brand, changed_at)`,
  `handoffs_unshown on handoffs (of_brand) where status <> 'closed' and staff_thread is not null and heard_to > relayed_to`,
  `handoffs_carded on handoffs (of_brand, card_at) where card_at is not null`,
  `handoffs_account on handoffs (account_id) where status <> 'closed'`,
  `handoffs_lead on handoffs (lead_id) where lead_id is not null`,
  `handoffs_waited on handoffs (of_brand, coalesce(team, ''), opened_at) where first_response_at is not null`,
  `conversations_touched on conversations (brand, touched_at, id)`,
  `proposals_state on proposals (brand, state, at)`,
  `proposals_handoff on proposals (handoff_id) where handoff_id is not null`,
  `audit_order on audit (brand, id)`,
]
