import { describe, expect, it } from 'vitest'
import { detectLanguage } from '../../src/words/languages/detect-language.ts'

describe('the language of a very short message', () => {
  it.each([
    ['refund pls', 'en fr', 'en'],
    ['merci', 'en fr', 'fr'],
    ['combien ?', 'en fr', 'fr'],
    ['colis perdu', 'en fr', 'fr'],
    ['size?', 'en fr', 'en'],
    ['退货', 'en zh', 'zh'],
    ['order 订单在哪', 'en zh', 'zh'],
    ['ok', 'en zh', 'en'],
    ['quanto costa', 'en it es fr', 'it'],
    ['hola', 'en de es', 'es'],
    ['danke', 'en de es', 'de'],
    ['Größe?', 'en de es', 'de'],
    ['where is it', 'en de es', 'en'],
    ['wo ist mein Paket', 'en de es', 'de'],
    ['taza rota', 'en fr de es', 'es'],
    ['tasse cassée', 'en fr de es', 'fr'],
    ['Tasse kaputt', 'en fr de es', 'de'],
    ['obrigado', 'en es pt', 'pt'],
    ['giá bao nhiêu', 'en vi', 'vi'],
    ['gia bao nhieu', 'en vi', 'vi'],
    ['返品できますか', 'zh ja en', 'ja'],
    ['где мой заказ', 'en ru', 'ru'],
    ['रिफंड', 'en hi', 'hi'],
    ['리뷰', 'ko en', 'ko'],
  ])('%s, among %s, is %s', (text, among, lang) => {
    expect(detectLanguage(text, { among: among.split(' ') })).toBe(lang)
  })
})

describe('what a text does not tell', () => {
  it('is decided by habit', () => {
    for (const text of ['👍', '', '42', 'vegan']) {
      expect([text, detectLanguage(text, { among: ['en', 'fr'], habit: 'fr' })]).toEqual([text, 'fr'])
      expect([text, detectLanguage(text, { among: ['en', 'fr'] })]).toEqual([text, undefined])
    }
  })

  it('is not guessed for a script that none of the languages writes', () => {
    expect(detectLanguage('где мой заказ', { among: ['en', 'fr'] })).toBeUndefined()
  })

  it('does not outweigh what it does tell', () => {
    expect(detectLanguage('je veux un remboursement', { among: ['en', 'fr'], habit: 'en' })).toBe('fr')
  })
})
