/** Which album a message is: its parts arrive one by one, and the first must be found by the next. */
import { type Kysely, sql } from 'kysely'
import type { Database } from '../schema.ts'

export async function addAlbums(db: Kysely<Database>): Promise<void> {
  await sql`alter table messages add column album text`.execute(db)
  await sql`create index messages_album on messages (conversation_id, album) where album is not null`.execute(db)
  await sql`create index messages_open_albums on messages (conversation_id, id) where album is not null and state = 'unread'`.execute(
    db,
  )
}
