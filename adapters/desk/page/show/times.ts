/** Moments and durations in words. Pure but for the reader's own time zone. */

const SECOND_MS = 1_000
const MINUTE_MS = 60 * SECOND_MS
const HOUR_MS = 60 * MINUTE_MS
const DAY_MS = 24 * HOUR_MS

const clock = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })
const weekday = new Intl.DateTimeFormat('en-GB', { weekday: 'short' })
const date = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short' })
const dateOfYear = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric' })
const longDate = new Intl.DateTimeFormat('en-GB', { weekday: 'long', day: 'numeric', month: 'long' })
const full = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'short' })

export function clockTime(at: number): string {
  return clock.format(at)
}

/** For a title: everything about a moment. */
export function fullTime(at: number): string {
  return full.format(at)
}

export function isSameDay(a: number, b: number): boolean {
  return new Date(a).toDateString() === new Date(b).toDateString()
}

/** By the calendar: a day on which clocks change has not 24 hours. */
function dayBefore(now: number): number {
  const day = new Date(now)
  return new Date(day.getFullYear(), day.getMonth(), day.getDate() - 1, 12).getTime()
}

export function dayWords(at: number, now: number): string {
  if (isSameDay(at, now)) return 'Today'
  return isSameDay(at, dayBefore(now)) ? 'Yesterday' : longDate.format(at)
}

/** As beside a case in a list: `now`, `4 min`, `09:12`, `Tue`, `3 Nov`. */
export function agoWords(at: number, now: number): string {
  const ms = now - at
  if (ms < MINUTE_MS) return 'now'
  if (ms < HOUR_MS) return `${Math.floor(ms / MINUTE_MS)} min`
  if (isSameDay(at, now)) return clockTime(at)
  return ms < 6 * DAY_MS ? weekday.format(at) : dateWords(at, now)
}

/** With its year where that is another. */
function dateWords(at: number, now: number): string {
  const isSameYear = new Date(at).getFullYear() === new Date(now).getFullYear()
  return (isSameYear ? date : dateOfYear).format(at)
}

/** Time alone today, else with its day: the weekday of what is soon, the date of all else. */
export function whenWords(at: number, now: number): string {
  if (isSameDay(at, now)) return clockTime(at)
  const isSoon = at > now && at - now < 6 * DAY_MS
  return `${isSoon ? weekday.format(at) : dateWords(at, now)}, ${clockTime(at)}`
}

/** `45 s`, `12 min`, `3 h 20 min`, `2 days`. */
export function lengthWords(ms: number): string {
  if (ms < MINUTE_MS) return `${Math.max(0, Math.ceil(ms / SECOND_MS))} s`
  if (ms < HOUR_MS) return `${Math.floor(ms / MINUTE_MS)} min`
  if (ms >= 2 * DAY_MS) return `${Math.floor(ms / DAY_MS)} days`
  const minutes = Math.floor((ms % HOUR_MS) / MINUTE_MS)
  const hours = `${Math.floor(ms / HOUR_MS)} h`
  return minutes === 0 || ms >= 10 * HOUR_MS ? hours : `${hours} ${minutes} min`
}
