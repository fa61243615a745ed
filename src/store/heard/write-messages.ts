/** The messages of `accept`: their rows, their conversations, their authors' accounts, and when all that is due. */
import { randomUUID } from 'node:crypto'
import { sql, type Transaction } from 'kysely'
import type { AccountId, ConversationId, FanId, ThreadId } from '../../domain/ids.ts'
import type { InboundMessage, Surface } from '../../domain/message.ts'
import { byThread, inParts, int, type StoreContext, statement, text } from '../database/context.ts'
import type { Database } from '../database/schema.ts'
import { indexable, storable } from '../database/text.ts'
import type { Delivery } from './delivery.ts'
import type { EventWork } from './event-work.ts'
import { staleByNews } from './stale-by-news.ts'

/** A burst ends at the latest after this many times `burstMs`. */
const longestBurst = 4

interface InRow {
  readonly conversation: ConversationId
  readonly message: string
  readonly account: AccountId
  readonly said: 0 | 1
  readonly at: number
  readonly body: string
  /** When a fan said it, by the platform's clock; 0 for what is no fan's. */
  readonly heard: number
  /** A fan says more with it: what they were about to be told is out of date. */
  readonly isMore: boolean
  readonly delivery: number
}

interface Due {
  readonly thread: ThreadId
  readonly conversation: ConversationId
  first: number
  next: number
  burst: number
  heard: number
}

/** Returns how many messages of each delivery were new. */
export async function writeMessages(
  context: StoreContext,
  trx: Transaction<Database>,
  deliveries: readonly Delivery[],
  notices: EventWork['notices'],
): Promise<number[]> {
  const ids = await touchConversations(context, trx, deliveries)
  const fresh = await insertMessages(context, trx, rowsOf(deliveries, ids))
  const now = deliveries[0]?.now ?? 0
  await staleByNews(
    { context, trx, now, notices },
    fresh.filter(({ isMore }) => isMore),
  )
  await makeDue(context, trx, dueAfter(deliveries, ids, fresh))
  await insertAccounts(context, trx, deliveries)
  return deliveries.map((_, index) => fresh.filter((row) => row.delivery === index).length)
}

const upsertConversations = statement<{ id: ConversationId; thread_id: ThreadId }>(
  (context) => sql`
    insert into conversations (id, brand, thread_id, surface, account_id, state, failures, touched_at)
    select ${text('id')}, ${context.brand}, ${text('thread')}, ${text('surface')}, ${text('account')}, '{}', 0, ${int('now')}
    from ${context.rows([])}
    where true
    on conflict (brand, thread_id) do update set
      touched_at = excluded.touched_at,
      surface = excluded.surface,
      account_id = coalesce(excluded.account_id, conversations.account_id)
    returning id, thread_id`,
)

/**
 * Upserts the conversation rows before any message is inserted: their locks make the order of row numbers the order of
 * commits, also between processes.
 */
async function touchConversations(
  context: StoreContext,
  trx: Transaction<Database>,
  deliveries: readonly Delivery[],
): Promise<Map<ThreadId, ConversationId>> {
  const rows = new Map<ThreadId, { thread: ThreadId; id: string; surface: Surface; account?: AccountId; now: number }>()
  for (const { messages, now } of deliveries) {
    for (const message of messages) {
      const account =
        message.surface === 'direct' && isFan(message) ? message.author.accountId : rows.get(message.threadId)?.account
      rows.set(message.threadId, {
        thread: message.threadId,
        id: randomUUID(),
        surface: message.surface,
        ...(account !== undefined && { account }),
        now,
      })
    }
  }
  if (rows.size === 0) return new Map()
  const ids = await upsertConversations(context, trx, context.brand, JSON.stringify([...rows.values()].sort(byThread)))
  return new Map(ids.map((row) => [row.thread_id, row.id]))
}

function rowsOf(deliveries: readonly Delivery[], ids: ReadonlyMap<ThreadId, ConversationId>): InRow[] {
  return deliveries.flatMap(({ messages, now }, delivery) =>
    messages.flatMap((message) => {
      const conversation = ids.get(message.threadId)
      if (conversation === undefined) return []
      const said = message.isOwn ? 0 : 1
      const account = message.author.accountId
      return [
        {
          conversation,
          message: indexable(message.id),
          account,
          said,
          at: now,
          body: JSON.stringify(message),
          heard: isFan(message) ? message.sentAt : 0,
          isMore: isFan(message) && message.command === undefined && message.button === undefined,
          delivery,
        },
      ]
    }),
  )
}

