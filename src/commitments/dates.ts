/** Dates, weekdays, relative days and times of day of a folded text, in one form for all languages. */

import { once } from '../words/once.ts'
import { eachMatch } from '../words/phrases/each-match.ts'
import { foldFigures } from './fold-figures.ts'
import { anyOfList, choiceOfList, commitmentList, type ListName } from './lists.ts'
import { type Found, findNumbers } from './numbers.ts'
import { commitmentSections } from './sections.ts'

export interface Moment extends Found {
  /** `2027-03-26`, `03-26`, `weekday 5`, `day 1` (tomorrow), `week 1`, `month 1`, `clock 17:00`, `end week`. */
  readonly value: string
  readonly sort: 'date' | 'weekday' | 'relative' | 'clock'
}

const monthOf = once(
  () =>
    new Map(
      commitmentSections.months.flatMap((at) =>
        commitmentList('months', at).map((name) => [foldFigures(name), Number(at)] as const),
      ),
    ),
)

const patterns = once(() => {
  const choice = (name: ListName<'dates'>, only?: 'spaced' | 'unspaced') => choiceOfList('dates', name, only)
  const month = [...monthOf().keys()].sort((a, b) => b.length - a.length).join('|')
  const year = `(?:\\s?,?\\s${choice('of-year')}?((?:19|20)\\d\\d))?`
  return {
    dayFirst: new RegExp(
      `(?<![\\p{L}\\p{N}])(\\d{1,2})(?:${choice('ordinal')}|\\.)?\\s${choice('of')}?(${month})(?![\\p{L}\\p{N}])${year}`,
      'gu',
    ),
    monthFirst: new RegExp(
      `(?<![\\p{L}\\p{N}])(${month})\\s${choice('the')}?(\\d{1,2})(?:st|nd|rd|th)?(?![\\p{L}\\p{N}]|[.,:]\\d|\\s?(?:%|euros?|dollars?))${year}`,
      'gu',
    ),
    weekdays: commitmentSections.weekdays.map((at) => [`weekday ${at}`, anyOfList('weekdays', at)()] as const),
    relative: commitmentSections.relative.map((value) => [value, anyOfList('relative', value)()] as const),
    holiday: anyOfList('dates', 'holiday')(),
    colon: new RegExp(
      `(?<![\\d:.])([01]?\\d|2[0-3])(?::|\\s?h\\s?|${choice('hour-minutes')})([0-5]\\d)(?![\\d:])(?:\\s?([ap])\\.?m)?`,
      'gu',
    ),
    hour: new RegExp(`(?<![\\d:.,€£$])([01]?\\d|2[0-3])\\s?(?:h(?![a-z0-9])|${choice('hour')})`, 'gu'),
    noon: new RegExp(
      `(?<![a-z])${choice('at')}\\s(?:${choice('noon', 'spaced')}|${choice('midnight')})(?![a-z])|${choice('noon', 'unspaced')}`,
      'gu',
    ),
    midnight: new RegExp(choice('midnight'), 'u'),
    later: new RegExp(`${choice('later')}\\s?$`, 'u'),
  }
})

const iso = /(?<!\d)((?:19|20)\d\d)[-/.年](\d{1,2})[-/.月](\d{1,2})(?!\d)日?/gu
const european = /(?<![\d/.])(\d{1,2})[/.](\d{1,2})[/.]((?:19|20)?\d\d)(?![\d/])/gu
const han = '[一二三四五六七八九十]{1,3}'
const eastern = new RegExp(
  `(?:((?:19|20)\\d\\d)\\s?年\\s?)?(?<!\\d)(\\d{1,2}|${han})\\s?月\\s?(\\d{1,2}|${han})\\s?[日号]`,
  'gu',
)
const ofHan = (part: string): string => {
  if (/^\d/.test(part)) return part
  const [tens = '', ones = ''] = part.includes('十') ? part.split('十') : ['0', part]
  const digit = (char: string, none: number) => (char === '' ? none : '零一二三四五六七八九'.indexOf(char))
  return String((part.includes('十') ? digit(tens, 1) : 0) * 10 + digit(ones, 0))
}
const meridiem = /(?<![\d:.,])(1[0-2]|[1-9])\s?([ap])\.?m\.?(?![a-z])/gu
const spoken =
  /(?<=(?:上午|早上|下午|晚上|中午|早|晚|[^\d一二三四五六七八九十]|^))([一二三四五六七八九十两]{1,3})点(半|整|钟|零?[一二三四五六七八九十]{1,3}分?)?(?![儿子点评赞击餐单头滴心啥什也都])/gu

