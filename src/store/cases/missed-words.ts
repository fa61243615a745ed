/** What staff missed in a thread while nobody could speak there. */
import { type RawBuilder, sql } from 'kysely'
import { MINUTE_MS } from '../../domain/durations.ts'
import type { ConversationId, ThreadId } from '../../domain/ids.ts'
import type { Connection } from '../database/context.ts'

/** A refusal may be written down before what it says of the whole thread. */
const BEFORE_MS = MINUTE_MS

export interface Lost {
  readonly id: ConversationId
  readonly thread_id: ThreadId
  readonly closed_at: number
  readonly card_row: number | null
}

/** Somebody opened it, and cases are still worked in it: it is said. Returns whether there is anything to say. */
export async function sayMissedIn(trx: Connection, conversation: ConversationId, now: number): Promise<boolean> {
  const { rows } = await sql<Lost>`
    select conversations.id, conversations.thread_id, conversations.closed_at, null as card_row from conversations
    where conversations.id = ${conversation} and conversations.closed_reason is not null
      and exists (select 1 from handoffs where handoffs.staff_thread = conversations.thread_id and handoffs.status <> 'closed'
        and exists (select 1 from conversations as home where home.id = handoffs.conversation_id and home.brand = conversations.brand))`.execute(
    trx,
  )
  const [found] = rows
  return found !== undefined && (await sayMissed(trx, found, now))
}

export async function sayMissed(trx: Connection, found: Lost, now: number): Promise<boolean> {
  const { rows: missed } = await sql`update messages set state = 'pending', reason = null, done_at = null, attempts = 0
    where id in (select id from ${missedIn(found)} as missed) returning id`.execute(trx)
  await sql`update conversations set closed_reason = null, closed_at = null, send_at = coalesce(send_at, ${now})
    where id = ${found.id}`.execute(trx)
  return missed.length > 0
}

/** Words that were refused because of it; marks on messages that are out of reach are not missed. */
export function missedIn({ id, closed_at }: Pick<Lost, 'id' | 'closed_at'>): RawBuilder<unknown> {
  return sql`(select id, body from messages where conversation_id = ${id} and direction = 'out' and state = 'dead' and said = 1
    and done_at >= ${Number(closed_at) - BEFORE_MS})`
}
