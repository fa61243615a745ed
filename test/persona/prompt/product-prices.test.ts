/** What a model is told of a price that has a last day. */
import { expect, it } from 'vitest'
import { productLine, productTold } from '../../../src/persona/prompt/products.ts'
import { testPersona } from '../../support/persona.ts'

it('a price is told with the turn until its last day, and never in the part of a prompt that outlives it', () => {
  const persona = testPersona({
    brand: {
      name: 'Tidewater',
      products: [
        { id: 'scale', name: 'Skipper Scale', price: { amount: 30, currency: 'GBP', until: '2026-11-16' } },
        { id: 'mug', name: 'Gull Mug', price: { amount: 9, currency: 'GBP' } },
      ],
    },
    manners: { timeZone: 'Asia/Shanghai' },
  })
  const [scale, mug] = persona.brand.products
  if (!scale || !mug) throw new Error('both are sold')
  expect(productTold(scale, 'en', persona, Date.UTC(2026, 10, 16, 15))).toMatchObject({ price: '£30.00' })
  expect(productTold(scale, 'en', persona, Date.UTC(2026, 10, 16, 17))).not.toHaveProperty('price')
  expect(productLine(scale, 'en', persona)).toBe('Skipper Scale')
  expect(productLine(mug, 'en', persona)).toBe('Gull Mug (£9.00)')
})