/** Moments in order, each place once. */
export function findMoments(folded: string): Moment[] {
  const found = [...dates(folded), ...clocks(folded)]
  const { weekdays, relative, holiday } = patterns()
  for (const [value, pattern] of weekdays) collect(found, folded, pattern, 'weekday', () => value)
  for (const [value, pattern] of relative) collect(found, folded, pattern, 'relative', () => value)
  collect(found, folded, holiday, 'date', ([name = '']) => name.replace(/\s/g, '-'))
  found.sort((a, b) => a.start - b.start || b.end - a.end)
  let end = 0
  return found.filter((moment) => {
    if (moment.start < end) return false
    end = moment.end
    return true
  })
}

function collect(
  found: Moment[],
  folded: string,
  pattern: RegExp,
  sort: Moment['sort'],
  read: (match: RegExpExecArray) => string | undefined,
): void {
  for (const match of eachMatch(pattern, folded)) {
    const value = read(match)
    if (value !== undefined) found.push({ start: match.index, end: match.index + match[0].length, value, sort })
  }
}

const two = (part: string | number): string => String(part).padStart(2, '0')
function day(y: string | undefined, m: number, d: string): string | undefined {
  if (m < 1 || m > 12 || Number(d) < 1 || Number(d) > 31) return undefined
  const yearPart = y === undefined ? '' : `${y.length === 2 ? `20${y}` : y}-`
  return `${yearPart}${two(m)}-${two(d)}`
}

function dates(folded: string): Moment[] {
  const { dayFirst, monthFirst } = patterns()
  const found: Moment[] = []
  collect(found, folded, iso, 'date', ([, y, m = '', d = '']) => day(y, Number(m), d))
  collect(found, folded, eastern, 'date', ([, y, m = '', d = '']) => day(y, Number(ofHan(m)), ofHan(d)))
  collect(found, folded, dayFirst, 'date', ([, d = '', m = '', y]) => day(y, monthOf().get(m) ?? 0, d))
  collect(found, folded, monthFirst, 'date', ([, m = '', d = '', y]) => day(y, monthOf().get(m) ?? 0, d))
  collect(found, folded, european, 'date', ([, d = '', m = '', y]) =>
    Number(m) > 12 ? day(y, Number(d), m) : day(y, Number(m), d),
  )
  return found
}

function clocks(folded: string): Moment[] {
  const { colon, hour, noon, midnight, later } = patterns()
  const found: Moment[] = []
  const clock = (h: number, m = '00', half?: string): string =>
    `clock ${two(half === 'p' && h < 12 ? h + 12 : half === 'a' && h === 12 ? 0 : h)}:${m}`
  const isLater = (at: number): boolean => later.test(folded.slice(Math.max(0, at - 3), at))
  collect(found, folded, colon, 'clock', ([, h = '', m = '', half]) => clock(Number(h), m, half))
  collect(found, folded, meridiem, 'clock', ([, h = '', half]) => clock(Number(h), '00', half))
  collect(found, folded, hour, 'clock', (match) =>
    clock(Number(match[1]), '00', isLater(match.index) ? 'p' : undefined),
  )
  collect(found, folded, noon, 'clock', ([word]) => (midnight.test(word) ? 'clock 00:00' : 'clock 12:00'))
  collect(found, folded, spoken, 'clock', (match) => {
    const value = findNumbers(match[1] ?? '')[0]?.value
    return value === undefined || value > 24
      ? undefined
      : clock(value, minutesOf(match[2]), isLater(match.index) ? 'p' : undefined)
  })
  return found
}

function minutesOf(written: string | undefined): string {
  if (written === '半') return '30'
  return two(findNumbers((written ?? '').replace(/零/, ''))[0]?.value ?? 0)
}

/** Whether two moments can be the same: a date with a year and one without, if day and month agree; five o'clock and 17:00. */
export function isSameMoment(a: string, b: string): boolean {
  if (a === b) return true
  if (a.startsWith('clock ') && b.startsWith('clock ')) return onDial(a) === onDial(b)
  const [short, long] = a.length < b.length ? [a, b] : [b, a]
  return /^\d\d-\d\d$/.test(short) && long.length === 10 && long.endsWith(`-${short}`)
}

const onDial = (clock: string): string => `${Number(clock.slice(6, 8)) % 12}${clock.slice(8)}`
