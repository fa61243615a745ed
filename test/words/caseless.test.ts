import { expect, test } from 'vitest'
import { caseless } from '../../src/words/letters/caseless.ts'

const letters = Array.from({ length: 0x1ffff }, (_, code) => code).flatMap((code) =>
  code >= 0xd800 && code <= 0xdfff ? [] : [String.fromCodePoint(code)],
)
const cased = letters.filter((letter) => /\p{Cased}/iu.test(letter))

test('letters that a caseless pattern takes for the same have one form, in whatever word they stand', () => {
  const forms = Map.groupBy(cased, caseless)
  const others = cased.filter((letter) =>
    [letter.toLowerCase(), letter.toUpperCase(), letter.toLowerCase().toUpperCase()].some(
      (other) =>
        new RegExp(`^(?i:${RegExp.escape(other)})$`, 'u').test(letter) && !forms.get(caseless(other))?.includes(letter),
    ),
  )
  expect(others).toEqual([])
  expect(cased.length).toBeGreaterThan(2_000)
})

test('the form of a word is that of its letters, one after the other', () => {
  for (const word of ['ΜΕ ΛΕΝΕ ΝΊΚΟΣ', 'ſie heißen', 'STRAẞE', 'İSMİM', 'Ǆ ǅ ǆ', 'με λένε Νίκος'])
    expect(caseless(word)).toBe([...word].map(caseless).join(''))
})
