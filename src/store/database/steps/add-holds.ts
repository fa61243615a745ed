/** What only one process does at a time. `until` is by the database's clock. */
import { type Kysely, sql } from 'kysely'
import type { Database } from '../schema.ts'

export async function addHolds(db: Kysely<Database>): Promise<void> {
  await sql`create table holds (brand text not null, name text not null, owner text not null,
    fence bigint not null, until bigint not null, primary key (brand, name))`.execute(db)
}
