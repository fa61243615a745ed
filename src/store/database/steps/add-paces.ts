/**
 * When places of a pace were given to whichever process asked. Where the server breaks down they may be lost: nothing but seconds of
 * patience hangs on them, and nobody waits for a disk.
 */
import { type Kysely, sql } from 'kysely'
import type { Database } from '../schema.ts'

export async function addPaces(db: Kysely<Database>, isPostgres: boolean): Promise<void> {
  const [table, times] = isPostgres ? [sql`unlogged table`, sql`bigint[]`] : [sql`table`, sql`text`]
  await sql`create ${table} paces (brand text not null, name text not null, times ${times} not null,
    most bigint not null, period_ms bigint not null, places bigint not null, primary key (brand, name))`.execute(db)
}
