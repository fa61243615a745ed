/** What the approved answers offer: neither what the fan says they do not want, nor what a name alone would bring. */
import { describe, expect, it } from 'vitest'
import { thinking, turnOf } from '../../support/turns.ts'

const { recalled } = await thinking({
  brand: {
    name: 'Tidewater',
    products: [
      { id: 'fogbell', name: 'Fogbell' },
      { id: 'ferry', name: 'First Ferry' },
    ],
    competitors: ['Gull & Grind'],
  },
  answers: [
    { id: 'refund', asks: ['can i get a refund', 'i want my money back', 'refund please'], answer: 'Yes.' },
    { id: 'exchange', asks: ['can i exchange it', 'i want another size', 'swap it for another'], answer: 'Yes.' },
    {
      id: 'unsubscribe',
      asks: ['i do not want the newsletter', 'stop the newsletter', 'unsubscribe me'],
      answer: 'Done.',
    },
    { id: 'grind', asks: ['can you grind it for me', 'do you grind coffee', 'grind my beans'], answer: 'Yes.' },
    { id: 'brew', asks: ['how do i brew it', 'how should i brew', 'brewing recipe'], answer: 'Slowly.' },
    {
      id: 'which',
      asks: ['fogbell or first ferry', 'is fogbell darker than first ferry', 'fogbell vs ferry'],
      answer: 'Both.',
    },
    {
      id: 'wrong-item',
      asks: ['you sent me the wrong bag', 'this is not what i ordered', 'i ordered one thing and you sent another'],
      answer: 'We send it.',
    },
  ],
})
const best = async (text: string) => {
  const { findings } = await recalled(turnOf(text))
  return { ...findings, id: findings.outcome === 'answer' ? findings.hits[0]?.answer.id : undefined }
}

describe('what is not wanted', () => {
  it('is not offered, and the other half is answered', async () => {
    expect(await best('I don’t want a refund, can I exchange it?')).toMatchObject({ id: 'exchange' })
  })
  it('is not offered, whatever products the other half names', async () => {
    const said = 'I don’t want a refund, just the right bag. You sent Fogbell and I ordered First Ferry'
    expect(await best(said)).toMatchObject({ id: 'wrong-item' })
    expect(await best('no refund please, you sent me the wrong bag')).toMatchObject({ id: 'wrong-item' })
  })
  it('may be all that was said', async () => {
    expect(await best('I don’t want a refund')).toMatchObject({ id: undefined, isDeclined: true })
  })
  it('is offered where the answer is for those who do not want it', async () => {
    expect(await best('I don’t want the newsletter')).toMatchObject({ id: 'unsubscribe' })
  })
})

it('a competitor’s name is no word of the shop', async () => {
  expect((await best('are you better than Gull & Grind?')).id).not.toBe('grind')
})

it('a product’s name alone brings nothing', async () => {
  expect(await best('how do I brew Fogbell?')).toMatchObject({ id: 'brew' })
})

it('the answer of an issue is for who reports it, and not for who is as angry or turns a phrase alike', async () => {
  const { recalled } = await thinking({
    answers: [
      {
        ...{ id: 'issue-lids-out', answer: 'New lids arrive on Friday.' },
        asks: ['lids run out', 'you have run out of lids', 'no lids left in the shop'],
      },
      {
        ...{ id: 'issue-app', answer: 'We mend the app.' },
        asks: ['the app keeps crashing and I am so annoyed', 'app crashes'],
      },
    ],
  })
  const found = async (text: string) => (await recalled(turnOf(text))).findings
  for (const text of [
    'I run out of patience',
    'run out of time waiting',
    'I am so annoyed',
    'so annoyed with this delivery',
  ])
    expect(await found(text), text).toMatchObject({ outcome: 'unknown', hits: [] })
  for (const text of ['the lids have run out', 'lids run out again'])
    expect((await found(text)).hits[0]?.answer.id, text).toBe('issue-lids-out')
})
