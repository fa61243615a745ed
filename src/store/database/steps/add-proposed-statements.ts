/** Words of a crisis that another lead has to approve: apart from those that are said, so that older programs say none of them. JSON text. */
import { type Kysely, sql } from 'kysely'
import type { Database } from '../schema.ts'

export async function addProposedStatements(db: Kysely<Database>): Promise<void> {
  await sql`alter table crises add column proposed text`.execute(db)
}
