/** What is to be told from one thread of a case to the other: that words arrived, were changed, or are gone. */
import { sql } from 'kysely'
import type { CaseId, ConversationId, ThreadId } from '../../domain/ids.ts'
import { type InboundMessage, mediaOf, type Outgoing, type Surface } from '../../domain/message.ts'
import type { DeskWork, RelayDone, RelayTask } from '../../ports/desk-work.ts'
import { type Connection, int, type StoreContext, text } from '../database/context.ts'
import type { MessageState } from '../database/tables/talk.ts'
import { parse } from '../database/text.ts'
import { lockThreads } from '../heard/apply-events.ts'
import { becomeParts, readParts } from '../sent/message-parts.ts'
import { tellingOf } from '../sent/told-of.ts'
import { staffConversation, writeOutbox } from '../sent/write-outbox.ts'
import { selectCases } from './case-row.ts'
import { reactionsIn } from './reaction-notes.ts'
import { relayLine } from './relay-lines.ts'
import { sendState } from './relayed.ts'
import { todo } from './work-due.ts'

export function relayTasks(context: StoreContext): Pick<DeskWork, 'tasks' | 'taskDone'> {
  return {
    tasks: (limit, except = []) => tasks(context, limit, except),
    taskDone: (task, now, done) => taskDone(context, task, now, done ?? {}),
  }
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
  staff_id: number | null
  staff_body: string | null
  staff_thread: ThreadId | null
  home_id: ConversationId
  note_message: string | null
  stands: number
}

/** Those that can be done now: a mark waits for the outcome, a change for the message to be there. */
async function tasks(context: StoreContext, limit: number, except: readonly number[]): Promise<RelayTask[]> {
  const left = context.rows(except.map((id) => ({ id })))
  const { rows } = await sql<TaskRow>`
    select relays.id as relay_id, relays.todo, relays.direction, relays.handoff_id, fan.id as fan_id, fan.state as fan_state,
      fan.message_id as fan_message, fan.reason as fan_reason, fan.body as fan_body, fan.at as fan_at,
      home.thread_id as fan_thread, home.surface as fan_surface, home.send_owner as fan_sender,
      staff.state as staff_state, staff.message_id as staff_message, staff.id as staff_id, staff.body as staff_body, desk.thread_id as staff_thread,
      home.id as home_id, (select message_id from messages where messages.id = relays.note_row) as note_message,
      case when relays.todo = 'deleted' and exists (select 1 from relays as others join messages as said on said.id = others.fan_row
        where others.handoff_id = relays.handoff_id and others.direction = 'out' and said.said = 1 and said.state <> 'withdrawn'
          and (said.turn_id = fan.turn_id or others.staff_row = relays.staff_row)) then 1 else 0 end as stands
    ${todo(context)} and relays.id not in (select ${int('id')} from ${left})
    order by relays.id limit ${limit}`.execute(context.db)
  if (rows.length === 0) return []
  const ids = [...new Set(rows.map((row) => row.handoff_id))].map((id) => ({ id }))
  const cases = new Map(
    (await selectCases(context, context.db, sql`handoffs.id in (select ${text('id')} from ${context.rows(ids)})`)).map(
      (one) => [one.id, one],
    ),
  )
  const parts = await readParts(
    context.db,
    rows.flatMap((row) => (row.direction === 'out' ? row.fan_id : (row.staff_id ?? []))),
  )
  const found: RelayTask[] = []
  for (const row of rows) {
    const one = cases.get(row.handoff_id)
    if (one === undefined) continue
    const ids = parts.get(Number(row.direction === 'out' ? row.fan_id : row.staff_id))
    const task = taskOf(row, one, ids)
    found.push(row.todo === 'reacted' ? { ...task, reacted: await reactedTo(context, row, task) } : task)
  }
  return found
}

async function reactedTo(
  { db }: StoreContext,
  { home_id, fan_message, note_message }: TaskRow,
  { case: one, target: { parts } }: RelayTask,
): Promise<NonNullable<RelayTask['reacted']>> {
  const all = await reactionsIn(db, home_id, one.surface === 'group' ? one.accountId : undefined)
  const ids = parts ?? (fan_message === null ? [] : [fan_message])
  const emojis = [...new Set(ids.flatMap((id) => all.get(id) ?? []))]
  return { emojis, ...(note_message !== null && { noteId: note_message }) }
}

