/** Platforms that let us write only for a while after the fan: what stands open in each talk, and what waits for its fan's next word. */
import { type Kysely, sql } from 'kysely'
import type { Database } from '../schema.ts'

export async function addReplyWindows(db: Kysely<Database>): Promise<void> {
  await sql`alter table conversations add column reply_windows text`.execute(db)
  await sql`alter table messages add column held_at bigint`.execute(db)
  await sql`alter table messages add column useful_until bigint`.execute(db)
  await sql`alter table messages add column is_late integer not null default 0`.execute(db)
  await sql`create index messages_held on messages (conversation_id, id) where state = 'held'`.execute(db)
}
