/** Promises that a model makes and may make: written down with owner and due time, shown to staff, kept or broken. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Answer } from '../../src/domain/answer.ts'
import type { OutboundMessage } from '../../src/domain/message.ts'
import { type Chat, startChat } from '../support/chat.ts'
import { createChatClock } from '../support/chat-clock.ts'
import type { ManualClock } from '../support/manual-clock.ts'
import { type MockModel, type ModelRequest, startMockModel } from '../support/mock-model.ts'
import { answerIn, latest, wordsOf } from './reading.ts'

const HOUR_MS = 3_600_000
const anyReply = ({ wants }: ModelRequest) => wants === 'reply'
/** A Wednesday on which the order desk is at work. */
const morning = '2026-11-18T10:30Z'

/** Words of the brand that promise something. */
const cupping: Answer = {
  id: 'cup-colour',
  title: { en: 'Colour of the cups' },
  asks: [
    'do the cups come in green',
    'which colours of cup are there',
    'green enamel cup',
    'is there a blue enamel cup',
  ],
  answer: { en: ['Enamel cups come in two colours. For another one, we will ask the roastery for you.'] },
  topic: 'sourcing',
}

let mock: MockModel
let clock: ManualClock
let chat: Chat

beforeAll(async () => {
  mock = await startMockModel()
  clock = createChatClock(morning)
  chat = await startChat('coffee', {
    clock,
    hasStaffChat: true,
    modelUrl: mock.url,
    tune: (persona) => ({ ...persona, answers: [...persona.answers, cupping] }),
  })
})
afterAll(async () => {
  expect(chat.errors).toEqual([])
  await chat.mascot.stop()
  await mock.close()
})

const textOf = (message: OutboundMessage) => (message.kind === 'text' ? message.text : message.kind)

async function caseOf(name: string) {
  await chat.mascot.settled()
  const one = (await chat.mascot.desk.list()).find(({ fanName }) => fanName === name)
  const story = one && (await chat.mascot.desk.read(one.id))
  if (!story) throw new Error('a case is open')
  return story
}

/** A person was called, and the model promises something about it. */
async function promised(name: string, reply: string) {
  const fan = chat.fan(name)
  const dana = chat.staff('Dana')
  await fan.says('can I speak to a person please')
  await fan.hears(/order desk/)
  await chat.mascot.settled()
  mock.says(anyReply, reply)
  await fan.says('the lid of my tin is dented, what now?')
  expect(answerIn(await fan.hears(), chat)).toBe(reply)
  return { fan, dana }
}

describe('a promise of the model’s', () => {
  const reply = 'I will check with the order desk and come back to you here.'

  it('on an open case stands there with its owner and time, and the first answer keeps it', async () => {
    const { fan, dana } = await promised('Ana', reply)
    expect((await latest(chat, fan)).flags).toContain('promised')
    const { promises, events, case: one } = await caseOf('Ana')
    expect(promises).toMatchObject([{ owner: 'care', text: reply, dueAt: one.timers['first-response'] }])
    expect(promises[0]?.outcome).toBeUndefined()
    expect(events.map(({ what }) => what)).toContain('promised')
    expect(textOf(dana.card())).toMatch(/🤝 Promised: I will check with the order desk.*the order desk, by Wed/)
    await dana.says('/r Send me a picture, Ana, and a new tin goes out today.')
    await fan.hears(/new tin/)
    expect((await caseOf('Ana')).promises).toMatchObject([{ outcome: 'kept' }])
  })

  it('that nobody keeps in time is broken, and staff see it', async () => {
    await promised('Bo', reply)
    clock.advance(5 * HOUR_MS)
    await chat.mascot.settled()
    expect((await caseOf('Bo')).promises).toMatchObject([{ outcome: 'broken' }])
  })

  it('with an approved answer behind it opens a case for whoever owns the matter, in the model’s own words', async () => {
    const fan = chat.fan('Cy')
    const said = 'Enamel cups come in two colours. We will ask the roastery for you.'
    mock.says(anyReply, { bubbles: [said], used: ['cup-colour'] })
    await fan.says('is the enamel cup there in green too?')
    expect(answerIn(await fan.hears(), chat)).toBe(said)
    expect(await latest(chat, fan)).toMatchObject({ kind: 'handoff', reason: 'commitment', answerId: 'cup-colour' })
    const { case: one, promises } = await caseOf('Cy')
    expect(one).toMatchObject({ reason: 'commitment', status: 'waiting' })
    expect(one.summary).toContain('We will ask the roastery for you.')
    expect(promises).toMatchObject([{ owner: one.team, text: 'We will ask the roastery for you.' }])
  })

  it('with nothing behind it does not leave, and binds nobody', async () => {
    const fan = chat.fan('Di')
    mock.says(anyReply, 'Somebody will ring you tonight about that.')
    mock.writes(({ wants }) => wants === 'text', 'Somebody will ring you tonight about that.')
    await fan.says('what does rain on the skylight sound like?')
    expect(wordsOf(await fan.hears())).not.toMatch(/ring you/)
    const stories = (await chat.mascot.desk.list()).filter(({ fanName }) => fanName === 'Di')
    for (const { id } of stories) expect((await chat.mascot.desk.read(id))?.promises).toEqual([])
  })
})
