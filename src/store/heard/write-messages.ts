/** The messages of `accept`: their rows, their conversations, their authors' accounts, and when all that is due. */
import { randomUUID } from 'node:crypto'
import { sql, type Transaction } from 'kysely'
import { ALBUM_MS } from '../../domain/album.ts'
import type { AccountId, ConversationId, FanId, ThreadId } from '../../domain/ids.ts'
import type { InboundMessage, Surface } from '../../domain/message.ts'
import { called, overheard, type Weight } from '../../domain/weight.ts'
import { byThread, inParts, int, type StoreContext, statement, text } from '../database/context.ts'
import type { Database } from '../database/schema.ts'
import { indexable, storable } from '../database/text.ts'
import { keepParts } from '../sent/message-parts.ts'
import { openWindows } from '../sent/reply-windows.ts'
import { isBareReply, withAnswered } from './answered-words.ts'
import type { Delivery } from './delivery.ts'
import type { EventWork } from './event-work.ts'
import type { InRow } from './in-row.ts'
import { joinAlbums } from './join-albums.ts'
import { staleByNews } from './stale-by-news.ts'

/** A burst ends at the latest after this many times `burstMs`. */
const longestBurst = 4

interface Due {
  readonly thread: ThreadId
  readonly conversation: ConversationId
  first: number
  next: number
  longest: number
  heard: number
  weight: Weight
  /** 1 if any of it is said to us, or belongs to what is. */
  calls: 0 | 1
}

/** A conversation as it is before the new messages make it due. */
interface Touched {
  readonly id: ConversationId
  /** That of its weightiest unread message, if it has any. */
  readonly waiting: Weight | null
}

/** Returns how many messages of each delivery were new. */
export async function writeMessages(
  context: StoreContext,
  trx: Transaction<Database>,
  deliveries: readonly Delivery[],
  notices: EventWork['notices'],
): Promise<number[]> {
  const places = await touchConversations(context, trx, deliveries)
  const callers = await callersAmong(context, trx, deliveries, places)
  const now = Math.max(...deliveries.map((delivery) => delivery.now))
  const work = { context, trx, now, notices }
  const { rows, joined } = await joinAlbums(work, await withAnswered(work, rowsOf(deliveries, places)))
  const fresh = [...(await insertMessages(context, trx, rows)), ...joined]
  await staleByNews(
    work,
    fresh.filter(({ isMore }) => isMore),
  )
  await makeDue(context, trx, dueAfter(deliveries, places, fresh, callers))
  if (
    await openWindows(
      trx,
      fresh.flatMap(({ opens }) => opens ?? []),
      now,
    )
  )
    notices.add('outbox')
  await insertAccounts(context, trx, deliveries)
  return deliveries.map((_, index) => fresh.filter((row) => row.delivery === index).length)
}

const upsertConversations = statement<{ id: ConversationId; thread_id: ThreadId; waiting: Weight | null }>(
  (context) => sql`
    insert into conversations (id, brand, thread_id, surface, account_id, state, failures, touched_at)
    select ${text('id')}, ${context.brand}, ${text('thread')}, ${text('surface')}, ${text('account')}, '{}', 0, ${int('now')}
    from ${context.rows([])}
    where true
    on conflict (brand, thread_id) do update set
      touched_at = excluded.touched_at,
      surface = excluded.surface,
      account_id = coalesce(excluded.account_id, conversations.account_id)
    returning id, thread_id, case when next_at is not null then weight end as waiting`,
)

/**
 * Upserts the conversation rows before any message is inserted: their locks make the order of row numbers the order of
 * commits, also between processes.
 */
async function touchConversations(
  context: StoreContext,
  trx: Transaction<Database>,
  deliveries: readonly Delivery[],
): Promise<Map<ThreadId, Touched>> {
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
  return new Map(ids.map(({ thread_id, id, waiting }) => [thread_id, { id, waiting }]))
}

const selectCallers = statement<{ conversation_id: ConversationId; account_id: AccountId }>(
  (context) => sql`
    select distinct messages.conversation_id, messages.account_id
    from ${context.rows([])} join messages on messages.conversation_id = ${text('conversation')} and messages.account_id = ${text('account')}
      and messages.state = 'unread' and messages.weight > 0`,
)

/** Of those who talk in groups where a call waits, the ones whose call it is: what they add to it belongs to it. */
async function callersAmong(
  context: StoreContext,
  trx: Transaction<Database>,
  deliveries: readonly Delivery[],
  places: ReadonlyMap<ThreadId, Touched>,
): Promise<ReadonlySet<string>> {
  const asked = new Map<string, { conversation: ConversationId; account: AccountId }>()
  for (const { messages } of deliveries) {
    for (const { surface, threadId, author } of messages) {
      const place = places.get(threadId)
      if (surface !== 'group' || !place?.waiting) continue
      asked.set(`${place.id} ${author.accountId}`, { conversation: place.id, account: author.accountId })
    }
  }
  if (asked.size === 0) return new Set()
  const rows = await selectCallers(context, trx, JSON.stringify([...asked.values()]))
  return new Set(rows.map((row) => `${row.conversation_id} ${row.account_id}`))
}

