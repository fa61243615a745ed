/** The outbox: per conversation one message at a time leaves, the oldest first, under the conversation's second lease. */
import { randomUUID } from 'node:crypto'
import { sql, type Transaction } from 'kysely'
import type { ConversationId, ThreadId } from '../domain/ids.ts'
import type { OutboundMessage, Outgoing, Surface } from '../domain/message.ts'
import type { Outbox, Parcel } from '../ports/store.ts'
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
}

/** A conversation held for sending. Its brand stands in the row, so that SQLite looks rows up one by one and scans no brand. */
interface Held {
  readonly brand: string
  readonly thread: ThreadId
  readonly lease: string
  readonly due: number
}

export function createOutbox(context: StoreContext, groups: Pick<GroupCommit<never, unknown>, 'settled'>[]): Outbox {
  const attempts = createGroupCommit((items: readonly Attempt[]) => recordAll(context, items))
  groups.push(attempts)
  return {
    due: (options) => takeDue(context, options),
    sent: (parcel, messageId, now) => attempts.add({ parcel, state: 'sent', dueAt: now, messageId }),
    retry: (parcel, dueAt, reason) => attempts.add({ parcel, state: 'pending', dueAt, reason }),
    deadLetter: (parcel, reason, now) => attempts.add({ parcel, state: 'dead', dueAt: now, reason }),
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
  const empty = taken.flatMap(({ thread_id: thread }) =>
    found.has(thread) ? [] : [{ brand: context.brand, thread, lease, due: now }],
  )
  if (empty.length > 0) await giveBackEmpty(context, empty)
  return rows.map((row) => ({ message: outboundMessage(row), attempts: row.attempts, lease }))
}

/** What was to be sent there has been forgotten meanwhile. */
async function giveBackEmpty(context: StoreContext, rows: Held[]): Promise<void> {
  rows.sort(byThread)
  await context.transaction(async (trx) => {
    const held = await lockHeld(context, trx, rows)
    const stillHeld = rows.filter((row) => held.has(`${row.thread} ${row.lease}`))
    await scheduleNext(context, trx, stillHeld)
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
      state: attempt.state,
      due: attempt.dueAt,
      message: attempt.messageId,
      reason: attempt.reason === undefined ? undefined : storable(attempt.reason),
    }))
    rows.sort(byThread)
    const held = await lockHeld(context, trx, rows)
    const isHeld = (row: { thread: ThreadId; lease: string }) => held.has(`${row.thread} ${row.lease}`)
    await writeAttempts(
      context,
      trx,
      rows.filter((row) => row.state === 'sent' || isHeld(row)),
    )
    return await scheduleNext(context, trx, rows.filter(isHeld))
  })
  if (hasMore) context.wake('outbox')
  return attempts.map(() => undefined)
}

/** Locks the conversations whose send lease is still held; returns `thread lease` of each. */
async function lockHeld(
  context: StoreContext,
  trx: Transaction<Database>,
  rows: readonly Held[],
): Promise<Set<string>> {
  const { rows: locked } = await sql<{ thread_id: ThreadId; send_owner: string }>`
    select thread_id, send_owner
    from (select ${text('brand')} as brand, ${text('thread')} as thread, ${text('lease')} as lease from ${context.rows(rows)}) as held
    join conversations on conversations.brand = held.brand and conversations.thread_id = held.thread
      and conversations.send_owner = held.lease
    ${context.lockConversations}`.execute(trx)
  return new Set(locked.map((row) => `${row.thread_id} ${row.send_owner}`))
}

async function writeAttempts(
  context: StoreContext,
  trx: Transaction<Database>,
  rows: readonly object[],
): Promise<void> {
  await sql`
    update messages set
      state = r.state,
      attempts = messages.attempts + 1,
      message_id = r.message,
      reason = coalesce(r.reason, messages.reason),
      done_at = case when r.state = 'pending' then null else r.due end
    from (select ${int('row')} as id, ${text('thread')} as thread, ${text('state')} as state, ${text('message')} as message,
      ${text('reason')} as reason, ${int('due')} as due from ${context.rows(rows)}) as r
    where messages.id = r.id and messages.state = 'pending'
      and messages.conversation_id = (select id from conversations where brand = ${context.brand} and thread_id = r.thread)`.execute(
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
    from (select ${text('brand')} as brand, ${text('thread')} as thread, ${int('due')} as due from ${context.rows(rows)}) as r
    where conversations.brand = r.brand and conversations.thread_id = r.thread
    returning send_at`.execute(trx)
  return scheduled.some((row) => row.send_at !== null)
}