const insertUnread = statement<{ conversation_id: string; message_id: string }>(
  (context) => sql`
    insert into messages (conversation_id, direction, state, said, account_id, message_id, at, attempts, body)
    select ${text('conversation')}, 'in', 'unread', ${int('said')}, ${text('account')}, ${text('message')}, ${int('at')}, 0, ${text('body')}
    from ${context.rows([])}
    where true
    on conflict (conversation_id, message_id) where direction = 'in' do nothing
    returning conversation_id, message_id`,
)

/** Returns the rows that were new. */
async function insertMessages(
  context: StoreContext,
  trx: Transaction<Database>,
  rows: readonly InRow[],
): Promise<InRow[]> {
  const fresh: InRow[] = []
  for (const part of inParts(rows)) {
    const inserted = await insertUnread(context, trx, JSON.stringify(part))
    const keys = new Set(inserted.map((row) => `${row.conversation_id} ${row.message_id}`))
    fresh.push(...part.filter((row) => keys.delete(`${row.conversation} ${row.message}`)))
  }
  return fresh
}

function dueAfter(
  deliveries: readonly Delivery[],
  ids: ReadonlyMap<ThreadId, ConversationId>,
  fresh: readonly InRow[],
): Due[] {
  const threads = new Map([...ids].map(([thread, conversation]) => [conversation, thread]))
  const dues = new Map<ConversationId, Due>()
  for (const { conversation, delivery, heard } of fresh) {
    const { now = 0, burstMs = 0 } = deliveries[delivery] ?? {}
    const thread = threads.get(conversation)
    if (thread === undefined) continue
    const due = dues.get(conversation) ?? { thread, conversation, first: now, next: 0, burst: 0, heard: 0 }
    dues.set(conversation, due)
    due.next = now + burstMs
    due.burst = burstMs
    due.heard = Math.max(due.heard, heard)
  }
  return [...dues.values()].sort(byThread)
}

const updateDue = statement((context) => {
  const latest = sql`coalesce(conversations.unread_since, r.first) + ${sql.lit(longestBurst)} * r.burst`
  // Whoever blocked us and writes in private again has opened the door; not every platform says so.
  const isReopened = sql`conversations.surface = 'direct' and conversations.closed_at < r.heard`
  return sql`
    update conversations set
      closed_reason = case when ${isReopened} then null else conversations.closed_reason end,
      closed_at = case when ${isReopened} then null else conversations.closed_at end,
      unread_since = coalesce(conversations.unread_since, r.first),
      next_at = case when r.next < ${latest} then r.next else ${latest} end
    from (select ${text('conversation')} as conversation, ${int('first')} as first, ${int('next')} as next, ${int('burst')} as burst,
      ${int('heard')} as heard
      from ${context.rows([])}) as r
    where conversations.id = r.conversation`
})

async function makeDue(context: StoreContext, trx: Transaction<Database>, dues: readonly Due[]): Promise<void> {
  if (dues.length > 0) await updateDue(context, trx, JSON.stringify(dues))
}

const upsertAccounts = statement<{ fan_id: FanId }>(
  (context) => sql`
    insert into accounts (brand, id, fan_id, name, created_at)
    select ${context.brand}, ${text('account')}, ${text('fan')}, ${text('name')}, ${int('now')} from ${context.rows([])}
    where true
    on conflict (brand, id) do update set name = excluded.name where accounts.name <> excluded.name
    returning fan_id`,
)

/** Every fan's account has a row, with the name shown last. Bots, ourselves and staff in their threads are no fans. */
async function insertAccounts(
  context: StoreContext,
  trx: Transaction<Database>,
  deliveries: readonly Delivery[],
): Promise<void> {
  const fans = new Map<AccountId, { account: AccountId; fan: string; name: string; lang?: string; now: number }>()
  for (const { messages, now } of deliveries) {
    for (const message of messages.filter(isFan)) {
      const { accountId: account, name, lang } = message.author
      fans.set(account, { account, fan: randomUUID(), name: storable(name), now, ...(lang !== undefined && { lang }) })
    }
  }
  if (fans.size === 0) return
  const rows = [...fans.values()].sort((a, b) => (a.account < b.account ? -1 : 1))
  const written = await upsertAccounts(context, trx, context.brand, JSON.stringify(rows))
  const writtenIds = new Set<string>(written.map((row) => row.fan_id))
  const created = rows.filter((row) => writtenIds.has(row.fan))
  if (created.length === 0) return
  await sql`
    insert into fans (id, brand, consent, lang, created_at)
    select ${text('fan')}, ${context.brand}, 'unasked', ${text('lang')}, ${int('now')} from ${context.rows(created)}`.execute(
    trx,
  )
}

function isFan(message: InboundMessage): boolean {
  return !message.author.isBot && message.isOwn !== true && message.isStaffThread !== true
}
