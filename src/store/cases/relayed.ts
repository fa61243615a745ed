/** What a message in a staff thread stands for in the fan's conversation. */
import { type RawBuilder, sql } from 'kysely'
import type { CaseId, ThreadId } from '../../domain/ids.ts'
import type { Outgoing } from '../../domain/message.ts'
import type { Relayed } from '../../ports/case-reader.ts'
import type { StoreContext } from '../database/context.ts'
import type { MessageState } from '../database/tables/talk.ts'
import { parse } from '../database/text.ts'
import { rowsWithId } from '../sent/message-parts.ts'

interface RelayedRow {
  direction: 'in' | 'out'
  handoff_id: CaseId
  fan_row: number
  message_id: string | null
  state: MessageState
  reason: string | null
  body: string
  staff_row: number | null
  turn_id: string | null
}

export async function relayed(
  context: StoreContext,
  thread: ThreadId,
  messageId: string,
): Promise<Relayed | undefined> {
  return await find(context, sql`relays.staff_row in ${rowsWithId(context, thread, messageId)}`)
}

export async function isKnown(context: StoreContext, thread: ThreadId, messageId: string): Promise<boolean> {
  const { rows } = await sql`
    select 1 from messages where messages.id in ${rowsWithId(context, thread, messageId)} limit 1`.execute(context.db)
  return rows.length > 0
}

export async function lastSaid(context: StoreContext, id: CaseId, row?: number): Promise<Relayed | undefined> {
  const isMeant = row === undefined ? sql`true` : sql`relays.fan_row = ${row}`
  return await find(
    context,
    sql`relays.handoff_id = ${id} and relays.direction = 'out' and fan.state <> 'withdrawn' and fan.said = 1 and ${isMeant}`,
  )
}

async function find({ db }: StoreContext, where: RawBuilder<unknown>): Promise<Relayed | undefined> {
  const { rows } = await sql<RelayedRow>`
    select relays.direction, relays.handoff_id, fan_row, fan.message_id, fan.state, fan.reason, fan.body, staff_row,
      fan.turn_id
    from relays join messages as fan on fan.id = relays.fan_row
    where ${where} order by relays.id desc limit 1`.execute(db)
  const [row] = rows
  if (row === undefined) return undefined
  const rest = row.direction === 'out' ? await restOf(db, row) : []
  return {
    direction: row.direction,
    caseId: row.handoff_id,
    fanRow: row.fan_row,
    rows: rest.length > 0 ? rest : [{ row: row.fan_row }],
    state: sendState(row.state),
    ...(row.message_id !== null && { fanMessageId: row.message_id }),
    ...(row.reason !== null && { reason: row.reason }),
    ...(row.direction === 'out' && { outgoing: parse<Outgoing>(row.body) }),
  }
}

/** What one message of staff, one album with its late parts, or one act on the page said: all of it that still stands, in order. */
async function restOf(
  db: StoreContext['db'],
  { handoff_id, staff_row, turn_id }: RelayedRow,
): Promise<Relayed['rows']> {
  const { rows } = await sql<{ id: number; body: string }>`
    select fan.id, fan.body from relays join messages as fan on fan.id = relays.fan_row
    where relays.handoff_id = ${handoff_id} and relays.direction = 'out' and fan.state <> 'withdrawn' and fan.said = 1
      and (fan.turn_id = ${turn_id} or relays.staff_row = ${staff_row} or relays.staff_row in (
        select part.id from messages as part join messages as first on first.conversation_id = part.conversation_id
          and first.album = part.album where first.id = ${staff_row} and part.direction = 'in'))
    order by fan.id`.execute(db)
  return rows.map(({ id, body }) => ({ row: id, outgoing: parse<Outgoing>(body) }))
}

export function sendState(state: MessageState): Relayed['state'] {
  return state === 'pending' || state === 'held' || state === 'sent' || state === 'dead' ? state : 'other'
}
