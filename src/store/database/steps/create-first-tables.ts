/** Version 1: what was said, who fans are, what was decided, and who was called. */
import { type Kysely, sql } from 'kysely'
import type { Database } from '../schema.ts'
import { rowNumber } from './row-number.ts'

export async function createFirstTables(db: Kysely<Database>, isPostgres: boolean): Promise<void> {
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