function taskOf(row: TaskRow, found: RelayTask['case'], parts: readonly string[] | undefined): RelayTask {
  const isOut = row.direction === 'out'
  const [line] = isOut
    ? []
    : relayLine({ id: row.fan_id, direction: 'in', at: row.fan_at, message_id: row.fan_message, body: row.fan_body })
  const target = isOut
    ? { threadId: row.fan_thread, surface: row.fan_surface, messageId: row.fan_message }
    : { threadId: row.staff_thread ?? row.fan_thread, surface: 'group' as const, messageId: row.staff_message }
  const { messageId, ...where } = target
  return {
    relayId: row.relay_id,
    todo: row.todo,
    direction: row.direction,
    case: found,
    target: { ...where, ...(messageId !== null && { messageId }), ...(parts && { parts }) },
    fanRow: row.fan_id,
    ...(Number(row.stands) === 1 && { isRest: true }),
    ...(isOut && row.staff_body !== null && { staffMessage: parse<InboundMessage>(row.staff_body) }),
    state: isOut ? sendState(row.fan_state) : sendState(row.staff_state ?? 'dead'),
    ...(isOut && row.staff_message !== null && { staffMessageId: row.staff_message }),
    ...(isOut && row.fan_reason !== null && { reason: row.fan_reason }),
    ...(isOut && { outgoing: parse<Outgoing>(row.fan_body) }),
    ...(!isOut && stoodWithFiles(row.staff_body) && { stoodWithFiles: true }),
    ...(line && { line }),
  }
}

function stoodWithFiles(body: string | null): boolean {
  const shown = body === null ? undefined : parse<Outgoing>(body)
  return shown?.kind === 'text' && (shown.stoodWithFiles === true || mediaOf(shown).length > 0)
}

async function taskDone(
  context: StoreContext,
  { relayId, todo: done, case: { id, threadId } }: Parameters<DeskWork['taskDone']>[0],
  now: number,
  { tell = [], tellFan = [], parts = [], show, note }: RelayDone,
): Promise<void> {
  await context.transaction(async (trx) => {
    if (tellFan.length > 0) await lockThreads(context, trx, [threadId])
    const { rows } = await sql<{
      direction: 'in' | 'out'
      fan_row: number
      staff_row: number | null
      staff_thread: ThreadId | null
      home_id: ConversationId | null
    }>`
      update relays set todo = null where id = ${relayId} and todo = ${done}
      returning direction, fan_row, staff_row, (select staff_thread from handoffs where handoffs.id = relays.handoff_id) as staff_thread,
        (select conversation_id from messages where messages.id = relays.fan_row) as home_id`.execute(trx)
    const [relay] = rows
    const row = relay?.direction === 'out' ? relay.fan_row : relay?.staff_row
    if (row) await becomeParts(trx, Number(row), parts)
    if (relay?.home_id) await writeOutbox(trx, relay.home_id, tellFan, now)
    const thread = relay?.staff_thread
    if (thread && tell.length > 0) {
      const told = tellingOf(id, tell)
      await writeOutbox(trx, await staffConversation(context, trx, thread, now), told, now)
    }
    if (thread && show) await keepShown(context, trx, { relayId, thread, show, now })
    if (thread && relay && note !== undefined) await keepNote(context, trx, { relayId, thread, note, now })
  })
  if (tell.length > 0 || tellFan.length > 0 || show || note) context.notify('outbox')
}

/** What stands for the fan's message in the staff thread from now on. */
async function keepShown(
  context: StoreContext,
  trx: Connection,
  { relayId, thread, show, now }: { relayId: number; thread: ThreadId; show: Outgoing; now: number },
): Promise<void> {
  const [row] = await writeOutbox(trx, await staffConversation(context, trx, thread, now), [show], now)
  await trx
    .updateTable('relays')
    .set({ staff_row: row ?? null })
    .where('id', '=', relayId)
    .execute()
}

async function keepNote(
  context: StoreContext,
  trx: Connection,
  { relayId, thread, note, now }: { relayId: number; thread: ThreadId; note: Outgoing | null; now: number },
): Promise<void> {
  const [row] = note ? await writeOutbox(trx, await staffConversation(context, trx, thread, now), [note], now) : []
  await trx
    .updateTable('relays')
    .set({ note_row: row ?? null })
    .where('id', '=', relayId)
    .execute()
}
