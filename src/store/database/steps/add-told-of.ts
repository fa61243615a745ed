/** Which messages to staff show whom, so that they go with a fan who is forgotten; and the numbers of works that are gone. */
import { type Kysely, sql } from 'kysely'
import type { Database } from '../schema.ts'

export async function addToldOf(db: Kysely<Database>): Promise<void> {
  await sql`create table told_of (message_row bigint not null references messages (id) on delete cascade, about text not null,
    primary key (message_row, about))`.execute(db)
  await sql`create index told_of_about on told_of (about)`.execute(db)
  await sql`create table spent_numbers (brand text not null, what text not null, number bigint not null,
    primary key (brand, what, number))`.execute(db)
}
