/** A price as feeds, exports and sheets of many countries write it. Pure. */
import type { CatalogueRow } from '../../persona/catalogue/read-catalogue.ts'

type Mark = '.' | ','

/** What the prices of one file part cents with, where they show it and agree. */
export function centsMark(prices: readonly string[]): Mark | undefined {
  const seen = new Set(prices.map((price) => /\d([.,])\d{1,2}(?!\d)/.exec(price)?.[1]))
  seen.delete(undefined)
  const [only] = seen
  return seen.size === 1 && (only === '.' || only === ',') ? only : undefined
}

/** Of the currencies that a sign stands for the file's own; else the first, which is `undefined` where nobody could say. */
const signs: Readonly<Record<string, readonly (string | undefined)[]>> = {
  '£': ['GBP'],
  '€': ['EUR'],
  $: ['USD', 'CAD', 'AUD', 'NZD', 'SGD', 'HKD', 'MXN'],
  '¥': [undefined, 'JPY', 'CNY'],
  '￥': [undefined, 'CNY', 'JPY'],
  元: ['CNY', 'TWD', 'HKD'],
  円: ['JPY'],
  '₩': ['KRW'],
  '₹': ['INR'],
  '₽': ['RUB'],
  '₺': ['TRY'],
  '₴': ['UAH'],
  '₪': ['ILS'],
  '฿': ['THB'],
  r$: ['BRL'],
  kr: [undefined, 'SEK', 'NOK', 'DKK', 'ISK'],
  zł: ['PLN'],
  kč: ['CZK'],
  ft: ['HUF'],
  lei: ['RON'],
  'fr.': ['CHF'],
}

const known: ReadonlySet<string> = new Set(Intl.supportedValuesOf('currency'))

/**
 * `12.50 GBP`, `GBP 12.50`, `£12.50`, `1.234,50 €`, `CHF 1'200.–`, or a number where the currency stands elsewhere (`currency`).
 * → undefined without a currency, and for what could be two prices: `1.234 EUR` in a file that does not show what parts its cents.
 */
export function readPrice(text: string, currency?: string, cents?: Mark): CatalogueRow['price'] {
  const [, before = '', amount = '', after = ''] =
    /^([^\d\s-]{0,4})\s*(\d[\d.,\s'’]*?)(?:[.,][–—-]+)?\s*([^\d\s.,'’–—-][^\d\s]{0,3})?$/u.exec(text.trim()) ?? []
  const code = codeOf(before || after, currency?.toUpperCase())
  if (code === undefined || (before !== '' && after !== '')) return undefined
  const number = amountIn(amount, digitsOf(code), cents)
  return number === undefined ? undefined : { amount: number, currency: code }
}

function codeOf(sign: string, own: string | undefined): string | undefined {
  if (sign === '') return own !== undefined && known.has(own) ? own : undefined
  const meant = signs[sign.toLowerCase()]
  if (meant) return meant.find((code) => code === own) ?? meant[0]
  const code = sign.toUpperCase()
  return known.has(code) ? code : undefined
}

const digits = new Map<string, number>()

/** 2 of the pound, 0 of the yen, 3 of the dinar. */
function digitsOf(currency: string): number {
  const known = digits.get(currency)
  if (known !== undefined) return known
  const { maximumFractionDigits = 2 } = new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions()
  digits.set(currency, maximumFractionDigits)
  return maximumFractionDigits
}

function amountIn(amount: string, decimals: number, cents: Mark | undefined): number | undefined {
  const text = amount.trim().replaceAll(/(?<=\d)[\s'’](?=\d{3}(?!\d))/g, '')
  if (/^\d{1,15}$/.test(text)) return Number(text)
  // 1,234.50 and 1.234,50: the last mark parts the cents.
  const [, whole = '', , rest] = /^(\d{1,3}(?:([.,])\d{3})+)(?!\2)[.,](\d{1,2})$/.exec(text) ?? []
  if (rest !== undefined) return Number(`${whole.replaceAll(/[.,]/g, '')}.${rest}`)
  // 1,234,567: a mark that stands twice parts thousands.
  if (/^\d{1,3}(?:(?:,\d{3}){2,}|(?:\.\d{3}){2,})$/.test(text)) return Number(text.replaceAll(/[.,]/g, ''))
  const [, large, mark, small] = /^(\d{1,15})([.,])(\d{1,6})$/.exec(text) ?? []
  if (large === undefined || small === undefined) return undefined
  const parted = Number(`${large}.${small}`)
  if (small.length !== 3 || large.length > 3) return parted
  const thousands = Number(large + small)
  if (decimals === 3) return cents === undefined || cents === mark ? parted : thousands
  if (decimals === 0) return thousands
  return cents === undefined || cents === mark ? undefined : thousands
}
