/** Brings a database to the program's schema version: one step a version, all in one transaction, one process at a time. */
import { type Kysely, type RawBuilder, sql } from 'kysely'
import { MascotError } from '../../errors.ts'
import type { Database } from './schema.ts'

type Step = (db: Kysely<Database>, isPostgres: boolean) => Promise<void>

const steps: readonly Step[] = [createFirstTables, addThreadEvents, addDesk, addAccess, giveCasesToFans]

/** The schema version this program writes. */
export const schemaVersion = steps.length

/** Any number, but the same in every process: whoever holds this PostgreSQL lock migrates. */
const migrationLock = 7_331_001

/**
 * `target`: the version to stop at; an older one makes the database an older program would have made.
 * @throws {MascotError} `database-newer`, with nothing changed, when a newer program has migrated the database.
 */
export async function migrate(db: Kysely<Database>, isPostgres: boolean, target = schemaVersion): Promise<void> {
  await db.transaction().execute(async (trx) => {
    if (isPostgres) await sql`select pg_advisory_xact_lock(${sql.lit(migrationLock)})`.execute(trx)
    await trx.schema
      .createTable('schema_version')
      .ifNotExists()
      .addColumn('version', 'integer', (column) => column.notNull())
      .execute()
    const row = await trx.selectFrom('schema_version').select('version').executeTakeFirst()
    const version = row?.version ?? 0
    if (version > schemaVersion) {
      throw new MascotError(
        'database-newer',
        `The database in DATABASE_URL has schema version ${version}, this program knows up to ${schemaVersion}. ` +
          'Nothing was changed. Start the newer program, or point DATABASE_URL at another database.',
      )
    }
    if (version >= target) return
    for (const step of steps.slice(version, target)) await step(trx, isPostgres)
    await trx.deleteFrom('schema_version').execute()
    await trx.insertInto('schema_version').values({ version: target }).execute()
  })
}

