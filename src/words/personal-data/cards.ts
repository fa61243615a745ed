/** Payment card numbers: 13 to 19 digits with the prefix and length of a network, and the Luhn check digit (ISO/IEC 7812-1). */
import { findIbans } from './ibans.ts'
import { isResidentId } from './id-checks.ts'
import { isWhole, shapeOf, type Window, windowsIn } from './number-runs.ts'
import type { Span } from './span.ts'

/** Prefix and lengths, by the networks' own ranges. */
const networks: readonly (readonly [RegExp, readonly number[]])[] = [
  // Visa
  [/^4/, [13, 16, 19]],
  // Mastercard
  [/^(?:5[1-5]|222[1-9]|22[3-9]|2[3-6]|27[01]|2720)/, [16]],
  // American Express
  [/^3[47]/, [15]],
  // Diners Club
  [/^(?:30[0-5]|3095|36|3[89])/, [14, 16, 19]],
  // Discover, UnionPay, RuPay
  [/^(?:6011|64[4-9]|65|60|62|81|82)/, [16, 17, 18, 19]],
  // JCB
  [/^35(?:2[89]|[3-8])/, [16, 17, 18, 19]],
  // Maestro, Verve, Elo
  [/^(?:50|5[6-8]|63|67)/, [13, 14, 15, 16, 17, 18, 19]],
  // Mir
  [/^220[0-4]/, [16, 17, 18, 19]],
  // Troy
  [/^9792/, [16]],
]

export function findCards(text: string): Span[] {
  if (!/\d/.test(text)) return []
  const found: Span[] = []
  const wanted = { least: 13, most: 19, begins: (group: string) => /^[2-9]/.test(group) }
  for (const window of windowsIn(text, wanted)) if (isCard(window)) found.push({ start: window.start, end: window.end })
  if (found.length === 0) return found
  return outside(findIbans(text), found)
}

/** Digits of an account may pass for a card's. Both are in the order of the text. */
function outside(accounts: readonly Span[], cards: readonly Span[]): Span[] {
  let next = 0
  return cards.filter(({ start, end }) => {
    while ((accounts[next]?.end ?? Number.POSITIVE_INFINITY) < end) next += 1
    return (accounts[next]?.start ?? Number.POSITIVE_INFINITY) > start
  })
}

function isCard(window: Window): boolean {
  const { digits, hasPlus } = window
  // Behind a plus sign up to 15 digits are a telephone number.
  if (hasPlus && digits.length <= 15) return false
  if (!networks.some(([prefix, lengths]) => lengths.includes(digits.length) && prefix.test(digits))) return false
  if (!passesLuhn(digits) || /^(\d)\1+$/.test(digits)) return false
  // An article's EAN-13 may pass by chance; the old 13-digit cards may not.
  if (digits.length === 13 && digits.startsWith('4') && passesEan(digits)) return false
  if (digits.length === 18 && isResidentId(digits)) return false
  const shape = shapeOf(window)
  // An order number of Amazon's.
  if (shape.join('-') === '3-7-7') return false
  const isGrouped = shape.every((size, index) => size >= 3 || (index > 0 && index === shape.length - 1))
  return isGrouped || (isWhole(window) && !isList(digits, shape))
}

/** Sizes, years and the like in a row: groups of one length, each greater than the one before. */
function isList(digits: string, shape: readonly number[]): boolean {
  const [size = 0] = shape
  if (size < 2 || shape.length < 3 || shape.some((one) => one !== size)) return false
  const numbers = shape.map((_, index) => Number(digits.slice(index * size, (index + 1) * size)))
  return numbers.every((number, index) => index === 0 || number > (numbers[index - 1] ?? 0))
}

export function passesLuhn(digits: string): boolean {
  let sum = 0
  for (let place = 0; place < digits.length; place++) {
    const value = Number(digits[digits.length - 1 - place])
    const doubled = place % 2 === 1 ? value * 2 : value
    sum += doubled > 9 ? doubled - 9 : doubled
  }
  return sum % 10 === 0
}

function passesEan(digits: string): boolean {
  return [...digits].reduce((sum, value, place) => sum + Number(value) * (place % 2 === 0 ? 1 : 3), 0) % 10 === 0
}
