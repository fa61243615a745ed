/** A fan's reactions to words of persons, on their way to staff; and all that stand beside the lines of a case. */
import { sql } from 'kysely'
import type { AccountId, ConversationId } from '../../domain/ids.ts'
import type { Connection } from '../database/context.ts'
import { indexable, parse } from '../database/text.ts'

/** In an open case with a thread the staff are told; in a group of its own fan's reactions alone. */
export async function tellOfReaction(
  trx: Connection,
  conversation: ConversationId,
  { messageId, accountId }: { readonly messageId: string; readonly accountId: AccountId },
): Promise<void> {
  const id = indexable(messageId)
  await sql`update relays set todo = 'reacted'
    where direction = 'out' and todo is null and fan_row in (
        select id from messages where conversation_id = ${conversation} and direction = 'out' and message_id is not null
          and message_id = ${id}
        union select messages.id from message_parts cross join messages
          where message_parts.message_id = ${id} and messages.id = message_parts.message_row
            and messages.conversation_id = ${conversation})
      and exists (select 1 from handoffs join conversations on conversations.id = handoffs.conversation_id
        where handoffs.id = relays.handoff_id and handoffs.status <> 'closed' and staff_thread is not null
          and (conversations.surface = 'direct' or handoffs.account_id = ${accountId}))`.execute(trx)
}

interface ReactionRow {
  readonly message_id: string
  readonly emojis: string
}

/** By the id of the message as the platform knows it; `account`: of this member alone. */
export async function reactionsIn(
  db: Connection,
  conversation: ConversationId,
  account?: AccountId,
): Promise<Map<string, string[]>> {
  const isTheirs = account === undefined ? sql`true` : sql`account_id = ${account}`
  const { rows } = await sql<ReactionRow>`
    select message_id, emojis from reactions where conversation_id = ${conversation} and ${isTheirs} order by at`.execute(
    db,
  )
  const found = new Map<string, string[]>()
  for (const { message_id: id, emojis } of rows)
    found.set(id, [...(found.get(id) ?? []), ...parse<readonly string[]>(emojis)])
  return found
}
