/** The operator's own examples without a model: said to what is nearly the same, and not in the place of what was asked. */
import { describe, expect, it } from 'vitest'
import { isNearerThanAnswer, ownExample } from '../../../src/engine/compose/own-example.ts'
import { thinking, turnOf } from '../../support/turns.ts'

const { recalled } = await thinking({
  voice: {
    languages: ['en', 'fr', 'zh'],
    examples: [
      { lang: 'en', fan: 'rain ruins every picnic', says: 'Bring a hat.' },
      { lang: 'fr', fan: 'la pluie gâche mon pique-nique', says: 'Un chapeau.' },
      { lang: 'zh', fan: '下雨天野餐泡汤了', says: '带把伞。' },
    ],
  },
  answers: [
    {
      id: 'basket',
      asks: ['is the picnic basket safe in rain', 'picnic basket', 'rain on the basket'],
      answer: 'Yes.',
    },
  ],
})
const said = async (text: string) => ownExample(await recalled(turnOf(text)))

describe('an example', () => {
  it.each([
    ['Rain ruins every picnic!', 'Bring a hat.'],
    ['the rain always ruins our picnics lol', 'Bring a hat.'],
    ['la pluie a gâché mon pique-nique', 'Un chapeau.'],
    ['下雨天，野餐又泡汤了', '带把伞。'],
  ])('is said to what is nearly the same: %s', async (text, says) => {
    expect(await said(text)).toBe(says)
  })

  it.each(['does rain ruin every picnic?', 'a picnic sounds good', 'rain'])('and not to: %s', async (text) => {
    expect(await said(text)).toBeUndefined()
  })

  it('goes before an answer that is further off, and not before a phrasing word for word', async () => {
    expect(isNearerThanAnswer(await recalled(turnOf('rain ruins my picnic every time')))).toBe(true)
    expect(isNearerThanAnswer(await recalled(turnOf('rain on the basket')))).toBe(false)
  })
})
