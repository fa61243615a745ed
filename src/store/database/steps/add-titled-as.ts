/** The reason that the title of a case's staff thread tells; null where that is not known, as of threads of before. */
import { type Kysely, sql } from 'kysely'
import type { Database } from '../schema.ts'

export async function addTitledAs(db: Kysely<Database>): Promise<void> {
  await sql`alter table handoffs add column titled_as text`.execute(db)
}
