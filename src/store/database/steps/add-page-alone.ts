/** Where staff work on the page alone no case has a thread: those with something new are found without reading every case of the brand. */
import { type Kysely, sql } from 'kysely'
import type { Database } from '../schema.ts'

export async function addPageAlone(db: Kysely<Database>): Promise<void> {
  await sql`create index handoffs_unread on handoffs (of_brand) where status <> 'closed' and heard_to > relayed_to`.execute(
    db,
  )
}
