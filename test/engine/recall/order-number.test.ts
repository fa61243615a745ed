/** A line of ours asks for the number of an order only while the fan has given none. */
import { expect, it } from 'vitest'
import { withoutNumberAsked } from '../../../src/engine/recall/order-number.ts'
import { ana } from '../../support/turns.ts'

const author = { accountId: ana, name: 'Ana', isBot: false }
const said = (text: string, before: readonly string[] = []) => ({
  text,
  author,
  transcript: before.map(
    (words, row) => ({ row, at: 0, from: 'fan', name: 'Ana', accountId: ana, text: words }) as const,
  ),
})
const line = 'It is with the team now. Add the order number if you have one.'

it.each(['order 4411 arrived broken', 'it is #A-10442', 'Bestellung B20311 kam nie', '订单20311一直没到'])(
  '%s gives one',
  (text) => {
    expect(withoutNumberAsked(line, said(text))).toBe('It is with the team now.')
    expect(withoutNumberAsked(line, said('it arrived broken', [text, 'hello?']))).toBe('It is with the team now.')
  },
)

it.each(['it arrived broken', 'I paid £450 for it', 'it came at 10:45', '12 bags and 1.250 kg', 'two of 30'])(
  '%s gives none',
  (text) => {
    expect(withoutNumberAsked(line, said(text))).toBe(line)
  },
)

it('is asked for in other languages too, and a line that asks for nothing else stays', () => {
  const told = said('order 4411')
  expect(withoutNumberAsked('Ist notiert. Die Bestellnummer hilft uns.', told)).toBe('Ist notiert.')
  expect(withoutNumberAsked('记下了。有订单号也发给我。', told)).toBe('记下了。')
  expect(withoutNumberAsked('What is the order number?', told)).toBe('What is the order number?')
})
