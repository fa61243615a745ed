/** Personal data made up by rule, as fans write it: for properties that hold wherever it is masked. */
import fc from 'fast-check'
import type { PersonalDataKind } from '../../src/domain/personal-data-kind.ts'
import { passesLuhn } from '../../src/words/personal-data/cards.ts'

const digits = (length: number) =>
  fc.string({ unit: fc.constantFrom(...'0123456789'), minLength: length, maxLength: length })

/** Every group of digits joined by the same sign, or by none. */
const grouped = (value: fc.Arbitrary<string>, sizes: readonly number[]) =>
  fc.tuple(value, fc.constantFrom('', ' ', '-', '.', '\u00a0', '\u200b', ' - ')).map(([text, sep]) => {
    const groups: string[] = []
    let from = 0
    for (const size of sizes) {
      groups.push(text.slice(from, from + size))
      from += size
    }
    groups.push(text.slice(from))
    return groups.filter((group) => group !== '').join(sep)
  })

function withLuhn(body: string): string {
  return [...'0123456789'].map((last) => body + last).find(passesLuhn) ?? body
}

const networks = [
  { prefix: '4', length: 16, sizes: [4, 4, 4] },
  { prefix: '53', length: 16, sizes: [4, 4, 4] },
  { prefix: '37', length: 15, sizes: [4, 6] },
  { prefix: '6212', length: 19, sizes: [4, 4, 4, 4] },
  { prefix: '3530', length: 16, sizes: [4, 4, 4] },
  { prefix: '6011', length: 16, sizes: [8] },
] as const

const card = fc.constantFrom(...networks).chain(({ prefix, length, sizes }) =>
  grouped(
    digits(length - prefix.length - 1).map((body) => withLuhn(prefix + body)),
    sizes,
  ),
)

function ibanOf(country: string, account: string): string {
  const numeric = [...`${account}${country}00`].map((char) => Number.parseInt(char, 36)).join('')
  const key = 98n - (BigInt(numeric) % 97n)
  return `${country}${String(key).padStart(2, '0')}${account}`
}

const iban = fc.constantFrom(['DE', 18], ['FR', 23], ['ES', 20], ['NL', 14] as const).chain(([country, length]) => {
  const bank = country === 'NL' ? 'ABNA' : ''
  return grouped(
    digits(Number(length) - bank.length).map((account) => ibanOf(String(country), bank + account)),
    [4, 4, 4, 4, 4, 4],
  )
})

const date = fc.record({
  year: fc.integer({ min: 1930, max: 2015 }),
  month: fc.integer({ min: 1, max: 12 }),
  day: fc.integer({ min: 1, max: 28 }),
})
const two = (number: number) => String(number).padStart(2, '0')

const residentId = fc
  .tuple(fc.constantFrom('110105', '310101', '440524', '510104'), date, digits(3))
  .map(([place, { year, month, day }, serial]) => {
    const body = `${place}${year}${two(month)}${two(day)}${serial}`
    const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
    const sum = weights.reduce((total, weight, index) => total + weight * Number(body[index]), 0)
    return body + '10X98765432'[sum % 11]
  })

const nir = fc
  .tuple(fc.constantFrom('1', '2'), date, fc.integer({ min: 1, max: 95 }), digits(6))
  .map(([sex, { year, month }, place, rest]) => {
    const body = `${sex}${two(year % 100)}${two(month)}${two(place)}${rest}`
    return body + two(97 - (Number(body) % 97))
  })

const ssn = fc
  .tuple(fc.integer({ min: 1, max: 665 }), fc.integer({ min: 1, max: 99 }), fc.integer({ min: 1, max: 9999 }))
  .map(([area, group, serial]) => `${String(area).padStart(3, '0')}-${two(group)}-${String(serial).padStart(4, '0')}`)

const dni = fc
  .integer({ min: 10_000_000, max: 99_999_999 })
  .map((number) => `${number}${'TRWAGMYFPDXBNJZSQVHLCKE'[number % 23]}`)

const idNumber = fc.oneof(grouped(residentId, [6, 8]), grouped(nir, [1, 2, 2, 2, 3, 3]), ssn, dni)

const eMail = fc
  .tuple(
    fc.string({ unit: fc.constantFrom(...'abcdefghijklmnopqrstuvwxyz0123456789'), minLength: 1, maxLength: 12 }),
    fc.constantFrom('', '.doe', '+tag', '_x', 'é'),
    fc.constantFrom('example.com', 'mail.example.co.uk', 'exämple.de', 'qq.com'),
    fc.constantFrom('@', '＠', ' (at) ', '[at]'),
  )
  .map(([name, more, host, at]) => `${name}${more}${at}${host}`)

const phone = fc.oneof(
  grouped(
    fc.tuple(fc.constantFrom('3', '5', '8', '9'), digits(9)).map(([second, rest]) => `1${second}${rest}`),
    [3, 4],
  ),
  fc
    .tuple(fc.constantFrom('+33 6', '+49 151', '+44 7911', '+86 138'), digits(8))
    .map(([code, rest]) => `${code} ${rest.slice(0, 4)} ${rest.slice(4)}`),
  fc
    .tuple(
      fc.integer({ min: 1, max: 9 }),
      fc.constantFrom(' ', '.', ''),
      fc.array(digits(2), { minLength: 4, maxLength: 4 }),
    )
    .map(([area, sep, pairs]) => [`0${area}`, ...pairs].join(sep)),
  fc
    .tuple(fc.integer({ min: 200, max: 989 }), fc.integer({ min: 201, max: 999 }), digits(3))
    .map(([area, exchange, rest]) => `${area}-${exchange}-${rest}7`),
)

const secret = fc
  .tuple(
    fc.constantFrom('my password is ', 'password: ', '密码是', 'mon mot de passe est ', 'mein Passwort lautet '),
    fc.string({ unit: fc.constantFrom(...'abcdefgXYZ0123456789!#_'), minLength: 5, maxLength: 14 }),
  )
  .map(([opening, word]) => ({ opening, word: `k7${word}x9` }))

export interface Planted {
  readonly kind: PersonalDataKind
  /** What leads to it; empty when it speaks for itself. */
  readonly opening: string
  readonly value: string
}

const planted = (kind: PersonalDataKind, values: fc.Arbitrary<string>): fc.Arbitrary<Planted> =>
  values.map((value) => ({ kind, opening: '', value }))

export const cards = planted('card', card)
export const secrets: fc.Arbitrary<Planted> = secret.map(({ opening, word }) => ({
  kind: 'secret',
  opening,
  value: word,
}))
/** Of every kind but addresses, whose beginning and end are a matter of opinion. */
export const anyPersonalData: fc.Arbitrary<Planted> = fc.oneof(
  cards,
  planted('iban', iban),
  planted('id-number', idNumber),
  planted('e-mail', eMail),
  planted('phone', phone),
  secrets,
)

/** Words without digits, in several scripts, to stand around it. */
const talk = fc
  .array(
    fc.constantFrom(
      'hello',
      'please',
      'my',
      'beans',
      'are',
      'late',
      'où',
      'est',
      'Größe',
      '你好',
      '请问',
      'お願い',
      '❤️',
      '…',
      '\u200b',
      'x',
    ),
    { maxLength: 6 },
  )
  .map((words) => words.join(' '))

const around = fc.constantFrom(' ', '\n', ' ("', ', ', '; ', ' → ')

export const sentence = (of: fc.Arbitrary<Planted>) =>
  fc.tuple(talk, around, of, around, talk).map(([before, left, one, right, after]) => ({
    ...one,
    text: `${before}${left}${one.opening}${one.value}${right}${after}`,
  }))
