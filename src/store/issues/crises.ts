/** Crises as they are kept: one that is open for each topic, real or drilled, with all that happened in it. */
import { sql, type Transaction } from 'kysely'
import type { StaffMember } from '../../domain/case.ts'
import type { Crisis, CrisisDid, CrisisEvent, ProposedStatement, Statement } from '../../domain/crisis.ts'
import type { CrisisChange, CrisisFigures } from '../../ports/issues.ts'
import { announce } from '../announced/announce.ts'
import type { StoreContext } from '../database/context.ts'
import type { Database } from '../database/schema.ts'
import type { CrisisTable } from '../database/tables/issues.ts'
import { parse } from '../database/text.ts'
import { countChange } from './change-issues.ts'

type Row = Omit<CrisisTable, 'id'> & { readonly id: number }

export async function readCrises({ brand, db }: StoreContext, only: 'open' | 'all'): Promise<Crisis[]> {
  const isAsked = only === 'open' ? sql`ended_at is null` : sql`1 = 1`
  const { rows } = await sql<Row>`select * from crises where brand = ${brand} and ${isAsked} order by id`.execute(db)
  return rows.map(crisisOf)
}

/** The open one of this topic as it is after the change; undefined where there is none and the change begins none. */
export async function changeCrisis(
  context: StoreContext,
  topic: { readonly issue?: number; readonly isDrill: boolean },
  change: CrisisChange,
  by: StaffMember,
  now: number,
): Promise<Crisis | undefined> {
  const { brand } = context
  return await context.transaction(async (trx) => {
    const open = await openOn(brand, trx, topic)
    if (!open && (change.level === undefined || change.isEnded)) return undefined
    if (change.after !== undefined && change.after !== (open?.level ?? 'green')) return undefined
    const row = open ?? (await begin(brand, trx, topic, now))
    const events: readonly CrisisEvent[] = [
      ...parse<CrisisEvent[]>(row.events),
      {
        ...{ at: now, who: by.name, did: didOf(change), what: change.what },
        ...(change.statement ? { statement: change.statement } : {}),
      },
    ]
    const statements = withOne(parse<Statement[]>(row.statements), change.statement)
    const proposed = proposedAfter(row.proposed, change)
    const reviewMs = change.reviewMs ?? (row.review_ms === null ? undefined : Number(row.review_ms))
    const next = {
      ...(change.level ? { level: change.level } : {}),
      ...(change.words ? { words: JSON.stringify(change.words) } : {}),
      ...(change.isEnded ? { ended_at: now } : {}),
      ...(reviewMs === undefined ? {} : { review_ms: reviewMs, review_at: now + reviewMs }),
      statements: JSON.stringify(statements),
      proposed: JSON.stringify(proposed),
      events: JSON.stringify(events),
    }
    await trx.updateTable('crises').set(next).where('id', '=', row.id).execute()
    await countChange(brand, trx)
    const crisis = crisisOf({ ...row, ...next })
    await tellOf(context, trx, crisis, { change: didOf(change), text: change.what, by: by.name, at: now })
    return crisis
  })
}

function didOf({ isEnded, level, statement, proposed }: CrisisChange): CrisisDid {
  if (isEnded) return 'ended'
  if (level !== undefined) return 'level'
  return statement ? 'approved' : proposed ? 'proposed' : 'words'
}

/** A drill is nobody's business outside. */
async function tellOf(
  context: StoreContext,
  trx: Transaction<Database>,
  { id, issue, level, endedAt, isDrill }: Crisis,
  { at, ...told }: { readonly change: CrisisDid; readonly text: string; readonly by: string; readonly at: number },
): Promise<void> {
  if (isDrill) return
  const data = { id, issue: issue ?? null, level: endedAt === undefined ? level : 'green', ...told }
  await announce(context, trx, issue === undefined ? 'brand' : `issue ${issue}`, { type: 'crisis.changed', at, data })
}

/** The last for a language and a platform holds. */
function withOne<T extends Place>(known: readonly T[], fresh: T | undefined): readonly T[] {
  return fresh ? [...without(known, fresh), fresh] : known
}

type Place = Pick<Statement, 'lang' | 'platform'>

function without<T extends Place>(known: readonly T[], { lang, platform }: Place): readonly T[] {
  return known.filter((one) => one.lang !== lang || one.platform !== platform)
}