async function createFirstTables(db: Kysely<Database>, isPostgres: boolean): Promise<void> {
  await createTalk(db, isPostgres)
  await createFans(db)
  await createRecords(db)
  await db.schema
    .createTable('cursors')
    .addColumn('brand', 'text', (c) => c.notNull())
    .addColumn('name', 'text', (c) => c.notNull())
    .addColumn('value', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('cursors_key', ['brand', 'name'])
    .execute()
  await db.schema
    .createTable('key_values')
    .addColumn('brand', 'text', (c) => c.notNull())
    .addColumn('key', 'text', (c) => c.notNull())
    .addColumn('value', 'text', (c) => c.notNull())
    .addColumn('expires_at', 'bigint')
    .addPrimaryKeyConstraint('key_values_key', ['brand', 'key'])
    .execute()
}

async function createTalk(db: Kysely<Database>, isPostgres: boolean): Promise<void> {
  await db.schema
    .createTable('conversations')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('brand', 'text', (c) => c.notNull())
    .addColumn('thread_id', 'text', (c) => c.notNull())
    .addColumn('surface', 'text', (c) => c.notNull())
    .addColumn('account_id', 'text')
    .addColumn('handler', 'text', (c) => c.notNull())
    .addColumn('lang', 'text')
    .addColumn('summary', 'text')
    .addColumn('summary_up_to', 'bigint')
    .addColumn('state', 'text', (c) => c.notNull())
    .addColumn('next_at', 'bigint')
    .addColumn('lease_owner', 'text')
    .addColumn('lease_until', 'bigint')
    .addColumn('unread_since', 'bigint')
    .addColumn('failures', 'integer', (c) => c.notNull())
    .addColumn('send_at', 'bigint')
    .addColumn('send_owner', 'text')
    .addColumn('send_until', 'bigint')
    .addColumn('touched_at', 'bigint', (c) => c.notNull())
    .addUniqueConstraint('conversations_thread', ['brand', 'thread_id'])
    .execute()
  await sql`create index conversations_due on conversations (brand, next_at) where next_at is not null`.execute(db)
  await sql`create index conversations_send on conversations (brand, send_at) where send_at is not null`.execute(db)
  await sql`create index conversations_account on conversations (brand, account_id) where account_id is not null`.execute(
    db,
  )
  await sql`create table messages (${rowNumber(isPostgres)},
    conversation_id text not null references conversations (id) on delete cascade,
    direction text not null, state text not null, said integer not null, account_id text, message_id text,
    turn_id text, at bigint not null, done_at bigint, attempts integer not null, reason text, body text not null)`.execute(
    db,
  )
  await sql`create unique index messages_once on messages (conversation_id, message_id) where direction = 'in'`.execute(
    db,
  )
  await sql`create index messages_order on messages (conversation_id, id)`.execute(db)
  await sql`create index messages_unread on messages (conversation_id, id) where state = 'unread'`.execute(db)
  await sql`create index messages_pending on messages (conversation_id, id) where state = 'pending'`.execute(db)
  await sql`create index messages_dead on messages (id) where state = 'dead'`.execute(db)
  await sql`create index messages_account on messages (account_id) where account_id is not null`.execute(db)
}

async function createFans(db: Kysely<Database>): Promise<void> {
  await db.schema
    .createTable('fans')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('brand', 'text', (c) => c.notNull())
    .addColumn('consent', 'text', (c) => c.notNull())
    .addColumn('lang', 'text')
    .addColumn('created_at', 'bigint', (c) => c.notNull())
    .execute()
  await db.schema
    .createTable('accounts')
    .addColumn('brand', 'text', (c) => c.notNull())
    .addColumn('id', 'text', (c) => c.notNull())
    .addColumn('fan_id', 'text', (c) => c.notNull())
    .addColumn('name', 'text', (c) => c.notNull())
    .addColumn('created_at', 'bigint', (c) => c.notNull())
    .addPrimaryKeyConstraint('accounts_key', ['brand', 'id'])
    .execute()
  await db.schema.createIndex('accounts_fan').on('accounts').column('fan_id').execute()
}

async function createRecords(db: Kysely<Database>): Promise<void> {
  await db.schema
    .createTable('facts')
    .addColumn('fan_id', 'text', (c) => c.notNull())
    .addColumn('conversation_id', 'text', (c) => c.notNull().references('conversations.id').onDelete('cascade'))
    .addColumn('key', 'text', (c) => c.notNull())
    .addColumn('value', 'text', (c) => c.notNull())
    .addColumn('told_at', 'bigint', (c) => c.notNull())
    .addPrimaryKeyConstraint('facts_key', ['fan_id', 'conversation_id', 'key'])
    .execute()
  await db.schema.createIndex('facts_conversation').on('facts').column('conversation_id').execute()
  await db.schema
    .createTable('decisions')
    .addColumn('turn_id', 'text', (c) => c.primaryKey())
    .addColumn('conversation_id', 'text', (c) => c.notNull().references('conversations.id').onDelete('cascade'))
    .addColumn('at', 'bigint', (c) => c.notNull())
    .addColumn('kind', 'text', (c) => c.notNull())
    .addColumn('reason', 'text', (c) => c.notNull())
    .addColumn('answer_id', 'text')
    .addColumn('score', 'double precision')
    .addColumn('record', 'text', (c) => c.notNull())
    .execute()
  await db.schema.createIndex('decisions_order').on('decisions').columns(['conversation_id', 'at']).execute()
  await db.schema
    .createTable('handoffs')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('conversation_id', 'text', (c) => c.notNull().references('conversations.id').onDelete('cascade'))
    .addColumn('fan_id', 'text', (c) => c.notNull())
    .addColumn('reason', 'text', (c) => c.notNull())
    .addColumn('team', 'text')
    .addColumn('summary', 'text', (c) => c.notNull())
    .addColumn('draft', 'text')
    .addColumn('status', 'text', (c) => c.notNull())
    .addColumn('assignee', 'text')
    .addColumn('opened_at', 'bigint', (c) => c.notNull())
    .addColumn('assigned_at', 'bigint')
    .addColumn('closed_at', 'bigint')
    .execute()
  await sql`create unique index handoffs_open on handoffs (conversation_id) where status <> 'closed'`.execute(db)
  await db.schema.createIndex('handoffs_conversation').on('handoffs').column('conversation_id').execute()
  await db.schema.createIndex('handoffs_fan').on('handoffs').column('fan_id').execute()
}

/** Version 2: edits, deletions, closed threads, reactions; notes beside handoffs. Of older decisions it is not known whether they only spoke. */
async function addThreadEvents(db: Kysely<Database>, isPostgres: boolean): Promise<void> {
  const columns = ['closed_reason text', 'closed_at bigint', 'undo_turn text', 'undo_state text']
  for (const column of columns) await sql`alter table conversations add column ${sql.raw(column)}`.execute(db)
  await sql`alter table messages add column edited_at bigint`.execute(db)
  await sql`alter table decisions add column only_spoke integer not null default 0`.execute(db)
  await sql`create index messages_sent on messages (conversation_id, message_id)
    where direction = 'out' and message_id is not null`.execute(db)
  await db.schema
    .createTable('reactions')
    .addColumn('conversation_id', 'text', (c) => c.notNull().references('conversations.id').onDelete('cascade'))
    .addColumn('message_id', 'text', (c) => c.notNull())
    .addColumn('account_id', 'text', (c) => c.notNull())
    .addColumn('emojis', 'text', (c) => c.notNull())
    .addColumn('at', 'bigint', (c) => c.notNull())
    .addPrimaryKeyConstraint('reactions_key', ['conversation_id', 'message_id', 'account_id'])
    .execute()
  await db.schema.createIndex('reactions_account').on('reactions').column('account_id').execute()
  await sql`create table notes (${rowNumber(isPostgres)},
    handoff_id text not null references handoffs (id) on delete cascade,
    staff text not null, text text not null, at bigint not null)`.execute(db)
  await db.schema.createIndex('notes_handoff').on('notes').column('handoff_id').execute()
}

/** Version 3: handoffs as cases of the desk, with their cards, timers, relays, history, promises; answers proposed by staff. */
async function addDesk(db: Kysely<Database>, isPostgres: boolean): Promise<void> {
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

/** Version 4: who may open the staff's pages, and what they did there. */
async function addAccess(db: Kysely<Database>, isPostgres: boolean): Promise<void> {
  const ofStaff = sql`brand text not null, staff_id text not null, staff_name text not null`
  await sql`create table access_links (hash text primary key, ${ofStaff}, role text not null,
    expires_at bigint not null)`.execute(db)
  await sql`create table access_sessions (id text primary key, hash text not null unique, ${ofStaff}, role text not null,
    csrf text not null, opened_at bigint not null, seen_at bigint not null, expires_at bigint not null,
    browser text not null, ended_at bigint)`.execute(db)
  await sql`create index access_sessions_open on access_sessions (brand, expires_at) where ended_at is null`.execute(db)
  await sql`create table audit (${rowNumber(isPostgres)}, at bigint not null, ${ofStaff}, what text not null,
    about text, detail text)`.execute(db)
  await sql`create index handoffs_closed on handoffs (closed_at) where closed_at is not null`.execute(db)
  await sql`create index audit_about on audit (brand, about) where about is not null`.execute(db)
}

/** Version 5: a case belongs to its fan, so that a group may have one of each member, and who answers is said of each. */
async function giveCasesToFans(db: Kysely<Database>): Promise<void> {
  await sql`alter table handoffs add column handler text not null default 'bot'`.execute(db)
  await sql`update handoffs set handler = (select handler from conversations where conversations.id = conversation_id)
    where status <> 'closed'`.execute(db)
  await sql`update handoffs set account_id = (select min(accounts.id) from accounts where accounts.fan_id = handoffs.fan_id)
    where account_id is null`.execute(db)
  await sql`alter table conversations drop column handler`.execute(db)
  await sql`drop index handoffs_open`.execute(db)
  await sql`create unique index handoffs_open on handoffs (conversation_id, fan_id) where status <> 'closed'`.execute(
    db,
  )
}

function rowNumber(isPostgres: boolean): RawBuilder<unknown> {
  return isPostgres
    ? sql`id bigint generated always as identity primary key`
    : sql`id integer primary key autoincrement`
}
