/** The send lease: who delivers a conversation's messages holds it, and gives it back with when the next is due. */
import { sql, type Transaction } from 'kysely'
import type { ConversationId, ThreadId } from '../domain/ids.ts'
import { int, type StoreContext, text } from './context.ts'
import type { Database } from './schema.ts'

/** A conversation held for sending: by its id, or as the one that has the message of `row`, wherever its thread has moved to. */
export interface Held {
  readonly brand: string
  readonly thread: ThreadId
  readonly conversation?: ConversationId
  readonly row?: number
  readonly lease: string
}

export interface Locked {
  readonly id: ConversationId
  readonly thread_id: ThreadId
}

/** Locks the conversations whose send lease is still held; returns where each of these rows is. */
export async function lockHeld<Row extends Held>(
  context: StoreContext,
  trx: Transaction<Database>,
  rows: readonly Row[],
): Promise<Map<Row, Locked>> {
  const asked = rows.map(({ brand, thread, conversation, row, lease }, nth) => ({
    ...{ nth, brand, thread, conversation, row, lease },
  }))
  // The brand stands in each row, so that SQLite looks conversations up one by one and scans no brand.
  const { rows: locked } = await sql<Locked & { nth: number }>`
    select held.nth, conversations.id, thread_id
    from (select ${int('nth')} as nth, ${text('brand')} as brand, ${text('lease')} as lease,
        coalesce(${text('conversation')}, (select conversation_id from messages where messages.id = ${int('row')}),
          (select id from conversations where brand = ${text('brand')} and thread_id = ${text('thread')})) as conversation
      from ${context.rows(asked)}) as held
    join conversations on conversations.id = held.conversation and conversations.brand = held.brand
      and conversations.send_owner = held.lease
    ${context.lockConversations}`.execute(trx)
  return new Map(
    locked.flatMap((place) => {
      const row = rows[place.nth]
      return row ? [[row, place] as const] : []
    }),
  )
}

/** Ends the leases. Runs after the rows are locked, so that what a settle adds meanwhile is either seen here or schedules itself. */
export async function scheduleNext(
  context: StoreContext,
  trx: Transaction<Database>,
  rows: readonly object[],
): Promise<boolean> {
  if (rows.length === 0) return false
  const { rows: scheduled } = await sql<{ send_at: number | null }>`
    update conversations set send_owner = null, send_until = null, send_at = case when (select 1 from messages
      where messages.conversation_id = conversations.id and messages.state = 'pending' limit 1) = 1 then r.due end
    from (select ${text('conversation')} as conversation, ${int('due')} as due from ${context.rows(rows)}) as r
    where conversations.id = r.conversation
    returning send_at`.execute(trx)
  return scheduled.some((row) => row.send_at !== null)
}