/** What is approved is proposed no more; what somebody proposed in its place meanwhile still is. */
function proposedAfter(row: string | null, { proposed, statement }: CrisisChange): readonly ProposedStatement[] {
  const next = withOne(proposedIn(row), proposed)
  if (!statement) return next
  const others = next.filter(({ words }) => statement.typedBy !== undefined && words !== statement.words)
  return next.filter((one) => others.includes(one) || without([one], statement).length > 0)
}

/** Those of a program that gave them no number go by their time. */
function proposedIn(row: string | null): ProposedStatement[] {
  const known = row === null ? [] : parse<(Omit<ProposedStatement, 'mark'> & { readonly mark?: string })[]>(row)
  return known.map((one) => ({ ...one, mark: one.mark ?? String(one.at) }))
}

async function openOn(
  brand: string,
  trx: Transaction<Database>,
  { issue, isDrill }: { readonly issue?: number; readonly isDrill: boolean },
): Promise<Row | undefined> {
  const { rows } = await sql<Row>`
    select * from crises where brand = ${brand} and ended_at is null and drill = ${isDrill ? 1 : 0}
      and coalesce(issue, 0) = ${issue ?? 0} order by id desc limit 1`.execute(trx)
  return rows[0]
}

async function begin(
  brand: string,
  trx: Transaction<Database>,
  { issue, isDrill }: { readonly issue?: number; readonly isDrill: boolean },
  now: number,
): Promise<Row> {
  const row = {
    ...{ brand, issue: issue ?? null, level: 'amber' as const, began_at: now, review_at: null, review_ms: null },
    ...{ statements: '[]', proposed: null, events: '[]', words: '[]', ended_at: null, drill: isDrill ? 1 : 0 },
  }
  const { id } = await trx.insertInto('crises').values(row).returning('id').executeTakeFirstOrThrow()
  return { ...row, id }
}

/** Those whose time to be looked at has come; it comes again after as long. */
export async function takeDueReviews({ brand, db }: StoreContext, now: number): Promise<Crisis[]> {
  const { rows } = await sql<Row>`
    update crises set review_at = cast(${now} as bigint) + review_ms
    where brand = ${brand} and ended_at is null and review_at <= cast(${now} as bigint) returning *`.execute(db)
  return rows.map(crisisOf)
}

export async function figuresOf(
  { brand, db }: StoreContext,
  { id, issue, beganAt, endedAt }: Crisis,
  now: number,
): Promise<CrisisFigures> {
  const until = endedAt ?? now
  // Of the whole brand is what came since it began; what was reported before it is another matter.
  const isOn = (time: string) =>
    issue === undefined ? sql`${sql.ref(time)} >= cast(${beganAt} as bigint)` : sql`issue = ${issue}`
  const { rows } = await sql<Record<keyof CrisisFigures, number | null>>`
    select count(distinct account_id) as reporters, count(*) as reports, min(at) as "firstReportAt",
      count(distinct case when wants in ('yes', 'told') then account_id end) as wanting,
      count(distinct case when wants = 'told' then account_id end) as told,
      (select count(*) from decisions join conversations on conversations.id = conversation_id where conversations.brand = ${brand}
        and reason = 'holding-statement' and record like ${`%"crisis:${id}"%`}
        and at between cast(${beganAt} as bigint) and cast(${until} as bigint)) as statements,
      (select min(began_at) from waves where waves.brand = ${brand} and ${isOn('began_at')}) as "alertedAt"
    from reports where brand = ${brand} and ${isOn('at')} and at <= cast(${until} as bigint)`.execute(db)
  const [row] = rows
  const number = (value: number | null | undefined) => Number(value ?? 0)
  return {
    reporters: number(row?.reporters),
    reports: number(row?.reports),
    wanting: number(row?.wanting),
    told: number(row?.told),
    statements: number(row?.statements),
    ...(row?.firstReportAt ? { firstReportAt: Number(row.firstReportAt) } : {}),
    ...(row?.alertedAt ? { alertedAt: Number(row.alertedAt) } : {}),
  }
}

function crisisOf(row: Row): Crisis {
  return {
    id: Number(row.id),
    level: row.level,
    beganAt: Number(row.began_at),
    statements: parse<Statement[]>(row.statements),
    proposed: proposedIn(row.proposed),
    events: parse<CrisisEvent[]>(row.events),
    words: parse<string[]>(row.words),
    isDrill: Number(row.drill) === 1,
    ...(row.issue === null ? {} : { issue: Number(row.issue) }),
    ...(row.review_at === null ? {} : { reviewAt: Number(row.review_at) }),
    ...(row.ended_at === null ? {} : { endedAt: Number(row.ended_at) }),
  }
}
