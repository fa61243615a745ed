/** When a fan was last told that a bot speaks; of older fans it is not known, so they are told once more. */
import { type Kysely, sql } from 'kysely'
import type { Database } from '../schema.ts'

export async function addIntroductions(db: Kysely<Database>): Promise<void> {
  await sql`alter table fans add column introduced_at bigint`.execute(db)
}
