/** Products found by name, nickname, misspelling, category and need, without a model. */
import { describe, expect, it } from 'vitest'
import { findProducts } from '../../src/knowledge/products/find-products.ts'
import { prepareProducts } from '../../src/knowledge/products/index-products.ts'
import { productsOf } from '../../src/persona/catalogue/read-catalogue.ts'
import { testPersona } from '../support/persona.ts'

const NOW = Date.UTC(2026, 10, 16)
const persona = testPersona({
  brand: {
    name: 'Tidewater',
    products: [
      {
        id: 'fogbell',
        name: 'Fogbell',
        nicknames: ['the dark one'],
        about: 'Dark roast, molasses and cedar.',
        category: 'coffee beans',
        price: '£9 for 250 g',
      },
      {
        id: 'tamper',
        name: 'Harbour Tamper',
        about: 'Presses flat, for an espresso machine.',
        category: 'espresso accessory',
        price: { amount: 18, currency: 'GBP' },
      },
      {
        id: 'gauge',
        name: 'Brass Gauge',
        about: 'Tells the pressure of an espresso machine.',
        category: 'espresso accessory',
        price: { amount: 45, currency: 'GBP' },
      },
      { id: 'mug', name: 'Gull Mug', about: 'Holds a third of a litre.', category: 'cups', available: false },
      {
        id: 'tin',
        name: 'Sailor Tin',
        about: 'Keeps beans fresh. A gift for a coffee lover.',
        category: 'storage',
        price: { amount: 12, currency: 'GBP' },
      },
    ],
  },
})
const idsOf = (text: string) => findProducts(text, 'en', persona, NOW).map(({ product }) => product.id)

describe('found', () => {
  it.each([
    ['by name', 'tell me about Fogbell', ['fogbell']],
    ['by a misspelled name', 'what is fogbel like', ['fogbell']],
    ['by nickname', 'do you still have the dark one', ['fogbell']],
    ['by category', 'what cups do you sell', ['mug']],
    ['by need and what it may cost', 'something for an espresso machine under £20', ['tamper']],
    ['by need alone, all of them', 'anything for my espresso machine?', ['gauge', 'tamper']],
    ['by words that are said all day, where the shop sells just that', 'a gift for a coffee lover', ['tin']],
    ['by what it does', 'something that keeps beans fresh', ['tin']],
    ['under a price, whatever words ask for it', 'I am looking for a gift for my mum under £20', ['tin']],
    ['by what is asked about it', 'is coffee available just now?', ['fogbell', 'tin']],
    ['wherever it is to be bought', 'can I buy coffee online', ['fogbell', 'tin']],
    ['by what it costs', 'what does a tamper cost', ['tamper']],
    ['with “less than”', 'any gift for less than £20?', ['tin']],
  ])('%s', (_, text, ids) => {
    expect(idsOf(text).toSorted()).toEqual(ids)
  })

  it('with the words it was found by', () => {
    expect(findProducts('something for an espresso machine under £20', 'en', persona, NOW)).toMatchObject([
      { by: 'need', words: ['espresso', 'machine'], under: { amount: 20, currency: 'GBP' } },
    ])
  })
})

it.each([
  'a bicycle for my espresso machine collection in Paris',
  'how are you today',
  'hm',
  '£20',
  'something under €20 for an espresso machine',
  'a gift under £5',
  'a descaler for my espresso machine',
  'do you have dark chocolate?',
  'a coffee subscription under £20',
  'is there a pressure washer?',
  'vegan cups?',
  'coffee beans without caffeine',
  'got anything for a dishwasher?',
  'blorple machine under £20',
  'a coffee table',
  'do you sell coffee cake?',
])('nothing is found for “%s”', (text) => {
  expect(idsOf(text)).toEqual([])
})

