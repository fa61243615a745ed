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

/** `YYYY-MM-DD`, both included: the whole months within, and the days before and behind them. */
function partsOf(
  from: string,
  to: string,
): { months: readonly string[]; ends: readonly (readonly [string, string])[] } {
  const first = from.endsWith('-01') ? monthOf(from) : monthOf(from) + 1
  const last = to === lastDayOf(monthOf(to)) ? monthOf(to) : monthOf(to) - 1
  if (first > last) return { months: [], ends: [[from, to]] }
  const ends: (readonly [string, string])[] = []
  if (from < firstDayOf(first)) ends.push([from, lastDayOf(first - 1)])
  if (to > lastDayOf(last)) ends.push([firstDayOf(last + 1), to])
  return {
    months: Array.from({ length: last - first + 1 }, (_, nth) => firstDayOf(first + nth).slice(0, 7)),
    ends,
  }
}

/** Months as a number, so that they have an order and an end whatever the year. */
function monthOf(day: string): number {
  const [year = 0, month = 1] = day.split('-').map(Number)
  return year * 12 + month - 1
}

const dayIn = (month: number, day: number) =>
  new Date(Date.UTC(Math.floor(month / 12), month % 12, day)).toISOString().slice(0, 10)
const firstDayOf = (month: number) => dayIn(month, 1)
/** The day before the first of the next. */
const lastDayOf = (month: number) => dayIn(month + 1, 0)
