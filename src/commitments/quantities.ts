/** Amounts of money, percentages, durations and measures of a folded text, in one form for all languages. */
import { eachMatch } from '../words/each-match.ts'
import { foldFigures } from './fold-figures.ts'
import { type Amount, type Found, findNumbers } from './numbers.ts'

export type QuantityKind = 'money' | 'percentage' | 'duration' | 'measure' | 'count'

export interface Quantity extends Found {
  readonly kind: QuantityKind
  /** `GBP 9.5`, `20`, `30 day`, `2-3 working day`, `250 g`, `stamp 9`. */
  readonly value: string
  /** Off the price: `30 % off`, 八折 (20). */
  readonly isOff?: true
}

const currencies: readonly (readonly [string, string, number?])[] = [
  ['us[$]|usd|[$]|dollars?|bucks?|dolares?|美元|美金|美刀|刀(?!具|叉|刃)|ドル|米ドル', 'USD'],
  ['(?:cents?|centimes?|centavos?|centimos?|¢)(?! pour)', 'CENT', 100],
  ['gbp|£|pounds?(?: sterling)?|quid|livres? sterling|libras?(?: esterlinas?)?|pfund|英镑|镑|ポンド', 'GBP'],
  ['pence|便士|p(?![a-z0-9])', 'GBP', 100],
  ['eur|€|euros?|欧元|欧|ユーロ', 'EUR'],
  ['jpy|円|yen|日元', 'JPY'],
  ['hk[$]|hkd|港币|港元', 'HKD'],
  ['nt[$]|twd|新台币|台币', 'TWD'],
  ['(?:c|ca)[$]|cad', 'CAD'],
  ['(?:a|au)[$]|aud', 'AUD'],
  [
    'cny|rmb|¥|yuan|人民币|元(?!素|旦|气|宵|件|老)|块钱|块(?!儿|面|头|状|地|布|糖|肉|石|砖|饼|蛋糕|玻璃|起|表|手表|屏|电池|板|毛巾)',
    'CNY',
  ],
  ['chf|francs?|franken|法郎', 'CHF'],
  ['₹|inr|rupees?|卢比', 'INR'],
  ['₩|krw|won(?![a-z])|韩元', 'KRW'],
]
const afterNumber = currencies.map(
  ([source, code, share]) =>
    [new RegExp(`^\\s{0,2}(?:${foldFigures(source)})(?![a-z])`, 'u'), code, share ?? 1] as const,
)
const signs: readonly (readonly [string, string])[] = [
  ['us[$]', 'USD'],
  ['hk[$]', 'HKD'],
  ['nt[$]', 'TWD'],
  ['ca?[$]', 'CAD'],
  ['au?[$]', 'AUD'],
  ['[$]', 'USD'],
  ['£', 'GBP'],
  ['€', 'EUR'],
  ['¥', 'CNY'],
  ['₹', 'INR'],
  ['₩', 'KRW'],
  ['usd', 'USD'],
  ['gbp', 'GBP'],
  ['eur', 'EUR'],
  ['cny|rmb|人民币', 'CNY'],
  ['chf', 'CHF'],
  ['hkd', 'HKD'],
  ['jpy', 'JPY'],
]
const beforeNumber = signs.map(([source, code]) => [new RegExp(`(?<![a-z])(?:${source})\\s{0,2}$`, 'u'), code] as const)

const working = '(?:working|business|week|werk|arbeits|ouvres?|ouvrables?|habiles?|laborables?|个?工作|個?工作|営業|平)'
const time: readonly (readonly [string, string])[] = [
  ['seconds?|secs?|secondes?|sekunden?|segundos?|秒钟?', 'second'],
  ['minutes?|mins?|minuten?|minutos?|分钟|分間|分(?![之享手期数店类明别开析])', 'minute'],
  ['hours?|hrs?|heures?|stunden?|horas?|个?小时|个?钟头|時間|时间(?=以?内|で)', 'hour'],
  ['个?工作日|個?工作日|営業日|营业日|个?平日', 'day'],
  ['days?|jours?|tage?n?|dias?|天(?![气空下然生才堂猫哪])|日間|日(?=以?内|で|無|无|返|间)', 'day'],
  ['weeks?|wks?|semaines?|wochen?|semanas?|个?星期|周(?![一二三四五六日末年边])|个?礼拜|週間|周间', 'week'],
  ['fortnights?|quinzaine', 'fortnight'],
  ['months?|mois|monate?n?|mes(?:es)?|个月|ヶ月|か月|カ月|ケ月', 'month'],
  ['years?|yrs?|ans?|annees?|jahre?n?|anos?|年(?!月|轻|级|货|前|糕|[度代])', 'year'],
]
const times = time.map(
  ([source, unit]) =>
    [
      new RegExp(
        `^(?:[\\s-]{0,2}|\\s?full\\s|\\s?ganze\\s)(?:${working}s?(?:[\\s-]{1,2})?)?(?:${foldFigures(source)})(?![a-z])(?:(?:\\s|-)?(?:${working})(?![a-z]))?`,
        'u',
      ),
      unit,
    ] as const,
)
const isWorking = new RegExp(`(?<![a-z])${working}`, 'u')

