/** A second reader sees what could bind the brand before it is sent: the draft and the approved texts, and no word of the fan's. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type Chat, type FanVoice, startChat } from '../support/chat.ts'
import { createChatClock } from '../support/chat-clock.ts'
import { type MockModel, type ModelRequest, startMockModel } from '../support/mock-model.ts'
import { answerIn, latest } from './reading.ts'

const anyReply = ({ wants }: ModelRequest) => wants === 'reply'
const reading = ({ model }: ModelRequest) => model === 'reader'

let mock: MockModel
let chat: Chat
let ana: FanVoice
beforeEach(async () => {
  mock = await startMockModel()
  chat = await startChat('coffee', {
    modelUrl: mock.url,
    env: { OPENAI_REVIEW_MODEL: 'reader' },
    clock: createChatClock('2026-11-18T10:30Z'),
  })
  ana = chat.fan('Ana')
})
afterEach(async () => {
  expect(chat.errors).toEqual([])
  await chat.mascot.stop()
  await mock.close()
})

const question = 'which bus do I take to get to you'
const good = 'Bus 14 to Custom House Steps.'
const asked = async (words = question) => {
  await ana.says(words)
  const first = answerIn(await ana.hears(), chat)
  await chat.mascot.settled()
  return first
}
const readings = () => mock.requests().filter(reading)

it('what it finds nothing in is sent as it is', async () => {
  mock.says(anyReply, { bubbles: [good], used: ['getting-here'] })
  mock.writes(reading, '0')
  expect(await asked()).toBe(good)
  expect(readings()).toHaveLength(1)
})

it('it is shown the sentences and the approved texts, and not what the fan wrote', async () => {
  mock.says(anyReply, { bubbles: [good], used: ['getting-here'] })
  mock.writes(reading, '0')
  await asked()
  const [{ turn, system } = { turn: '', system: '' }] = readings()
  expect(turn).toContain(`{"number":1,"says":"${good}"}`)
  expect(turn).toMatch(/<approved_texts>[^<]*Custom House/)
  expect(turn + system).not.toContain(question)
})

it('a sentence that it names is not sent', async () => {
  mock.says(anyReply, { bubbles: [good], used: ['getting-here'] })
  mock.writes(reading, '1')
  expect(await asked()).not.toBe(good)
  expect((await latest(chat, ana)).flags).toContain('commitment')
  expect(readings()).toHaveLength(1)
})

describe('where it cannot be had, nothing that binds is sent in the model’s words', () => {
  it.each([
    ['it says something else', () => mock.writes(reading, 'Looks fine to me, send it!')],
    ['it names a sentence that is not there', () => mock.writes(reading, '7')],
    ['its answer is no text', () => mock.writes(reading, '')],
    ['its server refuses', () => mock.failsWith(400, { when: reading })],
  ])('%s', async (_, happens) => {
    mock.says(anyReply, { bubbles: [good], used: ['getting-here'] })
    happens()
    expect(await asked()).not.toBe(good)
    expect((await latest(chat, ana)).flags).toContain('commitment')
  })
})

it('talk that binds nobody is not shown to it', async () => {
  mock.says(anyReply, 'Rain again. I like it: nobody hurries.')
  expect(await asked('it rains so beautifully today')).toBe('Rain again. I like it: nobody hurries.')
  expect(readings()).toEqual([])
})

it('it reads once a reply, also one that was written again', async () => {
  mock.says(anyReply, { bubbles: ['Bus 77 brings you here for free.'], used: ['getting-here'] })
  mock.writes(({ wants, model }) => wants === 'text' && model !== 'reader', good)
  mock.writes(reading, '0')
  expect(await asked()).toBe(good)
  expect(mock.requests().map(({ model, wants }) => `${model} ${wants}`)).toEqual([
    'mock reply',
    'mock text',
    'reader text',
  ])
})
