/** Who offers to help in which group, in which hours of the day, and when they were last named. */
import { type Kysely, sql } from 'kysely'
import type { Database } from '../schema.ts'

export async function addHelpers(db: Kysely<Database>): Promise<void> {
  await sql`create table helpers (conversation_id text not null references conversations (id) on delete cascade,
    account_id text not null, brand text not null, from_hour integer not null, to_hour integer not null,
    since bigint not null, named_at bigint, ended_at bigint, primary key (conversation_id, account_id))`.execute(db)
  await sql`create index helpers_account on helpers (brand, account_id)`.execute(db)
}
