/** Short-lived state goes with whom it is about. */
import { expect, it } from 'vitest'
import { aboutOf } from '../../../src/store/short-term/about-of.ts'

it.each([
  ['cooldown::fan:telegram:77', 'telegram:77'],
  ['desk::draft:1a2b-3c:desk:dana', '1a2b-3c'],
  ['desk::looked:1a2b-3c:cards', '1a2b-3c'],
  ['desk::looked:1a2b-3c:1a2b-3c.00ff', '1a2b-3c'],
  ['learnt::abc', undefined],
])('%s is about %s', (key, about) => {
  expect(aboutOf(key)).toBe(about)
})
