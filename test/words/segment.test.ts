import { describe, expect, it } from 'vitest'
import { features } from '../../src/knowledge/features.ts'
import { grams, segment } from '../../src/words/terms/segment.ts'
import { createSpelling } from '../../src/words/terms/spelling.ts'

describe('words', () => {
  it('read alike whatever the case, width, accents and apostrophes', () => {
    for (const text of ["Don't  LEAVE the Café!", 'don’t leave the cafe', 'ＤＯＮ’Ｔ leave—the cafe\u0301'])
      expect(segment(text)).toEqual(['dont', 'leave', 'the', 'cafe'])
  })

  it('are cut by a dictionary in Chinese, Japanese and Thai, also beside Latin ones', () => {
    expect(segment('退货期限 refund', 'zh')).toEqual(['退', '货', '期限', 'refund'])
    expect(segment('返品できますか', 'ja')).toContain('返品')
    expect(segment('ไม่ได้รับสินค้า', 'th')).toContain('สินค้า')
  })

  it('keep the vowel signs of Indic scripts and the voicing marks of kana', () => {
    expect(segment('मुझे रिफंड चाहिए')).toEqual(['मुझे', 'रिफंड', 'चाहिए'])
    expect(segment('がか')).not.toEqual(segment('かか'))
  })

  it('lose what cannot be seen', () => {
    expect(segment('re\u200Bfund\uFEFF \u202Eplease')).toEqual(['refund', 'please'])
  })

  it('are none in emoji, punctuation and blank text', () => {
    for (const text of ['', '   \n', '👍🏽🎉', '?!…']) expect(segment(text)).toEqual([])
  })
})

describe('n-grams', () => {
  it('stay within a word and know its edges', () => {
    expect(grams(['to'])).toEqual(['_t', '_to', '_to_', 'to', 'to_', 'o_'])
  })

  it('run across words in scripts without spaces, from single letters on', () => {
    expect(grams(['退', '货'])).toEqual(['退', '退货', '货'])
  })
})

describe('stems', () => {
  it.each([
    ['en', 'cancelling', 'cancelled'],
    ['en', 'deliveries', 'delivery'],
    ['en', 'shipping', 'ships'],
    ['de', 'bestellungen', 'bestellung'],
    ['de', 'geliefert', 'liefern'],
    ['fr', 'remboursement', 'remboursé'],
    ['fr', 'livraisons', 'livraison'],
    ['fr', 'cadeaux', 'cadeau'],
    ['fr', 'commandé', 'commandes'],
    ['es', 'devoluciones', 'devolución'],
    ['es', 'cancelado', 'cancelar'],
    ['it', 'spedizioni', 'spedizione'],
    ['es', 'cancelación', 'cancelar'],
    ['nl', 'bestellingen', 'bestelling'],
    ['pt', 'pedidos', 'pedido'],
  ])('%s: %s and %s are one word', (lang, a, b) => {
    expect(features(a, lang).stems).toEqual(features(b, lang).stems)
  })

  it('leave out the words that only carry grammar, unless there are no others', () => {
    expect(features('Where is my parcel?', 'en')).toMatchObject({ stems: ['parcel'], isBare: false })
    expect(features('who are you', 'en')).toMatchObject({ stems: ['who', 'ar', 'you'], isBare: true })
  })
})

describe('a misspelt word', () => {
  const spelling = createSpelling(['refund', 'delivery', 'book', 'order', 'order', 'older'])

  it.each([
    ['refnd', 'refund'],
    ['refuund', 'refund'],
    ['reufnd', 'refund'],
    ['delivary', 'delivery'],
    ['oder', 'order'],
  ])('%s is read as %s', (written, meant) => {
    expect(spelling.correct(written)).toBe(meant)
  })

  it('stays as it is when it is known, too short, or begins otherwise', () => {
    for (const word of ['refund', 'older', 'or', 'cook', 'rebound', '退货']) expect(spelling.correct(word)).toBe(word)
  })
})
