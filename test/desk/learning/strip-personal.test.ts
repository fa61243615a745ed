/** What is learnt holds nothing that belongs to one person. */
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { phrasingsIn } from '../../../src/desk/learning/phrasings.ts'
import { createMasker, stripPersonal } from '../../../src/desk/learning/strip-personal.ts'
import { loadPersona } from '../../../src/persona/load/load.ts'

describe('a text without what is personal', () => {
  test.each([
    ['Yes, Ana: it leaves today.', 'Yes: it leaves today.'],
    ['Write to ana.silva@example.com please', 'Write to please'],
    ['Your order #A4471-22 leaves today.', 'Your order leaves today.'],
    ['Order 4471882 is on its way', 'Order is on its way'],
    ['See https://track.example/x1 for more', 'See for more'],
    ['好的安娜，明天寄出', '好的，明天寄出'],
    ['Thirty days, any reason.', 'Thirty days, any reason.'],
    ['Anatomy of a grinder', 'Anatomy of a grinder'],
    ['My husband Marco wants decaf', 'My husband wants decaf'],
    ['Где заказ Анны?', 'Где заказ?'],
    ['order 4711-22 is late', 'order is late'],
    ['my order no. 471 please', 'my order no. please'],
    [
      'open 9-17, on 24/12/2026 or 2026-12-24, since 2019-20?',
      'open 9-17, on 24/12/2026 or 2026-12-24, since 2019-20?',
    ],
  ])('%s → %s', (text, bare) => {
    expect(stripPersonal(text, ['Ana Silva', '安娜', 'Анна'])).toBe(bare)
  })
})

test('in a sentence that is said again, a mark stands for each', () => {
  const mask = createMasker(['Ana Lee'])
  expect(mask('I am Ana Lee, my number is 0711 1234567 and mail ana@x.example')).toBe(
    'I am …, my number is … and mail …',
  )
  expect(mask('where is order 4711? it cost £1200 in 2024')).toBe('where is order …? it cost £1200 in 2024')
  expect(mask('Ana 79927398713')).toBe('')
})

describe('phrasings', async () => {
  const persona = await loadPersona(fileURLToPath(new URL('../../../personas/coffee', import.meta.url)))
  const from = (...texts: string[]) => phrasingsIn(texts, { names: ['Ana Silva'], lang: 'en', persona })

  test('are the question that was asked, as asked, in a hurry and in key words', () => {
    expect(from('Hi, I am Ana Silva. Do you engrave names on the stand?')).toEqual([
      'Do you engrave names on the stand?',
      'do you engrave names on the stand',
      'engrave names on the stand',
    ])
  })

  test('are never the call for a person, a greeting, or whether it is a bot', () => {
    expect(from('hello there', 'can I speak to a person please?', 'are you a bot?', 'thanks a lot!')).toEqual([])
  })

  test('come from what was told where nothing was asked', () => {
    expect(from('my grinder came without its lid')).toContain('my grinder came without its lid')
  })
})