describe('what it may cost', () => {
  const shop = (more: object, currency = 'GBP', rest: object = {}) =>
    testPersona({
      brand: {
        name: 'Tidewater',
        products: [
          { id: 'scale', name: 'Skipper Scale', about: 'Weighs beans.', price: { amount: 30, currency }, ...more },
        ],
      },
      ...rest,
    })
  const found = (text: string, of: ReturnType<typeof shop>, now = NOW) => findProducts(text, 'en', of, now).length

  it('is held against a price only as long as that is good, by the persona’s calendar', () => {
    const of = shop({ price: { amount: 30, currency: 'GBP', until: '2026-11-16' } }, 'GBP', {
      manners: { timeZone: 'Asia/Shanghai' },
    })
    expect(found('a scale under £40', of, Date.UTC(2026, 10, 16, 15))).toBe(1)
    expect(found('a scale under £40', of, Date.UTC(2026, 10, 16, 17))).toBe(0)
    expect(found('a scale', of, Date.UTC(2026, 10, 17))).toBe(1)
  })

  it('a variant may be what is cheap enough, unless it is sold out', () => {
    const small = { name: 'small', price: { amount: 12, currency: 'GBP' } }
    expect(found('a scale under £15', shop({ variants: [small, 'large'] }))).toBe(1)
    expect(found('a scale under £15', shop({ variants: [{ ...small, available: false }] }))).toBe(0)
  })

  it('a sign of several currencies is that of the shop; another land’s money is never counted over', () => {
    expect(found('a scale under $40', shop({}, 'CAD'))).toBe(1)
    expect(found('a scale under $40', shop({}, 'GBP'))).toBe(0)
    expect(found('a scale under 400 kr', shop({}, 'SEK'))).toBe(1)
    expect(found('a scale under 40 chf', shop({}, 'CHF'))).toBe(1)
    expect(found('a scale under ₹4000', shop({}, 'INR'))).toBe(1)
    expect(found('a scale under 40 zł', shop({}, 'PLN'))).toBe(1)
  })

  it('is no way to a price that may not be said', () => {
    expect(found('a scale under £40', shop({}, 'GBP', { commitments: { price: { mode: 'strict' } } }))).toBe(0)
  })
})

it('a number in a name is no slip of another', () => {
  const of = testPersona({
    brand: {
      name: 'Tidewater',
      products: [
        { id: 'ax2000', name: 'Skiff AX2000' },
        { id: 'ax3000', name: 'Skiff AX3000' },
      ],
    },
  })
  expect(findProducts('what is the AX4000 like', 'en', of, NOW)).toEqual([])
  expect(findProducts('what is the AX3000 like', 'en', of, NOW).map(({ product }) => product.id)).toEqual(['ax3000'])
})

it('fifty thousand products are looked through in no time, once they are indexed, and that goes on beside all else', async () => {
  const kinds = ['kettle', 'grinder', 'filter', 'scale', 'server', 'dripper', 'cup', 'tamper']
  const rows = Array.from({ length: 50_000 }, (_, nth) => ({
    id: `p${nth}`,
    name: `Model ${nth.toString(36)} ${kinds[nth % 8]}`,
    about: `A ${kinds[nth % 8]} for the kitchen, number ${nth}.`,
    category: kinds[nth % 8] ?? '',
    price: { amount: 5 + (nth % 200), currency: 'GBP' },
  }))
  const big = { ...testPersona(), catalogue: productsOf(rows, 'en') }
  let others = 0
  const beat = setInterval(() => (others += 1))
  await prepareProducts(big)
  clearInterval(beat)
  // Others had their turn in between.
  expect(others).toBeGreaterThan(50)
  const begun = performance.now()
  for (let nth = 0; nth < 20; nth += 1)
    findProducts(`do you have Model ${(20_000 + nth).toString(36)} kettle`, 'en', big, NOW)
  expect((performance.now() - begun) / 20).toBeLessThan(40)
  expect(findProducts(`Model ${(20_000).toString(36)} kettle`, 'en', big, NOW)[0]?.product.id).toBe('p20000')
})
