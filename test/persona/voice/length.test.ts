/** How a text becomes messages: within the budget, at sentence ends, and never through what belongs together. */
import { describe, expect, test } from 'vitest'
import { sentences } from '../../../src/persona/voice/sentences.ts'
import { checkVoice, type Saying } from '../../../src/persona/voice/voice.ts'
import { testPersona } from '../../support/persona.ts'

const persona = testPersona({
  voice: {
    languages: ['en', 'zh'],
    length: { direct: { en: 100, zh: 20 }, group: 40 },
    bubbles: 3,
    energy: 'lively',
    emoji: 'many',
  },
})
const fit = (text: string, saying: Partial<Saying> = {}) => {
  const { pieces, findings } = checkVoice(persona, {
    text,
    author: 'model',
    surface: 'direct',
    lang: 'en',
    isForeign: true,
    ...saying,
  })
  return { pieces: [...pieces], codes: findings.map(({ code }) => code), findings }
}
const sentence = (length: number) =>
  `${'word '
    .repeat(Math.ceil(length / 5))
    .slice(0, length - 1)
    .trimEnd()}.`
    .padEnd(length, '.')
    .replace(/\.+$/, '.')

describe('the budget', () => {
  test('leaves a text within it in one message', () => {
    expect(fit('Short and good. Really.')).toMatchObject({ pieces: ['Short and good. Really.'], codes: [] })
  })
  test('is by surface and language', () => {
    const text = 'One sentence is here. Another one is here too.'
    expect(fit(text).pieces).toHaveLength(1)
    expect(fit(text, { surface: 'group' }).pieces).toEqual(['One sentence is here.', 'Another one is here too.'])
    expect(fit('今天的咖啡很好喝。明天也会有新的豆子到店哦。', { lang: 'zh' }).pieces).toEqual([
      '今天的咖啡很好喝。',
      '明天也会有新的豆子到店哦。',
    ])
  })
  test('splits a longer text at sentence ends into even messages, and has the model try again', () => {
    const { pieces, findings } = fit(
      'The beans come from one farm. They are roasted on Monday. We ship them on Tuesday. You have them by Friday.',
    )
    expect(pieces).toEqual([
      'The beans come from one farm. They are roasted on Monday.',
      'We ship them on Tuesday. You have them by Friday.',
    ])
    expect(findings).toEqual([{ code: 'too-long', detail: '107 of 100 characters', needsRewrite: true }])
  })
  test('cuts a model’s text at a sentence when the messages run out', () => {
    const { pieces, findings } = fit(`${'This is a sentence of forty characters ok. '.repeat(20)}`)
    expect(pieces).toHaveLength(3)
    for (const piece of pieces) {
      expect(piece.length).toBeLessThanOrEqual(100)
      expect(piece).toMatch(/ok\.$/)
    }
    expect(findings[0]?.detail).toContain('cut')
  })
  test('breaks a sentence that is longer than a message at clauses and words', () => {
    const { pieces } = fit(`${'some words here, '.repeat(12)}and the end.`)
    for (const piece of pieces) expect(piece.length).toBeLessThanOrEqual(100)
    expect(pieces.join(' ')).not.toMatch(/word s/)
  })
  test('never cuts approved and staff text, and keeps to the number of messages', () => {
    const text = 'This is a sentence of forty characters ok. '.repeat(20).trim()
    for (const author of ['approved', 'staff'] as const) {
      const { pieces, findings } = fit(text, { author })
      expect(pieces.join(' ')).toBe(text)
      expect(pieces).toHaveLength(3)
      expect(findings.map(({ code, needsRewrite }) => [code, needsRewrite])).toEqual([['too-long', false]])
    }
  })
  test('counts what a reader counts', () => {
    expect(fit('👩‍👩‍👧'.repeat(4) + ' '.repeat(1) + 'x'.repeat(30), { surface: 'group' }).pieces).toHaveLength(1)
  })
})

describe('the platform’s limit', () => {
  test.each(['model', 'approved', 'line', 'staff'] as const)('holds for %s text, whatever else is asked', (author) => {
    for (const text of [
      sentence(500),
      'x'.repeat(500),
      '👩‍👩‍👧'.repeat(60),
      `https://x.y/${'a'.repeat(300)}`,
      '字'.repeat(300),
    ]) {
      for (const piece of fit(text, { author, maxLength: 60 }).pieces) expect(piece.length).toBeLessThanOrEqual(60)
    }
  })
  test('loses nothing of staff text', () => {
    const text = 'x'.repeat(500)
    expect(fit(text, { author: 'staff', maxLength: 60 }).pieces.join('')).toBe(text)
  })
})

describe('what belongs together stays together', () => {
  const url = 'https://tidewater.example/shop?blend=dark.Roast&size=1.5#top'
  test('a URL', () => {
    const { pieces } = fit(`See ${url} for it. And ${url} too. Or ${url}, of course.`, {
      surface: 'group',
      author: 'approved',
    })
    expect(pieces.join(' ').split(url)).toHaveLength(4)
  })
  test('a link and a bold stretch in markdown', () => {
    const text =
      'Here is [the long menu of the house](https://x.y/menu) for you. And *something. That. Is. Bold. With many words in it* here.'
    const { pieces } = fit(text, { markdown: 'light', surface: 'group', author: 'approved' })
    expect(pieces.join(' ')).toContain('[the long menu of the house](https://x.y/menu)')
    expect(pieces.join(' ')).toContain('*something. That. Is. Bold. With many words in it*')
  })
  test('an emoji', () => {
    const { pieces } = fit('👩‍👩‍👧'.repeat(40), { author: 'staff', surface: 'group', maxLength: 50 })
    for (const piece of pieces) expect(piece.replaceAll('👩‍👩‍👧', '')).toBe('')
  })
})

test.each([
  ['Dr. Smith is here. He is nice.', ['Dr. Smith is here.', 'He is nice.']],
  ['It costs 3.50 today. Tomorrow 4.', ['It costs 3.50 today.', 'Tomorrow 4.']],
  ['Use e.g. Arabica beans. Or i.e. Robusta.', ['Use e.g. Arabica beans.', 'Or i.e. Robusta.']],
  ['See https://x.y/a?b=C.D! Good.', ['See https://x.y/a?b=C.D!', 'Good.']],
  ['1. Grind it.\n2. Brew it.', ['1. Grind it.', '2. Brew it.']],
  ['真的吗？“好的。”他说。', ['真的吗？', '“好的。”', '他说。']],
  ['今天好。明天也好！后天呢？', ['今天好。', '明天也好！', '后天呢？']],
  ['Hmm... well. Yes', ['Hmm... well.', 'Yes']],
  ['Das ist z.B. Kaffee. Gut.', ['Das ist z.B. Kaffee.', 'Gut.']],
  ['Ask J. Smith. Now.', ['Ask J. Smith.', 'Now.']],
  ['What?! No way.', ['What?!', 'No way.']],
  ['Mail me@x.co.uk. Thanks.', ['Mail me@x.co.uk.', 'Thanks.']],
  ['¿Qué tal? ¡Bien! Sí.', ['¿Qué tal?', '¡Bien!', 'Sí.']],
])('%j has the sentences %j', (text, expected) => {
  const found = sentences(text)
  expect(found.map(({ start, end }) => text.slice(start, end)).join('')).toBe(text)
  expect(found.map(({ start, end }) => text.slice(start, end).trim())).toEqual(expected)
})
