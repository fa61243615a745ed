/** What staff do to issues, each with the rows as they were before, so that it can be undone. */
import { sql } from 'kysely'
import type { StaffMember } from '../../domain/case.ts'
import type { IssueAct, IssueActed, IssueSet, IssueUndone, LaterAct } from '../../ports/issues.ts'
import { announceIssue } from '../announced/announce.ts'
import type { Connection, StoreContext } from '../database/context.ts'
import type { IssueTable } from '../database/tables/issues.ts'
import { indexable, parse, storable } from '../database/text.ts'

type Before = {
  readonly issues: readonly (Pick<
    IssueTable,
    'number' | 'title' | 'state' | 'owner' | 'answer' | 'news' | 'fixed_at' | 'merged_into'
  > & { /** Absent in what an older program kept. */ readonly named?: 0 | 1 })[]
  readonly reports: readonly { readonly id: number; readonly issue: number | null; readonly pinned: number }[]
  /** Of a merge: the last report there was, and where those that came afterwards went. Absent in what an older program kept. */
  readonly after?: { readonly report: number; readonly into: number }
  /** Issues that were made by it: undone they are merged into nothing and no longer listed. */
  readonly made: readonly number[]
}

/** An issue that was undone again belongs to none. */
const nowhere = 0

export async function actOnIssue(
  context: StoreContext,
  act: IssueAct,
  by: StaffMember,
  origin: string,
  now: number,
): Promise<IssueActed> {
  const { brand } = context
  return await context.transaction(async (trx) => {
    const again = await sql`select 1 from issue_acts where brand = ${brand} and origin = ${indexable(origin)}`.execute(
      trx,
    )
    if (again.rows.length > 0) return 'again'
    const done = await apply(brand, trx, act, now)
    if (done === undefined) return 'unknown'
    if ('lacking' in done) return done
    await trx
      .insertInto('issue_acts')
      .values({
        ...{ brand, issue: done.number, at: now, who: storable(by.name), what: storable(done.what) },
        ...{ origin: indexable(origin), before: JSON.stringify(done.before), undone_at: null },
      })
      .execute()
    await countChange(brand, trx)
    await announceIssue(context, trx, done.number, {
      ...{ type: typeOf(act), at: now, change: changeOf(act), text: done.what, by: by.name },
      ...(act.kind === 'merge' ? { merged: act.number } : {}),
    })
    return { number: done.number }
  })
}

export async function undoLast(
  context: StoreContext,
  number: number,
  by: StaffMember,
  now: number,
): Promise<IssueUndone> {
  const { brand } = context
  return await context.transaction(async (trx) => {
    const { rows } = await sql<{ id: number; what: string; before: string }>`
      select id, what, before from issue_acts where brand = ${brand} and issue = ${number} and undone_at is null
      order by id desc limit 1`.execute(trx)
    const [last] = rows
    if (last === undefined) return undefined
    const before = parse<Before>(last.before)
    const later = await laterOn(brand, trx, Number(last.id), before)
    if (later !== undefined) return { later }
    const { issues, reports, made } = before
    for (const { number: which, ...row } of issues)
      await trx
        .updateTable('issues')
        .set({ named: 0, ...row })
        .where('brand', '=', brand)
        .where('number', '=', which)
        .execute()
    for (const { id, ...row } of reports)
      await trx.updateTable('reports').set(row).where('brand', '=', brand).where('id', '=', id).execute()
    if (before.after) await letGoSince(brand, trx, Number(last.id), before.after)
    for (const which of made)
      await trx
        .updateTable('issues')
        .set({ merged_into: nowhere })
        .where('brand', '=', brand)
        .where('number', '=', which)
        .execute()
    await trx
      .updateTable('issue_acts')
      .set({ undone_at: now, what: storable(`${last.what} (undone by ${by.name})`) })
      .where('id', '=', last.id)
      .execute()
    await countChange(brand, trx)
    const text = `${last.what} (undone)`
    await announceIssue(context, trx, number, { type: 'issue.changed', at: now, change: 'undone', text, by: by.name })
    return last.what
  })
}

/** Of which of the two they are that came while both were one, shows as it does with a new report; what staff put there stays. */
async function letGoSince(
  brand: string,
  trx: Connection,
  act: number,
  { report, into }: NonNullable<Before['after']>,
): Promise<void> {
  const { rows } = await sql<{ before: string }>`
    select before from issue_acts where brand = ${brand} and id > cast(${act} as bigint) and undone_at is null`.execute(
    trx,
  )
  const put = rows.flatMap((row) => parse<Before>(row.before).reports.map(({ id }) => id))
  await sql`update reports set issue = null, pinned = 0
    where brand = ${brand} and issue = ${into} and id > cast(${report} as bigint) and id not in ${listOf(put)}`.execute(
    trx,
  )
}

