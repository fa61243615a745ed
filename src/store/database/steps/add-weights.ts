/**
 * What was said to us is read before what was not, and danger first; of older messages it is not known: they count as said to us.
 * What could not be answered without a model is owed.
 */
import { type Kysely, sql } from 'kysely'
import { platformOf } from '../platform-of.ts'
import type { Database } from '../schema.ts'

export async function addWeights(db: Kysely<Database>, isPostgres: boolean): Promise<void> {
  await sql`alter table messages add column weight integer not null default 1`.execute(db)
  await sql`alter table conversations add column weight integer not null default 1`.execute(db)
  await sql`create index messages_unread_weighed on messages (conversation_id, weight desc, id) where state = 'unread'`.execute(
    db,
  )
  await sql`create index messages_unread_of on messages (conversation_id, account_id, id) where state = 'unread'`.execute(
    db,
  )
  await sql`drop index if exists messages_unread`.execute(db)
  await sql`create index conversations_weighed on conversations (brand, weight desc, next_at) where next_at is not null`.execute(
    db,
  )
  await sql`alter table conversations add column send_weight integer not null default 1`.execute(db)
  const isDue = sql`where send_at is not null`
  await sql`create index conversations_send_weighed on conversations (brand, send_weight desc, send_at) ${isDue}`.execute(
    db,
  )
  const platform = platformOf(sql.ref('thread_id'), isPostgres)
  await sql`create index conversations_send_platform on conversations (brand, (${platform}), send_weight desc, send_at) ${isDue}`.execute(
    db,
  )
  await sql`alter table decisions add column owed integer not null default 0`.execute(db)
  await sql`create index decisions_owed on decisions (at) where owed = 1`.execute(db)
}
