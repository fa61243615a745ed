/** Folding holds for every text: it settles, it does not depend on how a letter was typed, and every stretch finds its way back. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createFold, fold } from '../../src/words/letters/fold.ts'
import { hasAnyWord } from '../../src/words/phrases/words-in.ts'

const anyText = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.string({ unit: 'binary' }),
  fc.string({
    unit: fc.constantFrom(
      'é',
      'e\u0301',
      'ß',
      'İ',
      'ı',
      'ガ',
      'ｶﾞ',
      'か\u3099',
      '가',
      '\u1100\u1161',
      '退',
      '貨',
      '關係',
      ' ',
      '’',
      '\u200d',
      '１',
    ),
  }),
)
const seen = createFold({ keepsCase: true, dropsMarks: true, plainFigures: true, longest: 4 })

describe('a folded text', () => {
  it.each([
    ['Straße', 'strasse'],
    ['İstanbul ıspanak', 'istanbul ispanak'],
    ['ΣΊΣΥΦΟΣ ς', 'σισυφοσ σ'],
    ['ｶﾞｲﾄﾞ ガイド カ\u3099イト\u3099', 'ガイド ガイド ガイド'],
    ['Ｃａｆｅ́ “it’s”', 'cafe "it\'s"'],
    ['\u1100\u1161 가', '가 가'],
    ['請問關係', '请问关系'],
    ['我係人', '我是人'],
    ['ไม่ได้', 'ไม่ได้'],
    ['so\u00ADft\u200Bly', 'softly'],
  ])('%j reads %j', (written, read) => {
    expect(fold(written)).toBe(read)
  })

  it('is folded already, and is the same however its letters were composed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(fold(fold(text))).toBe(fold(text))
        expect(fold(text.normalize('NFD'))).toBe(fold(text.normalize('NFC')))
      }),
    )
  })

  it('leads back to the text: each stretch to the place where it stands', () => {
    fc.assert(
      fc.property(anyText, fc.constantFrom(fold, seen), fc.nat(), fc.nat(), (text, folding, a, b) => {
        const folded = folding.withMap(text)
        expect(folded.text).toBe(folding(text))
        if (folded.text === '') return
        const start = a % folded.text.length
        const end = start + 1 + (b % (folded.text.length - start))
        const span = folded.span(start, end)
        expect(span.start).toBeLessThan(span.end)
        expect(span.end).toBeLessThanOrEqual(text.length)
        expect(folding(text.slice(0, span.end)).startsWith(folded.text.slice(0, end))).toBe(true)
      }),
    )
  })

  it('never leads into the middle of a character', () => {
    expect(fold.withMap('🄀 ab').span(0, 1)).toEqual({ start: 0, end: 2 })
    expect(fold.withMap('🄀 ab').span(3, 4)).toEqual({ start: 3, end: 4 })
  })

  it('keeps case and drops every mark where it is asked to', () => {
    expect(seen('ＡＢＮ ٥١–５\u00A0é')).toBe('ABN 51-5 e')
  })
})

describe('an operator’s words', () => {
  it.each([
    ['Ich wohne in der Hauptstraße', 'hauptstrasse'],
    ['STRASSE', 'Straße'],
    ['ISPANAK', 'ıspanak'],
    ['請問可以退貨嗎', '退货'],
    ['ｽﾆｰｶｰ はありますか', 'スニーカー'],
  ])('are in %j: %j', (text, word) => {
    expect(hasAnyWord(text, [word])).toBe(true)
  })
})
