/** Durations in ms. A day of these is no day of the calendar where clocks change. */
export const SECOND_MS = 1_000
export const MINUTE_MS = 60 * SECOND_MS
export const HOUR_MS = 60 * MINUTE_MS
export const DAY_MS = 24 * HOUR_MS
export const WEEK_MS = 7 * DAY_MS

/** Epoch ms so many months of the calendar (UTC) after `at`; from the 31st to the last day of a shorter month. */
export function monthsAfter(at: number, months: number): number {
  const then = new Date(at)
  const day = then.getUTCDate()
  then.setUTCDate(1)
  then.setUTCMonth(then.getUTCMonth() + months + 1, 0)
  then.setUTCDate(Math.min(day, then.getUTCDate()))
  return then.getTime()
}

/** `45 s`, `12 min`, `3 h 20 min`, `2 days`, for staff. */
export function lengthWords(ms: number): string {
  if (ms < MINUTE_MS) return `${Math.max(0, Math.round(ms / SECOND_MS))} s`
  if (ms < HOUR_MS) return `${Math.floor(ms / MINUTE_MS)} min`
  if (ms >= 2 * DAY_MS) return `${Math.floor(ms / DAY_MS)} days`
  const minutes = Math.floor((ms % HOUR_MS) / MINUTE_MS)
  return minutes === 0 ? `${Math.floor(ms / HOUR_MS)} h` : `${Math.floor(ms / HOUR_MS)} h ${minutes} min`
}
