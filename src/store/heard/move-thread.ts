/** moved: the conversation goes on under another thread id, joined with the conversation that id may have already. */

import { sql } from 'kysely'
import type { Conversation, ConversationState } from '../../domain/conversation.ts'
import type { HeldReply } from '../../domain/draft.ts'
import type { ThreadEvent } from '../../domain/event.ts'
import type { ConversationId, ThreadId } from '../../domain/ids.ts'
import type { Outgoing } from '../../domain/message.ts'
import { indexable, parse } from '../database/text.ts'
import { readState, stateText } from '../turns/conversation-state.ts'
import { closeConversation } from './close.ts'
import { type EventWork, findConversation } from './event-work.ts'

export async function moveThread(
  work: EventWork,
  conversation: ConversationId,
  { threadId, to }: Extract<ThreadEvent, { kind: 'moved' }>,
): Promise<void> {
  if (to === threadId) return
  await setIdsApart(work, conversation, threadId)
  const joined = await findConversation(work, to)
  if (joined === undefined) {
    // Doors closed at the old place say nothing of the new one.
    await work.trx
      .updateTable('conversations')
      .set({ thread_id: to, closed_reason: null, closed_at: null })
      .where('id', '=', conversation)
      .execute()
  } else await join(work, conversation, joined)
  work.notices.add('inbox').add('outbox')
}

/**
 * The new place numbers its messages anew (Telegram: "migrate_to_chat_id" of a group that became a supergroup), so the
 * old ids would be taken for those of other messages. What is unsent loses its references to them.
 */
async function setIdsApart({ trx, now }: EventWork, conversation: ConversationId, thread: ThreadId): Promise<void> {
  await trx.updateTable('messages').set({ message_id: null }).where('conversation_id', '=', conversation).execute()
  await sql`delete from message_parts where message_row in (select id from messages where conversation_id = ${conversation})`.execute(
    trx,
  )
  const reactions = await trx
    .selectFrom('reactions')
    .select(['message_id', 'account_id'])
    .where('conversation_id', '=', conversation)
    .where('message_id', 'not like', 'moved %')
    .execute()
  for (const { message_id, account_id } of reactions) {
    await trx
      .updateTable('reactions')
      .set({ message_id: indexable(`moved ${thread} ${message_id}`) })
      .where('conversation_id', '=', conversation)
      .where('message_id', '=', message_id)
      .where('account_id', '=', account_id)
      .execute()
  }
  const pending = await trx
    .selectFrom('messages')
    .select(['id', 'body'])
    .where('conversation_id', '=', conversation)
    .where('state', 'in', ['pending', 'held'])
    .execute()
  for (const { id, body } of pending) {
    const outgoing = parse<Outgoing>(body)
    const change =
      outgoing.kind === 'text'
        ? { body: JSON.stringify({ ...outgoing, replyTo: undefined }) }
        : { state: 'withdrawn' as const, done_at: now }
    await trx.updateTable('messages').set(change).where('id', '=', id).execute()
  }
  const held = await trx
    .selectFrom('drafts')
    .select(['id', 'record'])
    .where('conversation_id', '=', conversation)
    .where('state', '=', 'open')
    .execute()
  for (const { id, record } of held) {
    const { outgoing, ...rest } = parse<Omit<HeldReply, 'expiresAt'>>(record)
    const apart = outgoing.map((one) => ({ ...one, replyTo: undefined }))
    await trx
      .updateTable('drafts')
      .set({ record: JSON.stringify({ ...rest, outgoing: apart }) })
      .where('id', '=', id)
      .execute()
  }
}

/** Rows keep their numbers, and so their order. The conversation of the new thread is the one that stays. */
async function join({ trx, now }: EventWork, old: ConversationId, kept: ConversationId): Promise<void> {
  await trx.updateTable('messages').set({ conversation_id: kept }).where('conversation_id', '=', old).execute()
  await trx.updateTable('reactions').set({ conversation_id: kept }).where('conversation_id', '=', old).execute()
  await trx.updateTable('decisions').set({ conversation_id: kept }).where('conversation_id', '=', old).execute()
  await trx.updateTable('drafts').set({ conversation_id: kept }).where('conversation_id', '=', old).execute()
  await joinFacts({ trx }, old, kept)
  await trx.updateTable('evidence').set({ conversation_id: kept }).where('conversation_id', '=', old).execute()
  await trx.updateTable('first_words').set({ conversation_id: kept }).where('conversation_id', '=', old).execute()
  await trx.updateTable('circle_posts').set({ conversation_id: kept }).where('conversation_id', '=', old).execute()
  await trx.updateTable('titles').set({ conversation_id: kept }).where('conversation_id', '=', old).execute()
  await joinHandoffs({ trx, now }, old, kept)
  const closed = await joinConversations({ trx }, old, kept)
  if (closed) await closeConversation(trx, kept, { ...closed, now })
  await trx.deleteFrom('conversations').where('id', '=', old).execute()
}

