/** Accounts of one fan, the requests that join them, and the wrong codes that were tried. */
import { type Kysely, sql } from 'kysely'
import type { Database } from '../schema.ts'

export async function addLinks(db: Kysely<Database>): Promise<void> {
  await sql`create table links (id text primary key, brand text not null, account_a text not null, account_b text not null,
    made_at bigint not null, ended_at bigint, ended_by text)`.execute(db)
  await sql`create index links_a on links (brand, account_a)`.execute(db)
  await sql`create index links_b on links (brand, account_b)`.execute(db)
  await sql`create table link_requests (id text primary key, brand text not null, code_hash text not null, back_hash text,
    from_account text not null, from_conversation text not null, by_account text, by_conversation text,
    is_open integer not null, state text not null, made_at bigint not null, expires_at bigint not null)`.execute(db)
  await sql`create unique index link_requests_code on link_requests (brand, code_hash)`.execute(db)
  await sql`create index link_requests_back on link_requests (brand, back_hash) where back_hash is not null`.execute(db)
  await sql`create index link_requests_from on link_requests (brand, from_account)`.execute(db)
  await sql`create index link_requests_by on link_requests (brand, by_account) where by_account is not null`.execute(db)
  await sql`create index link_requests_expire on link_requests (brand, expires_at)`.execute(db)
  await sql`create table link_misses (brand text not null, account_id text not null, at bigint not null)`.execute(db)
  await sql`create index link_misses_account on link_misses (brand, account_id, at)`.execute(db)
  await sql`create index link_misses_at on link_misses (brand, at)`.execute(db)
}
