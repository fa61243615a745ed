/** Version 5: a case belongs to its fan, so that a group may have one of each member, and who answers is said of each. */
import { type Kysely, sql } from 'kysely'
import type { Database } from '../schema.ts'

export async function giveCasesToFans(db: Kysely<Database>): Promise<void> {
  await sql`alter table handoffs add column handler text not null default 'bot'`.execute(db)
  await sql`update handoffs set handler = (select handler from conversations where conversations.id = conversation_id)
    where status <> 'closed'`.execute(db)
  await sql`update handoffs set account_id = (select min(accounts.id) from accounts where accounts.fan_id = handoffs.fan_id)
    where account_id is null`.execute(db)
  await sql`alter table conversations drop column handler`.execute(db)
  await sql`drop index handoffs_open`.execute(db)
  await sql`create unique index handoffs_open on handoffs (conversation_id, fan_id) where status <> 'closed'`.execute(
    db,
  )
}
