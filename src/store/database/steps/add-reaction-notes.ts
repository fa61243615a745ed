/** What staff read of a fan's reaction to a person's words: one note a message, which changes as the reaction does. */
import { type Kysely, sql } from 'kysely'
import type { Database } from '../schema.ts'

export async function addReactionNotes(db: Kysely<Database>): Promise<void> {
  await sql`alter table relays add column note_row bigint`.execute(db)
}
