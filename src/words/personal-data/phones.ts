/**
 * Telephone numbers: international ones by their country code, national ones by the forms in which people write them, any
 * number that is announced as one. Patterns instead of a library of all numbering plans, which misses a bare Chinese mobile
 * number when the default country is another, and takes order numbers for telephones when asked for every country.
 */
import { eachMatch } from '../phrases/each-match.ts'
import { windowsIn } from './number-runs.ts'
import { type Span, spansOf } from './span.ts'

/** Calling codes (ITU-T E.164); of the rest of the world three digits. */
const callingCode =
  /^(?:1[2-9]\d{2}[2-9]\d{6}$|7\d{10}$|2[07]|3[0-469]|4[013-9]|5[1-8]|6[0-6]|8[1246]|9[0-58]|2[1-689]\d|3[578]\d|42\d|5[09]\d|6[7-9]\d|8[0578]\d|9[679]\d)/

const before = '(?<![A-Za-z0-9_#=&@$€£¥₹+]|[A-Za-z0-9][-/.])'
const after = '(?![A-Za-z0-9_%€£¥@=]|[-/.:]\\d|,\\d{1,2}(?!\\d))'
const national = [
  // China: mobile, landline, toll-free
  '(?:86[ -]?)?1[3-9]\\d(?:\\d{8}|( ?[.-] ?| )\\d{4}\\1\\d{4}|[ -]\\d{3}[ -]\\d{5}|[ -]\\d{8}|\\d[ -]\\d{3}[ -]\\d{4})',
  '1([ .-])[3-9](?:\\1\\d){9}',
  // North America
  '(?:1[ .-]?)?(?:\\([2-9]\\d{2}\\) ?|[2-9]\\d{2}([ .-]))[2-9]\\d{2}[ .-]\\d{4}',
  // France
  '0[1-9](?:([ .-]?)\\d{2})(?:\\1\\d{2}){3}',
  // United Kingdom, Germany: without separators
  '0[1237]\\d{9}',
  '01[567]\\d{8,9}',
  // Spain
  '[67]\\d{2} \\d{2} \\d{2} \\d{2}',
  // Anywhere: an area code after the trunk prefix 0
  '\\(?0[1-9]\\d{0,4}\\)?(?: ?[/-] ?|[ .])\\d{2,8}(?:[ .-]\\d{2,5}){0,4}',
].map((form) => new RegExp(`${before}${form}${after}`, 'g'))

const announcing =
  '(?:\\b(?:(?:tele)?phone|tel|mobile|cell|call|text|ring|reach|whatsapp|sms|handy|telefon|rufnummer' +
  '|mobil(?:nummer|telefon)?|anrufen|portable|appelez|appeler|joindre|telefono|movil|celular|cellulare|telemovel' +
  '|llamar|llamame|chiamatemi|chiamami)\\b|手机|电话|微信|号码|联系方式|携帯|電話|전화)'
const announced = new RegExp(
  `${announcing}(?<gap>[^\\d\\n!?。！？]{0,24}?)(?<value>\\+?\\(?\\d[\\d ().\\-/]{5,22}\\d)(?![\\d%€£¥]|[:.]\\d)`,
  'giu',
)
const labels =
  'order|invoice|tracking|parcel|ref(?:erence)?|ticket|case|serial|sku|isbn|ean|upc|imei|part|model|article|item' +
  '|batch|version|customer|account|commande|facture|suivi|colis|bestell\\w{0,12}|rechnung\\w{0,10}' +
  '|sendung\\w{0,10}|artikel\\w{0,10}|serien\\w{0,10}|kunden\\w{0,10}|pedido|ordine'
const hanLabels = '订单|运单|快递|物流|编号|序列|型号|货号|发票|单|注文'
const otherThing = new RegExp(`\\b(?:${labels})\\b|${hanLabels}`, 'iu')
/** What the number that follows belongs to, when it is none of a telephone. */
const otherLabel = new RegExp(
  `(?:\\b(?:${labels})|${hanLabels})(?:[ .:#*(_-]|n°|№|号|码|是|为|\\b(?:no|nr|number|num|id|code|is|est|ist|de|numero|nummer)\\b){0,8}$`,
  'iu',
)
const date = /^(?:\d{1,2}([./ -])\d{1,2}\1(?:19|20)\d{2}|(?:19|20)\d{2}([./-])\d{1,2}\2\d{1,2})(?!\d)/

export function findPhones(text: string): Span[] {
  if (!/\d/.test(text)) return []
  const found = international(text)
  for (const form of national) {
    for (const span of spansOf(text, form, isNational)) {
      if (!otherLabel.test(text.slice(Math.max(0, span.start - 40), span.start))) found.push(span)
    }
  }
  for (const match of eachMatch(announced, text)) {
    const { gap = '', value = '' } = match.groups ?? {}
    const count = digitsIn(value)
    if (count < 7 || count > 15 || date.test(value) || otherThing.test(gap)) continue
    const end = match.index + match[0].length
    found.push({ start: end - value.length, end })
  }
  return found
}

/** `+49 …` and `0049 …`: from each beginning as many groups as one number can have. */
function international(text: string): Span[] {
  const byStart = new Map<number, Span>()
  const begins = (group: string, hasPlus: boolean) => hasPlus || group.startsWith('00')
  for (const { start, end, digits, hasPlus } of windowsIn(text, { least: 8, most: 17, begins })) {
    const isDialled = !hasPlus
    const number = isDialled ? digits.slice(2) : digits
    if (number.length < 8 || number.length > 15 || !callingCode.test(number)) continue
    if (isDialled && /[A-Za-z0-9_#=&@$€£¥.,-]/.test(text[start - 1] ?? '')) continue
    if (/^[\d ()./\t\u00b7-]+$/.test(text.slice(start, end)))
      byStart.set(start, { start: hasPlus ? start - 1 : start, end })
  }
  return [...byStart.values()]
}

function isNational(value: string): boolean {
  const groups = value.split(/\D+/).filter((group) => group !== '')
  const digits = groups.join('')
  if (digits.length < 9 || digits.length > 13 || date.test(value)) return false
  if (/^0/.test(digits)) {
    const isPairs = groups.length === 5 && groups.every((group) => group.length === 2)
    return (
      digits.length <= 12 &&
      (groups[0]?.length !== 2 || groups.length === 1 || isPairs || (groups[1]?.length ?? 0) >= 3)
    )
  }
  // Sizes and amounts: 250 300 1000.
  return groups.length < 3 || digits.startsWith('1') || groups.some((group) => !group.endsWith('0'))
}

function digitsIn(value: string): number {
  return value.replace(/\D/g, '').length
}
