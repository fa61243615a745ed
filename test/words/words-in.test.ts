/** An operator's words are found however a fan spells the same letters, and nothing else is. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fold } from '../../src/words/letters/fold.ts'
import { hasAnyWord } from '../../src/words/phrases/words-in.ts'

const spellings = [
  ['strasse', 'Straße', 'STRASSE', 'STRAẞE', 'straſſe'],
  ['café', 'cafe', 'CAFÉ', 'cafe\u0301', 'ｃａｆé'],
  ['Łódź', 'lodz', 'ŁÓDŹ'],
  ['œuvre', 'oeuvre', 'ŒUVRE'],
  ['Ærø', 'aero'],
  ['refund', 'ＲＥＦＵＮＤ', 're\u00ADfund', 'Refund'],
  ['İade', 'iade', 'IADE', 'ıade'],
  ['επιστροφής', 'ΕΠΙΣΤΡΟΦΗΣ', 'επιστροφης'],
  ['保險', '保险'],
  ['退貨', '退货'],
  ['騙子', '骗子'],
  ['關係', '关系'],
  ['コーヒー', 'ｺｰﾋｰ'],
  ['バッグ', 'ﾊﾞｯｸﾞ', 'バッグ'.normalize('NFD')],
  ['환불', '환불'.normalize('NFD')],
  ["don't", 'don’t', 'DONʼT'],
  ['מזון', 'מָזוֹן'],
]

describe('words of a boundary or a rule', () => {
  const pairs = spellings.flatMap((same) => same.flatMap((word) => same.map((text): [string, string] => [word, text])))

  it.each(pairs)('%s is found in a text with %s', (word, text) => {
    expect(hasAnyWord(`so, ${text}!`, [word])).toBe(true)
    expect(hasAnyWord(text, ['other', word])).toBe(true)
  })

  it.each([
    ['strasse', 'Strassenbahn'],
    ['gas', 'gash'],
    ['がく', 'かく'],
    ['バス', 'ハス'],
    ['कि', 'की'],
    ['保險', '保護'],
    ['❤️', '😀'],
    ['❤️', '?'],
    ['\u200B', 'hello'],
    ['\u200B', ''],
  ])('%s is not found in %s', (word, text) => {
    expect(hasAnyWord(text, [word])).toBe(false)
  })

  it('may be signs without a letter', () => {
    expect(hasAnyWord('I ❤ it', ['❤️'])).toBe(true)
  })

  it('may be phrases', () => {
    expect(hasAnyWord('wo ist die GROSSE  straße?', ['große Strasse'])).toBe(true)
  })

  it('are found in themselves, composed or not, whatever they are', () => {
    const word = fc
      .string({ unit: 'grapheme', minLength: 1, maxLength: 12 })
      .filter((text) => /[\p{L}\p{N}]/u.test(fold(text)))
    fc.assert(
      fc.property(word, (text) => {
        expect(hasAnyWord(text, [text])).toBe(true)
        for (const form of ['NFC', 'NFD', 'NFKC'] as const) expect(hasAnyWord(text.normalize(form), [text])).toBe(true)
      }),
      { numRuns: 500 },
    )
  })
})
