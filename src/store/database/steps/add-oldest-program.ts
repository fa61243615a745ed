/** From here on a schema says which programs can still use it: `oldest` is the version of the oldest one. Null: it alone. */
import { type Kysely, sql } from 'kysely'
import type { Database } from '../schema.ts'

export async function addOldestProgram(db: Kysely<Database>): Promise<void> {
  await sql`alter table schema_version add column oldest integer`.execute(db)
}
