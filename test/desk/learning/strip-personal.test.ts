/** What is learnt holds nothing that belongs to one person. */
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { phrasingsIn } from '../../../src/desk/learning/phrasings.ts'
import { stripPersonal } from '../../../src/desk/learning/strip-personal.ts'
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
  ])('%s → %s', (text, bare) => {
    expect(stripPersonal(text, ['Ana Silva', '安娜', 'Анна'])).toBe(bare)
  })
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
