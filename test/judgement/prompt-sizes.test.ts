/** A prompt is short, and most of it is the same in every turn: what it costs a reply. In characters. */
import { beforeAll, describe, expect, test } from 'vitest'
import { compilePrompt } from '../../src/persona/prompt/prompt.ts'
import { createBrain } from '../../src/program/brain.ts'
import { createAskPrompt } from '../../src/verbs/ask-prompt.ts'
import { createManualClock } from '../support/manual-clock.ts'
import { testPersona } from '../support/persona.ts'
import { measurePrompts, type PromptMeasure } from './prompt-measure.ts'

let measures: readonly PromptMeasure[] = []
beforeAll(async () => {
  measures = await measurePrompts()
})

describe.each([
  ['coffee', 'en'],
  ['coffee', 'zh'],
  ['electronics', 'zh'],
  ['electronics', 'en'],
  ['leather', 'en'],
  ['leather', 'fr'],
])('%s in %s', (brand, lang) => {
  const of = () => measures.find((one) => one.brand === brand && one.lang === lang)

  test('was measured over an ordinary talk', () => expect(of()?.turns).toBeGreaterThanOrEqual(10))
  test('has a prefix of 8,000 at most', () => expect(of()?.prefix).toBeLessThanOrEqual(8000))
  test('has a turn of 1,500 on average', () => expect(of()?.turn).toBeLessThanOrEqual(1500))
  test('is 9,500 at most, all told', () => expect(of()?.longest).toBeLessThanOrEqual(9500))
  test('is 9,500 on average in a long talk', () => expect(of()?.inLongTalk).toBeLessThanOrEqual(9500))
  test('is the same in every turn by 85 %', () => expect(of()?.stable).toBeGreaterThanOrEqual(0.85))
})

describe('a persona of two lines', () => {
  test.each(['hello', 'where is my parcel, it should have been here on Tuesday', 'what do you think of rain?'])(
    'stays under 4,000 with all of it: %s',
    async (text) => {
      const brain = await createBrain(testPersona({ name: 'Bo', nicknames: [], brand: { name: 'Bo & Co' } }), {
        today: '2026-11-18',
      })
      const { prompt } = await createAskPrompt(brain, createManualClock())(
        { id: '1', text, author: 'Ana' },
        new AbortController().signal,
      )
      expect(prompt?.sizes.all).toBeLessThanOrEqual(4000)
    },
  )

  test('also in another language', () => {
    for (const lang of ['zh', 'fr', 'de', 'ar'])
      expect(compilePrompt(testPersona({ voice: { languages: [lang] } })).prefix.length).toBeLessThan(3600)
  })
})