const measures: readonly (readonly [string, string])[] = [
  ['kg|kilos?|kilograms?|kilogrammes?|公斤|千克|キロ', 'kg'],
  ['g|grams?|grammes?|gramm|克', 'g'],
  ['ml|millilit(?:er|re)s?|毫升', 'ml'],
  ['l|lit(?:er|re)s?|升', 'l'],
  ['mm|毫米', 'mm'],
  ['cm|centimet(?:er|re)s?|centimetres?|厘米|公分', 'cm'],
  ['m|met(?:er|re)s?|米', 'm'],
  ['km|kilomet(?:er|re)s?|公里', 'km'],
  ['inch(?:es)?|zoll|pouces?|英寸|寸', 'inch'],
  ['db|decibels?|分贝', 'dB'],
  ['w|watts?|瓦', 'W'],
  ['wh|mah', 'Wh'],
  ['v|volts?|伏', 'V'],
  ['ghz|hz', 'Hz'],
  ['°\\s?c|degrees?|degres|grad|度', 'degree'],
  ['lumens?|流明', 'lumen'],
  ['atm', 'atm'],
]
const measured = measures.map(
  ([source, unit]) => [new RegExp(`^[\\s-]{0,2}(?:${foldFigures(source)})(?![\\p{L}\\p{N}])`, 'u'), unit] as const,
)
const percent = /^\s{0,2}(?:%|per ?cent|percent|pour ?cent|prozent|por ciento|个百分点|パーセント)/u
const off =
  /^\s{0,2}(?:off(?![a-z])|discount|reduction|rabatt|de descuento|descuento|de (?:reduction|remise|rabais)|remise|オフ|引き|割引|的?(?:折扣|优惠)|nachlass|less|cheaper|gunstiger|moins cher)/u
const noun = /^\s{1,2}(?:free |different |more |extra )?([a-z]{3,20})/u

/** Everything counted in a text, in order. Bare numbers only with the noun they count. */
export function findQuantities(folded: string): Quantity[] {
  const found: Quantity[] = []
  for (const amount of [...findNumbers(folded), ...singles(folded)].sort((a, b) => a.start - b.start)) {
    const quantity = moneyOf(folded, amount) ?? shareOf(folded, amount) ?? lengthOf(folded, amount)
    if (quantity && quantity.start >= (found.at(-1)?.end ?? 0)) found.push(quantity)
  }
  return found
}

const one =
  /(?<![\p{L}\p{N}])(?:half an?|an?|una?)(?=\s(?:full |whole |working |business )?(?:hour|day|week|fortnight|month|year|dollar|buck|pound|euro|quid|cent)s?(?![a-z]))/gu

/** `a week`, `an hour`, `half a year`, `half price`: one, without a number. */
function singles(folded: string): Amount[] {
  return eachMatch(one, folded).map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
    value: match[0].startsWith('half') ? 0.5 : 1,
  }))
}

const shown = ({ from, value }: Amount, share = 1): string =>
  from === undefined ? plain(value / share) : `${plain(from / share)}-${plain(value / share)}`
const plain = (value: number): string => String(Math.round(value * 10_000) / 10_000)

function moneyOf(folded: string, amount: Amount): Quantity | undefined {
  const after = folded.slice(amount.end, amount.end + 20)
  const before = folded.slice(Math.max(0, amount.start - 14), amount.start)
  for (const [pattern, code] of beforeNumber) {
    const sign = pattern.exec(before)
    if (!sign) continue
    const value = `${code} ${shown(scaled(amount, after))}`
    return { kind: 'money', start: amount.start - sign[0].length, end: amount.end + suffix(after), value }
  }
  for (const [pattern, code, share] of afterNumber) {
    const sign = pattern.exec(after)
    if (sign && isPrice(folded, amount, sign[0]))
      return {
        kind: 'money',
        start: amount.start,
        end: amount.end + sign[0].length,
        value: `${code === 'CENT' ? 'USD' : code} ${shown(amount, share)}`,
      }
  }
  return undefined
}