function rowsOf(deliveries: readonly Delivery[], places: ReadonlyMap<ThreadId, Touched>): InRow[] {
  return deliveries.flatMap(({ messages, now, weigh, mayAnswer, windowOf }, delivery) =>
    messages.flatMap((message) => {
      const conversation = places.get(message.threadId)?.id
      if (conversation === undefined) return []
      // What one member alone sees is no line of the group's talk: nobody else may be told of it.
      const said = message.isOwn || message.isForUsAlone ? 0 : 1
      const account = message.author.accountId
      const rule = isFan(message) ? windowOf?.(message) : undefined
      const by = message.opens ?? (message.button === undefined ? 'message' : 'press')
      return [
        {
          conversation,
          message: indexable(message.id),
          account,
          ...(isBareReply(message) && { isBareReply: true as const }),
          ...(message.album !== undefined && { album: indexable(message.album) }),
          said,
          at: now,
          body: JSON.stringify(message),
          heard: isFan(message) ? message.sentAt : 0,
          isMore: isFan(message) && message.command === undefined && message.button === undefined,
          ...(mayAnswer?.(message) && { mayAnswer: true as const }),
          delivery,
          surface: message.surface,
          weight: weigh?.(message) ?? called,
          ...(rule && { opens: { conversation, rule, by, at: message.sentAt, on: message.id } }),
        },
      ]
    }),
  )
}

const insertUnread = statement<{ id: number; conversation_id: string; message_id: string }>(
  (context) => sql`
    insert into messages (conversation_id, direction, state, said, account_id, message_id, album, at, attempts, weight, body)
    select ${text('conversation')}, 'in', 'unread', ${int('said')}, ${text('account')}, ${text('message')}, ${text('album')}, ${int('at')}, 0,
      ${int('weight')}, ${text('body')}
    from ${context.rows([])}
    where true
    on conflict (conversation_id, message_id) where direction = 'in' do nothing
    returning id, conversation_id, message_id`,
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
    const keys = new Map(inserted.map((row) => [`${row.conversation_id} ${row.message_id}`, row.id]))
    for (const row of part) {
      const key = `${row.conversation} ${row.message}`
      const id = keys.get(key)
      if (id === undefined) continue
      keys.delete(key)
      fresh.push(row)
      if (row.parts) await keepParts(trx, id, row.parts)
    }
  }
  return fresh
}

function dueAfter(
  deliveries: readonly Delivery[],
  places: ReadonlyMap<ThreadId, Touched>,
  fresh: readonly InRow[],
  callers: ReadonlySet<string>,
): Due[] {
  const threads = new Map([...places].map(([thread, { id }]) => [id, thread]))
  const dues = new Map<ConversationId, Due>()
  for (const { conversation, account, delivery, heard, surface, weight, album } of fresh) {
    const { now = 0, burstMs: usual = 0 } = deliveries[delivery] ?? {}
    const burstMs = album === undefined ? usual : Math.max(usual, ALBUM_MS)
    const thread = threads.get(conversation)
    if (thread === undefined) continue
    const due = dues.get(conversation) ?? {
      thread,
      conversation,
      first: now,
      next: 0,
      longest: 0,
      heard: 0,
      weight,
      calls: 0,
    }
    dues.set(conversation, due)
    due.next = Math.max(due.next, now + burstMs)
    due.longest = Math.max(due.longest, longestBurst * burstMs)
    due.heard = Math.max(due.heard, heard)
    if (weight > due.weight) due.weight = weight
    if (surface === 'direct' || weight > overheard || callers.has(`${conversation} ${account}`)) due.calls = 1
  }
  return [...dues.values()].sort(byThread)
}

const updateDue = statement((context) => {
  const waiting = sql`case when conversations.next_at is null then -1 else conversations.weight end`
  const latest = sql`coalesce(conversations.unread_since, r.first) + r.longest`
  const paused = sql`case when r.next < ${latest} then r.next else ${latest} end`
  // In a group that talks on and on the pause after a call is the caller's own: it begins with the call, and no others make it longer.
  const isFirstCall = sql`conversations.surface = 'group' and r.calls = 1 and ${waiting} = 0`
  const isBesideCall = sql`r.calls = 0 and ${waiting} > 0`
  const isCutShort = sql`conversations.surface = 'group' and ${paused} < conversations.next_at and conversations.next_at <= r.next`
  // Whoever blocked us and writes in private again has opened the door; not every platform says so.
  const isReopened = sql`conversations.surface = 'direct' and conversations.closed_at < r.heard`
  return sql`
    update conversations set
      closed_reason = case when ${isReopened} then null else conversations.closed_reason end,
      closed_at = case when ${isReopened} then null else conversations.closed_at end,
      unread_since = coalesce(conversations.unread_since, r.first),
      weight = case when r.weight > ${waiting} then r.weight else conversations.weight end,
      next_at = case when ${isBesideCall} then conversations.next_at when ${isFirstCall} then r.next
        when ${isCutShort} then conversations.next_at else ${paused} end
    from (select ${text('conversation')} as conversation, ${int('first')} as first, ${int('next')} as next, ${int('longest')} as longest,
      ${int('heard')} as heard, ${int('weight')} as weight, ${int('calls')} as calls
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
  return !message.author.isBot && !message.author.isBrand && message.isOwn !== true && message.isStaffThread !== true
}
