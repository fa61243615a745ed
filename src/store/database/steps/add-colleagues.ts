/** Who ever worked at the desk, and whose each note and each event was: two of one name are told apart by their ids. */
import { type Kysely, sql } from 'kysely'
import type { Database } from '../schema.ts'

export async function addColleagues(db: Kysely<Database>): Promise<void> {
  await sql`create table colleagues (brand text not null, staff_id text not null, name text not null, seen_at bigint not null,
    primary key (brand, staff_id))`.execute(db)
  await sql`create index colleagues_name on colleagues (brand, name)`.execute(db)
  await sql`alter table notes add column staff_id text`.execute(db)
  await sql`alter table case_events add column who_id text`.execute(db)
}
