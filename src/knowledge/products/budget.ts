/** What a fan wants to spend at most: the amount of money in a question. Pure. */

import { once } from '../../words/once.ts'

export interface Money {
  readonly amount: number
  /** ISO 4217. */
  readonly currency: string
}

const signs: Readonly<Record<string, string>> = {
  '£': 'GBP',
  '€': 'EUR',
  $: 'USD',
  us$: 'USD',
  '¥': 'CNY',
  '￥': 'CNY',
  gbp: 'GBP',
  eur: 'EUR',
  usd: 'USD',
  cny: 'CNY',
  rmb: 'CNY',
  pounds: 'GBP',
  pound: 'GBP',
  quid: 'GBP',
  euros: 'EUR',
  euro: 'EUR',
  dollars: 'USD',
  dollar: 'USD',
  bucks: 'USD',
  yuan: 'CNY',
  镑: 'GBP',
  英镑: 'GBP',
  欧元: 'EUR',
  美元: 'USD',
  元: 'CNY',
  块: 'CNY',
  块钱: 'CNY',
}

/** Each sign and code with the currencies that it may stand for: what people write for one first, then all that the world has. */
const found = new Map<string, readonly string[]>(Object.entries(signs).map(([sign, one]) => [sign, [one]]))
const learning = learnSigns()

/** Each step takes a millisecond or two; what was not done beforehand is done with the first question. */
export function* signsLearnt(): Generator<undefined, void> {
  while (!learning.next().done) yield
}

const meanings = once(() => {
  while (!learning.next().done);
  return found
})

/** A sign is asked of ICU, which takes its time for each. */
function* learnSigns(): Generator<undefined, void> {
  const add = (sign: string, currency: string) => {
    const known = found.get(sign) ?? []
    if (!known.includes(currency)) found.set(sign, [...known, currency])
  }
  for (const currency of Intl.supportedValuesOf('currency')) {
    yield
    const shown = { style: 'currency', currency, currencyDisplay: 'narrowSymbol' } as const
    const sign =
      new Intl.NumberFormat('en', shown).formatToParts(0).find(({ type }) => type === 'currency')?.value ?? ''
    const written = sign.normalize('NFKC').toLowerCase()
    // One letter is a measure as often as money.
    if (!/^\p{L}$/u.test(written)) add(written, currency)
    add(currency.toLowerCase(), currency)
  }
  for (const [word, sign] of [
    ['dollars', '$'],
    ['dollar', '$'],
    ['bucks', '$'],
    ['pounds', '£'],
    ['pound', '£'],
  ] as const)
    for (const currency of found.get(sign) ?? []) add(word, currency)
}

/** `1.000 €` and `1,000 €` are a thousand: no price has three digits behind its point. */
const number = String.raw`(?:\d{1,3}[.,]\d{3}(?!\d)|\d{1,6}(?:[.,]\d{1,2})?)`
/** Over text in small letters: to tell letters apart for each word, and whatever their case, takes a second to prepare. */
const money = once(() => {
  const all = [...meanings().keys()].sort((a, b) => b.length - a.length)
  const isWord = (sign: string) => /^\p{Script=Latin}+$/u.test(sign)
  const signsIn = all.filter((sign) => !isWord(sign)).map((sign) => RegExp.escape(sign))
  const either = `(?:(?<!\\p{L})(?:${all.filter(isWord).join('|')})(?!\\p{L})|${signsIn.join('|')})`
  return new RegExp(
    `(?<before>${either})\\s?(?<a>${number})(?!\\d)|(?<![\\d.,])(?<b>${number})\\s?(?<after>${either})`,
    'u',
  )
})

/**
 * `currencies`: those of the shop, for a sign that stands for several.
 * `rest`: the question without it; `before`: what stands right before it, such as “less than”.
 */
export function budgetIn(
  text: string,
  currencies: ReadonlySet<string> = new Set(),
): { readonly budget?: Money; readonly rest: string; readonly before?: string } {
  const said = text.normalize('NFKC').toLowerCase().replaceAll('￥', '¥')
  const { groups, index = 0, 0: whole = '' } = money().exec(said) ?? {}
  if (!groups) return { rest: text }
  const meant = meanings().get(groups.before ?? groups.after ?? '') ?? []
  const currency = meant.find((one) => currencies.has(one)) ?? meant[0]
  const written = groups.a ?? groups.b ?? ''
  const amount = Number(/[.,]\d{3}$/.test(written) ? written.replace(/[.,]/, '') : written.replace(',', '.'))
  if (currency === undefined || !Number.isFinite(amount)) return { rest: text }
  const before = said.slice(0, index).trim().split(/\s+/).slice(-2).join(' ')
  return { budget: { amount, currency }, rest: said.replace(whole, ' '), before }
}

/** Of a price as an operator wrote it: `£9.50 for 250 g`. */
export function moneyIn(price: string): Money | undefined {
  return budgetIn(price).budget
}
