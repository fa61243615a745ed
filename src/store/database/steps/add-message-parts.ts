/** All ids of what became several messages on its platform. Of older messages only the last one's id is known. */
import { type Kysely, sql } from 'kysely'
import type { Database } from '../schema.ts'

export async function addMessageParts(db: Kysely<Database>): Promise<void> {
  await sql`create table message_parts (message_row bigint not null references messages (id) on delete cascade,
    nth bigint not null, message_id text not null, primary key (message_row, nth))`.execute(db)
  await sql`create index message_parts_id on message_parts (message_id)`.execute(db)
}
