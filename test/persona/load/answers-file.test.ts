/** A new answer goes into answers.yaml; everything that stands there stays, to the letter. */
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { withAnswer } from '../../../src/persona/load/answers-file.ts'
import { answersFile, plain, proposed, trimmed } from './answers-file-arbitraries.ts'

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
    ['wide dashes', 'answers:\n-   id: a\n    asks: [a]\n    answer: b\n'],
    ['a dash on a line of its own', 'answers:\n  -\n    id: a\n    asks: [a]\n    answer: b\n'],
    ['an anchor behind the dash', 'answers:\n- &first\n  id: a\n  asks: [a]\n  answer: b\n'],
    ['comments between', 'answers:\n# the first\n  # of many\n  - # here\n    id: a\n    asks: [a]\n    answer: b\n'],
    ['a key without a value', 'answers:\n'],
    ['a key without a value, and more', 'name: x\nanswers: # none yet\n  # put them here\nother: 1\n'],
    ['nothing, said as null', 'answers: ~ # none yet\nother: 1\n'],
    ['an empty list with a comment', 'answers: [] # none yet\nother: 1'],
    ['other keys alone, all of them indented', '  # own\n  other: 1\n  more: |\n    x\n'],
    ['an entry in brackets', 'answers:\n  - {id: a, asks: [a],\n     answer: b} # last\n'],
    ['an end of the document and no answers', 'other: 1\n...\n'],
    ['an explicit key', '? answers\n: - id: a\n    asks: [a]\n    answer: b\n'],
    ['a beginning and an end of the document', '---\nanswers:\n- id: a\n  asks: [a]\n  answer: b\n...\n'],
  ])('comes out right from %s', (_, text) => {
    const after = withAnswer(text, engraving)
    expect(parse(after).answers.at(-1)).toEqual(engraving)
    expect(parse(after).answers.slice(0, -1)).toEqual(parse(text)?.answers ?? [])
    for (const line of text.split('\n').filter((line) => line.startsWith('#'))) expect(after).toContain(line)
  })

  test('keeps the ends of lines of Windows', () => {
    const after = withAnswer('answers:\r\n- id: a\r\n  asks: [a]\r\n  answer: b', engraving)
    expect(after.replaceAll('\r\n', '')).not.toContain('\n')
    expect(parse(after).answers.at(-1)).toEqual(engraving)
  })

  test('leaves a comment with the answer it stands under', () => {
    const text = 'answers:\n  - id: a\n    asks: [a]\n    answer: b\n\n    # about a\n\n# the end\n'
    const after = withAnswer(text, engraving)
    expect(after.indexOf('# about a')).toBeLessThan(after.indexOf('engraving'))
    expect(after.indexOf('# the end')).toBeGreaterThan(after.indexOf('engraving'))
  })

  test('has the answer in it and all else as before, whatever the file and the answer look like', () => {
    fc.assert(
      fc.property(answersFile, proposed, (text, answer) => {
        const before = plain(text)
        const after = withAnswer(text, answer)
        expect(plain(after)).toEqual({ ...before, answers: [...(before.answers ?? []), trimmed(answer)] })
        const old = text.split(/\r?\n/).filter((line) => line.trim() !== '' && !line.startsWith('answers:'))
        for (const line of old) expect(after).toContain(line)
      }),
      { numRuns: 300 },
    )
  })

  test.each([
    ...['answers: [{id: a, asks: [a], answer: b}]', 'answers: 1', '[1]', 'answers: [', '{}', '{answers: []}', 'text'],
    ...['answers: [\n  # a\n]', 'answers: &a []\nother: *b', 'answers: []\n---\nother: 1\n'],
  ])('%j is refused, with the reason', (text) => {
    expect(() => withAnswer(text, engraving)).toThrow(/answers\.yaml takes no new answer/)
  })
})
