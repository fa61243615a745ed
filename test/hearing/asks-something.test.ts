/** A question is known by the words that open it, accents or not. */
import { expect, it } from 'vitest'
import { asksSomething } from '../../src/hearing/asks-something.ts'

it.each([
  ['fr', 'où est votre boutique'],
  ['el', 'πότε ανοίγετε'],
  ['fi', 'missä olette'],
  ['hu', 'hány nap'],
  ['ro', 'când deschideți'],
  ['tr', 'nasıl iade ederim'],
  ['vi', 'bao giờ mở cửa'],
  ['zh', '可以退貨嗎'],
])('in %s: %s', (lang, text) => {
  expect(asksSomething(text, lang)).toBe(true)
})

it.each([
  ['fr', 'noir, ou bien châtaigne'],
  ['fr', 'il pleut'],
  ['vi', 'trời mưa'],
  ['ja', '昨日のコーヒーは苦かった'],
])('and not in %s: %s', (lang, text) => {
  expect(asksSomething(text, lang)).toBe(false)
})
