/** What the desk's loop has to do: cards, lines not yet shown to staff, marks and changes to be told, timers. */
import { sql } from 'kysely'
import type { TimerKind } from '../../domain/case.ts'
import type { CaseId, ThreadId } from '../../domain/ids.ts'
import type { InboundMessage, Outgoing, Surface } from '../../domain/message.ts'
import type { CardWork, CaseStore, DueTimer, RelayLine, RelayTask, Unrelayed } from '../../ports/store.ts'
import { type StoreContext, text } from '../database/context.ts'
import type { MessageState } from '../database/schema.ts'
import { parse } from '../database/text.ts'
import { brandLine, fanLine } from '../fans/memory.ts'
import { lockThreads } from '../heard/apply-events.ts'
import { staffConversation, writeOutbox } from '../sent/write-outbox.ts'
import { selectCases } from './case-row.ts'
import { createIsIdle, createNextDueAt, todo, unshown } from './desk-work.ts'
import { sendState } from './relayed.ts'

type Work = Pick<
  CaseStore,
  | 'claimCards'
  | 'threadOpened'
  | 'cardDone'
  | 'unrelayed'
  | 'relay'
  | 'tasks'
  | 'taskDone'
  | 'dueTimers'
  | 'nextDueAt'
  | 'isIdle'
>

export function caseWork(context: StoreContext): Work {
  return {
    claimCards: (options) => claimCards(context, options),
    threadOpened: (id, threadId, card, upTo, now) => threadOpened(context, id, threadId, card, upTo, now),
    async cardDone(id, version, { dueAt, card } = {}) {
      if (card)
        await sql`update messages set body = ${JSON.stringify(card)} where id = (select card_row from handoffs where handoffs.id = ${id})`.execute(
          context.db,
        )
      await sql`update handoffs set card_until = null,
        card_at = case when version = ${version} then cast(${dueAt ?? null} as bigint) else card_at end where id = ${id}`.execute(
        context.db,
      )
    },
    unrelayed: (limit) => unrelayed(context, limit),
    relay: (id, lines, now) => relay(context, id, lines, now),
    tasks: (limit) => tasks(context, limit),
    taskDone: (relayId, now, tell) => taskDone(context, relayId, now, tell ?? []),
    dueTimers: (now, limit) => dueTimers(context, now, limit),
    nextDueAt: createNextDueAt(context),
    isIdle: createIsIdle(context),
  }
}

async function claimCards(
  context: StoreContext,
  { now, leaseMs, limit }: { now: number; leaseMs: number; limit: number },
): Promise<CardWork[]> {
  const { rows } = await sql<{ id: CaseId }>`
    update handoffs set card_until = ${now + leaseMs} where id in (
      select handoffs.id from handoffs cross join conversations
      where conversations.id = conversation_id
        and brand = ${context.brand} and card_at <= ${now} and (card_until is null or card_until <= ${now})
      order by card_at limit ${limit})
      and (card_until is null or card_until <= ${now})
    returning id`.execute(context.db)
  if (rows.length === 0) return []
  const cases = await selectCases(
    context,
    context.db,
    sql`handoffs.id in (select ${text('id')} from ${context.rows(rows)})`,
  )
  const work: CardWork[] = []
  for (const one of cases) {
    const { rows: cards } = await sql<{ state: MessageState; message_id: string | null }>`
      select messages.state, messages.message_id from handoffs join messages on messages.id = handoffs.card_row
      where handoffs.id = ${one.id}`.execute(context.db)
    const [card] = cards
    work.push({
      case: one,
      ...(card && {
        card: { state: sendState(card.state), ...(card.message_id !== null && { messageId: card.message_id }) },
      }),
    })
  }
  return work
}

async function threadOpened(
  context: StoreContext,
  id: CaseId,
  threadId: ThreadId,
  card: Outgoing,
  upTo: number,
  now: number,
): Promise<void> {
  await context.transaction(async (trx) => {
    const staff = await staffConversation(context, trx, threadId, now)
    await lockThreads(context, trx, [threadId])
    const [row] = await writeOutbox(trx, staff, [card], now)
    await sql`update handoffs set staff_thread = ${threadId}, card_row = ${row ?? null},
      relayed_to = case when relayed_to < ${upTo} then ${upTo} else relayed_to end where id = ${id}`.execute(trx)
  })
  context.notify('outbox')
}

interface LineRow {
  handoff_id: CaseId
  id: number
  direction: 'in' | 'out'
  at: number
  message_id: string | null
  body: string
}

/** Of a group only what the fan of the case said there, and what we said. */
async function unrelayed(context: StoreContext, limit: number): Promise<Unrelayed[]> {
  const { rows } = await sql<LineRow>`
    select handoffs.id as handoff_id, messages.id, messages.direction, messages.at, messages.message_id, messages.body
    ${unshown(context)}
    order by messages.id limit ${limit}`.execute(context.db)
  if (rows.length === 0) return []
  const byCase = Map.groupBy(rows, (row) => row.handoff_id)
  const ids = [...byCase.keys()].map((id) => ({ id }))
  const cases = await selectCases(
    context,
    context.db,
    sql`handoffs.id in (select ${text('id')} from ${context.rows(ids)})`,
  )
  return cases.map((one) => ({ case: one, lines: (byCase.get(one.id) ?? []).flatMap(relayLine) }))
}

export function relayLine(row: Omit<LineRow, 'handoff_id'>): RelayLine[] {
  if (row.direction === 'out') {
    const [line] = brandLine(row)
    const { media } = parse<{ media?: { kind: 'photo' } }>(row.body)
    return line ? [{ row: row.id, line, attachments: media ? [{ kind: media.kind }] : [], isPress: false }] : []
  }
  const message = parse<InboundMessage>(row.body)
  const isPress = message.button !== undefined
  return [{ row: row.id, line: fanLine(row), attachments: message.attachments ?? [], isPress }]
}

