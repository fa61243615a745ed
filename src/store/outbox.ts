/** The outbox: per conversation one message at a time leaves, the oldest first, under the conversation's second lease. */
import { randomUUID } from 'node:crypto'
import { sql, type Transaction } from 'kysely'
import type { ConversationId, ThreadId } from '../domain/ids.ts'
import type { OutboundMessage, Outgoing, Surface } from '../domain/message.ts'
import type { Outbox, Parcel } from '../ports/store.ts'
import { closeConversation } from './close.ts'
import { byThread, int, type StoreContext, text } from './context.ts'
import { createGroupCommit, type GroupCommit } from './group-commit.ts'
import { nextDueAt } from './next-due-at.ts'
import type { Database, MessageState } from './schema.ts'
import { parse, storable } from './text.ts'

/** How an attempt to send ended. */
interface Attempt {
  readonly parcel: Parcel
  readonly state: Extract<MessageState, 'sent' | 'pending' | 'dead'>
  /** When the conversation's next message may leave. */
  readonly dueAt: number
  readonly messageId?: string
  readonly reason?: string
  /** Why the conversation is closed with it, if it is. */
  readonly closes?: string
}

/** A conversation held for sending: by its id, or as the one that has the message of `row`, wherever its thread has moved to. */
interface Held {
  readonly brand: string
  readonly thread: ThreadId
  readonly conversation?: ConversationId
  readonly row?: number
  readonly lease: string
}

interface Locked {
  readonly id: ConversationId
  readonly thread_id: ThreadId
}

export function createOutbox(context: StoreContext, groups: Pick<GroupCommit<never, unknown>, 'settled'>[]): Outbox {
  const attempts = createGroupCommit((items: readonly Attempt[]) => recordAll(context, items))
  groups.push(attempts)
  return {
    due: (options) => takeDue(context, options),
    sent: (parcel, messageId, now) => attempts.add({ parcel, state: 'sent', dueAt: now, messageId }),
    retry: (parcel, dueAt, reason) => attempts.add({ parcel, state: 'pending', dueAt, reason }),
    deadLetter: (parcel, reason, now, closes) =>
      attempts.add({ parcel, state: 'dead', dueAt: now, reason, ...(closes && { closes: closes.reason }) }),
    nextDueAt: () => nextDueAt(context, 'send_at', 'send_until'),
  }
}

async function takeDue(
  context: StoreContext,
  { now, leaseMs, limit }: { now: number; leaseMs: number; limit: number },
): Promise<Parcel[]> {
  const lease = randomUUID()
  const { rows: taken } = await sql<{ id: ConversationId; thread_id: ThreadId }>`
    with due as materialized (
      select id from conversations
      where brand = ${context.brand} and send_at <= ${now} and (send_until is null or send_until <= ${now})
      order by send_at limit ${limit} ${context.skipLocked})
    update conversations set send_owner = ${lease}, send_until = ${now + leaseMs}
    where id in (select id from due)
    returning id, thread_id`.execute(context.db)
  if (taken.length === 0) return []
  const { rows } = await sql<{
    id: number
    at: number
    attempts: number
    body: string
    thread_id: ThreadId
    surface: Surface
  }>`
    select messages.id, messages.at, attempts, body, thread_id, surface
    from messages join conversations on conversations.id = conversation_id
    where messages.id in (select min(id) from messages
      where conversation_id in (select ${text('id')} from ${context.rows(taken)}) and state = 'pending'
      group by conversation_id)
    order by send_at, messages.id`.execute(context.db)
  const found = new Set(rows.map((row) => row.thread_id))
  const empty = taken.flatMap(({ id: conversation, thread_id: thread }) =>
    found.has(thread) ? [] : [{ brand: context.brand, thread, conversation, lease }],
  )
  if (empty.length > 0) await giveBackEmpty(context, empty, now)
  return rows.map((row) => ({ message: outboundMessage(row), attempts: row.attempts, lease }))
}

/** What was to be sent there has been forgotten or taken back meanwhile. */
async function giveBackEmpty(context: StoreContext, rows: Held[], now: number): Promise<void> {
  rows.sort(byThread)
  await context.transaction(async (trx) => {
    const held = await lockHeld(context, trx, rows)
    await scheduleNext(
      context,
      trx,
      [...held.values()].map(({ id }) => ({ conversation: id, due: now })),
    )
  })
}

/** The id names the row, and the moment it was written, so that a new database never repeats a nonce of the old one. */
export function outboundMessage(row: {
  id: number
  at: number
  body: string
  thread_id: ThreadId
  surface: Surface
}): OutboundMessage {
  return {
    ...parse<Outgoing>(row.body),
    id: `${row.id}-${row.at.toString(36)}`,
    threadId: row.thread_id,
    surface: row.surface,
  }
}

