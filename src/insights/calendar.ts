/** Days by the persona's calendar, and the ranges of them that are looked at. Pure. */
import { DAY_MS } from '../domain/durations.ts'
import { MascotError } from '../errors.ts'
import type { Span } from '../ports/insights.ts'

/** Where the persona's days begin; told from outside, for time zones are not counted here. */
export interface Calendar {
  readonly timeZone: string
  /** `YYYY-MM-DD` */
  dayOf(at: number): string
  /** Epoch ms. */
  startOf(day: string): number
}

export const rangeNames = ['week', 'month', 'quarter', 'year'] as const
export type RangeName = (typeof rangeNames)[number]
const days: Readonly<Record<RangeName, number>> = { week: 7, month: 30, quarter: 91, year: 365 }

/** Both days included. */
export interface DayRange {
  readonly from: string
  readonly to: string
}

const MOST_DAYS = 1_100
/** No record begins before. */
const FIRST_DAY = '2000-01-01'
/** So many days to come may be asked for: a month, a quarter or a year that has begun. */
const DAYS_AHEAD = 366

/** @throws {RangeError} where the day is none, or lies beyond years of four digits: as text those have no order */
export function dayAfter(day: string, n = 1): string {
  const after = new Date(Date.parse(`${day}T00:00:00Z`) + n * DAY_MS).toISOString().slice(0, 10)
  if (!/^\d{4}-/.test(after)) throw new RangeError(`The calendar ends before ${n} days after ${day}.`)
  return after
}

function lengthOf({ from, to }: DayRange): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY_MS) + 1
}

export function daysOf(range: DayRange): string[] {
  return Array.from({ length: lengthOf(range) }, (_, nth) => dayAfter(range.from, nth))
}

/** The days up to `last`, that one included. */
function rangeUpTo(last: string, name: RangeName): DayRange {
  return { from: dayAfter(last, 1 - days[name]), to: last }
}

/** As many days as there are, just before. */
export function before(range: DayRange): DayRange {
  return { from: dayAfter(range.from, -lengthOf(range)), to: dayAfter(range.from, -1) }
}

export function spanOf({ from, to }: DayRange, { startOf }: Calendar): Span {
  return { from: startOf(from), to: startOf(dayAfter(to)) }
}

export interface RangeAsked {
  readonly range?: string | undefined
  readonly from?: string | undefined
  readonly to?: string | undefined
}

/** As it is asked for in words; nothing: the week up to `today`. @throws {MascotError} `usage` */
export function readRange({ range, from, to }: RangeAsked, today: string): DayRange {
  if (from === undefined && to === undefined) {
    const name = rangeNames.find((one) => one === (range ?? 'week'))
    if (name === undefined) throw new MascotError('usage', `“${range}” is no range: ${rangeNames.join(', ')}.`)
    return rangeUpTo(today, name)
  }
  const last = readDay(to ?? today, today)
  const first = readDay(from ?? dayAfter(last, -6), today)
  if (first > last) throw new MascotError('usage', 'The range begins after it ends.')
  const asked = { from: first, to: last }
  if (lengthOf(asked) > MOST_DAYS) throw new MascotError('usage', 'That is longer than three years.')
  return asked
}

function readDay(text: string, today: string): string {
  const at = /^\d{4}-\d\d-\d\d$/.test(text) ? Date.parse(`${text}T00:00:00Z`) : Number.NaN
  if (Number.isNaN(at) || !new Date(at).toISOString().startsWith(text))
    throw new MascotError('usage', 'A day of the range is none of the calendar: write it as YYYY-MM-DD.')
  if (text < FIRST_DAY || text > dayAfter(today, DAYS_AHEAD))
    throw new MascotError('usage', 'A day of the range is before the year 2000 or more than a year ahead.')
  return text
}
