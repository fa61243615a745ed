import { describe, expect, it } from 'vitest'
import { subjectsOf } from '../../src/hearing/subjects/subjects.ts'
import { createKnowledge } from '../../src/knowledge/create-knowledge.ts'
import { features } from '../../src/knowledge/features.ts'
import { segment } from '../../src/words/terms/segment.ts'
import { answer } from '../knowledge/brands.ts'

const subjects = (text: string, lang: string) => subjectsOf(segment(text, lang), lang)

describe('subjects', () => {
  it.each([
    ['how much is postage', 'en'],
    ['邮费多少钱', 'zh'],
    ['Was kosten Lieferung und Versand?', 'de'],
    ['¿cuánto cuesta el envío?', 'es'],
    ['送料はいくらですか', 'ja'],
    ['배송 비용 얼마예요', 'ko'],
    ['сколько стоит доставка', 'ru'],
  ])('are named alike in every language: %s', (text, lang) => {
    const found = subjects(text, lang)
    expect(found.some((name) => name === 'deliver' || name === 'postage')).toBe(true)
    expect(found).toContain('price')
  })

  it('are none in a language without a list, and none of a text without any', () => {
    expect(subjects('kuinka paljon toimitus maksaa', 'fi')).toEqual([])
    expect(subjectsOf([], 'en')).toEqual([])
  })

  it('bring a question to its answer though they share no word', async () => {
    const knowledge = await createKnowledge(
      [
        answer('postage', ['运费多少', '满多少包邮', '邮寄要加钱吗'], { answer: { zh: ['十元。'] } }),
        answer('refund', ['退款什么时候到账', '钱退了吗', '退款进度'], { answer: { zh: ['三天。'] } }),
        answer('pets', ['可以带狗吗', '猫能进店吗', '宠物可以进来吗'], { answer: { zh: ['可以。'] } }),
      ],
      { languages: ['zh'] },
    )
    expect(knowledge.search({ text: '快递费怎么收' }).hits[0]?.answer.id).toBe('postage')
  })
})

describe('words of grammar', () => {
  it('are no matter, also in languages that are cut by a dictionary', () => {
    expect(features('駐車場はありますか', 'ja').stems).toEqual(['驻车', '场'])
    expect(features('можно ли вернуть товар', 'ru').stems).toHaveLength(2)
  })

  it('hold no letters that a phrasing could be taken for', () => {
    expect(features('要不要邮费', 'zh').grams).not.toContain('要不要')
    expect(features('多久', 'zh').isBare).toBe(true)
  })
})
