/** Reactions: what each member shows beside a message now. */
import { sql } from 'kysely'
import type { ThreadEvent } from '../../domain/event.ts'
import type { ConversationId } from '../../domain/ids.ts'
import type { Connection } from '../database/context.ts'
import { indexable } from '../database/text.ts'
import { lineOf } from '../insights/keep-effect.ts'

/** The latest wins, by the platform's clock; none left deletes the row. */
export async function keepReactions(
  trx: Connection,
  conversation: ConversationId,
  { messageId, accountId, emojis, at }: Extract<ThreadEvent, { kind: 'reacted' }>,
): Promise<void> {
  const message = indexable(messageId)
  if (emojis.length === 0) {
    await trx
      .deleteFrom('reactions')
      .where('conversation_id', '=', conversation)
      .where('message_id', '=', message)
      .where('account_id', '=', accountId)
      .where('at', '<=', at)
      .execute()
    await sql`delete from reply_effects where account_id = ${accountId} and kind in ('liked', 'disliked')
      and message_row in (${lineOf(conversation, message)})`.execute(trx)
    return
  }
  await sql`
    insert into reactions (conversation_id, message_id, account_id, emojis, at)
    values (${conversation}, ${message}, ${accountId}, ${JSON.stringify(emojis)}, ${at})
    on conflict (conversation_id, message_id, account_id) do update set emojis = excluded.emojis, at = excluded.at, counted = 0
    where reactions.at <= excluded.at`.execute(trx)
}