/** `Afterwave 2 ¥169` has one price, `1080p` none, and 一块 is mostly a piece of something, or together. */
function isPrice(folded: string, amount: Amount, sign: string): boolean {
  const next = folded.slice(amount.end + sign.length, amount.end + sign.length + 3)
  if (/[$£€¥₹₩]$/.test(sign) && /^\s?\d/.test(next)) return false
  if (sign.trim() === 'p') return amount.value < 100
  return sign.trim() !== '块' || amount.value !== 1 || /^(?:就|卖|成交|一)/.test(next)
}

const suffix = (after: string): number => /^\s?(?:k|m|million|万)(?![a-z])/.exec(after)?.[0].length ?? 0
function scaled(amount: Amount, after: string): Amount {
  const by = /^k(?![a-z])/.test(after) ? 1000 : /^\s?(?:m|million)(?![a-z])/.test(after) ? 1_000_000 : 1
  return by === 1 ? amount : { ...amount, value: amount.value * by }
}

/** Per cent, and what says the same: 三成 = 30, 八折 = 20 off, half price = 50 off. */
function shareOf(folded: string, amount: Amount): Quantity | undefined {
  const after = folded.slice(amount.end, amount.end + 24)
  if (folded.slice(Math.max(0, amount.start - 3), amount.start) === '百分之')
    return { kind: 'percentage', start: amount.start - 3, end: amount.end, value: shown(amount) }
  const sign = percent.exec(after)
  if (sign) {
    const end = amount.end + sign[0].length
    const cut = off.exec(folded.slice(end, end + 24))
    return {
      kind: 'percentage',
      start: amount.start,
      end: end + (cut?.[0].length ?? 0),
      value: shown(amount),
      ...(cut ? { isOff: true as const } : {}),
    }
  }
  const chinese =
    /^(?:成(?![功为分立熟长绩员品本就年人语交果都真见心全群效因])|折(?![磨腾叠断扣返中服射损])|割引?|割(?=引|オフ))/u.exec(
      after,
    )
  if (!chinese || amount.value > 99) return undefined
  const end = amount.end + chinese[0].length
  if (chinese[0] === '折') {
    // 八折 is 8/10 of the price, 85折 and 八五折 are 85 %.
    const share = amount.value < 10 ? amount.value * 10 : amount.value
    return { kind: 'percentage', start: amount.start, end, value: plain(100 - share), isOff: true }
  }
  if (amount.value >= 10) return undefined
  return {
    kind: 'percentage',
    start: amount.start,
    end,
    value: plain(amount.value * 10),
    ...(chinese[0].startsWith('割') ? { isOff: true as const } : {}),
  }
}

function lengthOf(folded: string, amount: Amount): Quantity | undefined {
  const after = folded.slice(amount.end, amount.end + 30)
  for (const [pattern, unit] of times) {
    const sign = pattern.exec(after)
    if (!sign) continue
    if (unit === 'year' && amount.value >= 1000) return undefined
    const value = durationIn(amount, unit, isWorking.test(sign[0]))
    return { kind: 'duration', start: amount.start, end: amount.end + sign[0].length, value }
  }
  for (const [pattern, unit] of measured) {
    const sign = pattern.exec(after)
    if (sign)
      return {
        kind: 'measure',
        start: amount.start,
        end: amount.end + sign[0].length,
        value: `${shown(amount)} ${unit}`,
      }
  }
  const counted = noun.exec(after)
  if (!counted?.[1]) return undefined
  return {
    kind: 'count',
    start: amount.start,
    end: amount.end,
    value: `${counted[1].replace(/(?:es|s)$/, '')} ${shown(amount)}`,
  }
}

const inDays: Readonly<Record<string, number>> = { day: 1, week: 7, fortnight: 14 }

/** Weeks as days, whole days of hours as days, years as months: 48 hours = two days, a year = twelve months. */
function durationIn(amount: Amount, unit: string, worked: boolean): string {
  const days = inDays[unit]
  if (worked && unit === 'day') return `${shown(amount)} working day`
  if (days !== undefined) return `${shown(amount, 1 / days)} day`
  if (unit === 'year') return `${shown(amount, 1 / 12)} month`
  const isWholeDays = unit === 'hour' && amount.value % 24 === 0 && (amount.from ?? 24) % 24 === 0
  return isWholeDays ? `${shown(amount, 24)} day` : `${shown(amount)} ${unit}`
}
