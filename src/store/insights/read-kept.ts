/** What is kept of days, read back: whole months from a row each, the days at both ends from their own. */
import { type RawBuilder, sql } from 'kysely'
import type { Count } from '../../domain/insight.ts'
import type { StoreContext } from '../database/context.ts'
import { monthRow } from './count-turns.ts'

export async function readKept({ db, brand }: StoreContext, from: string, to: string): Promise<readonly Count[]> {
  const { months, ends } = partsOf(from, to)
  const rows = [
    ...(months.length === 0 ? [] : [sql`day in (${sql.join(months.map(monthRow))})`]),
    ...ends.map(([first, last]) => sql`day >= ${first} and day <= ${last}`),
  ].map((which) => sql<Count>`select name, part, n from insight_days where brand = ${brand} and ${which}`)
  const { rows: sums } = await sql<Count>`
    select name, part, sum(n) as n from (${sql.join(rows, sql` union all `)}) as kept group by name, part`.execute(db)
  return sums.map(counted)
}

export async function readKeptByDay(
  { db, brand }: StoreContext,
  days: readonly string[],
  names: readonly string[],
): Promise<readonly (Count & { readonly day: string })[]> {
  if (days.length === 0) return []
  const list = (all: readonly string[]): RawBuilder<unknown> => sql.join([...all])
  const { rows } = await sql<Count & { day: string }>`
    select day, name, '' as part, sum(n) as n from insight_days
    where brand = ${brand} and day in (${list(days)}) and name in (${list(names)}) group by day, name`.execute(db)
  return rows.map((row) => ({ day: row.day, ...counted(row) }))
}

function counted({ name, part, n }: Count): Count {
  return { name, part, n: Number(n) }
}

/** `YYYY-MM-DD`, both included. */
function partsOf(
  from: string,
  to: string,
): { months: readonly string[]; ends: readonly (readonly [string, string])[] } {
  const [first, last] = [
    firstWhole(from),
    to === lastOf(to.slice(0, 7)) ? to.slice(0, 7) : monthAfter(to.slice(0, 7), -1),
  ]
  if (first > last) return { months: [], ends: [[from, to]] }
  const months = [first]
  for (let month = first; month < last; ) {
    month = monthAfter(month, 1)
    months.push(month)
  }
  const ends: (readonly [string, string])[] = []
  if (from < `${first}-01`) ends.push([from, lastOf(monthAfter(first, -1))])
  if (to > lastOf(last)) ends.push([`${monthAfter(last, 1)}-01`, to])
  return { months, ends }
}

function firstWhole(from: string): string {
  const month = from.slice(0, 7)
  return from.endsWith('-01') ? month : monthAfter(month, 1)
}

function monthAfter(month: string, n: number): string {
  const [year = 0, nth = 1] = month.split('-').map(Number)
  return new Date(Date.UTC(year, nth - 1 + n, 1)).toISOString().slice(0, 7)
}

function lastOf(month: string): string {
  const [year = 0, nth = 1] = month.split('-').map(Number)
  return new Date(Date.UTC(year, nth, 0)).toISOString().slice(0, 10)
}
