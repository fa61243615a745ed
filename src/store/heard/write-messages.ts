/** The messages of `accept`: their rows, their conversations, their authors' accounts, and when all that is due. */
import { randomUUID } from 'node:crypto'
import { sql, type Transaction } from 'kysely'
import type { AccountId, ConversationId, FanId, ThreadId } from '../../domain/ids.ts'
import type { InboundMessage, Surface } from '../../domain/message.ts'
import { called, type Weight } from '../../domain/weight.ts'
import type { Claim } from '../../ports/inbox.ts'
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
import { dueAfter, makeDue, type Touched } from './make-due.ts'
import { staleByNews } from './stale-by-news.ts'

export interface Written {
  /** How many messages of each delivery were new. */
  readonly accepted: readonly number[]
  /** What is handed over at once. */
  readonly claims: readonly Claim[]
  /** Whether something became due that waits to be claimed. */
  readonly isLeft: boolean
}

export async function writeMessages(
  context: StoreContext,
  trx: Transaction<Database>,
  deliveries: readonly Delivery[],
  notices: EventWork['notices'],
): Promise<Written> {
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
  const dues = dueAfter(deliveries, places, fresh, callers)
  const claims = await makeDue(context, trx, dues, { fresh, deliveries, now })
  if (
    await openWindows(
      trx,
      fresh.flatMap(({ opens }) => opens ?? []),
      now,
    )
  )
    notices.add('outbox')
  await insertAccounts(context, trx, deliveries)
  const accepted = deliveries.map((_, index) => fresh.filter((row) => row.delivery === index).length)
  return { accepted, claims, isLeft: dues.length > claims.length }
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
      fresh.push({ ...row, id })
      if (row.parts) await keepParts(trx, id, row.parts)
    }
  }
  return fresh
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