/** What was done since to the same reports or issues, as an act on another issue: it is not taken back along with this one. */
async function laterOn(brand: string, trx: Connection, id: number, before: Before): Promise<LaterAct | undefined> {
  const { rows } = await sql<{ issue: number; who: string; what: string; before: string }>`
    select issue, who, what, before from issue_acts where brand = ${brand} and id > cast(${id} as bigint) and undone_at is null
    order by id`.execute(trx)
  const reports = new Set(before.reports.map((one) => one.id))
  const issues = new Set([...before.made, ...before.issues.map(({ number }) => number)])
  const found = rows.find((row) => {
    const other = parse<Before>(row.before)
    return other.reports.some((one) => reports.has(one.id)) || other.issues.some(({ number }) => issues.has(number))
  })
  return found && { number: Number(found.issue), who: found.who, what: found.what }
}

function typeOf(act: IssueAct): 'issue.opened' | 'issue.changed' | 'issue.fixed' {
  if (act.kind === 'open') return 'issue.opened'
  return act.kind === 'set' && act.set.state === 'fixed' ? 'issue.fixed' : 'issue.changed'
}

/** As other programs are told what a person did. */
function changeOf(
  act: IssueAct,
): 'state' | 'owner' | 'title' | 'answer' | 'news' | 'merged' | 'attached' | 'detached' | 'opened' {
  if (act.kind === 'set') return setKeys.find((key) => act.set[key] !== undefined) ?? 'state'
  return ({ merge: 'merged', attach: 'attached', detach: 'detached', open: 'opened' } as const)[act.kind]
}
const setKeys = ['state', 'owner', 'title', 'answer', 'news'] as const

/** Whoever watches, and whoever answers from it, reads anew. */
export async function countChange(brand: string, trx: Connection): Promise<void> {
  await sql`insert into issue_watch (brand, changes) values (${brand}, 1)
    on conflict (brand) do update set changes = issue_watch.changes + 1`.execute(trx)
}

/** One more than there ever was. */
export async function nextNumber(brand: string, trx: Connection): Promise<number> {
  const { rows } = await sql<{
    last: number | null
  }>`select max(number) as last from issues where brand = ${brand}`.execute(trx)
  return Number(rows[0]?.last ?? 0) + 1
}

type Lacking = Extract<IssueActed, { readonly lacking: unknown }>

interface Done {
  readonly number: number
  readonly what: string
  readonly before: Before
}

async function apply(brand: string, trx: Connection, act: IssueAct, now: number): Promise<Done | Lacking | undefined> {
  switch (act.kind) {
    case 'set':
      return await set(brand, trx, act, now)
    case 'merge':
      return await merge(brand, trx, act)
    case 'attach':
      return await attach(brand, trx, act)
    case 'detach':
      return await detach(brand, trx, act)
    case 'open':
      return await open(brand, trx, act, now)
    default:
      return act satisfies never
  }
}

async function set(
  brand: string,
  trx: Connection,
  { number, set: to, what }: IssueAct & { readonly kind: 'set' },
  now: number,
): Promise<Done | undefined> {
  const [row] = await issuesBefore(brand, trx, [number])
  if (row === undefined) return undefined
  await trx
    .updateTable('issues')
    .set(changed(row, to, now))
    .where('brand', '=', brand)
    .where('number', '=', number)
    .execute()
  return { number, what, before: { issues: [row], reports: [], made: [] } }
}

function changed(row: Before['issues'][number], { state, owner, title, answer, news }: IssueSet, now: number) {
  const added = (before: string | null, fresh: object) =>
    storable(JSON.stringify({ ...(before === null ? {} : parse<object>(before)), ...fresh }))
  return {
    number: row.number,
    ...(state === undefined ? {} : { state, fixed_at: state === 'fixed' ? now : null }),
    ...(owner === undefined ? {} : { owner: owner === null ? null : storable(owner) }),
    ...(title === undefined ? {} : { title: storable(title), named: 1 as const }),
    ...(answer === undefined ? {} : { answer: added(row.answer, answer) }),
    ...(news === undefined ? {} : { news: added(row.news, news) }),
  }
}

async function merge(
  brand: string,
  trx: Connection,
  { number, into }: IssueAct & { readonly kind: 'merge' },
): Promise<Done | undefined> {
  const issues = await issuesBefore(brand, trx, [number, into])
  if (issues.length !== 2) return undefined
  const reports = await reportsBefore(trx, sql`brand = ${brand} and issue = ${number}`)
  await trx
    .updateTable('issues')
    .set({ merged_into: into })
    .where('brand', '=', brand)
    .where('number', '=', number)
    .execute()
  await trx
    .updateTable('reports')
    .set({ issue: into, pinned: 1 })
    .where('brand', '=', brand)
    .where('issue', '=', number)
    .execute()
  const { rows } = await sql<{ report: number | null }>`
    select max(id) as report from reports where brand = ${brand}`.execute(trx)
  const after = { report: Number(rows[0]?.report ?? 0), into }
  return { number: into, what: `merged #${number} into it`, before: { issues, reports, made: [], after } }
}