/** Of a fact told in both, the newer. */
async function joinFacts({ trx }: Pick<EventWork, 'trx'>, old: ConversationId, kept: ConversationId): Promise<void> {
  await sql`
    insert into facts (fan_id, conversation_id, key, value, told_at)
    select fan_id, ${kept}, key, value, told_at from facts where conversation_id = ${old}
    on conflict (fan_id, conversation_id, key) do update set value = excluded.value, told_at = excluded.told_at
    where facts.told_at < excluded.told_at`.execute(trx)
  await trx.deleteFrom('facts').where('conversation_id', '=', old).execute()
}

/** Of each fan one stays open: the one a person has, else the one that waits longer. It is told of the other, which is closed. */
async function joinHandoffs(
  { trx, now }: Pick<EventWork, 'trx' | 'now'>,
  old: ConversationId,
  kept: ConversationId,
): Promise<void> {
  const open = await trx
    .selectFrom('handoffs')
    .select(['id', 'fan_id', 'summary'])
    .where('conversation_id', 'in', [old, kept])
    .where('status', '<>', 'closed')
    .orderBy((row) => row('status', '=', 'waiting'))
    .orderBy('opened_at')
    .execute()
  for (const [first, second] of Map.groupBy(open, ({ fan_id }) => fan_id).values()) {
    if (!first || !second) continue
    const summary = `${first.summary}\n${second.summary}`
    await trx.updateTable('handoffs').set({ summary }).where('id', '=', first.id).execute()
    await trx.updateTable('notes').set({ handoff_id: first.id }).where('handoff_id', '=', second.id).execute()
    await trx.updateTable('drafts').set({ handoff_id: first.id }).where('handoff_id', '=', second.id).execute()
    await trx
      .updateTable('handoffs')
      .set({ status: 'closed', closed_at: now, changed_at: now })
      .where('id', '=', second.id)
      .execute()
  }
  await trx.updateTable('handoffs').set({ conversation_id: kept }).where('conversation_id', '=', old).execute()
}

/**
 * What is known of both, the kept one's where they differ. A sender at work for the old one keeps its send lease; if senders are at work
 * for both, the kept one's lease counts, and only then a message of the old one may be sent twice. Returns why the kept one is closed.
 */
async function joinConversations(
  { trx }: Pick<EventWork, 'trx'>,
  old: ConversationId,
  kept: ConversationId,
): Promise<Conversation['closed']> {
  const row = async (id: ConversationId) =>
    await trx.selectFrom('conversations').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
  const [before, now] = [await row(old), await row(kept)]
  const state: ConversationState = { ...readState(before.state), ...readState(now.state) }
  const sender = now.send_owner === null ? before : now
  const summaries = [before.summary, now.summary].filter((summary) => summary !== null)
  await trx
    .updateTable('conversations')
    .set({
      state: stateText(state),
      account_id: now.account_id ?? before.account_id,
      lang: now.lang ?? before.lang,
      summary: summaries.length > 0 ? summaries.join('\n') : null,
      summary_up_to: latest(before.summary_up_to, now.summary_up_to),
      summary_version: before.summary === null ? now.summary_version : before.summary_version,
      ...{ lease_owner: null, lease_until: null, undo_turn: null, undo_state: null },
      next_at: earliest(before.next_at, now.next_at),
      unread_since: earliest(before.unread_since, now.unread_since),
      weight: before.next_at !== null && before.weight > now.weight ? before.weight : now.weight,
      send_at: earliest(before.send_at, now.send_at),
      send_weight: before.send_weight > now.send_weight ? before.send_weight : now.send_weight,
      send_owner: sender.send_owner,
      send_until: sender.send_until,
      touched_at: Math.max(before.touched_at, now.touched_at),
      is_drafting: now.is_drafting ?? before.is_drafting,
    })
    .where('id', '=', kept)
    .execute()
  return now.closed_reason === null ? undefined : { reason: now.closed_reason, at: now.closed_at ?? 0 }
}

function earliest(a: number | null, b: number | null): number | null {
  return a === null || b === null ? (a ?? b) : Math.min(a, b)
}

function latest(a: number | null, b: number | null): number | null {
  return a === null || b === null ? (a ?? b) : Math.max(a, b)
}
