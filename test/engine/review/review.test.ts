/** The one check before words leave: who speaks, what is cut, and what is said where nothing was left. */
import { describe, expect, it } from 'vitest'
import { plainSurface, review } from '../../../src/engine/review/review.ts'
import type { Draft } from '../../../src/engine/word.ts'
import type { Model } from '../../../src/ports/model.ts'
import { thinking, turnOf } from '../../support/turns.ts'

const persona = {
  voice: { neverSay: ['cheap'], bubbles: 2 },
  lines: { doesNotKnow: 'I do not know that.' },
}
const writes = (text: string): Model => ({
  reply: async () => Promise.reject(new Error('nothing is asked for here')),
  write: async () => text,
})

function modelSays(...texts: readonly string[]): Draft {
  return { kind: 'reply', reason: 'model-reply', texts: texts.map((text) => ({ text, author: 'model' })) }
}

async function reviewed(draft: Draft, model?: Model, heard = 'hello') {
  const { recalled } = await thinking(persona, model ? { model } : {})
  return await review(draft, await recalled(turnOf(heard)), plainSurface)
}

describe('a draft', () => {
  it('of approved words is spoken as the answer', async () => {
    const draft: Draft = {
      kind: 'reply',
      reason: 'approved-answer',
      texts: [{ text: 'At eight.', author: 'approved', buttons: [{ label: 'Map', url: 'https://t.example' }] }],
      answerId: 'hours',
      score: 0.9,
    }
    expect(await reviewed(draft)).toMatchObject({
      kind: 'reply',
      speaker: { kind: 'approved', answerId: 'hours' },
      bubbles: [{ text: 'At eight.', buttons: [{ label: 'Map' }] }],
    })
  })

  it('of the model’s that says what it may never say is written anew, once', async () => {
    expect(await reviewed(modelSays('It is cheap!'), writes('It costs little.'))).toMatchObject({
      bubbles: [{ text: 'It costs little.' }],
      flags: expect.arrayContaining(['never-say', 'rewritten']),
    })
  })

  it('of the model’s has no more bubbles than the voice allows', async () => {
    expect(await reviewed(modelSays('One.', 'Two.', 'Three.'))).toMatchObject({
      bubbles: [{ text: 'One.' }, { text: 'Two.' }],
    })
  })

  it('of which nothing is left is the honest line', async () => {
    expect(await reviewed(modelSays('```'), undefined, 'which grinder would Napoleon buy?')).toMatchObject({
      reason: 'failed-review',
      bubbles: [{ text: 'I do not know that.' }],
      flags: expect.arrayContaining(['failed-review']),
    })
  })

  it('of which nothing is left for thanks is the line for thanks, and no ignorance', async () => {
    const draft = modelSays('It was my pleasure. Let me know if you have any other questions!')
    expect(await reviewed(draft, undefined, 'thank you')).toMatchObject({
      kind: 'reply',
      reason: 'thanks',
      flags: expect.arrayContaining(['assistant', 'failed-review']),
    })
  })

  it('in several messages is read as one, and written again as one, once', async () => {
    let times = 0
    const model: Model = {
      ...writes(''),
      write: async () => {
        times += 1
        return 'A bot.\n\nAnd glad of it.'
      },
    }
    expect(await reviewed(modelSays('I am', 'a real person.'), model)).toMatchObject({
      bubbles: [{ text: 'A bot.' }, { text: 'And glad of it.' }],
      flags: expect.arrayContaining(['denies-bot', 'rewritten']),
    })
    expect(times).toBe(1)
  })

  it('is read with the fan’s words', async () => {
    expect(await reviewed(modelSays('Thirty-four in May.'), undefined, 'how old are you really')).toMatchObject({
      flags: expect.arrayContaining(['denies-bot']),
    })
    expect(await reviewed(modelSays('Thirty-four in May.'), undefined, 'how many degrees?')).toMatchObject({
      bubbles: [{ text: 'Thirty-four in May.' }],
    })
  })

  it('that says nothing passes with its reason', async () => {
    expect(await reviewed({ kind: 'silent', reason: 'spam', flags: ['kind:spam'] })).toEqual({
      kind: 'silent',
      reason: 'spam',
      lang: 'en',
      alternatives: [],
      flags: ['kind:spam'],
    })
  })
})
