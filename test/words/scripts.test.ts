/** One table says which letters are of a script, who writes it, and where words stand without spaces. */
import { describe, expect, it } from 'vitest'
import { isForeignScript } from '../../src/words/languages/foreign-script.ts'
import { hasScript, isAllUnspaced, isUnspaced, scripts } from '../../src/words/letters/scripts.ts'

describe('scripts', () => {
  it.each(['退货', 'ありがとう', 'ルーナ', 'ー', '々', 'คืนเงิน', 'ຄືນ', 'សង', 'ပြန်'])(
    '%s has no spaces between words',
    (text) => {
      expect(isUnspaced(text)).toBe(true)
    },
  )

  it.each(['refund', '환불', 'возврат', '。・', '123'])('%s has, or has no words', (text) => {
    expect(isUnspaced(text)).toBe(false)
  })

  it.each([
    ['ルーナ・ビーチ', true],
    ['豆豆', true],
    ['豆豆 Pip', false],
    ['・', false],
    ['', false],
  ])('a name such as %j ends where it likes: %s', (name, isAll) => {
    expect(isAllUnspaced(name)).toBe(isAll)
  })

  it('know a letter by its script alone', () => {
    expect(hasScript('スキー', 'Kana')).toBe(true)
    expect(hasScript('滑雪', 'Kana', 'Hangul')).toBe(false)
  })

  it('name each language that has a script to itself once', () => {
    const own = scripts.flatMap(({ languages }) => languages).filter((lang) => lang !== 'ja')
    expect(new Set(own).size).toBe(own.length)
  })

  it('tell that a brand does not speak Tamil', () => {
    expect(isForeignScript('பணத்தைத் திரும்பப் பெறுவது எப்படி', ['en', 'zh'])).toBe(true)
    expect(isForeignScript('பணத்தைத் திரும்பப் பெறுவது எப்படி', ['en', 'ta'])).toBe(false)
  })
})
