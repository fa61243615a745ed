/** What is calm, negated or good news opens no case; praise over a third fault is not thanked; a death is no joy. */
import { describe, expect, it } from 'vitest'
import { assess } from '../../src/hearing/assess.ts'
import { showsGrief, showsJoy } from '../../src/hearing/occasion-signs.ts'
import { readText } from '../../src/words/read-text.ts'

const read = (text: string, lang = 'en') => assess({ text, lang, earlier: [] })

describe('no trouble', () => {
  it.each([
    ['en', 'My parcel arrived safely, thanks'],
    ['de', 'Das Paket ist heute angekommen, danke'],
    ['it', 'il pacco è arrivato oggi'],
    ['pl', 'paczka już dotarła, dzięki'],
    ['zh', '包裹收到啦，谢谢'],
    ['ko', '택배 잘 받았어요'],
    ['en', "can't complain, the tea was fine"],
    ['en', 'bloody lovely cake'],
    ['en', 'sick of mondays'],
    ['en', 'not happening'],
    ['zh', '别退款，我要维修'],
    ['de', 'habt ihr WLAN?'],
  ])('is in %s: %s', (lang, text) => {
    expect(['question', 'chat', 'praise', 'suggestion']).toContain(read(text, lang).kind)
  })

  it.each([
    'my order is late, where is it?',
    'my parcel arrived broken',
    'the parcel has not arrived',
    '包裹还没收到',
    'paczka nie doszła',
  ])('is not taken from: %s', (text) => {
    expect(['order-trouble', 'complaint']).toContain(read(text).kind)
  })
})

it.each([
  'perfetto, quarto ritardo. complimenti',
  'brawo, przesyłka znowu zgubiona',
  'bravo, dritte Retoure. Glückwunsch',
  'genial, tercera devolución. felicidades',
  '恭喜你们，一包茶寄了三个星期',
])('is mocking: %s', (text) => {
  expect(read(text).flags).toContain('sarcasm')
})

describe('a death', () => {
  it.each([
    '我外公昨天往生了',
    '家裡的貓咪上天堂了',
    'my grandad is no longer with us',
    'mijn opa is niet meer onder ons',
    'мой дедушка теперь на небесах',
  ])('is heard in: %s', (text) => {
    expect(showsGrief(readText(text))).toBe(true)
    expect(showsJoy(readText(text))).toBe(false)
  })

  it.each(['老公打牌吵死了', '我妈走了，去上班', 'my son is with us, table for four'])('is not in: %s', (text) => {
    expect(showsGrief(readText(text))).toBe(false)
  })
})
