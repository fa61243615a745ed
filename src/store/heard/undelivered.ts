/** undelivered: what the platform had taken did not arrive after all. It waits for the fan's next word, or is given up; staff are told. */
import { sql } from 'kysely'
import type { ThreadEvent } from '../../domain/event.ts'
import { usefulUntil } from '../../domain/held-words.ts'
import type { ConversationId } from '../../domain/ids.ts'
import type { Outgoing } from '../../domain/message.ts'
import { parse, storable } from '../database/text.ts'
import { rowsWithId } from '../sent/message-parts.ts'
import { shutAll } from '../sent/reply-windows.ts'
import type { EventWork } from './event-work.ts'

/** False where it is not known yet that it was sent. */
export async function takeAsUndelivered(
  { context, trx, now }: EventWork,
  conversation: ConversationId,
  { threadId, messageId, reason, isWindowClosed, at }: Extract<ThreadEvent, { kind: 'undelivered' }>,
): Promise<boolean> {
  const { rows } = await sql<{ id: number; body: string }>`
    select id, body from messages where direction = 'out' and state = 'sent'
      and id in ${rowsWithId(context, threadId, messageId)}`.execute(trx)
  for (const { id, body } of rows) {
    const outgoing = parse<Outgoing>(body)
    const waits = isWindowClosed === true && outgoing.kind === 'text'
    await trx
      .updateTable('messages')
      .set({
        reason: storable(reason),
        ...(waits
          ? {
              ...{ state: 'held' as const, done_at: null, message_id: null, held_at: now },
              useful_until: usefulUntil(outgoing, now),
            }
          : { state: 'dead' as const, done_at: now }),
      })
      .where('id', '=', id)
      .execute()
    await sql`update relays set todo = 'mark' where fan_row = ${id} and direction = 'out' and todo is null`.execute(trx)
  }
  if (rows.length > 0 && isWindowClosed) await shutAll(trx, conversation, at)
  return rows.length > 0
}
