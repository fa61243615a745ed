/** Titles that fans hold in groups, and whose are to be looked at. */
import { type Kysely, sql } from 'kysely'
import type { Database } from '../schema.ts'

export async function addTitles(db: Kysely<Database>): Promise<void> {
  await sql`create table titles (id text primary key, brand text not null, account_id text not null,
    conversation_id text not null references conversations (id) on delete cascade, title text not null, name text not null,
    shown text not null, since bigint not null, ended_at bigint, told_at bigint, farewell_at bigint)`.execute(db)
  await sql`create index titles_account on titles (brand, account_id)`.execute(db)
  await sql`create index titles_conversation on titles (conversation_id)`.execute(db)
  await sql`alter table standings add column due_at bigint`.execute(db)
  await sql`create index standings_due on standings (brand, due_at) where due_at is not null`.execute(db)
}
