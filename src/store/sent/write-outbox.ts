/** Messages written into the outbox of any conversation, outside of its own turns: staff's words to a fan, a fan's words to staff. */
import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import type { AccountId, ConversationId, ThreadId, TurnId } from '../../domain/ids.ts'
import type { Outgoing } from '../../domain/message.ts'
import { lookAtThread } from '../cases/look-at-thread.ts'
import type { Connection, StoreContext } from '../database/context.ts'
import { keepToldOf, toldOf, withoutToldOf } from './told-of.ts'

/**
 * The row of each, in order; `turn`: that which said them, where one did. In a conversation that is closed they are dead letters
 * at once. The conversation's row has to be locked.
 */
export async function writeOutbox(
  trx: Connection,
  conversation: ConversationId,
  outgoing: readonly Outgoing[],
  now: number,
  turn: TurnId = randomUUID() as string as TurnId,
): Promise<number[]> {
  if (outgoing.length === 0) return []
  const place = await trx
    .selectFrom('conversations')
    .select('closed_reason')
    .where('id', '=', conversation)
    .executeTakeFirst()
  if (place === undefined) return []
  const reason = place.closed_reason
  const rows: number[] = []
  for (const one of outgoing) {
    const { id } = await trx
      .insertInto('messages')
      .values({
        conversation_id: conversation,
        direction: 'out',
        state: reason === null ? 'pending' : 'dead',
        // What one member alone was told is no line of the group's talk.
        said: one.kind === 'text' && one.onlyFor === undefined ? 1 : 0,
        account_id: null,
        message_id: null,
        album: null,
        turn_id: turn,
        at: now,
        done_at: reason === null ? null : now,
        attempts: 0,
        reason,
        edited_at: null,
        body: JSON.stringify(withoutToldOf(one)),
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    rows.push(id)
    await keepToldOf(trx, id, toldOf(one))
  }
  if (reason !== null) await lookAtThread(trx, conversation, now)
  else
    await sql`update conversations set send_at = coalesce(send_at, ${now}), touched_at = ${now} where id = ${conversation}`.execute(
      trx,
    )
  return rows
}

/** The conversation row of a staff thread; made if nobody has written there yet. */
export async function staffConversation(
  { brand }: StoreContext,
  trx: Connection,
  thread: ThreadId,
  now: number,
): Promise<ConversationId> {
  const { rows } = await sql<{ id: ConversationId }>`
    insert into conversations (id, brand, thread_id, surface, state, failures, touched_at)
    values (${randomUUID()}, ${brand}, ${thread}, 'group', '{}', 0, ${now})
    on conflict (brand, thread_id) do update set touched_at = excluded.touched_at
    returning id`.execute(trx)
  const id = rows[0]?.id
  if (id === undefined) throw new Error(`no conversation for ${thread}`)
  return id
}

/** The conversation row of a fan's private thread; made if the fan has not written there yet. */
export async function privateConversation(
  { brand, db }: StoreContext,
  thread: ThreadId,
  account: AccountId,
  now: number,
): Promise<ConversationId> {
  const { rows } = await sql<{ id: ConversationId }>`
    insert into conversations (id, brand, thread_id, surface, account_id, state, failures, touched_at)
    values (${randomUUID()}, ${brand}, ${thread}, 'direct', ${account}, '{}', 0, ${now})
    on conflict (brand, thread_id) do update set touched_at = excluded.touched_at
    returning id`.execute(db)
  const id = rows[0]?.id
  if (id === undefined) throw new Error(`no conversation for ${thread}`)
  return id
}
