/** Opening hours as a line says them, for {hours}: `Mon–Fri 09:00–18:00, Sat 10:00–14:00, Paris`. */
import { DAY_MS } from '../../domain/durations.ts'
import type { Lang } from '../../domain/message.ts'
import { packs } from '../../hearing/packs/packs.ts'
import { rememberFew } from '../../words/remember-last.ts'
import type { Hours, Weekday } from '../persona.ts'

const weekdays: readonly Weekday[] = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun']
/** Noon of a Monday in UTC; only used to name weekdays. */
const someMonday = Date.UTC(2024, 0, 1, 12)

/** Empty for a team that is always there. Days with the same hours are put together; the city, or the offset, stands for the time zone. */
export function hoursText({ week, timeZone }: Hours, lang: Lang): string {
  if (week === undefined) return ''
  const name = (day: number) => weekdayName(day, lang)
  const groups: { from: number; to: number; ranges: string }[] = []
  weekdays.forEach((weekday, day) => {
    const ranges = (week[weekday] ?? []).map(rangeText).join(' + ')
    const last = groups.at(-1)
    if (last?.ranges === ranges && last.to === day - 1) last.to = day
    else groups.push({ from: day, to: day, ranges })
  })
  const parts = groups
    .filter(({ ranges }) => ranges !== '')
    .map(({ from, to, ranges }) => `${from === to ? name(from) : `${name(from)}–${name(to)}`} ${ranges}`)
  return [...parts, placeText(timeZone)].join(packs[lang]?.texts?.comma ?? ', ')
}

/** An end at midnight is that of the day: `22:00–24:00`. */
function rangeText(range: string): string {
  return range.replace(/-00:00$/, '-24:00').replace('-', '–')
}

/** Zones that are nothing but an offset; those of Etc/GMT name it with the sign turned round. */
const offsetZone = /^(?:Etc\/|[+-]\d|(?:GMT|UTC|UCT|Zulu|Universal|Greenwich)(?![a-z]))/i

/** The city, or how far from UTC: `Paris`, `UTC−5`. */
function placeText(timeZone: string): string {
  if (!offsetZone.test(timeZone)) return timeZone.split('/').at(-1)?.replaceAll('_', ' ') ?? timeZone
  const format = new Intl.DateTimeFormat('en', { timeZone, timeZoneName: 'shortOffset' })
  const name = format.formatToParts(someMonday).find(({ type }) => type === 'timeZoneName')?.value ?? timeZone
  return name
    .replace('GMT', 'UTC')
    .replace(/[+-]0$/, '')
    .replace('-', '−')
}

const namesIn = rememberFew((lang) => {
  const format = new Intl.DateTimeFormat(lang, { weekday: 'short', timeZone: 'UTC' })
  return weekdays.map((_, day) => format.format(someMonday + day * DAY_MS))
})

function weekdayName(day: number, lang: Lang): string {
  return namesIn(lang)[day] ?? ''
}
