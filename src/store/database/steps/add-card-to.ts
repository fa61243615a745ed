/** Up to where the card of a case tells what was said: what came later stands behind it, and the card keeps what it held. 0: it shows the newest. */
import { type Kysely, sql } from 'kysely'
import type { Database } from '../schema.ts'

export async function addCardTo(db: Kysely<Database>): Promise<void> {
  await sql`alter table handoffs add column card_to bigint not null default 0`.execute(db)
}
