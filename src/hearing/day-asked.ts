/** Which day a fan asks about: by its name, its weekday or its date, in the language of the turn. Pure. */

import { DAY_MS } from '../domain/durations.ts'
import type { Lang } from '../domain/message.ts'
import { fold } from '../words/letters/fold.ts'
import { isUnspaced } from '../words/letters/scripts.ts'
import { type DayName, dayNames } from './day-names.ts'
import { packs } from './packs/packs.ts'

/** @param today its midnight in UTC, epoch ms @returns that of the day asked about, the next one of its name or date */
export function dayAsked(text: string, lang: Lang, today: number): number | undefined {
  const said = fold(text.slice(0, 500))
  for (const one of lang === 'en' ? [lang] : [lang, 'en']) {
    const name = dayNames.find((day) => namesOf(one).byName.get(day)?.test(said))
    if (name) return dayOf(name, today)
    const date = dateIn(said, one, today)
    if (date !== undefined) return date
    const weekday = namesOf(one).weekdays.findIndex((pattern) => pattern.test(said))
    if (weekday >= 0) return today + ((weekday - new Date(today).getUTCDay() + 7) % 7) * DAY_MS
  }
  return undefined
}

/** Of a text that names a day: it asks whether somebody is open then, in words too common to mean that elsewhere. */
export function asksIfOpen(text: string, lang: Lang): boolean {
  const said = fold(text.slice(0, 500))
  return (lang === 'en' ? [lang] : [lang, 'en']).some((one) => namesOf(one).opens?.test(said))
}

interface Names {
  readonly opens: RegExp | undefined
  readonly byName: ReadonlyMap<DayName, RegExp>
  /** From Sunday on. */
  readonly weekdays: readonly RegExp[]
  readonly months: readonly RegExp[]
}

const known = new Map<Lang, Names>()

function namesOf(lang: Lang): Names {
  const found = known.get(lang)
  if (found) return found
  const inUtc = (options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(lang, { timeZone: 'UTC', ...options })
  const weekday = inUtc({ weekday: 'long' })
  const month = inUtc({ month: 'long' })
  // With a day beside it a month stands in another case than alone, in Slavic languages.
  const dayAndMonth = inUtc({ day: 'numeric', month: 'long' })
  const monthOf = (at: number) => dayAndMonth.formatToParts(at).find(({ type }) => type === 'month')?.value ?? ''
  const opens = packs[lang]?.words?.opens?.map(fold) ?? []
  const made: Names = {
    opens: opens.length > 0 ? whole(opens) : undefined,
    byName: new Map(
      Object.entries(packs[lang]?.days ?? {}).flatMap(([name, phrases]) => {
        const day = dayNames.find((one) => one === name)
        return day && phrases ? [[day, whole(phrases.map(fold))] as const] : []
      }),
    ),
    // 1 January 2023 was a Sunday.
    weekdays: range(7).map((day) => whole([fold(weekday.format(Date.UTC(2023, 0, 1 + day)))], 's?')),
    months: range(12).map((at) =>
      whole([fold(month.format(Date.UTC(2023, at, 15))), fold(monthOf(Date.UTC(2023, at, 15)))]),
    ),
  }
  known.set(lang, made)
  return made
}

const range = (length: number) => Array.from({ length }, (_, at) => at)

function whole(sources: readonly string[], ending = ''): RegExp {
  const inWords = sources.map((source) =>
    isUnspaced(source) ? source : `(?<![\\p{L}\\p{N}])(?:${source})${ending}(?![\\p{L}\\p{N}])`,
  )
  return new RegExp(inWords.join('|'), 'u')
}

/** `25 December`, `25th of December`, `December 25`, `25.12.`, `12月25日`. */
function dateIn(said: string, lang: Lang, today: number): number | undefined {
  const eastern = /(\d{1,2})\s?[月월]\s?(\d{1,2})\s?[日号號일]/u.exec(said)
  if (eastern) return nextDate(Number(eastern[1]), Number(eastern[2]), today)
  const month = namesOf(lang).months.findIndex((pattern) => pattern.test(said))
  const day = /(?<![\d:.])(\d{1,2})(?:st|nd|rd|th|\.|er|º|°)?(?![\d:]|\s?(?:uhr|am|pm|h)\b)/u.exec(said)?.[1]
  if (month >= 0 && day !== undefined) return nextDate(month + 1, Number(day), today)
  const dotted = /(?<!\d)(\d{1,2})\.(\d{1,2})\.(?!\d)/u.exec(said)
  return dotted ? nextDate(Number(dotted[2]), Number(dotted[1]), today) : undefined
}

function nextDate(month: number, day: number, today: number): number | undefined {
  const year = new Date(today).getUTCFullYear()
  const dates = [year, year + 1].map((one) => Date.UTC(one, month - 1, day))
  return month >= 1 && month <= 12 && day >= 1 && day <= 31 ? dates.find((date) => date >= today) : undefined
}

function dayOf(name: DayName, today: number): number | undefined {
  const year = new Date(today).getUTCFullYear()
  const next = (inYear: (year: number) => number) => [year, year + 1].map(inYear).find((date) => date >= today)
  switch (name) {
    case 'today':
      return today
    case 'tomorrow':
      return today + DAY_MS
    case 'day-after-tomorrow':
      return today + 2 * DAY_MS
    case 'christmas-eve':
      return nextDate(12, 24, today)
    case 'christmas':
      return nextDate(12, 25, today)
    case 'boxing-day':
      return nextDate(12, 26, today)
    case 'new-years-eve':
      return nextDate(12, 31, today)
    case 'new-year':
      return nextDate(1, 1, today)
    case 'good-friday':
      return next((one) => easterOf(one) - 2 * DAY_MS)
    case 'easter':
      return next(easterOf)
    case 'easter-monday':
      return next((one) => easterOf(one) + DAY_MS)
    case 'chinese-new-year':
      return next(chineseNewYearOf)
  }
}

/** Western Easter Sunday, by the anonymous Gregorian computation (Meeus, Astronomical Algorithms, 1991). */
function easterOf(year: number): number {
  const a = year % 19
  const b = Math.floor(year / 100)
  const c = year % 100
  const h = (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7
  const m = Math.floor((a + 11 * h + 22 * l) / 451)
  const n = h + l - 7 * m + 114
  return Date.UTC(year, Math.floor(n / 31) - 1, (n % 31) + 1)
}

/** Where the calendar of ICU 78 is a day off, as the moon is new near midnight: by the Hong Kong Observatory's conversion tables. */
const observed: Readonly<Record<number, number>> = { 2027: Date.UTC(2027, 1, 6), 2030: Date.UTC(2030, 1, 3) }

/** The first day of the first month, between 21 January and 20 February. */
function chineseNewYearOf(year: number): number {
  const known = observed[year]
  if (known !== undefined) return known
  const calendar = new Intl.DateTimeFormat('en-u-ca-chinese', { timeZone: 'UTC', month: 'numeric', day: 'numeric' })
  const first = Date.UTC(year, 0, 20)
  const found = range(33).find((day) => calendar.format(first + day * DAY_MS) === '1/1')
  return first + (found ?? 0) * DAY_MS
}
