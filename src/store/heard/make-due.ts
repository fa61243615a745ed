/** When conversations are due by what was heard, and which of them are handed over at once. */
import { randomUUID } from 'node:crypto'
import { sql, type Transaction } from 'kysely'
import { ALBUM_MS } from '../../domain/album.ts'
import type { AcceptedMessage, Conversation } from '../../domain/conversation.ts'
import type { ConversationId, ThreadId } from '../../domain/ids.ts'
import { overheard, type Weight } from '../../domain/weight.ts'
import type { Claim } from '../../ports/inbox.ts'
import { byThread, int, type StoreContext, statement, text } from '../database/context.ts'
import type { Database } from '../database/schema.ts'
import { conversationOf, type OwnRow, ownColumns } from '../turns/conversation-row.ts'
import { acceptedMessage } from '../turns/select-unread.ts'
import type { Delivery } from './delivery.ts'
import type { InRow } from './in-row.ts'

/** A conversation as it is before the new messages make it due. */
export interface Touched {
  readonly id: ConversationId
  /** That of its weightiest unread message, if it has any. */
  readonly waiting: Weight | null
}

/** A burst ends at the latest after this many times `burstMs`. */
const longestBurst = 4

export interface Due {
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

export function dueAfter(
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

/** Most messages of one conversation that are handed over: of a long backlog a claim chooses. */
const MOST_HANDED = 20

const updateDue = statement<OwnRow & { readonly lease_owner: string | null }>((context) => {
  const waiting = sql`case when conversations.next_at is null then -1 else conversations.weight end`
  const latest = sql`coalesce(conversations.unread_since, r.first) + r.longest`
  const paused = sql`case when r.next < ${latest} then r.next else ${latest} end`
  // In a group that talks on and on the pause after a call is the caller's own: it begins with the call, and no others make it longer.
  const isFirstCall = sql`conversations.surface = 'group' and r.calls = 1 and ${waiting} = 0`
  const isBesideCall = sql`r.calls = 0 and ${waiting} > 0`
  const isCutShort = sql`conversations.surface = 'group' and ${paused} < conversations.next_at and conversations.next_at <= r.next`
  // Whoever blocked us and writes in private again has opened the door; not every platform says so.
  const isReopened = sql`conversations.surface = 'direct' and conversations.closed_at < r.heard`
  // Nothing of it waited, nobody has it in hand, no staff are with it, and its last turn ended well.
  const isHanded = sql`r.lease is not null and conversations.next_at is null and conversations.lease_owner is null and conversations.failures = 0
    and not exists (select 1 from handoffs where handoffs.conversation_id = conversations.id and handoffs.status <> 'closed')`
  return sql`
    update conversations set
      lease_owner = case when ${isHanded} then r.lease else conversations.lease_owner end,
      lease_until = case when ${isHanded} then ${context.moment} + r.lease_ms else conversations.lease_until end,
      closed_reason = case when ${isReopened} then null else conversations.closed_reason end,
      closed_at = case when ${isReopened} then null else conversations.closed_at end,
      unread_since = coalesce(conversations.unread_since, r.first),
      weight = case when r.weight > ${waiting} then r.weight else conversations.weight end,
      next_at = case when ${isBesideCall} then conversations.next_at when ${isFirstCall} then r.next
        when ${isCutShort} then conversations.next_at else ${paused} end
    from (select ${text('conversation')} as conversation, ${int('first')} as first, ${int('next')} as next, ${int('longest')} as longest,
      ${int('heard')} as heard, ${int('weight')} as weight, ${int('calls')} as calls,
      ${text('lease')} as lease, ${int('leaseMs')} as lease_ms
      from ${context.rows([])}) as r
    where conversations.id = r.conversation
    returning ${ownColumns}, lease_owner`
})

/**
 * Makes conversations due. Those of which nothing waited are handed over where whoever hears has places for all of them; the lease of
 * each is in its row with what made it due.
 */
export async function makeDue(
  context: StoreContext,
  trx: Transaction<Database>,
  dues: readonly Due[],
  heard: { readonly fresh: readonly InRow[]; readonly deliveries: readonly Delivery[]; readonly now: number },
): Promise<Claim[]> {
  if (dues.length === 0) return []
  const { fresh, deliveries, now } = heard
  const rows = Map.groupBy(fresh, ({ conversation }) => conversation)
  // An event may still change what was heard with it.
  const hasEvents = deliveries.some(({ events = [] }) => events.length > 0)
  const handOver = hasEvents ? undefined : deliveries.find((delivery) => delivery.handOver)?.handOver
  const isOne = ({ conversation, next }: Due) => {
    const own = rows.get(conversation) ?? []
    return next <= now && own.length <= MOST_HANDED && own.every(({ id }) => id !== undefined)
  }
  const asked = handOver ? dues.filter(isOne) : []
  const lease = handOver && asked.length > 0 && asked.length <= handOver.places() ? randomUUID() : undefined
  const isAsked = new Set(lease === undefined ? [] : asked)
  const given = dues.map((due) => (isAsked.has(due) ? { ...due, lease, leaseMs: handOver?.leaseMs } : due))
  const updated = await updateDue(context, trx, ...context.momentOf(now), JSON.stringify(given))
  if (lease === undefined) return []
  return updated.flatMap((row) => {
    if (row.lease_owner !== lease) return []
    const conversation = conversationOf(row, [])
    const [first, ...more] = (rows.get(row.id) ?? []).map(acceptedIn(conversation)).toSorted((a, b) => a.row - b.row)
    return first ? [{ conversation, unread: [first, ...more], hasMore: false, lease, failures: 0 }] : []
  })
}

const acceptedIn =
  ({ threadId }: Conversation) =>
  ({ id = 0, weight, body }: InRow): AcceptedMessage => ({
    ...acceptedMessage({ id: Number(id), weight, attempts: 0, body }),
    threadId,
  })
