/** What a fan wants to spend at most: the amount of money in a question. Pure. */

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
const words = Object.keys(signs)
  .sort((a, b) => b.length - a.length)
  .map((sign) => (/^\w+$/.test(sign) ? `${sign}(?!\\p{L})` : RegExp.escape(sign)))
  .join('|')
const number = String.raw`\d{1,6}(?:[.,]\d{1,2})?`
const money = new RegExp(
  `(?<before>${words})\\s?(?<a>${number})(?!\\d)|(?<![\\d.,])(?<b>${number})\\s?(?<after>${words})`,
  'iu',
)

/** `rest`: the question without it; `before`: what stands right before it, such as “less than”. */
export function budgetIn(text: string): { readonly budget?: Money; readonly rest: string; readonly before?: string } {
  const said = text.normalize('NFKC').replaceAll('￥', '¥')
  const { groups, index = 0, 0: whole = '' } = money.exec(said) ?? {}
  if (!groups) return { rest: text }
  const currency = signs[(groups.before ?? groups.after ?? '').toLowerCase()]
  const amount = Number((groups.a ?? groups.b ?? '').replace(',', '.'))
  if (currency === undefined || !Number.isFinite(amount)) return { rest: text }
  const before = said.slice(0, index).trim().split(/\s+/).slice(-2).join(' ')
  return { budget: { amount, currency }, rest: said.replace(whole, ' '), before }
}

/** Of a price as an operator wrote it: `£9.50 for 250 g`. */
export function moneyIn(price: string): Money | undefined {
  return budgetIn(price).budget
}
