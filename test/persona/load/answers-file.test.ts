/** A new answer goes into answers.yaml; everything that stands there stays, to the letter. */
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { withAnswer } from '../../../src/persona/load/answers-file.ts'

const engraving = {
  id: 'engraving',
  asks: ['do you engrave names', "what's engraving: extra?"],
  answer: { en: 'Up to twelve letters: ready in a week.\n# not a comment' },
  owner: 'care',
}

const brands = ['coffee', 'leather', 'electronics'].map((brand) => [
  brand,
  readFileSync(fileURLToPath(new URL(`../../../personas/${brand}/answers.yaml`, import.meta.url)), 'utf8'),
])

describe('answers.yaml with a new answer', () => {
  test.each(brands)('of %s keeps comments, order and every line', (_, text = '') => {
    const after = withAnswer(text, engraving)
    const lines = text.split('\n')
    const added = after.split('\n').length - lines.length
    expect(added).toBeGreaterThan(5)
    // The old lines in their order, with one block between two of them.
    const at = after.split('\n').findIndex((line, index) => line !== lines[index])
    const rest = after.split('\n')
    rest.splice(at, added)
    expect(rest.join('\n')).toBe(text)
    const before = parse(text).answers
    expect(parse(after).answers).toEqual([...before, engraving])
  })

  test('is the same file when the answer stands there already', () => {
    const once = withAnswer('answers: []\n', engraving)
    expect(withAnswer(once, engraving)).toBe(once)
  })

  test.each([
    ['an empty file', ''],
    ['an empty list', 'answers: []\n'],
    ['no end of line', 'answers:\n  - id: a\n    asks: [a]\n    answer: b'],
    ['a list that is not indented', 'answers:\n- id: a\n  asks: [a]\n  answer: b\n# the end\n'],
    ['more keys behind it', 'answers:\n  - id: a\n    asks: [a]\n    answer: b\n\n# more\nother: 1\n'],
    ['a text block at its end', 'answers:\n  - id: a\n    asks: [a]\n    answer: |\n      b\n\n      c\n'],
  ])('comes out right from %s', (_, text) => {
    const after = withAnswer(text, engraving)
    expect(parse(after).answers.at(-1)).toEqual(engraving)
    expect(parse(after).answers.slice(0, -1)).toEqual(parse(text)?.answers ?? [])
    for (const line of text.split('\n').filter((line) => line.startsWith('#'))) expect(after).toContain(line)
  })

  test.each(['answers: [{id: a, asks: [a], answer: b}]', 'answers: 1', '[1]', 'answers: ['])(
    '%j is refused, with the reason',
    (text) => {
      expect(() => withAnswer(text, engraving)).toThrow(/answers\.yaml takes no new answer/)
    },
  )
})
