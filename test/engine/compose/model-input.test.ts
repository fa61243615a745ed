/** What a model is shown of a turn: what fits, what is spoken of, and how things stand. */
import { describe, expect, it } from 'vitest'
import { caseId } from '../../../src/domain/ids.ts'
import { bot } from '../../../src/domain/speaker.ts'
import { inputOf } from '../../../src/engine/compose/model-input.ts'
import { sayAgain } from '../../../src/engine/compose/say-again.ts'
import type { Recalled } from '../../../src/engine/stages.ts'
import type { Model } from '../../../src/ports/model.ts'
import { ana, noon, thinking, turnOf } from '../../support/turns.ts'

const products = [
  { id: 'fogbell', name: { en: 'Fogbell', zh: '雾钟' }, about: { en: 'Dark.', zh: '深烘。' }, price: '£9' },
  { id: 'low-tide', name: { en: 'Low Tide Decaf', zh: '低潮（低因）' }, about: 'Caramel.' },
  { id: 'slipway', name: 'Slipway Dripper', about: 'Ceramic.' },
]
const persona = {
  brand: { name: 'Tidewater', products },
  voice: { languages: ['en', 'zh'] },
  manners: { timeZone: 'Asia/Tokyo' },
  answers: Array.from({ length: 6 }, (_, at) => ({
    id: `bag-${at}`,
    asks: [`which bag has number ${at}`, `bag ${at} please`],
    answer: `Bag ${at}.`,
  })),
}

async function shown(text: string, over: object = {}, more: Partial<Recalled> = {}) {
  const { recalled } = await thinking({ ...persona, ...over })
  return await inputOf({ ...(await recalled(turnOf(text))), ...more }, [])
}

describe('approved answers', () => {
  it('are shown from a fit of .15 on, three at most', async () => {
    const { recalled } = await thinking(persona)
    const turn = await recalled(turnOf('which bag'))
    const hit = turn.findings.hits[0]
    if (!hit) throw new Error('nothing was found')
    const scored = (...scores: number[]) =>
      inputOf({ ...turn, findings: { ...turn.findings, hits: scores.map((score) => ({ ...hit, score })) } }, [])
    expect((await scored(0.9, 0.5, 0.3, 0.2)).hits.map(({ score }) => score)).toEqual([0.9, 0.5, 0.3])
    expect((await scored(0.15, 0.149)).hits.map(({ score }) => score)).toEqual([0.15])
    expect((await scored(0.1)).hits).toEqual([])
  })
})

describe('products', () => {
  const told = async (text: string, more: Partial<Recalled> = {}) =>
    (await shown(text, {}, more)).products?.map(({ product }) => product)

  it.each([
    ['is the Fogbell dark?', ['Fogbell']],
    ['any decaf?', ['Low Tide Decaf']],
    ['fogbell or low tide', ['Low Tide Decaf', 'Fogbell']],
    ['雾钟怎么样', ['雾钟']],
    ['hello there', []],
  ])('are told where the fan speaks of them: %s', async (text, names) => {
    expect((await told(text))?.toSorted()).toEqual(names.toSorted())
  })

  it('are told where the talk just spoke of one', async () => {
    const before = { row: 0, at: noon, from: 'brand', name: 'Pip', speaker: bot, text: 'Try the Slipway.' } as const
    expect(await told('what is it made of?', { transcript: [before] })).toEqual(['Slipway Dripper'])
  })

  it('come without a price where prices are approved words alone', async () => {
    const strict = { commitments: { price: { mode: 'strict' } } }
    expect((await shown('fogbell?')).products).toMatchObject([{ about: 'Dark.', price: '£9' }])
    expect((await shown('fogbell?', strict)).products?.[0]).not.toHaveProperty('price')
  })
})

describe('how things stand', () => {
  const hours = { hours: { week: { wed: '20:00-22:00', thu: '09:00-17:00' } } }
  const notes = async (over: object, more: Partial<Recalled> = {}) => (await shown('hm', over, more)).notes.join(' ')

  it('is told by the brand’s own clock', async () => {
    expect(await notes({})).toMatch(/^It is Wednesday,? 18 November 2026, 21:00 \(Asia\/Tokyo\)\. The desk is open\./)
  })

  it('says until when the desk is open, or closed', async () => {
    expect(await notes({ handoff: hours })).toMatch(/The desk is open until Wed,? 22:00\./)
    expect(await notes({ handoff: hours }, { now: noon + 3_600_000 })).toMatch(/The desk is closed until Thu,? 09:00\./)
  })

  it('says that nobody is at the desk where nobody signed on', async () => {
    const cases = { onDuty: async () => [] } as object as NonNullable<Recalled['cases']>
    expect(await notes({ handoff: { ...hours, duty: 'signed-on' } }, { cases })).toContain('Nobody is at the desk.')
  })

  it('tells of the fan’s open case', async () => {
    const openCase = { id: caseId('k'), status: 'waiting', reason: 'account', handler: 'bot', accountId: ana } as const
    expect(await notes({}, { openCase })).toMatch(/A case of this fan is open \(account\): a person will read/)
  })
})

describe('background for which the prefix has no room', () => {
  const lore = [
    ...Array.from(
      { length: 90 },
      (_, at) => `Year ${at} went by with ropes, cups and a great many kettles on the quay of the harbour.`,
    ),
    'Nobody here has seen the walrus since.',
  ]

  it('is told in the turn that touches it, in no other', async () => {
    expect((await shown('tell me of the walrus', { lore })).background).toEqual([lore.at(-1)])
    expect((await shown('tell me of the moon', { lore })).background).toEqual([])
  })
})

describe('a draft said again', () => {
  it('is written with the fan’s words, the approved words and the findings in view, in the turn’s language', async () => {
    const asked: { prefix: string; turn: string }[] = []
    const model: Model = {
      reply: async () => {
        throw new Error('not asked for')
      },
      write: async (prompt) => {
        asked.push(prompt)
        return 'Better.'
      },
    }
    const { recalled, brain } = await thinking(persona, { model })
    const turn = await recalled(turnOf('bag 3 please, me@example.com'))
    expect(await sayAgain('Bag 4.', [{ code: 'changed-fact', detail: '4' }], { ...turn, lang: 'zh' })).toBe('Better.')
    expect(asked[0]?.prefix).toBe(brain.promptIn('zh').prefix)
    for (const part of ['bag 3 please, [e-mail]', '"answer":"Bag 3."', '"Bag 4."', '"changed-fact"'])
      expect(asked[0]?.turn).toContain(part)
  })
})
