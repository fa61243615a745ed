/** How many people a fan says they reach: what is denied, or less than nothing, counts for nothing. */
import { expect, it } from 'vitest'
import { reachIn } from '../../src/community/standing/reach.ts'

it.each([
  ['I have 12,000 followers on Instagram', 12_000],
  ['my channel has over 40k subscribers', 40_000],
  ['I have 0 followers, not 90,000 followers', 0],
  ['I have 0 followers and not 90,000 followers', 0],
  ['I have -50,000 followers', 0],
  ['I have −50,000 followers', 0],
  ['I have 3,000 followers. My aunt paid 90,000 for hers.', 3_000],
  ['my channel has – I counted – 5,000 followers', 5_000],
  ['I have 10,000-12,000 followers', 12_000],
])('%s', (text, people) => {
  expect(reachIn(text)).toBe(people)
})
