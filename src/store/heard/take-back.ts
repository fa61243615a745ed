/** Taking back: a turn being thought about loses its lease; a reply that has not begun to leave never does. */
import { sql } from 'kysely'
import type { AccountId, ConversationId, TurnId } from '../../domain/ids.ts'
import { called } from '../../domain/weight.ts'
import { parse } from '../database/text.ts'
import { setIntroduced } from '../fans/fans.ts'
import type { EventWork } from './event-work.ts'
import { makeStale } from './stale-drafts.ts'

/** Whoever thinks about the conversation settles too late, and it is claimed anew: no failure of anybody's. */
export async function breakLease({ trx, notices }: EventWork, conversation: ConversationId): Promise<void> {
  const broken = await trx
    .updateTable('conversations')
    .set({ lease_owner: null, lease_until: null })
    .where('id', '=', conversation)
    .where('lease_owner', 'is not', null)
    .returning('id')
    .execute()
  if (broken.length > 0) notices.add('inbox')
}

interface Reply {
  readonly conversation: ConversationId
  readonly turn: TurnId
  /** The author of the message that changed. */
  readonly account: AccountId | null
}

/**
 * Withdraws the turn's reply if no part of it has left or may be leaving, also one that waits as a draft, and if the turn did
 * nothing but speak. Its messages are
 * unread again, and the conversation's state is what it was, unless later turns rest on it.
 */
export async function takeBackReply(work: EventWork, reply: Reply): Promise<void> {
  const { trx, now } = work
  const { turn, account } = reply
  const replies = await unsentReply(work, reply)
  const wasHeld = await makeStale(work, turn)
  const decision = await trx
    .selectFrom('decisions')
    .select(['record', 'only_spoke'])
    .where('turn_id', '=', turn)
    .executeTakeFirst()
  if ((replies.length === 0 && !wasHeld) || decision?.only_spoke !== 1) return
  // Nobody heard it: from now on it is the fan's alone, to be exported and forgotten with the fan, as is the decision.
  if (replies.length > 0)
    await trx
      .updateTable('messages')
      .set({ state: 'withdrawn', done_at: now, account_id: account })
      .where('id', 'in', replies)
      .execute()
  const record = parse<{ rows: readonly number[]; flags: readonly string[]; introduced?: AccountId }>(decision.record)
  if (record.introduced !== undefined)
    await setIntroduced(work.context, trx, [{ account: record.introduced, at: null }])
  await thinkAnew(work, reply, record)
}

/** A turn that ended in silence is thought about anew, unless it did more than that. */
export async function takeBackSilence(work: EventWork, reply: Reply): Promise<void> {
  const decision = await work.trx
    .selectFrom('decisions')
    .select(['kind', 'record', 'only_spoke'])
    .where('turn_id', '=', reply.turn)
    .executeTakeFirst()
  if (decision?.kind !== 'silent' || decision.only_spoke !== 1) return
  const said = await work.trx
    .selectFrom('messages')
    .select('id')
    .where('turn_id', '=', reply.turn)
    .where('direction', '=', 'out')
    .limit(1)
    .executeTakeFirst()
  if (said) return
  await thinkAnew(work, reply, parse(decision.record))
}

/** The turn's messages are unread again, and the conversation's state is what it was, unless later turns rest on it. */
async function thinkAnew(
  work: EventWork,
  { conversation, turn }: Reply,
  record: { readonly rows: readonly number[]; readonly flags: readonly string[] },
): Promise<void> {
  const { trx, now } = work
  await trx
    .updateTable('decisions')
    .set({ record: JSON.stringify({ ...record, flags: [...record.flags, 'taken-back'] }) })
    .where('turn_id', '=', turn)
    .execute()
  const again = await trx
    .updateTable('messages')
    .set({ state: 'unread', done_at: null, turn_id: null })
    .where('id', 'in', record.rows)
    .where('conversation_id', '=', conversation)
    .where('turn_id', '=', turn)
    .where('state', '=', 'read')
    .returning('id')
    .execute()
  await sql`
    update conversations set
      state = case when undo_turn = ${turn} then coalesce(undo_state, state) else state end,
      undo_turn = null,
      undo_state = null,
      send_at = case when exists (select 1 from messages
        where conversation_id = conversations.id and state = 'pending') then send_at end
    where id = ${conversation}`.execute(trx)
  if (again.length === 0) return
  await breakLease(work, conversation)
  await sql`update conversations set next_at = ${now}, unread_since = coalesce(unread_since, ${now}),
    weight = case when weight < ${called} then ${called} else weight end
    where id = ${conversation}`.execute(trx)
  work.notices.add('inbox')
}

/** The rows of the turn's reply; none if any of it was sent, was given up, or may be on its way. */
async function unsentReply({ trx }: EventWork, { conversation, turn }: Reply): Promise<number[]> {
  const pending = await trx
    .selectFrom('messages')
    .select(['id', 'turn_id'])
    .where('conversation_id', '=', conversation)
    .where('state', 'in', ['pending', 'held'])
    .orderBy('id')
    .execute()
  const ids = pending.flatMap((row) => (row.turn_id === turn ? [row.id] : []))
  const first = ids[0]
  if (first === undefined) return []
  // A sender has the conversation's oldest. One whose lease ran out may have sent it and vanished.
  const place = await trx
    .selectFrom('conversations')
    .select('send_owner')
    .where('id', '=', conversation)
    .executeTakeFirst()
  if (place?.send_owner !== null && pending[0]?.turn_id === turn) return []
  const begun = await trx
    .selectFrom('messages')
    .select('id')
    .where('conversation_id', '=', conversation)
    .where('turn_id', '=', turn)
    .where('direction', '=', 'out')
    .where('state', 'not in', ['pending', 'held'])
    .limit(1)
    .execute()
  return begun.length > 0 ? [] : ids
}