async function relay(
  context: StoreContext,
  id: CaseId,
  lines: readonly { row: number; outgoing?: Outgoing }[],
  now: number,
): Promise<boolean> {
  const last = lines.at(-1)
  if (last === undefined) return true
  const isRelayed = await context.transaction(async (trx) => {
    const found = await trx.selectFrom('handoffs').select('staff_thread').where('id', '=', id).executeTakeFirst()
    if (!found?.staff_thread) return false
    const staff = await staffConversation(context, trx, found.staff_thread, now)
    const moved = await trx
      .updateTable('handoffs')
      .set({ relayed_to: last.row })
      .where('id', '=', id)
      .where('relayed_to', '<', lines[0]?.row ?? 0)
      .returning('id')
      .execute()
    if (moved.length === 0) return false
    for (const { row, outgoing } of lines) {
      if (outgoing === undefined) continue
      const [staffRow] = await writeOutbox(trx, staff, [outgoing], now)
      const { direction } = await trx
        .selectFrom('messages')
        .select('direction')
        .where('id', '=', row)
        .executeTakeFirstOrThrow()
      if (direction === 'in')
        await trx
          .insertInto('relays')
          .values({ handoff_id: id, direction, fan_row: row, staff_row: staffRow ?? null, todo: null })
          .execute()
    }
    return true
  })
  if (isRelayed) context.notify('outbox')
  return isRelayed
}

interface TaskRow {
  relay_id: number
  todo: RelayTask['todo']
  direction: 'in' | 'out'
  handoff_id: CaseId
  fan_id: number
  fan_state: MessageState
  fan_message: string | null
  fan_reason: string | null
  fan_body: string
  fan_at: number
  fan_thread: ThreadId
  fan_surface: Surface
  fan_sender: string | null
  staff_state: MessageState | null
  staff_message: string | null
  staff_thread: ThreadId | null
}

/** Those that can be done now: a mark waits for the outcome, a change for the message to be there. */
async function tasks(context: StoreContext, limit: number): Promise<RelayTask[]> {
  const { rows } = await sql<TaskRow>`
    select relays.id as relay_id, relays.todo, relays.direction, relays.handoff_id, fan.id as fan_id, fan.state as fan_state,
      fan.message_id as fan_message, fan.reason as fan_reason, fan.body as fan_body, fan.at as fan_at,
      place.thread_id as fan_thread, place.surface as fan_surface, place.send_owner as fan_sender,
      staff.state as staff_state, staff.message_id as staff_message, desk.thread_id as staff_thread
    ${todo(context)}
    order by relays.id limit ${limit}`.execute(context.db)
  if (rows.length === 0) return []
  const ids = [...new Set(rows.map((row) => row.handoff_id))].map((id) => ({ id }))
  const cases = new Map(
    (await selectCases(context, context.db, sql`handoffs.id in (select ${text('id')} from ${context.rows(ids)})`)).map(
      (one) => [one.id, one],
    ),
  )
  return rows.flatMap((row) => {
    const found = cases.get(row.handoff_id)
    return found ? [taskOf(row, found)] : []
  })
}

function taskOf(row: TaskRow, found: RelayTask['case']): RelayTask {
  const isOut = row.direction === 'out'
  const [line] = isOut
    ? []
    : relayLine({ id: row.fan_id, direction: 'in', at: row.fan_at, message_id: row.fan_message, body: row.fan_body })
  const target = isOut
    ? { threadId: row.fan_thread, surface: row.fan_surface, messageId: row.fan_message }
    : { threadId: row.staff_thread ?? row.fan_thread, surface: 'group' as const, messageId: row.staff_message }
  const { messageId, ...place } = target
  return {
    relayId: row.relay_id,
    todo: row.todo,
    direction: row.direction,
    case: found,
    target: { ...place, ...(messageId !== null && { messageId }) },
    state: isOut ? sendState(row.fan_state) : sendState(row.staff_state ?? 'dead'),
    ...(isOut && row.staff_message !== null && { staffMessageId: row.staff_message }),
    ...(isOut && row.fan_reason !== null && { reason: row.fan_reason }),
    ...(isOut && { outgoing: parse<Outgoing>(row.fan_body) }),
    ...(line && { line }),
  }
}

async function taskDone(context: StoreContext, relayId: number, now: number, tell: readonly Outgoing[]): Promise<void> {
  await context.transaction(async (trx) => {
    const { rows } = await sql<{ staff_thread: ThreadId | null }>`
      update relays set todo = null where id = ${relayId} and todo is not null
      returning (select staff_thread from handoffs where handoffs.id = relays.handoff_id) as staff_thread`.execute(trx)
    const thread = rows[0]?.staff_thread
    if (thread && tell.length > 0) await writeOutbox(trx, await staffConversation(context, trx, thread, now), tell, now)
  })
  if (tell.length > 0) context.notify('outbox')
}

async function dueTimers(context: StoreContext, now: number, limit: number): Promise<DueTimer[]> {
  const { rows } = await sql<{ handoff_id: CaseId; kind: TimerKind; due_at: number }>`
    select handoff_id, kind, due_at from timers cross join handoffs cross join conversations
    where handoffs.id = handoff_id and conversations.id = conversation_id
      and brand = ${context.brand} and due_at <= ${now} order by due_at, kind limit ${limit}`.execute(context.db)
  const due: DueTimer[] = []
  for (const { handoff_id, kind, due_at } of rows) {
    const [found] = await selectCases(context, context.db, sql`handoffs.id = ${handoff_id}`)
    if (found) due.push({ case: found, kind, dueAt: Number(due_at) })
  }
  return due
}
