/** Opening hours by the team's own clock; days are walked by the calendar, as not every one has 24 hours. Pure. */
import { DAY_MS, MINUTE_MS } from '../../domain/durations.ts'
import type { Moment } from '../../domain/moment.ts'
import type { Hours, Weekday } from '../../persona/persona.ts'
import { rememberTurnful } from '../../words/remember-last.ts'

const formats = new Map<string, Intl.DateTimeFormat>()

function format(timeZone: string): Intl.DateTimeFormat {
  let found = formats.get(timeZone)
  if (!found) {
    found = new Intl.DateTimeFormat('en-GB', {
      timeZone,
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
      hourCycle: 'h23',
    })
    formats.set(timeZone, found)
  }
  return found
}

const order: readonly Weekday[] = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat']
/** Of the calendar, where days are counted as if in UTC; never of a zone’s own time. */
const DAY_MINUTES = 1440

/** What a clock on the wall shows, as the epoch ms at which one in UTC shows the same; to the second. */
const wallTime = (at: number, timeZone: string): number =>
  Math.floor(at / 1000) * 1000 + offsetOf(`${Math.floor(at / QUARTER_MS)} ${timeZone}`)

/** Zones change what they are apart from UTC at a full quarter of an hour: what they are is asked once in each. */
const QUARTER_MS = 15 * MINUTE_MS
const offsetOf = rememberTurnful((key) => {
  const [quarter, timeZone = ''] = key.split(' ')
  const at = Number(quarter) * QUARTER_MS
  return shownAt(at, timeZone) - at
})

function shownAt(at: number, timeZone: string): number {
  const part: Record<string, number> = {}
  for (const { type, value } of format(timeZone).formatToParts(at)) part[type] = Number(value)
  const { year = 0, month = 1, day, hour, minute, second } = part
  return Date.UTC(year, month - 1, day, hour, minute, second)
}

const dayOf = (wall: number): number => Math.floor(wall / DAY_MS) * DAY_MS
/** `2026-12-25`. @param wall as a clock in UTC shows it, epoch ms */
export const isoDay = (wall: number): string => new Date(wall).toISOString().slice(0, 10)
/** The day of the calendar, as its midnight in UTC, epoch ms. */
export const todayIn = (timeZone: string, at: number): number => dayOf(wallTime(at, timeZone))
const weekdayOf = (wall: number): Weekday => order[new Date(wall).getUTCDay()] ?? 'mon'

/** Weekday, `YYYY-MM-DD` and minutes since midnight at `at` (epoch ms) in a time zone. */
export function localTime(at: number, timeZone: string): { weekday: Weekday; day: string; minutes: number } {
  const wall = wallTime(at, timeZone)
  const minutes = Math.floor((wall - dayOf(wall)) / MINUTE_MS)
  return { weekday: weekdayOf(wall), day: isoDay(wall), minutes }
}

const offsetAt = (at: number, timeZone: string): number => wallTime(at, timeZone) - Math.floor(at / 1000) * 1000

const offsetsAround = (wall: number, timeZone: string) => ({
  before: offsetAt(wall - DAY_MS, timeZone),
  after: offsetAt(wall + DAY_MS, timeZone),
})

/** When the clock shows `wall`: once, twice where it goes back, never where it leaves that out. */
function instantsOf(wall: number, timeZone: string): readonly number[] {
  const { before, after } = offsetsAround(wall, timeZone)
  if (before === after) return [wall - before]
  const both = [wall - Math.max(before, after), wall - Math.min(before, after)]
  return both.filter((at) => at + offsetAt(at, timeZone) === wall)
}

/** The first instant at which the clock has come to `wall`: of a time that is left out, the change. */
function openingOf(wall: number, timeZone: string): number {
  const [shown] = instantsOf(wall, timeZone)
  if (shown !== undefined) return shown
  const { before, after } = offsetsAround(wall, timeZone)
  let [low, high] = [wall - Math.max(before, after), wall - Math.min(before, after)]
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2)
    if (offsetAt(middle, timeZone) === after) high = middle
    else low = middle
  }
  return high
}

/** When a clock in the zone comes to the moment, epoch ms; a weekday is the next of its name after `now`, or today. */
export function instantOf({ day, minutes }: Moment, timeZone: string, now: number): number {
  const today = todayIn(timeZone, now)
  const week = Array.from({ length: 7 }, (_, ahead) => today + ahead * DAY_MS)
  const named = day === undefined ? today : week.find((each) => weekdayOf(each) === day)
  return openingOf((named ?? Date.parse(`${day}T00:00:00Z`)) + minutes * MINUTE_MS, timeZone)
}

/** The end of the last minute before `wall`: where that comes twice, of the second. */
function closingOf(wall: number, timeZone: string): number {
  const last = instantsOf(wall - MINUTE_MS, timeZone).map((at) => at + MINUTE_MS)
  return Math.max(openingOf(wall, timeZone), ...last)
}

const minutesOf = (clock: string): number => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3, 5))

/** Minutes since the midnight it begins after; `22:00-06:00` ends on the next day, `00:00-00:00` is a whole one. */
function readRange(range: string): { from: number; to: number } {
  const [from = 0, to = 0] = range.split('-').map(minutesOf)
  return { from, to: to > from ? to : to + DAY_MINUTES }
}

/** Whether a clock that shows `minutes` since midnight is within a range of every day. */
export function isWithin(range: string, minutes: number): boolean {
  const { from, to } = readRange(range)
  return (minutes >= from && minutes < to) || minutes + DAY_MINUTES < to
}

/** From its opening to before its closing, in epoch ms. */
interface Stretch {
  readonly from: number
  readonly to: number
}

const known = new WeakMap<Hours, Map<number, readonly Stretch[]>>()
const DAYS_KEPT = 200

/** What begins on a day of the calendar; nothing on a holiday. */
function stretchesOn(hours: Hours, day: number): readonly Stretch[] {
  let days = known.get(hours)
  if (!days || days.size > DAYS_KEPT) {
    days = new Map()
    known.set(hours, days)
  }
  let found = days.get(day)
  if (!found) {
    const { week, timeZone, holidays } = hours
    const ranges = holidays.includes(isoDay(day)) ? [] : week ? (week[weekdayOf(day)] ?? []) : ['00:00-24:00']
    const wall = (minutes: number) => day + minutes * MINUTE_MS
    found = ranges
      .map(readRange)
      .map(({ from, to }) => ({ from: openingOf(wall(from), timeZone), to: closingOf(wall(to), timeZone) }))
      // What the clocks leave out begins and ends at once.
      .filter(({ from, to }) => from < to)
      .sort((a, b) => a.from - b.from)
    days.set(day, found)
  }
  return found
}

/** By their beginning, from the day before that of `at` to `days` after it. */
export function* stretchesAround(hours: Hours, at: number, days: number): Generator<Stretch> {
  const today = dayOf(wallTime(at, hours.timeZone))
  for (let day = -1; day <= days; day++) yield* stretchesOn(hours, today + day * DAY_MS)
}

export function isAlwaysOpen({ week, holidays }: Hours): boolean {
  return week === undefined && holidays.length === 0
}

/** Hours without a week are always open; a weekday left out, or a holiday, is closed. A range past midnight belongs to the day it begins. */
export function isOpenAt(hours: Hours, at: number): boolean {
  if (isAlwaysOpen(hours)) return true
  for (const { from, to } of stretchesAround(hours, at, 1)) if (from <= at && at < to) return true
  return false
}
