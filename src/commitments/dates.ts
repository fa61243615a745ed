/** Dates, weekdays, relative days and times of day of a folded text, in one form for all languages. */

import { eachMatch } from '../words/each-match.ts'
import { foldFigures } from './fold-figures.ts'
import { type Found, findNumbers } from './numbers.ts'

export interface Moment extends Found {
  /** `2027-03-26`, `03-26`, `weekday 5`, `day 1` (tomorrow), `week 1`, `month 1`, `clock 17:00`, `end week`. */
  readonly value: string
  readonly sort: 'date' | 'weekday' | 'relative' | 'clock'
}

const months = [
  'january janvier januar enero jan janv',
  'february fevrier februar febrero feb fevr',
  'march mars marz marzo mar',
  'april avril abril apr avr',
  'may mai mayo',
  'june juin juni junio jun',
  'july juillet juli julio jul juil',
  'august aout agosto aug',
  'september septembre septiembre sep sept',
  'october octobre oktober octubre oct okt',
  'november novembre noviembre nov',
  'december decembre dezember diciembre dec dez',
]
const monthOf = new Map(months.flatMap((names, at) => names.split(' ').map((name) => [name, at + 1] as const)))
const month = [...monthOf.keys()].sort((a, b) => b.length - a.length).join('|')
const year = '(?:\\s?,?\\s(?:de )?((?:19|20)\\d\\d))?'

const weekdays = [
  'sundays? dimanches? sonntags? domingos? 周日 周天 星期天 星期日 礼拜天 日曜日?',
  'mondays? lundis? montags? lunes 周一 星期一 礼拜一 月曜日?',
  'tuesdays? mardis? dienstags? martes 周二 星期二 礼拜二 火曜日?',
  'wednesdays? mercredis? mittwochs? miercoles 周三 星期三 礼拜三 水曜日?',
  'thursdays? jeudis? donnerstags? jueves 周四 星期四 礼拜四 木曜日?',
  'fridays? vendredis? freitags? viernes 周五 星期五 礼拜五 金曜日?',
  'saturdays? samedis? samstags? sabados? 周六 星期六 礼拜六 土曜日?',
]
const relative: readonly (readonly [string, string])[] = [
  [
    'day 0',
    'today|tonight|this (?:morning|afternoon|evening)|later today|今天|今晚|今日|本日|当天|aujourd.hui|ce soir|heute|hoy|same day|same-day|eod|end of (?:the )?(?:day|business)',
  ],
  [
    'day 2',
    'the day after tomorrow|day after tomorrow|后天|大后天|apres-demain|ubermorgen|pasado manana|明後日|明后日',
  ],
  [
    'day 1',
    'tomorrow(?: (?:morning|afternoon|evening|night))?|next day|next-day|overnight|明天|明早|明晚|次日|隔天|隔日|翌日|明日|demain|lendemain|morgen(?! (?:zusammen|allerseits))|manana',
  ],
  [
    'end week',
    'end of (?:the|this) week|this week|by the weekend|the weekend|this weekend|本周内?|这周内?|这个星期|这礼拜|周末|今周|今週|cette semaine|fin de (?:la )?semaine|ce week-end|diese woche|ende der woche|esta semana|fin de semana',
  ],
  [
    'week 1',
    'next week|下周|下星期|下个星期|下礼拜|来週|来周|semaine prochaine|nachste[nr]? woche|(?:proxima semana|semana que viene)',
  ],
  [
    'end month',
    'end of (?:the|this) month|this month|本月|这个月|月底|今月|ce mois-ci|fin du mois|diesen monat|monatsende|este mes|fin de mes',
  ],
  ['month 1', 'next month|下个月|下月|来月|mois prochain|nachsten monat|(?:proximo mes|mes que viene)'],
  [
    'soon',
    'right away|straight away|immediately|at once|as soon as possible|asap|马上|立刻|立即|尽快|第一时间|すぐに?|早急に|至急|tout de suite|immediatement|des que possible|au plus vite|sofort|umgehend|schnellstmoglich|enseguida|inmediatamente|lo antes posible',
  ],
]
const edge = (source: string): string => {
  const parts = source.split('|')
  const spaced = parts.filter((part) => /[a-z]/.test(part)).join('|')
  const unspaced = parts.filter((part) => !/[a-z]/.test(part)).join('|')
  return [spaced && `(?<![\\p{L}\\p{N}])(?:${spaced})(?![\\p{L}\\p{N}])`, unspaced]
    .filter((part) => part !== '')
    .join('|')
}
const weekdayPatterns = weekdays.map((names) => new RegExp(edge(foldFigures(names).split(' ').join('|')), 'gu'))
const relativePatterns = relative.map(
  ([value, source]) => [value, new RegExp(edge(foldFigures(source)), 'gu')] as const,
)

