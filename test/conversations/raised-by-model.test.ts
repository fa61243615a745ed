/** Conversations in which the model hears more than the words alone: what it is sure of calls a person, and it never talks anybody out of one. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Persona } from '../../src/persona/persona.ts'
import { type Chat, startChat } from '../support/chat.ts'
import { createChatClock } from '../support/chat-clock.ts'
import { type MockModel, type MockReply, type ModelRequest, startMockModel } from '../support/mock-model.ts'
import { latest } from './reading.ts'

const anyReply = ({ wants }: ModelRequest) => wants === 'reply'
/** Says nothing that words could be read for. */
const plain = 'what does rain on the skylight sound like?'
const tune = (persona: Persona): Persona => ({ ...persona, answers: persona.answers.slice(0, 10) })

let mock: MockModel
let chat: Chat
let fans = 0

beforeAll(async () => {
  mock = await startMockModel()
  chat = await startChat('coffee', { modelUrl: mock.url, clock: createChatClock('2026-11-18T10:30Z'), tune })
})
beforeEach(() => mock.forgets())
afterAll(async () => {
  await chat.mascot.stop()
  await mock.close()
})

async function decidedOn(reply: MockReply, text = plain, options?: { readonly group: string }) {
  mock.says(anyReply, reply)
  const fan = chat.fan(`fan ${++fans}`, options)
  await fan.says(text, { isMention: true })
  await fan.hears()
  return latest(chat, fan)
}
const said = (more: object): MockReply => ({ bubbles: ['Like small change in a tin.'], ...more })

describe('where the words alone say nothing', () => {
  it.each([
    ['legal', 'legal'],
    ['press', 'press'],
    ['complaint', 'complaint'],
    ['crisis', 'threat'],
  ])('a model sure of %s makes it a handoff', async (kind, reason) => {
    const { kind: decision, reason: why, flags } = await decidedOn(said({ kind, heat: 0.8 }))
    expect([decision, why]).toEqual(['handoff', reason])
    expect(flags).toEqual(expect.arrayContaining(['model-raised', `kind:${kind}`, 'heat:0.8']))
  })

  it('also where the model would have kept quiet', async () => {
    const reply = { action: { kind: 'silent' }, kind: 'legal', heat: 0.9 }
    expect(await decidedOn(reply)).toMatchObject({ kind: 'handoff', reason: 'legal' })
  })

  it('one that is not sure, or gives no heat, or another kind, changes nothing', async () => {
    for (const more of [
      { kind: 'complaint', heat: 0.6 },
      { kind: 'legal' },
      { kind: 'praise', heat: 0.9 },
      { kind: 'order-trouble', heat: 0.9 },
      { kind: 'crisis', heat: 'very' },
    ])
      expect(await decidedOn(said(more))).toMatchObject({ kind: 'reply', reason: 'model-reply' })
  })

  it('the crisis line is for the model that asks for that very handoff', async () => {
    const handoff = { kind: 'handoff', reason: 'self-harm', summary: 'He speaks of the end.' }
    expect(await decidedOn({ action: handoff, kind: 'crisis', heat: 1 })).toMatchObject({ reason: 'self-harm' })
  })

  it('a person whom the model calls for a reason of its own is called for that reason', async () => {
    const handoff = { kind: 'handoff', reason: 'payment', summary: 'Charged twice.' }
    expect(await decidedOn({ action: handoff, kind: 'complaint', heat: 0.9 })).toMatchObject({ reason: 'payment' })
  })

  it('a hot complaint in a group is led into private', async () => {
    const decision = await decidedOn(said({ kind: 'complaint', heat: 0.9 }), plain, { group: 'beans' })
    expect(decision).toMatchObject({ kind: 'reply', reason: 'public-complaint' })
  })
})

it('the model cannot lower what the words said: it is not even asked', async () => {
  const before = mock.requests().length
  const decision = await decidedOn(said({ kind: 'chat', heat: 0 }), 'My lawyer will sue you, see you in court.')
  expect(decision).toMatchObject({ kind: 'handoff', reason: 'legal' })
  expect(decision.flags).toContain('kind:legal')
  expect(mock.requests()).toHaveLength(before)
})

describe('every decision keeps what kind of message it was', () => {
  it('the model’s word where it is as hot, the words’ own where they are hotter or it said nothing', async () => {
    expect((await decidedOn(said({ kind: 'chat', heat: 0.1 }))).flags).toEqual(['kind:chat', 'heat:0.1'])
    expect((await decidedOn(said({}))).flags).toEqual(['kind:question', 'heat:0'])
  })

  it('without a model too, whatever was decided', async () => {
    await using alone = await startChat('coffee', { clock: createChatClock('2026-11-18T10:30Z'), tune })
    const flagsOf = async (text: string) => {
      const fan = alone.fan(text)
      await fan.says(text)
      await fan.hears()
      return (await latest(alone, fan)).flags
    }
    expect(await flagsOf('worst service ever')).toContain('kind:complaint')
    expect(await flagsOf('hello!')).toContain('kind:chat')
    expect(await flagsOf('can I talk to a person')).toEqual([
      expect.stringMatching(/^kind:/),
      expect.stringMatching(/^heat:/),
    ])
  })
})
