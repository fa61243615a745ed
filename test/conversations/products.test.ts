/** Products as cards: asked for by name or by need, with picture, price and link, and why just these. */
import { expect, it } from 'vitest'
import type { OutboundMessage } from '../../src/domain/message.ts'
import { productsOf } from '../../src/persona/catalogue/read-catalogue.ts'
import type { Persona } from '../../src/persona/persona.ts'
import { compare } from '../../src/shop/import/compare.ts'
import { startTwoPlatforms } from '../support/two-platforms.ts'

it('a fan who asks for a product, or for what it is needed for, gets cards with picture, price and a link; a promotion is nothing unasked', async () => {
  const sent: OutboundMessage[] = []
  await using chat = await startTwoPlatforms({
    onSent: (message) => void sent.push(message),
    tune: (persona) => ({
      ...persona,
      commitments: {},
      catalogue: [
        {
          id: 'tamper',
          name: { en: 'Skipper Tamper' },
          about: { en: 'Presses flat, for an espresso machine. And more.' },
          url: 'https://tidewater.example/tamper',
          image: 'https://tidewater.example/tamper.jpg',
          price: '£18.00',
          cost: { amount: 18, currency: 'GBP' },
          variants: [{ name: 'oak' }, { name: 'ash', price: '£21.00' }, { name: 'elm', isAvailable: false }],
        },
        {
          id: 'gauge',
          name: { en: 'Skipper Gauge' },
          about: { en: 'Tells the pressure of an espresso machine.' },
          url: 'https://tidewater.example/gauge',
          price: '£45.00',
          cost: { amount: 45, currency: 'GBP' },
          isAvailable: false,
        },
      ],
    }),
  })
  const ana = chat.fan('alpha', 'Ana')
  expect((await ana.says('got a skipper tampr?')).join('\n')).toBe(
    'Skipper Tamper · £18.00\nPresses flat, for an espresso machine.\nComes as oak, ash (£21.00).',
  )
  expect(sent.at(-1)).toMatchObject({
    isCard: true,
    media: { kind: 'photo', url: 'https://tidewater.example/tamper.jpg' },
    buttons: [{ label: 'Take a look', url: 'https://tidewater.example/tamper' }],
  })
  expect((await ana.says('tell me about the skipper tamper')).join()).toMatch(/^Skipper Tamper · £18/)
  expect(await ana.says('any pressure gauge for the espresso machine?')).toContain(
    'Skipper Gauge · £45.00\nTells the pressure of an espresso machine.\nSold out just now.',
  )
  expect((await ana.says('my espresso machine is blue')).join()).not.toMatch(/Skipper/)
  // The nearest approved answer is on how grinders are returned, or on what delivery costs: the thing alone was asked for.
  for (const text of ['do you have a skipper tamper?', 'how much is the skipper tamper?'])
    expect((await ana.says(text)).join(), text).toMatch(/^Skipper Tamper · £18/)
  expect((await ana.says('can I return a grinder?')).join()).toMatch(/Thirty days/)
  expect((await ana.says('I have no skipper tamper, can you grind it for me?')).join()).not.toMatch(/^Skipper/)
  expect((await ana.says('the skipper tamper')).join()).toMatch(/^Skipper Tamper/)
  expect(chat.errors).toEqual([])
})

it('a product renamed while it is on a card is still found by the name on it, and shown by its own', async () => {
  const before = [{ id: 'tamper', name: 'Skipper Tamper', about: 'Presses flat.' }]
  const after = [{ id: 'tamper', name: 'Mate Press', about: 'Presses flat.' }]
  const { rows, changed } = compare(before, after, '2026-11-18')
  expect(changed).toHaveLength(1)
  let persona: Persona | undefined
  await using chat = await startTwoPlatforms({
    tune: (one) => {
      persona = { ...one, catalogue: productsOf(before, 'en') }
      return persona
    },
  })
  const ana = chat.fan('alpha', 'Ana')
  expect(await ana.says('got a skipper tamper?')).toEqual(['Skipper Tamper\nPresses flat.'])
  if (!persona) throw new Error('it was tuned')
  await chat.mascot.reload({ ...persona, catalogue: productsOf(rows, 'en') })
  expect(await ana.says('do you have a skipper tamper')).toEqual(['Mate Press\nPresses flat.'])
  // The next import says nothing of it, and a month later the old name is over.
  const next = compare(rows, after, '2026-12-01')
  expect(next).toMatchObject({ changed: [], same: 1, rows: [{ was: { name: 'Skipper Tamper' } }] })
  expect(compare(next.rows, after, '2027-01-15').rows).toEqual(after)
  expect(chat.errors).toEqual([])
})
