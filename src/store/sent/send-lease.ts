/** The send lease: who delivers a conversation's messages holds it, and gives it back with when the next is due. */
import { type RawBuilder, sql, type Transaction } from 'kysely'
import type { ConversationId, ThreadId } from '../../domain/ids.ts'
import { int, type StoreContext, statement, text } from '../database/context.ts'
import type { Database } from '../database/schema.ts'

/** A conversation held for sending. Its brand stands in the row, so that SQLite looks rows up one by one and scans no brand. */
export interface Held {
  readonly brand: string
  readonly thread: ThreadId
  readonly lease: string
  /** Row of the message that is sent: it tells the conversation should its thread have moved. */
  readonly row?: number
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
  const found = await lockBy(selectByThread, context, trx, rows)
  const missing = rows.filter((row) => row.row !== undefined && !found.has(row))
  if (missing.length === 0) return found
  return new Map([...found, ...(await lockBy(selectByMessage, context, trx, missing))])
}

const selectLocked = (isPlace: RawBuilder<unknown>) =>
  statement<Locked & { nth: number }>(
    (context) => sql`
    select held.nth, conversations.id, thread_id
    from (select ${int('nth')} as nth, ${text('brand')} as brand, ${text('thread')} as thread, ${text('lease')} as lease,
      ${int('row')} as message from ${context.rows([])}) as held
    join conversations on ${isPlace} and conversations.send_owner = held.lease
    ${context.lockConversations}`,
  )
const selectByThread = selectLocked(sql`conversations.brand = held.brand and conversations.thread_id = held.thread`)
const selectByMessage = selectLocked(sql`conversations.brand = held.brand
    and conversations.id = (select conversation_id from messages where messages.id = held.message)`)

async function lockBy<Row extends Held>(
  select: typeof selectByThread,
  context: StoreContext,
  trx: Transaction<Database>,
  rows: readonly Row[],
): Promise<Map<Row, Locked>> {
  const asked = rows.map(({ brand, thread, lease, row }, nth) => ({ nth, brand, thread, lease, row }))
  const locked = await select(context, trx, JSON.stringify(asked))
  return new Map(
    locked.flatMap((place) => {
      const row = rows[place.nth]
      return row ? [[row, place] as const] : []
    }),
  )
}

const isMore = sql`(select 1 from messages
  where messages.conversation_id = conversations.id and messages.state = 'pending' limit 1)`

const updateScheduled = statement<{ send_at: number | null }>(
  (context) => sql`
    update conversations set send_owner = null, send_until = null,
      send_at = case when ${isMore} = 1 then r.due end,
      send_weight = case when ${isMore} = 1 then conversations.send_weight else 1 end,
      touched_at = case when r.state in ('sent', 'dead') then r.due else conversations.touched_at end
    from (select ${text('conversation')} as conversation, ${int('due')} as due, ${text('state')} as state from ${context.rows([])}) as r
    where conversations.id = r.conversation
    returning send_at`,
)

/** Ends the leases. Runs after the rows are locked, so that what a settle adds meanwhile is either seen here or schedules itself. */
export async function scheduleNext(
  context: StoreContext,
  trx: Transaction<Database>,
  rows: readonly object[],
): Promise<boolean> {
  if (rows.length === 0) return false
  const scheduled = await updateScheduled(context, trx, JSON.stringify(rows))
  return scheduled.some((row) => row.send_at !== null)
}
