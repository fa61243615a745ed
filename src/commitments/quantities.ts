/** Amounts of money, percentages, durations and measures of a folded text, in one form for all languages. */

import { once } from '../words/once.ts'
import { eachMatch } from '../words/phrases/each-match.ts'
import { listedLanguages, stopWords } from '../words/terms/stop-words.ts'
import { anyOfList, choiceOfList, type ListName } from './lists.ts'
import { type Amount, type Found, findNumbers } from './numbers.ts'

export type QuantityKind = 'money' | 'percentage' | 'duration' | 'measure' | 'count'

export interface Quantity extends Found {
  readonly kind: QuantityKind
  /** `GBP 9.5`, `20`, `30 day`, `2-3 working day`, `250 g`, `stamp 9`. */
  readonly value: string
  /** Off the price: `30 % off`, 八折 (20). */
  readonly isOff?: true
}

/** What stands for a currency in any language; its words are the languages'. */
const currencies = [
  ['USD', 'us[$]|usd|[$]'],
  ['CENT', '¢', 100],
  ['GBP', 'gbp|£'],
  ['pence', 'p(?![a-z0-9])', 100],
  ['EUR', 'eur|€'],
  ['JPY', 'jpy'],
  ['HKD', 'hk[$]|hkd'],
  ['TWD', 'nt[$]|twd'],
  ['CAD', '(?:c|ca)[$]|cad'],
  ['AUD', '(?:a|au)[$]|aud'],
  ['CNY', 'cny|rmb|¥'],
  ['CHF', 'chf'],
  ['INR', '₹|inr'],
  ['KRW', '₩|krw'],
] as const
/** What a listed unit counts, where it is another's hundredth. */
const codeOf: Readonly<Record<string, string>> = { CENT: 'USD', pence: 'GBP' }
const afterNumber = once(() =>
  currencies.map(([unit, sign, share = 1]) => {
    const words = unit === 'CAD' || unit === 'AUD' ? '(?!)' : choiceOfList('money', unit)
    return [new RegExp(`^\\s{0,2}(?:${sign}|${words})(?![a-z])`, 'u'), codeOf[unit] ?? unit, share] as const
  }),
)
const beforeNumber = once(() =>
  [
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
    [`cny|rmb|${choiceOfList('money', 'CNY-before')}`, 'CNY'],
    ['chf', 'CHF'],
    ['hkd', 'HKD'],
    ['jpy', 'JPY'],
  ].map(([sign, code = '']) => [new RegExp(`(?<![a-z])(?:${sign})\\s{0,2}$`, 'u'), code] as const),
)

const times = once(() => {
  const working = choiceOfList('units', 'working')
  const full = choiceOfList('units', 'full')
  return (['second', 'minute', 'hour', 'day', 'week', 'fortnight', 'month', 'year'] as const).map(
    (unit) =>
      [
        new RegExp(
          `^(?:[\\s-]{0,2}|${full})(?:${working}s?(?:[\\s-]{1,2})?)?${choiceOfList('units', unit)}(?![a-z])(?:(?:\\s|-)?${working}(?![a-z]))?`,
          'u',
        ),
        unit,
      ] as const,
  )
})
const isWorking = once(() => new RegExp(`(?<![a-z])${choiceOfList('units', 'working')}`, 'u'))

/** The signs of measures, which are the same everywhere. */
const signs: Readonly<Partial<Record<ListName<'units'>, string>>> = {
  ...{ kg: 'kg', g: 'g', ml: 'ml', l: 'l', mm: 'mm', cm: 'cm', m: 'm', km: 'km' },
  ...{ dB: 'db', W: 'w', V: 'v', degree: '°\\s?c' },
}
const measured = once(() => {
  const named = (['kg', 'g', 'ml', 'l', 'mm', 'cm', 'm', 'km', 'inch', 'dB', 'W', 'V', 'degree', 'lumen'] as const).map(
    (unit) => [`${signs[unit] ?? '(?!)'}|${choiceOfList('units', unit)}`, unit] as const,
  )
  return [...named, ['wh|mah', 'Wh'] as const, ['ghz|hz', 'Hz'] as const, ['atm', 'atm'] as const].map(
    ([source, unit]) => [new RegExp(`^[\\s-]{0,2}(?:${source})(?![\\p{L}\\p{N}])`, 'u'), unit] as const,
  )
})
const percent = once(() => new RegExp(`^\\s{0,2}(?:%|${choiceOfList('shares', 'percent')})`, 'u'))
const off = once(() => new RegExp(`^\\s{0,2}${choiceOfList('shares', 'off')}`, 'u'))
const noun = once(() => new RegExp(`^\\s{1,2}${choiceOfList('shares', 'extra')}?([a-z]{3,20})`, 'u'))

/** Everything counted in a text, in order. Bare numbers only with the noun they count. */
export function findQuantities(folded: string): Quantity[] {
  const found: Quantity[] = []
  for (const amount of [...findNumbers(folded), ...singles(folded)].sort((a, b) => a.start - b.start)) {
    const quantity = moneyOf(folded, amount) ?? shareOf(folded, amount) ?? lengthOf(folded, amount)
    if (quantity && quantity.start >= (found.at(-1)?.end ?? 0)) found.push(quantity)
  }
  return found
}

const grammar = once(() => new Set(listedLanguages.flatMap((lang) => [...stopWords(lang)])))
const one = anyOfList('counting', 'one')

/** `a week`, `an hour`, `half a year`, `half price`: one, without a number. */
function singles(folded: string): Amount[] {
  return eachMatch(one(), folded).map((match) => ({
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
  for (const [pattern, code] of beforeNumber()) {
    const sign = pattern.exec(before)
    if (!sign) continue
    const value = `${code} ${shown(scaled(amount, after))}`
    return { kind: 'money', start: amount.start - sign[0].length, end: amount.end + suffix(after), value }
  }
  for (const [pattern, code, share] of afterNumber()) {
    const sign = pattern.exec(after)
    if (sign && isPrice(folded, amount, sign[0]))
      return {
        kind: 'money',
        start: amount.start,
        end: amount.end + sign[0].length,
        value: `${code} ${shown(amount, share)}`,
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
  const sign = percent().exec(after)
  if (sign) {
    const end = amount.end + sign[0].length
    const cut = off().exec(folded.slice(end, end + 24))
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
  for (const [pattern, unit] of times()) {
    const sign = pattern.exec(after)
    if (!sign) continue
    if (unit === 'year' && amount.value >= 1000) return undefined
    const value = durationIn(amount, unit, isWorking().test(sign[0]))
    return { kind: 'duration', start: amount.start, end: amount.end + sign[0].length, value }
  }
  for (const [pattern, unit] of measured()) {
    const sign = pattern.exec(after)
    if (sign)
      return {
        kind: 'measure',
        start: amount.start,
        end: amount.end + sign[0].length,
        value: `${shown(amount)} ${unit}`,
      }
  }
  const counted = noun().exec(after)
  // "iOS 15 and up": nothing is counted by a word of grammar.
  if (!counted?.[1] || grammar().has(counted[1])) return undefined
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
