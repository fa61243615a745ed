/** Check digits of identity numbers, on digits and capitals without separators. */

/** Code of a province, a date of birth, and the check character of GB 11643-1999. */
export function isResidentId(id: string): boolean {
  if (!/^(?:1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|8[1-3])\d{15}[\dX]$/.test(id)) return false
  if (!isDate(Number(id.slice(6, 10)), Number(id.slice(10, 12)), Number(id.slice(12, 14)))) return false
  const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
  const sum = weights.reduce((total, weight, place) => total + weight * Number(id[place]), 0)
  return '10X98765432'[sum % 11] === id[17]
}

function isDate(year: number, month: number, day: number): boolean {
  if (year < 1880 || year > 2100) return false
  const date = new Date(Date.UTC(year, month - 1, day))
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day
}

/** The number of French social security: 13 characters and the key, 97 less their remainder by 97. */
export function isNir(id: string): boolean {
  const match = /^([1-478]\d{2}(?:0[1-9]|1[0-2]|[2-3]\d|4[0-2]|[5-9]\d)(?:\d{2}|2[AB])\d{6})(\d{2})$/.exec(id)
  if (!match) return false
  const [, body = '', key = ''] = match
  // Corsica's letters count as 19 and 18 (INSEE).
  const number = Number(body.replace('2A', '19').replace('2B', '18'))
  return 97 - (number % 97) === Number(key)
}

/** Number given by the German tax office: ten digits of which one is there twice or thrice, and an ISO 7064 mod 11,10 check digit. */
export function isSteuerId(id: string): boolean {
  if (!/^[1-9]\d{10}$/.test(id)) return false
  let product = 10
  for (const digit of id.slice(0, 10)) {
    const sum = (Number(digit) + product) % 10 || 10
    product = (sum * 2) % 11
  }
  if ((11 - product) % 10 !== Number(id[10])) return false
  const times = [...'0123456789'].map((digit) => id.slice(0, 10).split(digit).length - 1).filter((count) => count > 1)
  return times.length === 1 && (times[0] ?? 0) <= 3
}

/** Never given: area 000, 666 and 9xx, group 00, serial 0000 (US Social Security Administration). */
export function isSsn(digits: string): boolean {
  return /^(?!000|666|9)\d{3}(?!00)\d{2}(?!0000)\d{4}$/.test(digits)
}

/** Spanish DNI and NIE: the letter is the remainder by 23. */
export function isDni(id: string): boolean {
  const match = /^([XYZ]?)(\d{7,8})([A-Z])$/.exec(id)
  if (!match) return false
  const [, first = '', digits = '', letter] = match
  if (first === '' ? digits.length !== 8 : digits.length !== 7) return false
  const number = Number(`${first === '' ? '' : 'XYZ'.indexOf(first)}${digits}`)
  return 'TRWAGMYFPDXBNJZSQVHLCKE'[number % 23] === letter
}

/** Italian codice fiscale, also with letters for digits where two people would have the same (D.M. 12 March 1974). */
export function isCodiceFiscale(id: string): boolean {
  if (!/^[A-Z]{6}[\dLMNP-V]{2}[A-EHLMPRST][\dLMNP-V]{2}[A-Z][\dLMNP-V]{3}[A-Z]$/.test(id)) return false
  const odd = [1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 2, 4, 18, 20, 11, 3, 6, 8, 12, 14, 16, 10, 22, 25, 24, 23]
  let sum = 0
  for (const [place, char] of [...id.slice(0, 15)].entries()) {
    const value = /\d/.test(char) ? Number(char) : char.charCodeAt(0) - 65
    sum += place % 2 === 0 ? (odd[value] ?? 0) : value
  }
  return String.fromCharCode(65 + (sum % 26)) === id[15]
}