async function attach(
  brand: string,
  trx: Connection,
  { reports: ids, number }: IssueAct & { readonly kind: 'attach' },
): Promise<Done | Lacking | undefined> {
  const issues = await issuesBefore(brand, trx, [number])
  if (issues.length === 0) return undefined
  const reports = await theseReports(brand, trx, ids)
  if ('lacking' in reports) return reports
  await move(brand, trx, ids, number)
  for (const one of issues) if (one.state === 'prepared') await seen(brand, trx, one.number)
  return { number, what: `attached ${refs(ids)}`, before: { issues, reports, made: [] } }
}

async function detach(
  brand: string,
  trx: Connection,
  { reports: ids, from }: IssueAct & { readonly kind: 'detach' },
): Promise<Done | Lacking | undefined> {
  if ((await issuesBefore(brand, trx, [from])).length === 0) return undefined
  const reports = await theseReports(brand, trx, ids, from)
  if ('lacking' in reports) return reports
  await move(brand, trx, ids, null)
  return { number: from, what: `detached ${refs(ids)}`, before: { issues: [], reports, made: [] } }
}

/** All of them, or which there are not; `of`: those of this issue alone. */
async function theseReports(
  brand: string,
  trx: Connection,
  ids: readonly number[],
  of?: number,
): Promise<Before['reports'] | Lacking> {
  const found = await reportsBefore(trx, sql`brand = ${brand} and id in ${listOf(ids)}`)
  const isThere = (id: number) => found.some((one) => one.id === id && (of === undefined || one.issue === of))
  const lacking = ids.filter((id) => !isThere(id))
  return lacking.length > 0 ? { lacking } : found
}

async function open(
  brand: string,
  trx: Connection,
  { title, reports: ids, owner, from }: IssueAct & { readonly kind: 'open' },
  now: number,
): Promise<Done | Lacking | undefined> {
  if (ids.length === 0) return undefined
  const reports = await theseReports(brand, trx, ids, from)
  if ('lacking' in reports) return reports
  const number = await nextNumber(brand, trx)
  await trx
    .insertInto('issues')
    .values({
      ...{ brand, number, file_id: null, title: storable(title), state: 'confirmed', owner: owner ?? null },
      ...{ answer: null, news: null, made_at: now, fixed_at: null, merged_into: null, named: 1 },
    })
    .execute()
  await move(brand, trx, ids, number)
  return { number, what: `opened it of ${refs(ids)}`, before: { issues: [], reports, made: [number] } }
}

const refs = (ids: readonly number[]) => ids.map((id) => `r${id}`).join(' ')
const listOf = (ids: readonly number[]) => sql`(${sql.join([0, ...ids].map((id) => sql`cast(${id} as bigint)`))})`

async function move(brand: string, trx: Connection, ids: readonly number[], issue: number | null): Promise<void> {
  await trx
    .updateTable('reports')
    .set({ issue, pinned: 1 })
    .where('brand', '=', brand)
    .where('id', 'in', [...ids])
    .execute()
}

/** An issue that was only foreseen has been reported; false where it was already. */
export async function seen(brand: string, trx: Connection, number: number): Promise<boolean> {
  const rows = await trx
    .updateTable('issues')
    .set({ state: 'seen' })
    .where('brand', '=', brand)
    .where('number', '=', number)
    .where('state', '=', 'prepared')
    .returning('number')
    .execute()
  return rows.length > 0
}

async function issuesBefore(brand: string, trx: Connection, numbers: readonly number[]): Promise<Before['issues']> {
  const rows = await trx
    .selectFrom('issues')
    .select(['number', 'title', 'state', 'owner', 'answer', 'news', 'fixed_at', 'merged_into', 'named'])
    .where('brand', '=', brand)
    .where('number', 'in', [...numbers])
    .where('merged_into', 'is', null)
    .execute()
  return rows.map((row) => ({ ...row, number: Number(row.number) }))
}

async function reportsBefore(trx: Connection, which: ReturnType<typeof sql>): Promise<Before['reports']> {
  const { rows } = await sql<Before['reports'][number]>`select id, issue, pinned from reports where ${which}`.execute(
    trx,
  )
  return rows.map(({ id, issue, pinned }) => ({
    id: Number(id),
    issue: issue === null ? null : Number(issue),
    pinned: Number(pinned),
  }))
}
