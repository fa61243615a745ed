/** Lines of the fan's conversation on their way to the staff thread, each shown once. */
import { sql } from 'kysely'
import type { CaseId } from '../../domain/ids.ts'
import { type InboundMessage, mediaOf, type Outgoing } from '../../domain/message.ts'
import type { DeskWork, RelayLine, Unrelayed } from '../../ports/desk-work.ts'
import { type Connection, type StoreContext, text } from '../database/context.ts'
import { parse } from '../database/text.ts'
import { brandLine, fanLine } from '../fans/memory.ts'
import { lockThreads } from '../heard/apply-events.ts'
import { staffConversation, writeOutbox } from '../sent/write-outbox.ts'
import { selectCases } from './case-row.ts'
import { mayHaveNews, mayHaveNewsOnPage, unshown } from './work-due.ts'

export function relayLines(context: StoreContext): Pick<DeskWork, 'unrelayed' | 'relay'> {
  return {
    unrelayed: (limit, options = {}) => unrelayed(context, limit, options),
    relay: (id, lines, now) => relay(context, id, lines, now),
  }
}

interface Heard {
  readonly id: CaseId
  readonly heard_to: number
  readonly relayed_to: number
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
async function unrelayed(
  context: StoreContext,
  limit: number,
  { except = [], isPageAlone = false }: NonNullable<Parameters<DeskWork['unrelayed']>[1]>,
): Promise<Unrelayed[]> {
  const { rows: heard } = await sql<Heard>`
    select id, heard_to, relayed_to from handoffs where of_brand = ${context.brand}
      and ${isPageAlone ? mayHaveNewsOnPage : mayHaveNews}`.execute(context.db)
  if (heard.length === 0) return []
  const left = context.rows(except.map((id) => ({ id })))
  const { rows } = await sql<LineRow>`
    select handoffs.id as handoff_id, messages.id, messages.direction, messages.at, messages.message_id, messages.body
    ${unshown(context, isPageAlone)} and handoffs.id not in (select ${text('id')} from ${left})
    order by messages.id limit ${limit}`.execute(context.db)
  const byCase = Map.groupBy(rows, (row) => row.handoff_id)
  const isLeft = new Set(except)
  if (rows.length < limit)
    for (const one of heard) if (!byCase.has(one.id) && !isLeft.has(one.id)) await passOver(context, one)
  if (rows.length === 0) return []
  const ids = [...byCase.keys()].map((id) => ({ id }))
  const cases = await selectCases(
    context,
    context.db,
    sql`handoffs.id in (select ${text('id')} from ${context.rows(ids)})`,
  )
  return cases.map((one) => ({ case: one, lines: (byCase.get(one.id) ?? []).flatMap(relayLine) }))
}

/**
 * Nothing of it is for this case's staff. If anything was said meanwhile it is looked at anew, and so it is while parts of an album may
 * still come.
 */
async function passOver({ db }: StoreContext, { id, heard_to, relayed_to }: Heard): Promise<void> {
  await sql`update handoffs set relayed_to = heard_to
    where id = ${id} and heard_to = ${heard_to} and relayed_to = ${relayed_to}
      and not exists (select 1 from messages where messages.conversation_id = handoffs.conversation_id
        and messages.id > handoffs.relayed_to and messages.album is not null and messages.state = 'unread')`.execute(db)
}

export function relayLine(row: Omit<LineRow, 'handoff_id'>): RelayLine[] {
  if (row.direction === 'out') {
    const [line] = brandLine(row)
    const attachments = mediaOf(parse<Outgoing>(row.body)).map(({ kind }) => ({ kind }))
    return line ? [{ row: row.id, line, attachments, isPress: false }] : []
  }
  const message = parse<InboundMessage>(row.body)
  const isPress = message.button !== undefined
  const { attachments = [], surface } = message
  return [{ row: row.id, line: fanLine(row), attachments, isPress, ...(surface === 'group' && { inGroup: true }) }]
}

async function relay(
  context: StoreContext,
  id: CaseId,
  lines: Parameters<DeskWork['relay']>[1],
  now: number,
): Promise<boolean> {
  const last = lines.at(-1)
  if (last === undefined) return true
  const isRelayed = await context.transaction(async (trx) => {
    const found = await trx
      .selectFrom('handoffs')
      .innerJoin('conversations', 'conversations.id', 'handoffs.conversation_id')
      .select(['staff_thread', 'conversation_id', 'thread_id'])
      .where('handoffs.id', '=', id)
      .executeTakeFirst()
    if (found === undefined) return false
    // What a turn decides meanwhile is written before it or after it.
    if (lines.some(({ tellFan }) => tellFan)) await lockThreads(context, trx, [found.thread_id])
    const shows = lines.some(({ outgoing }) => outgoing !== undefined)
    if (shows && found.staff_thread === null) return false
    if (await isBecomingAlbum(trx, lines)) return false
    const staff =
      found.staff_thread === null ? undefined : await staffConversation(context, trx, found.staff_thread, now)
    const moved = await trx
      .updateTable('handoffs')
      .set({ relayed_to: last.row })
      .where('id', '=', id)
      .where('relayed_to', '<', lines[0]?.row ?? 0)
      .returning('id')
      .execute()
    if (moved.length === 0) return false
    for (const { row, outgoing, tellFan = [] } of lines) {
      await writeOutbox(trx, found.conversation_id, tellFan, now)
      if (outgoing === undefined || staff === undefined) continue
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

/** A part of it came since it was read. */
async function isBecomingAlbum(trx: Connection, lines: readonly { readonly row: number }[]): Promise<boolean> {
  const open = await trx
    .selectFrom('messages')
    .select('id')
    .where(
      'id',
      'in',
      lines.map(({ row }) => row),
    )
    .where('album', 'is not', null)
    .where('state', '=', 'unread')
    .executeTakeFirst()
  return open !== undefined
}
