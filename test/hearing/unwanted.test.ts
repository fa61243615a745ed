/** What is not wanted is told apart from what is. */
import { describe, expect, it } from 'vitest'
import { wantsIn } from '../../src/hearing/unwanted.ts'

describe('the other half is what is wanted', () => {
  it.each([
    ["I don't want a refund, I just want the right bag", 'en', 'refund', 'right bag'],
    ["I don't need the wifi password, I need the opening hours", 'en', 'wifi password', 'opening hours'],
    ['not looking for a discount but for a size chart', 'en', 'discount', 'size chart'],
    ['别给我退款，给我换个新的就行', 'zh', '退款', '换个新的'],
    ['je ne veux pas de remboursement, je veux seulement un échange', 'fr', 'remboursement', 'échange'],
  ])('%j', (text, lang, not, rest) => {
    const { wanted, unwanted } = wantsIn(text, lang)
    expect({ unwanted: unwanted.join(' '), wanted }).toEqual({
      unwanted: expect.stringContaining(not),
      wanted: expect.stringContaining(rest),
    })
    expect(wanted).not.toContain(not)
  })
})

it('nothing may be left', () => {
  expect(wantsIn("I don't want to cancel my order", 'en')).toEqual({ wanted: '', unwanted: ['cancel my order'] })
})

it.each(['what do you want for it?', 'can I cancel my order?', 'do you not open on Sunday?'])(
  '%j refuses nothing',
  (text) => {
    expect(wantsIn(text, 'en')).toEqual({ wanted: text, unwanted: [] })
  },
)

it.each(['運費多少？可以退貨嗎？', '有没有豆浆', '可不可以换货', '这两款有什么区别', '特别想要退款'])(
  'a Chinese letter that also stands in refusals refuses nothing by itself: %s',
  (text) => {
    expect(wantsIn(text, 'zh').unwanted).toEqual([])
  },
)