/** Writes how attempts ended, all in one transaction. A sender that lost its lease may only say that it did send. */
async function recordAll(context: StoreContext, attempts: readonly Attempt[]): Promise<undefined[]> {
  const hasMore = await context.transaction(async (trx) => {
    const rows = attempts.map((attempt) => ({
      brand: context.brand,
      thread: attempt.parcel.message.threadId,
      lease: attempt.parcel.lease,
      row: Number.parseInt(attempt.parcel.message.id, 10),
      attempt,
    }))
    rows.sort(byThread)
    const held = await lockHeld(context, trx, rows)
    const ends = rows.flatMap((row) => {
      const place = held.get(row)
      return place || row.attempt.state === 'sent' ? [endOf(row, place)] : []
    })
    await writeAttempts(context, trx, ends)
    for (const { closes, conversation, due } of ends) {
      if (closes !== undefined && conversation)
        await closeConversation(trx, conversation, { reason: closes, at: due, now: due })
    }
    return await scheduleNext(
      context,
      trx,
      ends.filter((end) => end.conversation !== undefined),
    )
  })
  if (hasMore) context.wake('outbox')
  return attempts.map(() => undefined)
}

interface AttemptEnd {
  readonly row: number
  /** Of the sender that still holds its lease. */
  readonly conversation: ConversationId | undefined
  readonly state: Attempt['state']
  readonly due: number
  readonly message: string | undefined
  readonly reason: string | undefined
  readonly closes: string | undefined
}

function endOf(
  { row, thread, attempt }: { row: number; thread: ThreadId; attempt: Attempt },
  place?: Locked,
): AttemptEnd {
  const { state, dueAt: due, messageId: message, closes } = attempt
  const reason = attempt.reason === undefined ? undefined : storable(attempt.reason)
  // What was refused at the old address has not been tried at the new one.
  const hasMoved = state === 'dead' && place !== undefined && place.thread_id !== thread
  return {
    row,
    conversation: place?.id,
    state: hasMoved ? 'pending' : state,
    due,
    message,
    reason,
    closes: hasMoved ? undefined : closes,
  }
}

/** Locks the conversations whose send lease is still held; returns where each of these rows is. */
async function lockHeld<Row extends Held>(
  context: StoreContext,
  trx: Transaction<Database>,
  rows: readonly Row[],
): Promise<Map<Row, Locked>> {
  const asked = rows.map(({ brand, thread, conversation, row, lease }, nth) => ({
    ...{ nth, brand, thread, conversation, row, lease },
  }))
  // The brand stands in each row, so that SQLite looks conversations up one by one and scans no brand.
  const { rows: locked } = await sql<Locked & { nth: number }>`
    select held.nth, conversations.id, thread_id
    from (select ${int('nth')} as nth, ${text('brand')} as brand, ${text('lease')} as lease,
        coalesce(${text('conversation')}, (select conversation_id from messages where messages.id = ${int('row')}),
          (select id from conversations where brand = ${text('brand')} and thread_id = ${text('thread')})) as conversation
      from ${context.rows(asked)}) as held
    join conversations on conversations.id = held.conversation and conversations.brand = held.brand
      and conversations.send_owner = held.lease
    ${context.lockConversations}`.execute(trx)
  return new Map(
    locked.flatMap((place) => {
      const row = rows[place.nth]
      return row ? [[row, place] as const] : []
    }),
  )
}

/** What was sent was sent, even if it had been given up or taken back meanwhile. */
async function writeAttempts(
  context: StoreContext,
  trx: Transaction<Database>,
  rows: readonly AttemptEnd[],
): Promise<void> {
  if (rows.length === 0) return
  await sql`
    update messages set
      state = r.state,
      attempts = messages.attempts + 1,
      message_id = r.message,
      reason = coalesce(r.reason, messages.reason),
      done_at = case when r.state = 'pending' then null else r.due end
    from (select ${int('row')} as id, ${text('state')} as state, ${text('message')} as message,
      ${text('reason')} as reason, ${int('due')} as due from ${context.rows(rows)}) as r
    where messages.id = r.id and messages.direction = 'out'
      and (messages.state = 'pending' or (r.state = 'sent' and messages.state <> 'sent'))
      and (select brand from conversations where conversations.id = messages.conversation_id) = ${context.brand}`.execute(
    trx,
  )
}

/** Ends the leases. Runs after the rows are locked, so that what a settle adds meanwhile is either seen here or schedules itself. */
async function scheduleNext(
  context: StoreContext,
  trx: Transaction<Database>,
  rows: readonly object[],
): Promise<boolean> {
  if (rows.length === 0) return false
  const { rows: scheduled } = await sql<{ send_at: number | null }>`
    update conversations set send_owner = null, send_until = null, send_at = case when (select 1 from messages
      where messages.conversation_id = conversations.id and messages.state = 'pending' limit 1) = 1 then r.due end
    from (select ${text('conversation')} as conversation, ${int('due')} as due from ${context.rows(rows)}) as r
    where conversations.id = r.conversation
    returning send_at`.execute(trx)
  return scheduled.some((row) => row.send_at !== null)
}
