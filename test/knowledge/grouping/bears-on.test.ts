/** What makes a message one about a foreseen matter: what it tells of, and not anger, or one word, in common. */
import { expect, it } from 'vitest'
import { bearsOn, plainMatterOf } from '../../../src/knowledge/grouping/bears-on.ts'

const says = {
  lids: ['lids run out', 'you have run out of lids', 'no lids left in the shop'],
  app: ['the app keeps crashing and I am so annoyed', 'app crashes'],
}
const isAbout = (text: string, about: keyof typeof says, lang = 'en') =>
  says[about].some((one) => bearsOn(plainMatterOf(text, lang), plainMatterOf(one, 'en')))

it('anger alone, one word or one turn of phrase in common binds nothing', () => {
  for (const text of [
    'I run out of patience',
    'run out of time waiting',
    'my patience has run out, where is my parcel',
    'where is my lid',
    'I hate your lids',
    'the shop was rude to me',
  ])
    expect(isAbout(text, 'lids'), text).toBe(false)
  for (const text of ['I am so annoyed', 'so annoyed with this delivery', 'this app is ugly and I hate it'])
    expect(isAbout(text, 'app'), text).toBe(false)
})

it('what tells of the same in other words around it does, however angry', () => {
  for (const text of [
    'the lids have run out',
    'lids run out again!!',
    'there are no lids in your shop, I run out of patience',
  ])
    expect(isAbout(text, 'lids'), text).toBe(true)
  for (const text of ['the app crashes all the time', 'furious: your app keeps crashing', 'App crashes'])
    expect(isAbout(text, 'app'), text).toBe(true)
})

it('in another language it is what subjects both name', () => {
  const cancelled = plainMatterOf('my order was cancelled', 'en')
  expect(bearsOn(plainMatterOf('你们取消了我的订单', 'zh'), cancelled)).toBe(true)
  expect(bearsOn(plainMatterOf('我的订单在哪里', 'zh'), cancelled)).toBe(false)
})
