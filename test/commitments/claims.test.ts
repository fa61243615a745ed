/** By default what a draft says of the shop needs an approved text behind it; feeling, humour and questions back need none. */
import { describe, expect, it } from 'vitest'
import { behindOf } from '../../src/commitments/behind.ts'
import { type Asked, claimsIn } from '../../src/commitments/claims.ts'

const delivery = 'We post on Wednesdays and Fridays. Ireland takes four to six working days and costs £9.'
const behind = behindOf([{ lang: 'en', text: delivery, of: 'delivery' }], ['Fogbell'], [])
const asked = (text: string, more: Partial<Asked> = {}): Asked => ({
  ...{ text, isShop: true, isQuestion: true, isWithStaff: false, isPictured: false, lang: 'en' },
  ...more,
})
const found = (draft: string, question: Asked) => claimsIn(draft, question, 'en', behind).map(({ kind }) => kind)

describe('asked about the shop', () => {
  const question = asked('when do you post to Ireland?')
  it.each(['Ireland takes four to six working days.', 'We post on Fridays, and Ireland costs £9.'])(
    'what keeps to the approved words has support: %s',
    (draft) => {
      expect(found(draft, question)).toEqual([])
    },
  )
  it.each([
    ['another figure', 'Ireland takes two working days.', 'twist'],
    ['another day', 'We post to Ireland on Mondays.', 'figure'],
    ['another matter', 'Ireland costs £9, with a free mug.', 'weight'],
    ['a matter of which nothing was shown', 'It is in stock.', 'weight'],
    ['words of its own', 'A cousin of ours drives it over the border by night.', 'lean'],
    ['a bare yes', 'Yes.', 'assent'],
    ['a thumb', '👍', 'assent'],
  ])('%s has none', (_, draft, kind) => {
    expect(found(draft, question)).toContain(kind)
  })
  it('a question back needs none', () => {
    expect(found('Where in Ireland would it go?', question)).toEqual([])
  })
})

describe('in talk that is not of the shop', () => {
  const talk = asked('i passed my exam today', { isShop: false, isQuestion: false })
  it('feeling and numbers are free', () => {
    expect(found('Three cheers, and sleep for twelve hours.', talk)).toEqual([])
  })
  it('a grant is not, nor money, nor what names the goods', () => {
    expect(found('Your next bag is free.', talk)).toContain('weight')
    expect(found('Here is £5 from me.', talk)).toContain('figure')
    expect(found('A Fogbell is put aside for you.', talk)).not.toEqual([])
  })
})

it('sympathy is free, and what the house would do for it is not', () => {
  const toast = asked('i burned my toast', { isShop: false, isQuestion: false })
  expect(found('Sorry about your toast.', toast)).toEqual([])
  expect(found('We cover your toast, whatever happened.', toast)).not.toEqual([])
})

it('that staff look into it may be said where they were called, and not before', () => {
  const draft = 'The team will check and get back to you.'
  expect(found(draft, asked('my lid is dented, what now?', { isWithStaff: true }))).toEqual([])
  expect(found(draft, asked('my lid is dented, what now?'))).not.toEqual([])
})

it('a promise refused is no promise', () => {
  expect(found('I cannot promise that.', asked('promise me it comes friday'))).toEqual([])
  const late = 'Nobody at this old counter can promise the courier any weather.'
  expect(found(late, asked('promise me it comes friday'))).not.toContain('lean')
})

it('a measure is no small talk where something is asked', () => {
  const talk = asked('moved house today', { isShop: false, isQuestion: false })
  expect(found('It carries 40 kg.', asked('what can it take?', { isShop: false }))).toContain('figure')
  expect(found('It carries 40 kg.', talk)).not.toContain('figure')
})

it('asked of itself it tells of no person’s life', () => {
  const question = asked('are you a real person?', { isShop: false })
  expect(found('Busted. Pen behind my ear, ink on my sleeve.', question)).toContain('lean')
  expect(found('Only a program, but a patient one.', question)).toEqual([])
})

it.each([
  ['i need it on saturday', 'Saturday it is, early.'],
  ['it has to be here by monday', 'Monday it is.'],
])('agrees to the fan’s own day, which no text has: “%s” – “%s”', (text, draft) => {
  expect(found(draft, asked(text, { isShop: false }))).toContain('assent')
})
