/** From which message a fact is, and whether a fan lets what they told be used in all their private talks: of older ones neither is known. */
import { type Kysely, sql } from 'kysely'
import type { Database } from '../schema.ts'

export async function addScopes(db: Kysely<Database>): Promise<void> {
  await sql`alter table facts add column message_row bigint`.execute(db)
  await sql`alter table fans add column everywhere_since bigint`.execute(db)
  await sql`create index facts_message on facts (message_row) where message_row is not null`.execute(db)
}
