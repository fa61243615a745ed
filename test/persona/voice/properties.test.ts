/** What holds for any text whatever: the check never throws, never lets the forbidden through, and settles. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { findPhrases } from '../../../src/persona/voice/phrases.ts'
import { checkVoice, type Saying } from '../../../src/persona/voice/voice.ts'
import { testPersona } from '../../support/persona.ts'

const neverSay = ['free', 'snake oil', '免费', 'ok!', '🍆', 'gratuit']
const personas = [
  testPersona({
    voice: { languages: ['en', 'zh'], neverSay, length: { direct: 60, group: 30 }, emoji: 'some', energy: 'steady' },
  }),
  testPersona({
    voice: {
      languages: ['fr', 'en'],
      neverSay,
      distance: 'aloof',
      energy: 'calm',
      emoji: 'none',
      person: 'we',
      address: { fr: 'vous' },
      length: { direct: 200 },
      bubbles: 2,
    },
  }),
  testPersona({
    voice: {
      languages: ['en'],
      neverSay,
      distance: 'close',
      energy: 'lively',
      emoji: { use: 'many', favourites: ['❤️', '☕'] },
    },
  }),
]

/** Fragments that meet each other in bad ways: half markdown, half URLs, pieces of forbidden words, marks, lone surrogates. */
const fragment = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.constantFrom(
      'free',
      'fr',
      'ee',
      'snake',
      'oil',
      'snake oil',
      '免',
      '费',
      '免费',
      'ok',
      '!',
      '！',
      '?',
      '.',
      '。',
      '...',
      ' ',
      ' ',
      ' ',
      '\n',
      '\n\n',
      '- ',
      '* ',
      '**',
      '*',
      '_',
      '__',
      '`',
      '```',
      '# ',
      '> ',
      '[',
      '](',
      ')',
      '(https://x.y/a?b=c.d)',
      'https://x.y/a',
      '[a](https://x.y)',
      '![b](https://x.y/b.png)',
      '|',
      '---',
      '🎉',
      '❤️',
      '❤',
      '👩‍👩‍👧',
      '1️⃣',
      '🍆',
      '\u200B',
      '\u200D',
      '\uFE0F',
      '\u202E',
      '\uD83D',
      '\uDE00',
      '\u0000',
      '\u0001',
      '\u0301',
      'HELLO WORLD',
      'WOW',
      'haha',
      '哈哈',
      'I am',
      'a bot',
      'human',
      'not',
      "I'm a real person.",
      'But',
      'Mais tu',
      '您',
      '*smiles*',
      '[nods]',
      'Let me know if you have any other questions.',
      'your password',
      '5577 9911',
      'on WhatsApp',
      'Starbucks burns it.',
      'Yes.',
      'As an AI',
      '{fan}',
      '{',
      '}',
      '"a":',
      '<b>',
      '</b>',
      '<think>',
      '</think>',
      '\\',
      '\\*',
      '~~',
      '<br>',
      'Dr.',
      'e.g.',
      '1.',
      '¡',
      '¿',
      '“',
      '”',
      ',',
      ';',
      'Hello there',
      'a',
      'x'.repeat(40),
      '字'.repeat(30),
      'WE ARE SO HAPPY',
      'é',
      'ß',
      'İ',
      '\t',
      '\r\n',
    ),
  },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 20 }) },
  { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 20 }) },
)
const saying: fc.Arbitrary<Saying> = fc.record({
  text: fc.array(fragment, { maxLength: 40 }).map((parts) => parts.join('')),
  author: fc.constantFrom('model', 'approved', 'line', 'staff'),
  surface: fc.constantFrom('direct', 'group'),
  lang: fc.constantFrom('en', 'zh', 'fr'),
  asBrand: fc.boolean(),
  isForeign: fc.boolean(),
  heard: fc.constantFrom('hello', 'are you alive', 'how old are you', 'is starbucks any good'),
  others: fc.constantFrom({ before: [], after: [] }, { before: ['I am'], after: ['Oui.'] }),
  maxLength: fc.constantFrom(1, 5, 40, 280, 2000, 4096),
  markdown: fc.constantFrom('none', 'light'),
})
const runs = { numRuns: 120 }

test('whatever is said, the pieces fit, are well formed and hold no forbidden word', () => {
  fc.assert(
    fc.property(fc.constantFrom(...personas), saying, (persona, one) => {
      const { pieces } = checkVoice(persona, one)
      for (const piece of pieces) {
        expect(piece.length).toBeLessThanOrEqual(one.maxLength ?? 4000)
        expect(piece.isWellFormed()).toBe(true)
        expect(piece.trim()).toBe(piece)
        expect(piece).not.toBe('')
      }
      for (const joint of [' ', '\n']) expect(findPhrases(neverSay, pieces.join(joint), one.lang)).toEqual([])
      // Model and lines: never more messages than allowed.
      if (one.author === 'model' || one.author === 'line')
        expect(pieces.length).toBeLessThanOrEqual(persona.voice.bubbles)
    }),
    runs,
  )
})

test('checking a piece again changes nothing', () => {
  fc.assert(
    fc.property(fc.constantFrom(...personas), saying, (persona, one) => {
      for (const piece of checkVoice(persona, one).pieces) {
        const again = checkVoice(persona, { ...one, text: piece })
        // Approved and staff text beyond all its messages fills them over the budget; alone, such a piece may be split once more.
        const isOverfull = (one.author === 'approved' || one.author === 'staff') && again.pieces.length > 1
        if (isOverfull) expect(again.pieces.join('').replace(/\s/g, '')).toBe(piece.replace(/\s/g, ''))
        else expect(again.pieces).toEqual([piece])
      }
    }),
    runs,
  )
})

test('a look-alike letter left alone by a cut is plain at once, not when it is checked again', () => {
  const one: Saying = { text: 'ΐ𞀰', author: 'model', surface: 'direct', lang: 'en', asBrand: false, maxLength: 1 }
  for (const persona of personas)
    for (const piece of checkVoice(persona, one).pieces)
      expect(checkVoice(persona, { ...one, text: piece }).pieces).toEqual([piece])
})

test.each([
  'word ',
  '字',
  '!',
  '**a** ',
  '<think>',
  '{"a": ',
  'https://x.y/',
  '[a](',
  '`',
  'A. ',
  '\u200B',
  '🎉',
  'HELLO ',
  '_a ',
  'free ',
  "i'm a ",
  '| a ',
  '.',
  'a@',
  'haha ',
  '(',
  'f(x="',
  '\uD800',
  'no ',
])('a megabyte of %j from a model, and 8 kB from others, is checked', (part) => {
  const text = part.repeat(Math.ceil(1_000_000 / part.length))
  for (const author of ['model', 'staff', 'approved'] as const) {
    const { pieces } = checkVoice(personas[0] ?? testPersona(), {
      text: author === 'model' ? text : text.slice(0, 8_000),
      author,
      surface: 'direct',
      lang: 'en',
      maxLength: 4096,
    })
    for (const piece of pieces) expect(piece.length).toBeLessThanOrEqual(4096)
  }
})
