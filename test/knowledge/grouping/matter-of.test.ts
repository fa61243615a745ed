/** What a text is about, as terms. */
import { expect, it } from 'vitest'
import { matterOf, questionOf } from '../../../src/knowledge/grouping/matter-of.ts'

it('of a report are neighbours words that carry matter, whatever stands between; of a question all words are', () => {
  const pairs = (terms: readonly string[]) => terms.filter((term) => term.includes(' '))
  expect(pairs(matterOf('the lid of my cup leaks', 'en'))).toEqual(['lid cup', 'cup leak'])
  expect(pairs(matterOf('lid: cup leaking', 'en'))).toEqual(['lid cup', 'cup leak'])
  expect(pairs(questionOf('where is my cup', 'en'))).toContain('where is')
})
