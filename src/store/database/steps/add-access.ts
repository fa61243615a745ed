/** Version 4: who may open the staff's pages, and what they did there. */
import { type Kysely, sql } from 'kysely'
import type { Database } from '../schema.ts'
import { rowNumber } from './row-number.ts'

export async function addAccess(db: Kysely<Database>, isPostgres: boolean): Promise<void> {
  const ofStaff = sql`brand text not null, staff_id text not null, staff_name text not null`
  await sql`create table access_links (hash text primary key, ${ofStaff}, role text not null,
    expires_at bigint not null)`.execute(db)
  await sql`create table access_sessions (id text primary key, hash text not null unique, ${ofStaff}, role text not null,
    csrf text not null, opened_at bigint not null, seen_at bigint not null, expires_at bigint not null,
    browser text not null, ended_at bigint)`.execute(db)
  await sql`create index access_sessions_open on access_sessions (brand, expires_at) where ended_at is null`.execute(db)
  await sql`create table audit (${rowNumber(isPostgres)}, at bigint not null, ${ofStaff}, what text not null,
    about text, detail text)`.execute(db)
  await sql`create index handoffs_closed on handoffs (closed_at) where closed_at is not null`.execute(db)
  await sql`create index audit_about on audit (brand, about) where about is not null`.execute(db)
}
