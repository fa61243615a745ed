/** Instants and durations as a line says them. Pure. */
import { DAY_MS, HOUR_MS, MINUTE_MS } from '../../domain/durations.ts'
import type { Lang } from '../../domain/message.ts'
import { rememberWords } from '../../words/remember-last.ts'

/** What staff promise or put off is at most so far away: a typing slip is not kept for a lifetime. */
export const LONGEST_MS = 365 * DAY_MS

/** `Thu 09:30`; with its date where it is further off than the weekday tells, and with its year where that is another. */
export function instantText(at: number, lang: Lang, timeZone: string, now: number): string {
  const isFar = Math.abs(at - now) > 6 * DAY_MS
  const isOtherYear = isFar && yearIn(timeZone).format(at) !== yearIn(timeZone).format(now)
  return formatIn(`${lang} ${timeZone} ${isOtherYear ? 'year' : isFar ? 'date' : 'day'}`).format(at)
}

const yearIn = rememberWords((timeZone) => new Intl.DateTimeFormat('en', { timeZone, year: 'numeric' }))

/** Making one takes longer than using it a hundred times. */
const formatIn = rememberWords((key) => {
  const [lang, timeZone, distance] = key.split(' ')
  return new Intl.DateTimeFormat(lang, {
    ...(timeZone === undefined ? {} : { timeZone }),
    weekday: 'short',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    ...(distance === 'day' ? {} : { day: 'numeric' as const, month: 'short' as const }),
    ...(distance === 'year' ? { year: 'numeric' as const } : {}),
  })
})

/** `Friday, 25 December`. @param day its midnight in UTC, epoch ms */
export function dayText(day: number, lang: Lang): string {
  return new Intl.DateTimeFormat(lang === 'en' ? 'en-GB' : lang, {
    timeZone: 'UTC',
    weekday: 'long',
    day: 'numeric',
    month: 'long',
  }).format(day)
}

/** Rounded up to what an honest person would say: `5 minutes`, `2 hours`, `3 days`. */
export function durationText(ms: number, lang: Lang): string {
  const [unit, size] =
    ms <= 90 * MINUTE_MS
      ? (['minute', MINUTE_MS] as const)
      : ms <= 36 * HOUR_MS
        ? (['hour', HOUR_MS] as const)
        : (['day', DAY_MS] as const)
  const exact = Math.max(1, Math.ceil(ms / size))
  const count = unit === 'minute' && exact > 5 ? Math.ceil(exact / 5) * 5 : exact
  return new Intl.NumberFormat(lang, { style: 'unit', unit, unitDisplay: 'long' }).format(count)
}

/** `2h`, `30m`, `1d`, `90` (minutes) → ms; undefined for anything else. */
export function readDuration(text: string): number | undefined {
  const match = /^(\d{1,4})\s*(m|min|h|d)?$/iu.exec(text.trim())
  if (!match) return undefined
  const unit = match[2]?.toLowerCase() ?? 'm'
  return Number(match[1]) * (unit.startsWith('m') ? MINUTE_MS : unit === 'h' ? HOUR_MS : DAY_MS)
}
