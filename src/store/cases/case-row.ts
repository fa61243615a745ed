/** Rows of `handoffs`, with their conversations, fans and timers, as the Cases the desk works on. */
import { type Generated, type RawBuilder, sql } from 'kysely'
import type { Case, TimerKind, Timers } from '../../domain/case.ts'
import { heardName, tagOf } from '../../domain/colleague.ts'
import type { CaseId, ThreadId } from '../../domain/ids.ts'
import { onOneLine } from '../../domain/lines.ts'
import type { Lang, Surface } from '../../domain/message.ts'
import { type Connection, type StoreContext, text } from '../database/context.ts'
import type { HandoffTable } from '../database/tables/cases.ts'
import { readWindows } from '../sent/reply-windows.ts'

type CaseRow = {
  readonly [K in Exclude<keyof HandoffTable, 'of_brand'>]: HandoffTable[K] extends Generated<number>
    ? number
    : HandoffTable[K]
} & {
  readonly thread_id: ThreadId
  readonly surface: Surface
  readonly lang: Lang | null
  readonly is_drafting: number | null
  readonly reply_windows: string | null
  readonly fan_name: string | null
  readonly fan_since: number | null
  readonly namesakes: number
}

/**
 * `where` and `tail` (order, limit) speak of `handoffs` and `conversations`. A cross join is read in the order in which it is
 * written: there are few cases, and many conversations.
 */
export async function selectCases(
  context: StoreContext,
  db: Connection,
  where: RawBuilder<unknown>,
  tail: RawBuilder<unknown> = sql`order by handoffs.opened_at, handoffs.id`,
): Promise<Case[]> {
  const { rows } = await sql<CaseRow>`
    select handoffs.*, thread_id, surface, conversations.lang as lang, conversations.is_drafting,
      conversations.reply_windows, accounts.name as fan_name, fans.created_at as fan_since,
      (select count(*) from colleagues where colleagues.brand = conversations.brand and colleagues.name = handoffs.assignee
        and colleagues.staff_id <> handoffs.assignee_id) as namesakes
    from handoffs cross join conversations
    left join accounts on accounts.brand = conversations.brand and accounts.id = handoffs.account_id
    left join fans on fans.id = handoffs.fan_id
    where conversations.id = handoffs.conversation_id and conversations.brand = ${context.brand} and ${where} ${tail}`.execute(
    db,
  )
  if (rows.length === 0) return []
  const timers = await timersOf(context, db, rows)
  const staff = await namesOfStaff(context, db)
  return rows.map((row) => caseOf(row, timers.get(row.id) ?? {}, staff))
}

/** As heard. They are told apart here: SQLite, and PostgreSQL with the locale C, lower the letters A to Z alone. */
async function namesOfStaff({ brand }: StoreContext, db: Connection): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ name: string }>`select name from colleagues where brand = ${brand}`.execute(db)
  return new Set(rows.map(({ name }) => heardName(name)))
}

async function timersOf(
  context: StoreContext,
  db: Connection,
  cases: readonly CaseRow[],
): Promise<Map<CaseId, Timers>> {
  const ids = cases.map(({ id }) => ({ id }))
  const { rows } = await sql<{ handoff_id: CaseId; kind: TimerKind; due_at: number }>`
    select handoff_id, kind, due_at from timers where handoff_id in (select ${text('id')} from ${context.rows(ids)})`.execute(
    db,
  )
  const byCase = new Map<CaseId, Record<string, number>>()
  for (const { handoff_id, kind, due_at } of rows) byCase.set(handoff_id, { ...byCase.get(handoff_id), [kind]: due_at })
  return byCase
}

function caseOf(row: CaseRow, timers: Timers, staff: ReadonlySet<string>): Case {
  return {
    id: row.id,
    conversationId: row.conversation_id,
    fanId: row.fan_id,
    status: row.status,
    reason: row.reason,
    summary: row.summary,
    openedAt: row.opened_at,
    version: Number(row.version),
    fanName: onOneLine(row.fan_name ?? '', ' '),
    threadId: row.thread_id,
    surface: row.surface,
    handler: row.handler,
    breaches: Number(row.breaches),
    timers,
    ...(row.fan_name !== null && staff.has(heardName(row.fan_name)) && { isNamedAsStaff: true as const }),
    ...(row.team !== null && { team: row.team }),
    ...(row.draft !== null && { draft: row.draft }),
    ...(row.assignee !== null && { assignee: row.assignee }),
    ...(row.assigned_at !== null && { assignedAt: row.assigned_at }),
    ...(row.closed_at !== null && { closedAt: row.closed_at }),
    ...(row.assignee_id !== null && { assigneeId: row.assignee_id }),
    ...(row.assignee_id !== null && Number(row.namesakes) > 0 && { assigneeTag: tagOf(row.assignee_id) }),
    ...(row.account_id !== null && { accountId: row.account_id }),
    ...(row.fan_since !== null && { fanSince: row.fan_since }),
    ...(row.lang !== null && { lang: row.lang }),
    ...(row.staff_thread !== null && { staffThread: row.staff_thread }),
    ...(row.first_response_at !== null && { firstResponseAt: row.first_response_at }),
    ...(row.outcome !== null && { outcome: row.outcome }),
    ...(row.snoozed_until !== null && { snoozedUntil: row.snoozed_until }),
    ...(row.csat !== null && { csat: row.csat }),
    ...(row.csat_comment !== null && { csatComment: row.csat_comment }),
    ...(row.lead_id !== null && { leadId: row.lead_id }),
    ...(row.origin_thread !== null && { originThread: row.origin_thread }),
    ...(row.reply_windows !== null && { replyWindows: readWindows(row.reply_windows) }),
    ...(row.is_drafting !== null && { isDrafting: Number(row.is_drafting) === 1 }),
  }
}
