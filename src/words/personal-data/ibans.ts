/** Bank accounts as IBANs: the country's length and the remainder by 97 (ISO 13616). */
import type { Span } from './span.ts'

/** Characters in all, by country (SWIFT IBAN registry). */
const lengths: Readonly<Record<string, number>> = {
  ...{ AD: 24, AE: 23, AL: 28, AT: 20, AZ: 28, BA: 20, BE: 16, BG: 22, BH: 22, BI: 27, BR: 29, BY: 28, CH: 21, CR: 22 },
  ...{ CY: 28, CZ: 24, DE: 22, DJ: 27, DK: 18, DO: 28, EE: 20, EG: 29, ES: 24, FI: 18, FK: 18, FO: 18, FR: 27, GB: 22 },
  ...{ GE: 22, GI: 23, GL: 18, GR: 27, GT: 28, HR: 21, HU: 28, IE: 22, IL: 23, IQ: 23, IS: 26, IT: 27, JO: 30, KW: 30 },
  ...{ KZ: 20, LB: 28, LC: 32, LI: 21, LT: 20, LU: 20, LV: 21, LY: 25, MC: 27, MD: 24, ME: 22, MK: 19, MN: 20, MR: 27 },
  ...{ MT: 31, MU: 30, NI: 28, NL: 18, NO: 15, OM: 23, PK: 24, PL: 28, PS: 29, PT: 25, QA: 29, RO: 24, RS: 22, RU: 33 },
  ...{ SA: 24, SC: 31, SD: 18, SE: 24, SI: 19, SK: 24, SM: 27, SO: 23, ST: 25, SV: 28, TL: 23, TN: 24, TR: 26, UA: 29 },
  ...{ VA: 22, VG: 24, XK: 20, YE: 30 },
}
const opening = /[A-Za-z][ .-]?[A-Za-z][ .-]{0,3}\d[ .-]?\d/g
const separators = /[\s\-._/]/
const letterOrDigit = /[A-Za-z0-9]/

export function findIbans(text: string): Span[] {
  if (!/\d/.test(text)) return []
  const found: Span[] = []
  opening.lastIndex = 0
  for (let match = opening.exec(text); match; match = opening.exec(text)) {
    const end = endOf(text, match.index, match[0])
    if (end === undefined) opening.lastIndex = match.index + 1
    else {
      found.push({ start: match.index, end })
      opening.lastIndex = end
    }
  }
  return found
}

/** Where the account that begins at `start` ends; at most three separators stand between its characters. */
function endOf(text: string, start: number, head: string): number | undefined {
  const length = lengths[head.replace(/[ .-]/g, '').slice(0, 2).toUpperCase()]
  if (length === undefined) return undefined
  let account = ''
  let gap = 0
  for (let at = start; at < text.length; at++) {
    const char = text[at] ?? ''
    if (letterOrDigit.test(char)) {
      account += char
      gap = 0
      if (account.length === length) return isAccount(account.toUpperCase()) ? at + 1 : undefined
    } else if (!separators.test(char) || ++gap > 3) return undefined
  }
  return undefined
}

/** Mostly digits in every country, so that words do not pass by chance. */
function isAccount(account: string): boolean {
  return account.replace(/\D/g, '').length * 2 >= account.length && passesMod97(account)
}

function passesMod97(account: string): boolean {
  let rest = 0
  for (const char of account.slice(4) + account.slice(0, 4)) {
    const value = Number.parseInt(char, 36)
    rest = (rest * (value > 9 ? 100 : 10) + value) % 97
  }
  return rest === 1
}
