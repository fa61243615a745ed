/** A turn that can never be settled: its messages are put aside with the reason, so that the conversation goes on. */
import { sql } from 'kysely'
import type { ThreadId } from '../../domain/ids.ts'
import type { Claim } from '../../ports/inbox.ts'
import type { StoreContext } from '../database/context.ts'
import { storable } from '../database/text.ts'
import { endTurns, isAnyDue } from './end-turns.ts'

/** Writes no more than it must: what made the settle fail may be anything else. False when the lease was lost. */
export async function setAside(
  context: StoreContext,
  { conversation: { id }, lease }: Claim,
  rows: readonly number[],
  { reason, now }: { readonly reason: string; readonly now: number },
): Promise<boolean> {
  const { isHeld, isMore } = await context.transaction(async (trx) => {
    const held = await trx
      .updateTable('conversations')
      .set({ lease_until: now })
      .where('id', '=', id)
      .where('lease_owner', '=', lease)
      .returning('id')
      .execute()
    if (held.length === 0) return { isHeld: false, isMore: false }
    await trx
      .updateTable('messages')
      .set({ state: 'dead', reason: storable(reason), done_at: now })
      .where('id', 'in', rows)
      .where('conversation_id', '=', id)
      .where('state', '=', 'unread')
      .execute()
    return { isHeld: true, isMore: isAnyDue(await endTurns(context, trx, [{ conversation: id, now }])) }
  })
  if (isMore) context.notify('inbox')
  return isHeld
}

interface AsideRow {
  readonly thread_id: ThreadId
  readonly message_id: string | null
  readonly reason: string | null
  readonly at: number
  readonly done_at: number | null
}

/** Newest first. */
export async function messagesSetAside({ db, brand }: StoreContext, limit: number) {
  // SQLite keeps the order of a cross join: from the few dead letters to their conversations.
  const { rows } = await sql<AsideRow>`
    select thread_id, message_id, messages.reason, at, done_at from messages cross join conversations
    where conversations.id = conversation_id and brand = ${brand} and messages.state = 'dead' and direction = 'in'
    order by messages.id desc limit ${limit}`.execute(db)
  return rows.map(({ thread_id, message_id, reason, at, done_at }) => ({
    threadId: thread_id,
    messageId: message_id ?? '',
    reason: reason ?? '',
    at: done_at ?? at,
  }))
}
