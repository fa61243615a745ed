/** What came from elsewhere: where a fan was read, from which message a fact is; and who was erased, as keyed hashes. */
import { type Kysely, sql } from 'kysely'
import type { Database } from '../schema.ts'

export async function addPortable(db: Kysely<Database>): Promise<void> {
  await sql`alter table fans add column imported_at bigint`.execute(db)
  await sql`alter table fans add column imported_from text`.execute(db)
  await sql`alter table facts add column message_id text`.execute(db)
  await sql`create table erase_keys (brand text not null, id text not null, key text not null, is_own integer not null,
    primary key (brand, id))`.execute(db)
  await sql`create table erased (brand text not null, key_id text not null, hash text not null, at bigint not null,
    primary key (brand, hash))`.execute(db)
}
