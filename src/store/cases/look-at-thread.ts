/** A card is looked at when its thread closed, or when something was to be said in a closed one all the same. */
import { sql } from 'kysely'
import type { ConversationId } from '../../domain/ids.ts'
import type { Connection } from '../database/context.ts'

export async function lookAtThread(trx: Connection, conversation: ConversationId, now: number): Promise<void> {
  await sql`update handoffs set card_at = ${now} where status <> 'closed' and (card_at is null or card_at > ${now})
    and staff_thread = (select thread_id from conversations where conversations.id = ${conversation})
    and exists (select 1 from conversations as home where home.id = handoffs.conversation_id
      and home.brand = (select brand from conversations where conversations.id = ${conversation}))`.execute(trx)
}
