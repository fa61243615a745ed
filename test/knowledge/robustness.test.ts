import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { createKnowledge, type Knowledge } from '../../src/knowledge/create-knowledge.ts'
import { detectLanguage } from '../../src/words/languages/detect-language.ts'
import { segment } from '../../src/words/terms/segment.ts'
import { answer, bikes, tea } from './brands.ts'

const odd = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({
    unit: fc.constantFrom(
      '\uD83D',
      '\uDC4D',
      '\u200B',
      '\u202E',
      '\u0301',
      'א',
      'ب',
      '退',
      'ก',
      'é',
      ' ',
      "'",
      '\u0000',
      'ﷺ',
    ),
  }),
  fc.string({ unit: 'grapheme', maxLength: 300 }),
)

describe('any text', () => {
  let knowledge: Knowledge
  beforeAll(async () => {
    knowledge = await createKnowledge([...bikes, ...tea])
  })

  it('is searched without error, with probabilities that add up to at most one', () => {
    fc.assert(
      fc.property(odd, fc.option(odd, { nil: undefined }), (text, previous) => {
        const { hits } = knowledge.search(
          previous === undefined ? { text } : { text, previous, lastAnswerId: 'refund' },
        )
        const scores = hits.map((hit) => hit.score)
        expect(scores.every((score) => score >= 0 && score <= 1)).toBe(true)
        expect(scores.reduce((sum, score) => sum + score, 0)).toBeLessThan(1.000001)
        expect(scores).toEqual(scores.toSorted((a, b) => b - a))
      }),
      { numRuns: 500 },
    )
  })

  it('is segmented without error, and its words segment to themselves', () => {
    fc.assert(
      fc.property(odd, (text) => {
        const words = segment(text).filter((word) => /^[a-z0-9]+$/.test(word))
        expect(segment(words.join(' '))).toEqual(words)
      }),
    )
  })

  it('has a language among those asked for, or none', () => {
    fc.assert(
      fc.property(odd, (text) => {
        expect(['en', 'de', 'zh', 'th', undefined]).toContain(detectLanguage(text, { among: ['en', 'de', 'zh', 'th'] }))
      }),
    )
  })

  it.each([
    ['a megabyte of letters', 'refund '.repeat(150_000)],
    ['a megabyte of Chinese', '退货期限是多久'.repeat(50_000)],
    ['a megabyte of one word', 'x'.repeat(1_000_000)],
    ['a megabyte of combining marks', `a${'\u0301'.repeat(500_000)}`],
    ['a megabyte of the widest ligature', 'ﷺ'.repeat(300_000)],
    ['lone surrogates', '\uD83D\uD83D\uDC4D\uDC4D refund'],
    ['emoji only', '🎉👨‍👩‍👧‍👦🏳️‍🌈'],
    ['blanks only', ' \t\n\u3000\u00A0'],
    ['right to left', 'מה שעות הפתיחה \u202Eابحث'],
    ['nothing', ''],
  ])('may be %s', (_, text) => {
    expect(knowledge.search({ text, previous: text }).hits.length).toBeLessThanOrEqual(5)
  })
})

describe('any brand', () => {
  it('is learned without error, and every phrasing finds its answer', async () => {
    const brand = fc.array(fc.array(odd, { maxLength: 4 }), { maxLength: 6 })
    await fc.assert(
      fc.asyncProperty(brand, async (asks) => {
        const answers = asks.map((each, at) => answer(`a${at}`, each))
        const knowledge = await createKnowledge(answers, { languages: ['en', 'zh'] })
        for (const each of asks.flat()) {
          if (segment(each).length > 0) expect(knowledge.search({ text: each }).outcome).toBe('answer')
        }
      }),
      { numRuns: 60 },
    )
  })
})
