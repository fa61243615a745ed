/** What a short-lived value is about: by it those of a fan are found when the fan is forgotten. Older rows have none, and end by themselves. */
import { type Kysely, sql } from 'kysely'
import type { Database } from '../schema.ts'

export async function addAbout(db: Kysely<Database>): Promise<void> {
  await sql`alter table key_values add column about text`.execute(db)
  await sql`create index key_values_about on key_values (brand, about)`.execute(db)
}
