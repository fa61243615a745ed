/** A name is learnt where one was told, and nowhere else. */
import { expect, it } from 'vitest'
import { toldFacts } from '../../../src/engine/recall/told-facts.ts'

it.each([
  ['my name is Ana', 'Ana'],
  ['my name is ana', 'ana'],
  ['you can call me Ana', 'Ana'],
  ['Call me Jo Miller please', 'Jo Miller'],
  ['我叫小林', '小林'],
  ['je m’appelle Zoé', 'Zoé'],
])('%j tells a name', (text, name) => {
  expect(toldFacts(text, 'en')).toEqual([{ key: 'name', value: name }])
})

it.each([
  'please call me back tomorrow',
  'call me back',
  "don't call me again",
  'call me when it ships',
  'call me later',
  'never call me Karen',
  '帮我叫人',
  '我叫了外卖',
])('%j tells none', (text) => {
  expect(toldFacts(text, 'en')).toEqual([])
})
