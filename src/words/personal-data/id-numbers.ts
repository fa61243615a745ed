/** Identity numbers of seven countries, with the separators people put into them. */
import { isCodiceFiscale, isDni, isNir, isResidentId, isSsn, isSteuerId } from './id-checks.ts'
import { isWhole, shapeOf, type Window, windowsIn } from './number-runs.ts'
import { type Span, spansOf } from './span.ts'

const sep = '[ .\\-]{0,3}'
const free = '(?<![A-Za-z0-9])'
const ends = '(?![A-Za-z0-9])'
const spaced = (part: string, times: number) => `(?:${part}${sep}){${times}}`
const bare = (value: string) => value.replace(/[ .-]/g, '').toUpperCase()

const hasDigit = /\d/

type Finder = (text: string) => Span[]

/** `needs`: what stands in every such number and in few other texts. */
const byPattern = (source: string, isValid: (id: string) => boolean, needs: RegExp): Finder => {
  const pattern = new RegExp(free + source + ends, 'gi')
  return (text) => (needs.test(text) ? spansOf(text, pattern, (value) => isValid(bare(value))) : [])
}

const byDigits =
  (length: number, isValid: (digits: string) => boolean, isShaped: (window: Window) => boolean): Finder =>
  (text) => {
    if (!hasDigit.test(text)) return []
    const found: Span[] = []
    const wanted = { least: length, most: length, begins: (group: string) => group[0] !== '0' }
    for (const window of windowsIn(text, wanted))
      if (isValid(window.digits) && isShaped(window)) found.push({ start: window.start, end: window.end })
    return found
  }

const noPlus = (window: Window) => !window.hasPlus && (shapeOf(window)[0] !== 1 || isWhole(window))

const ssn = /(?<![\w-])(?:\d{3}-\d{2}-\d{4}|\d{3} \d{2} \d{4}|\d{3}\.\d{2}\.\d{4})(?!\w|[-.]\d)/g
const announcedSsn =
  /\b(?:ssn|social security(?: (?:number|no\.?))?)[^\d\n]{0,12}(?<value>\d{3}[- ]?\d{2}[- ]?\d{4})(?!\d)/gi

/** By ISO 3166-1 country code. */
const idNumbers: Readonly<Record<string, readonly Finder[]>> = {
  cn: [
    byDigits(18, isResidentId, ({ hasPlus }) => !hasPlus),
    byPattern(`[1-8]${sep}${spaced('\\d', 16)}X`, isResidentId, /\d[ .-]{0,3}X/i),
  ],
  fr: [
    byDigits(15, isNir, ({ hasPlus }) => !hasPlus),
    byPattern(`[1-478]${sep}${spaced('\\d', 4)}2${sep}[AB]${sep}${spaced('\\d', 7)}\\d`, isNir, /2[ .-]{0,3}[AB]/i),
  ],
  us: [
    (text) => (hasDigit.test(text) ? spansOf(text, ssn, (value) => isSsn(bare(value))) : []),
    (text) => (hasDigit.test(text) ? spansOf(text, announcedSsn) : []),
  ],
  gb: [
    byPattern(
      `(?!BG|GB|NK|KN|TN|NT|ZZ)[A-CEGHJ-PR-TW-Z]${sep}[A-CEGHJ-NPR-TW-Z]${sep}${spaced('\\d', 6)}[A-D]`,
      (id) => id.length === 9,
      hasDigit,
    ),
  ],
  de: [byDigits(11, isSteuerId, noPlus)],
  es: [
    byPattern(`${spaced('\\d', 8)}[A-Z]`, isDni, hasDigit),
    byPattern(`[XYZ]${sep}${spaced('\\d', 7)}[A-Z]`, isDni, hasDigit),
  ],
  it: [
    byPattern(
      `[A-Z]{3}${sep}[A-Z]{3}${sep}[0-9L-V]{2}${sep}[A-EHLMPRST]${sep}[0-9L-V]{2}${sep}[A-Z][0-9L-V]{3}${sep}[A-Z]`,
      isCodiceFiscale,
      // Its digits may all be written as letters.
      /[A-Z][0-9L-V]{3}[ .-]{0,3}[A-Z](?![A-Z0-9])/i,
    ),
  ],
}

/** `countries`: codes such as `fr`; all that are known if absent. */
export function findIdNumbers(text: string, countries: readonly string[] = Object.keys(idNumbers)): Span[] {
  return countries.flatMap((country) => (idNumbers[country.toLowerCase()] ?? []).flatMap((find) => find(text)))
}
