/** Whether a fan was told that a file of theirs did not get through to staff, as it stands when a turn is settled. */
import type { ConversationId } from '../../domain/ids.ts'
import type { Outgoing } from '../../domain/message.ts'
import type { Connection } from '../database/context.ts'
import { parse } from '../database/text.ts'

/** Who is told at the same moment is told among the last. */
const LAST = 20

/** `ids`: of the fan's messages with files. */
export async function isToldLost(trx: Connection, id: ConversationId, ids: readonly string[]): Promise<boolean> {
  const rows = await trx
    .selectFrom('messages')
    .select('body')
    .where('conversation_id', '=', id)
    .where('direction', '=', 'out')
    .orderBy('id', 'desc')
    .limit(LAST)
    .execute()
  return rows.some(({ body }) => {
    const outgoing = parse<Outgoing>(body)
    return (
      outgoing.kind === 'text' && outgoing.tellsLost !== undefined && ids.some((heard) => heard === outgoing.replyTo)
    )
  })
}
