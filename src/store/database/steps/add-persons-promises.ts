/** Promises that a person makes by themselves, apart from those a time of the case keeps; and whether their owner was reminded. */
import { type Kysely, sql } from 'kysely'
import type { Database } from '../schema.ts'

export async function addPersonsPromises(db: Kysely<Database>): Promise<void> {
  await sql`alter table promises add column by_person bigint not null default 0`.execute(db)
  await sql`alter table promises add column reminded_at bigint`.execute(db)
  await sql`create index promises_open on promises (due_at) where ended_at is null`.execute(db)
}
