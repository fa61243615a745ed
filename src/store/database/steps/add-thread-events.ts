/** Version 2: edits, deletions, closed threads, reactions; notes beside handoffs. Of older decisions it is not known whether they only spoke. */
import { type Kysely, sql } from 'kysely'
import type { Database } from '../schema.ts'
import { rowNumber } from './row-number.ts'

export async function addThreadEvents(db: Kysely<Database>, isPostgres: boolean): Promise<void> {
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
