/** What machines read of a fan's message: visible, in one form, bounded. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { cleanText, isBlank, isOnlyEmoji } from '../../src/words/letters/clean-text.ts'

test.each([
  ['  a \n\n\t b  ', 'a b'],
  ['ｆｒｅｅ　ｃｏｆｆｅｅ', 'free coffee'],
  ['fr\u200Bee \uFEFFcoffee\u00AD', 'free coffee'],
  ['abc\u202Edef\u202C', 'abcdef'],
  ['a\u0000b\u0007c', 'abc'],
  ['cafe\u0301', 'café'],
  ['x\uD800y', 'x\uFFFDy'],
  ['👩‍👩‍👧 ❤️‍🔥 🏴󠁧󠁢󠁥󠁮󠁧󠁿', '👩‍👩‍👧 ❤️‍🔥 🏴󠁧󠁢󠁥󠁮󠁧󠁿'],
  ['می\u200Cخواهم', 'می\u200Cخواهم'],
  ['क्\u200Dष', 'क्\u200Dष'],
  ['hi\u{E0041}\u{E0042}', 'hi'],
  ['', ''],
])('%j is read as %j', (text, expected) => expect(cleanText(text)).toBe(expected))

test('letters under a tower of marks keep four of them', () => {
  expect([...cleanText(`z${'\u0489'.repeat(200)}o`)].length).toBeLessThanOrEqual(6)
})

describe('a megabyte', () => {
  test.each(['a', ' ', '\u200B', '\uD800', '👩‍👩‍👧', 'a\u0301', '\u200D', '\uFDFA', 'क\u200D', '\r\n', '字', '<'])(
    'of %j becomes at most 8,000 graphemes',
    (part) => {
      const text = cleanText(part.repeat(Math.ceil(1_000_000 / part.length)))
      expect([...new Intl.Segmenter('en').segment(text)].length).toBeLessThanOrEqual(8000)
    },
  )
})

test('cleaning twice is cleaning once, and leaves no lone surrogate', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'binary', maxLength: 300 }),
      fc.array(fc.constantFrom('\uD83D', '\u200D', '\uFE0F', '👍', '\u0301', ' ')),
      (text, odd) => {
        const clean = cleanText(text + odd.join(''))
        expect(cleanText(clean)).toBe(clean)
        expect(clean.isWellFormed()).toBe(true)
      },
    ),
  )
})

test.each(['', ' ', '\n\t', '\u200B\u200B', '\u3164', '\u00A0'])('%j is blank', (text) =>
  expect(isBlank(text)).toBe(true),
)
test.each(['a', '👍', '.'])('%j is not blank', (text) => expect(isBlank(text)).toBe(false))

test.each(['❤️', '❤', '👍🏽👍', '😂 😂', '🇫🇷', '1️⃣', '👩‍👩‍👧'])('%s is only emoji', (text) =>
  expect(isOnlyEmoji(text)).toBe(true),
)
test.each(['', '1', 'a👍', '!', '★', '™'])('%j is not only emoji', (text) => expect(isOnlyEmoji(text)).toBe(false))
