/** Our words to staff that show who is forgotten, or what was taken back, go here and where they stand. */
import { type RawBuilder, sql } from 'kysely'
import type { ConversationId } from '../../domain/ids.ts'
import type { Outgoing } from '../../domain/message.ts'
import { bot } from '../../domain/speaker.ts'
import type { Connection, StoreContext } from '../database/context.ts'
import { writeOutbox } from './write-outbox.ts'

/** Rows of messages that show one of these: `about`, a list of ids in brackets. */
export function rowsTellingOf({ brand }: StoreContext, about: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`(select told_of.message_row from told_of join messages on messages.id = told_of.message_row
    join conversations on conversations.id = messages.conversation_id
    where told_of.about in ${about} and conversations.brand = ${brand})`
}

/**
 * Deletes them here and where they stand. `rows`: a select in brackets. `except`: threads of staff that are emptied anyway.
 * `instead` is said once in each thread that lost something.
 */
export async function takeBackTold(
  trx: Connection,
  rows: RawBuilder<unknown>,
  { instead, except = [] }: { readonly instead?: Outgoing | undefined; readonly except?: readonly ConversationId[] },
  now: number,
): Promise<void> {
  const { rows: found } = await sql<{ id: number; conversation_id: ConversationId; message_id: string | null }>`
    select id, conversation_id, message_id from messages where id in ${rows}
    union
    select id, conversation_id, message_parts.message_id from messages join message_parts on message_parts.message_row = messages.id
    where messages.id in ${rows}`.execute(trx)
  if (found.length === 0) return
  await sql`delete from messages where id in (${sql.join([...new Set(found.map(({ id }) => id))])})`.execute(trx)
  for (const [conversation, shown] of Map.groupBy(found, (row) => row.conversation_id)) {
    if (except.includes(conversation)) continue
    const gone = shown.flatMap(({ message_id: messageId }): Outgoing[] =>
      messageId === null ? [] : [{ kind: 'deletion', messageId, speaker: bot }],
    )
    await writeOutbox(trx, conversation, [...gone, ...(instead && gone.length > 0 ? [instead] : [])], now)
  }
}
