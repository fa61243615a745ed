/** The examples beside the lists of what a voice never says: found by the phrases of their own language, the near misses by none. */
import { describe, expect, it } from 'vitest'
import { listOf } from '../../src/hearing/packs/book.ts'
import { oneLine } from '../../src/words/letters/one-line.ts'
import { anyOf, occurs } from '../../src/words/phrases/patterns.ts'
import { examplesOf } from '../support/book-examples.ts'

const rows = (key: 'yes' | 'no') =>
  examplesOf('voice', 'forbidden', key).map(({ lang, list, text }) => [list, lang, text] as const)
const isFound = (list: string, lang: string, text: string) =>
  occurs(anyOf(listOf('voice', 'forbidden', list, lang)), oneLine(text))

describe('an example of what a voice never says', () => {
  it.each(rows('yes'))('%s (%s): %s', (list, lang, text) => {
    expect(isFound(list, lang, text)).toBe(true)
  })

  it.each(rows('no'))('no %s (%s): %s', (list, lang, text) => {
    expect(isFound(list, lang, text)).toBe(false)
  })
})
