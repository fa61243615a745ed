/** The outbox: per conversation one message at a time leaves, the oldest first, under the conversation's second lease. */
import { randomUUID } from 'node:crypto'
import { type RawBuilder, sql } from 'kysely'
import type { ConversationId, ThreadId } from '../../domain/ids.ts'
import type { OutboundMessage, Outgoing, Surface } from '../../domain/message.ts'
import type { Outbox, Parcel } from '../../ports/outbox.ts'
import { byThread, type StoreContext, statement, text } from '../database/context.ts'
import { createGroupCommit, type GroupCommit } from '../database/group-commit.ts'
import { parse } from '../database/text.ts'
import { nextDueAt } from '../turns/next-due-at.ts'
import { type Attempt, recordAll } from './record-attempts.ts'
import { readWindows } from './reply-windows.ts'
import { type Held, lockHeld, scheduleNext } from './send-lease.ts'

export function createOutbox(context: StoreContext, groups: Pick<GroupCommit<never, unknown>, 'settled'>[]): Outbox {
  const attempts = createGroupCommit((items: readonly Attempt[]) => recordAll(context, items))
  groups.push(attempts)
  return {
    due: (options) => takeDue(context, options),
    renew: (parcels, options) => renew(context, parcels, options),
    sent: (parcel, messageId, now, more = {}) =>
      attempts.add({ parcel, state: 'sent', dueAt: now, messageId, ...more }),
    behind: (parcel, limit) => behind(context, parcel, limit),
    hold: (parcel, reason, now, more) => attempts.add({ parcel, state: 'held', dueAt: now, reason, ...more }),
    shut: (parcel, window, reason, now) =>
      attempts.add({ parcel, state: 'pending', dueAt: now, reason, shuts: window }),
    retry: (parcel, dueAt, reason) => attempts.add({ parcel, state: 'pending', dueAt, reason }),
    deadLetter: (parcel, reason, now, closes) =>
      attempts.add({ parcel, state: 'dead', dueAt: now, reason, ...(closes && { closes: closes.reason }) }),
    nextDueAt: () => nextDueAt(context, 'outbox'),
  }
}

const take = (isOfPlatform: (context: StoreContext) => RawBuilder<unknown>) =>
  statement<{ id: ConversationId; thread_id: ThreadId }>(
    (context) => sql`
    with due as materialized (
      select id from conversations
      where brand = ${''} and send_at <= ${0} and (send_until is null or send_until <= ${context.moment}) ${isOfPlatform(context)}
      order by send_weight desc, send_at limit ${0} ${context.skipLocked})
    update conversations set send_owner = ${''}, send_until = ${context.moment} + ${0}
    where id in (select id from due)
    returning id, thread_id`,
  )
const takeAny = take(() => sql``)
const takeOfPlatform = take(({ platformOf }) => sql`and ${platformOf(sql.ref('thread_id'))} = ${''}`)

const prolong = statement(
  (context) => sql`
    update conversations set send_until = ${context.moment} + ${0}
    from (select ${text('lease')} as lease, ${text('thread')} as thread, ${text('brand')} as brand
      from ${context.rows([])}) as held
    where conversations.brand = held.brand and conversations.thread_id = held.thread and conversations.send_owner = held.lease`,
)

/** A conversation that has moved meanwhile is not found, and its lease ends by itself. */
async function renew(
  context: StoreContext,
  parcels: readonly Parcel[],
  { now, leaseMs }: { now: number; leaseMs: number },
): Promise<void> {
  const held = parcels
    .map(({ lease, message }) => ({ lease, thread: message.threadId, brand: context.brand }))
    .sort(byThread)
  await context.leasing((db) => prolong(context, db, ...context.momentOf(now), leaseMs, JSON.stringify(held)))
}

interface PendingRow {
  id: number
  at: number
  attempts: number
  body: string
  thread_id: ThreadId
  surface: Surface
  reply_windows: string | null
  is_late: number
  held_at: number | null
}

const selectFirst = statement<PendingRow>(
  (context) => sql`
    select messages.id, messages.at, attempts, body, thread_id, surface, reply_windows, is_late, held_at
    from messages join conversations on conversations.id = conversation_id
    where messages.id in (select min(id) from messages
      where conversation_id in (select ${text('id')} from ${context.rows([])}) and state = 'pending'
      group by conversation_id)
    order by send_weight desc, send_at, messages.id`,
)

async function takeDue(
  context: StoreContext,
  { now, leaseMs, limit, platform }: { now: number; leaseMs: number; limit: number; platform?: string },
): Promise<Parcel[]> {
  const lease = randomUUID()
  const { brand } = context
  const moment = context.momentOf(now)
  const holding = [limit, lease, ...moment, leaseMs]
  const taken = await context.leasing((db) =>
    platform === undefined
      ? takeAny(context, db, brand, now, ...moment, ...holding)
      : takeOfPlatform(context, db, brand, now, ...moment, encodeURIComponent(platform), ...holding),
  )
  if (taken.length === 0) return []
  const rows = await selectFirst(context, context.db, JSON.stringify(taken))
  const found = new Set(rows.map((row) => row.thread_id))
  const empty = taken.flatMap(({ thread_id: thread }) =>
    found.has(thread) ? [] : [{ brand: context.brand, thread, lease }],
  )
  if (empty.length > 0) await giveBackEmpty(context, empty, now)
  return rows.map((row) => ({
    message: outboundMessage(row),
    attempts: row.attempts,
    lease,
    windows: readWindows(row.reply_windows),
    isLate: Number(row.is_late) === 1,
    wasHeld: row.held_at !== null,
  }))
}

async function behind({ db }: StoreContext, { message }: Parcel, limit: number): ReturnType<Outbox['behind']> {
  const row = Number.parseInt(message.id, 10)
  const rows = await db
    .selectFrom('messages')
    .select(['id', 'body'])
    .where('conversation_id', '=', (query) =>
      query.selectFrom('messages as first').select('first.conversation_id').where('first.id', '=', row),
    )
    .where('state', '=', 'pending')
    .where('id', '>', row)
    .orderBy('id')
    .limit(limit)
    .execute()
  return rows.map(({ id, body }) => ({ row: Number(id), outgoing: parse<Outgoing>(body) }))
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
