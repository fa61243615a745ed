/** What happens in threads besides new messages, applied one by one within `accept`. */
import { sql } from 'kysely'
import type { ThreadEvent } from '../../domain/event.ts'
import type { ConversationId, ThreadId } from '../../domain/ids.ts'
import { tellOfReaction } from '../cases/reaction-notes.ts'
import { keepHeardVote } from '../community/circle-votes.ts'
import { endOffer } from '../community/helpers.ts'
import { type Connection, type StoreContext, text } from '../database/context.ts'
import { hearGone } from '../insights/hear-effects.ts'
import { openWindows } from '../sent/reply-windows.ts'
import { closeConversation, openConversation } from './close.ts'
import { deleteMessages } from './delete-messages.ts'
import { editMessage } from './edit-message.ts'
import { type EventWork, findConversation } from './event-work.ts'
import { moveThread } from './move-thread.ts'
import { keepReactions } from './reactions.ts'
import { takeAsUndelivered } from './undelivered.ts'

/** Locks the conversations of these threads, and so all that events change, in the one order in which every process does. */
export async function lockThreads(context: StoreContext, trx: Connection, threads: Iterable<ThreadId>): Promise<void> {
  const rows = [...new Set(threads)].sort().map((thread) => ({ brand: context.brand, thread }))
  if (rows.length === 0) return
  await sql`
    select conversations.id
    from (select ${text('brand')} as brand, ${text('thread')} as thread from ${context.rows(rows)}) as held
    join conversations on conversations.brand = held.brand and conversations.thread_id = held.thread
    ${context.lockConversations}`.execute(trx)
}

/** In their order; returns those that found nothing to apply to. */
export async function applyEvents(work: EventWork, events: readonly ThreadEvent[]): Promise<ThreadEvent[]> {
  const missed: ThreadEvent[] = []
  for (const event of events) {
    const conversation = await findConversation(work, event.threadId)
    const left = conversation === undefined ? event : await apply(work, conversation, event)
    if (conversation !== undefined && left === undefined && changesWords(event)) await touch(work, conversation)
    if (left) missed.push(left)
  }
  return missed
}

function changesWords({ kind }: ThreadEvent): boolean {
  return kind === 'edited' || kind === 'deleted' || kind === 'reacted'
}

/** Whoever shows the conversation looks at it again. */
async function touch({ trx, now }: EventWork, conversation: ConversationId): Promise<void> {
  await trx.updateTable('conversations').set({ touched_at: now }).where('id', '=', conversation).execute()
}

/** Returns the part of the event that found nothing to apply to. */
async function apply(
  work: EventWork,
  conversation: ConversationId,
  event: ThreadEvent,
): Promise<ThreadEvent | undefined> {
  switch (event.kind) {
    case 'edited':
      return (await editMessage(work, conversation, event)) ? undefined : event
    case 'deleted': {
      const messageIds = await deleteMessages(work, conversation, event.messageIds)
      return messageIds.length === 0 ? undefined : { ...event, messageIds }
    }
    case 'moved':
      await moveThread(work, conversation, event)
      return undefined
    case 'closed':
      await closeConversation(work.trx, conversation, { ...event, now: work.now })
      work.notices.add('inbox')
      return undefined
    case 'opened':
      if (await openConversation(work.trx, conversation, { at: event.at, now: work.now })) work.notices.add('outbox')
      return undefined
    case 'left':
      await hearGone(work.context, work.trx, conversation, event)
      await endOffer(work.context, work.trx, { account: event.accountId, conversation }, event.at)
      return undefined
    case 'voted':
      return (await keepHeardVote(work.context, work.trx, conversation, event, work.now)) ? undefined : event
    case 'reacted':
      await keepReactions(work.trx, conversation, event)
      await tellOfReaction(work.trx, conversation, event)
      work.notices.add('outbox')
      return undefined
    case 'reopened':
      await reopen(work, conversation, event)
      return undefined
    case 'undelivered':
      return (await takeAsUndelivered(work, conversation, event)) ? undefined : event
    default:
      return event satisfies never
  }
}

async function reopen(
  { trx, now, notices, windowOf }: EventWork,
  conversation: ConversationId,
  { threadId, by, at, messageId: on = '' }: Extract<ThreadEvent, { kind: 'reopened' }>,
): Promise<void> {
  const place = await trx
    .selectFrom('conversations')
    .select('surface')
    .where('id', '=', conversation)
    .executeTakeFirstOrThrow()
  const rule = windowOf?.({ threadId, surface: place.surface })
  if (rule && (await openWindows(trx, [{ conversation, rule, by, at, on }], now))) notices.add('outbox')
}
