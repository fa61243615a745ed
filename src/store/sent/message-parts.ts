/** The ids of all messages that one of ours became on its platform: whichever of them is pointed at, the whole is meant. */
import { type RawBuilder, sql } from 'kysely'
import type { ThreadId } from '../../domain/ids.ts'
import type { Connection, StoreContext } from '../database/context.ts'
import { indexable } from '../database/text.ts'

/** Those known before are replaced; of one message alone the message's own id is enough. */
export async function keepParts(trx: Connection, row: number, parts: readonly string[]): Promise<void> {
  if (parts.length < 2) return
  const known = await trx.selectFrom('messages').select('id').where('id', '=', row).executeTakeFirst()
  // Forgotten meanwhile.
  if (known === undefined) return
  await trx.deleteFrom('message_parts').where('message_row', '=', row).execute()
  await trx
    .insertInto('message_parts')
    .values(parts.map((id, nth) => ({ message_row: row, nth, message_id: indexable(id) })))
    .execute()
}

/** One of ours is other messages now: fewer, more, or one alone. */
export async function becomeParts(trx: Connection, row: number, parts: readonly string[]): Promise<void> {
  const last = parts.at(-1)
  if (last === undefined) return
  await trx.deleteFrom('message_parts').where('message_row', '=', row).execute()
  await trx
    .updateTable('messages')
    .set({ message_id: indexable(last) })
    .where('id', '=', row)
    .execute()
  await keepParts(trx, row, parts)
}

/** The ids of each row, in order; a row that is one message is not in it. */
export async function readParts(db: Connection, rows: readonly number[]): Promise<Map<number, string[]>> {
  if (rows.length === 0) return new Map()
  const found = await db
    .selectFrom('message_parts')
    .select(['message_row', 'message_id'])
    .where('message_row', 'in', rows)
    .orderBy('message_row')
    .orderBy('nth')
    .execute()
  const parts = new Map<number, string[]>()
  for (const { message_row: row, message_id: id } of found)
    parts.set(Number(row), [...(parts.get(Number(row)) ?? []), id])
  return parts
}

/** Rows of a thread that have this id, as a whole or as one of their parts. */
export function rowsWithId({ brand }: StoreContext, thread: ThreadId, messageId: string): RawBuilder<unknown> {
  const id = indexable(messageId)
  const inThread = sql`join conversations on conversations.id = messages.conversation_id
    where conversations.brand = ${brand} and conversations.thread_id = ${thread}`
  return sql`(select messages.id from messages ${inThread} and messages.message_id = ${id}
    union select messages.id from message_parts join messages on messages.id = message_parts.message_row ${inThread}
      and message_parts.message_id = ${id})`
}
