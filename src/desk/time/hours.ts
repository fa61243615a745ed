/** Opening hours in the team's own time zone. Pure. */
import type { Hours, Weekday } from '../../persona/persona.ts'

const formats = new Map<string, Intl.DateTimeFormat>()

function format(timeZone: string): Intl.DateTimeFormat {
  let found = formats.get(timeZone)
  if (!found) {
    found = new Intl.DateTimeFormat('en-GB', {
      timeZone,
      weekday: 'short',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
    })
    formats.set(timeZone, found)
  }
  return found
}

const order: readonly Weekday[] = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat']
const DAY_MS = 86_400_000

/** Weekday, `YYYY-MM-DD` and minutes since midnight at `at` (epoch ms) in a time zone. */
export function localTime(at: number, timeZone: string): { weekday: Weekday; day: string; minutes: number } {
  const parts = Object.fromEntries(
    format(timeZone)
      .formatToParts(at)
      .map(({ type, value }) => [type, value]),
  )
  return {
    weekday: (parts.weekday ?? 'Mon').toLowerCase() as Weekday,
    day: `${parts.year}-${parts.month}-${parts.day}`,
    minutes: Number(parts.hour) * 60 + Number(parts.minute),
  }
}

const minutesOf = (clock: string): number => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3, 5))

/** Whether `minutes` lies in a range like `09:00-18:00`; `22:00-06:00` runs past midnight. */
export function isWithin(range: string, minutes: number): boolean {
  const [from = 0, to = 0] = range.split('-').map(minutesOf)
  return from <= to ? minutes >= from && minutes < to : minutes >= from || minutes < to
}

/** Hours without a week are always open; a weekday left out, or a holiday, is closed. A range past midnight belongs to the day it begins. */
export function isOpenAt(hours: Hours, at: number): boolean {
  const { weekday, day, minutes } = localTime(at, hours.timeZone)
  if (!hours.week) return !hours.holidays.includes(day)
  const yesterday = order[(order.indexOf(weekday) + 6) % 7] ?? 'mon'
  const night = hours.holidays.includes(localTime(at - DAY_MS, hours.timeZone).day) ? [] : (hours.week[yesterday] ?? [])
  if (night.some((range) => isOvernight(range) && minutes < endOf(range))) return true
  if (hours.holidays.includes(day)) return false
  return (hours.week[weekday] ?? []).some((range) =>
    isOvernight(range) ? minutes >= startOf(range) : isWithin(range, minutes),
  )
}

const startOf = (range: string): number => minutesOf(range.split('-')[0] ?? '00:00')
const endOf = (range: string): number => minutesOf(range.split('-')[1] ?? '00:00')
const isOvernight = (range: string): boolean => startOf(range) > endOf(range)
