/** Reporters who wanted to know that it is fixed: who is to be told now, and that they were. */
import { sql } from 'kysely'
import { DAY_MS, HOUR_MS } from '../../domain/durations.ts'
import type { IssueAnswer, Report } from '../../domain/issue.ts'
import type { Outgoing } from '../../domain/message.ts'
import { keepFirstWord } from '../community/first-words.ts'
import type { StoreContext } from '../database/context.ts'
import { parse } from '../database/text.ts'
import { lockThreads } from '../heard/apply-events.ts'
import { writeOutbox } from '../sent/write-outbox.ts'
import { readReports } from './read-reports.ts'

/** Whoever wrote at some time of the day is awake about then. */
const ABOUT_MS = 2 * HOUR_MS

/** Nobody while it is red: they would hear the holding statement besides. */
export async function reportsToTell(
  { brand, db }: StoreContext,
  now: number,
  limit: number,
): Promise<{ report: Report; news: IssueAnswer; isDone: boolean }[]> {
  const apart = sql`abs(reports.at % ${sql.lit(DAY_MS)} - cast(${now % DAY_MS} as bigint))`
  const reports = await readReports(
    db,
    sql`reports.brand = ${brand} and reports.wants = 'yes'
      and exists (select 1 from issues where issues.brand = ${brand} and issues.number = reports.issue and (issues.state = 'fixed'
        or (issues.state = 'wont' and reports.answer_id like 'circle:%')))
      and not exists (select 1 from crises where crises.brand = ${brand} and crises.issue = reports.issue
        and crises.level = 'red' and crises.drill = 0 and crises.ended_at is null)
      and (${apart} <= ${sql.lit(ABOUT_MS)} or ${apart} >= ${sql.lit(DAY_MS - ABOUT_MS)})
      order by reports.id limit ${limit}`,
  )
  if (reports.length === 0) return []
  const among = sql.join(reports.map(({ issue = 0 }) => sql`cast(${issue} as bigint)`))
  const one = new Map(reports.map((report) => [`${report.issue} ${report.accountId}`, report]))
  const { rows } = await sql<{ number: number; news: string | null; state: string }>`
    select number, news, state from issues where brand = ${brand} and number in (${among})`.execute(db)
  const issues = new Map(rows.map((row) => [Number(row.number), row]))
  return [...one.values()].map((report) => {
    const issue = issues.get(report.issue ?? 0)
    return { report, news: parse<IssueAnswer>(issue?.news ?? '{}'), isDone: issue?.state !== 'wont' }
  })
}

export async function tellFan(
  context: StoreContext,
  { accountId, issue, conversationId, threadId }: Report,
  outgoing: readonly Outgoing[],
  now: number,
): Promise<boolean> {
  const { brand } = context
  if (issue === undefined) return false
  const isTold = await context.transaction(async (trx) => {
    await lockThreads(context, trx, [threadId])
    const { rows } = await sql`update reports set wants = 'told'
      where brand = ${brand} and account_id = ${accountId} and issue = ${issue} and wants = 'yes' returning id`.execute(
      trx,
    )
    if (rows.length === 0) return false
    await keepFirstWord(context, trx, { reason: 'issue-news', conversation: conversationId, accountId }, now)
    await writeOutbox(trx, conversationId, outgoing, now)
    return true
  })
  if (isTold) context.notify('outbox')
  return isTold
}