const iso = /(?<!\d)((?:19|20)\d\d)[-/.年](\d{1,2})[-/.月](\d{1,2})(?!\d)日?/gu
const european = /(?<![\d/.])(\d{1,2})[/.](\d{1,2})[/.]((?:19|20)?\d\d)(?![\d/])/gu
const dayFirst = new RegExp(
  `(?<![\\p{L}\\p{N}])(\\d{1,2})(?:st|nd|rd|th|er|\\.|ro)?\\s(?:of |de )?(${month})(?![\\p{L}\\p{N}])${year}`,
  'gu',
)
const monthFirst = new RegExp(
  `(?<![\\p{L}\\p{N}])(${month})\\s(?:the )?(\\d{1,2})(?:st|nd|rd|th)?(?![\\p{L}\\p{N}]|[.,:]\\d|\\s?(?:%|euros?|dollars?))${year}`,
  'gu',
)
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
const holiday = new RegExp(
  edge(
    foldFigures(
      'christmas(?: eve| day)?|new year.s (?:eve|day)|black friday|easter|noel|weihnachten|navidad|圣诞节?前?|春节前?|国庆节?|双十一|双11|元旦',
    ),
  ),
  'gu',
)

const colon = /(?<![\d:.])([01]?\d|2[0-3])(?::|\s?h\s?|点|點|時|时)([0-5]\d)(?![\d:])(?:\s?([ap])\.?m)?/gu
const meridiem = /(?<![\d:.,])(1[0-2]|[1-9])\s?([ap])\.?m\.?(?![a-z])/gu
const hour =
  /(?<![\d:.,€£$])([01]?\d|2[0-3])\s?(?:h(?![a-z0-9])|uhr(?![a-z])|heures?(?=\s(?:du|pile|precise))|o.clock|点(?!\d|击|开|赞|餐|单)|時(?!間|间))/gu
const oClock =
  /(?<![a-z])(?:at|until|till|by|before|after|from|since|a partir de|jusqu.a|um|bis|ab|vor|a las|hasta las)\s(noon|midday|midnight|midi|minuit|mittag|mitternacht|mediodia|medianoche)(?![a-z])|(中午|正午)/gu
const spoken =
  /(?<=(?:上午|早上|下午|晚上|中午|早|晚|[^\d一二三四五六七八九十]|^))([一二三四五六七八九十两]{1,3})点(半|整|钟|零?[一二三四五六七八九十]{1,3}分?)?(?![儿子点评赞击餐单头滴心啥什也都])/gu

/** Moments in order, each place once. */
export function findMoments(folded: string): Moment[] {
  const found = [...dates(folded), ...clocks(folded)]
  for (const [at, pattern] of weekdayPatterns.entries())
    collect(found, folded, pattern, 'weekday', () => `weekday ${at}`)
  for (const [value, pattern] of relativePatterns) collect(found, folded, pattern, 'relative', () => value)
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
  const found: Moment[] = []
  collect(found, folded, iso, 'date', ([, y, m = '', d = '']) => day(y, Number(m), d))
  collect(found, folded, eastern, 'date', ([, y, m = '', d = '']) => day(y, Number(ofHan(m)), ofHan(d)))
  collect(found, folded, dayFirst, 'date', ([, d = '', m = '', y]) => day(y, monthOf.get(m) ?? 0, d))
  collect(found, folded, monthFirst, 'date', ([, m = '', d = '', y]) => day(y, monthOf.get(m) ?? 0, d))
  collect(found, folded, european, 'date', ([, d = '', m = '', y]) =>
    Number(m) > 12 ? day(y, Number(d), m) : day(y, Number(m), d),
  )
  return found
}

function clocks(folded: string): Moment[] {
  const found: Moment[] = []
  const clock = (h: number, m = '00', half?: string): string =>
    `clock ${two(half === 'p' && h < 12 ? h + 12 : half === 'a' && h === 12 ? 0 : h)}:${m}`
  const isLater = (at: number): boolean => /(?:下午|晚上?|午[后後])\s?$/u.test(folded.slice(Math.max(0, at - 3), at))
  collect(found, folded, colon, 'clock', ([, h = '', m = '', half]) => clock(Number(h), m, half))
  collect(found, folded, meridiem, 'clock', ([, h = '', half]) => clock(Number(h), '00', half))
  collect(found, folded, hour, 'clock', (match) =>
    clock(Number(match[1]), '00', isLater(match.index) ? 'p' : undefined),
  )
  collect(found, folded, oClock, 'clock', ([word]) =>
    /midnight|minuit|mitternacht|medianoche/.test(word) ? 'clock 00:00' : 'clock 12:00',
  )
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
