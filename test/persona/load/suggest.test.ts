import { expect, test } from 'vitest'
import { closest, editDistance } from '../../../src/persona/load/suggest.ts'

test('edits are counted, neighbours swapped as one', () => {
  expect(editDistance('voice', 'voice')).toBe(0)
  expect(editDistance('voice', 'vioce')).toBe(1)
  expect(editDistance('', 'abc')).toBe(3)
  expect(editDistance('kitten', 'sitting')).toBe(3)
})

test.each([
  ['nicknmaes', 'nicknames'],
  ['Nick-Names', 'nicknames'],
  ['never_say', 'neverSay'],
  ['humor', 'humour'],
  ['zzzzzz', undefined],
  ['x', undefined],
])('%s is taken for %s', (word, expected) => {
  expect(closest(word, ['name', 'nicknames', 'neverSay', 'humour', 'id'])).toBe(expected)
})
