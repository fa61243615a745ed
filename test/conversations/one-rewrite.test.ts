/** What a reply may cost: two calls of the model at most, whatever is wrong with the first. */
import { afterEach, beforeEach, expect, it } from 'vitest'
import { type Chat, type FanVoice, startChat } from '../support/chat.ts'
import { createChatClock } from '../support/chat-clock.ts'
import { type MockModel, type ModelRequest, startMockModel } from '../support/mock-model.ts'
import { answerIn, latest } from './reading.ts'

const anyReply = ({ wants }: ModelRequest) => wants === 'reply'
const anyText = ({ wants }: ModelRequest) => wants === 'text'

let mock: MockModel
let chat: Chat
let ana: FanVoice
beforeEach(async () => {
  mock = await startMockModel()
  chat = await startChat('coffee', {
    modelUrl: mock.url,
    fallbackModels: ['spare'],
    clock: createChatClock('2026-11-18T10:30Z'),
  })
  ana = chat.fan('Ana')
})
afterEach(async () => {
  expect(chat.errors).toEqual([])
  await chat.mascot.stop()
  await mock.close()
})

const asked = async () => {
  await ana.says('what does rain on the skylight sound like?')
  const first = answerIn(await ana.hears(), chat)
  await chat.mascot.settled()
  return first
}
const calls = () => mock.requests().map(({ model, wants }) => `${model} ${wants}`)

it('several bubbles that are wrong are said again together', async () => {
  mock.says(anyReply, { bubbles: ['Our valued customer hears rain.', 'Great question, rain it is.'] })
  mock.writes(anyText, 'Like small change in a tin.\n\nI could listen all day.')
  expect(await asked()).toBe('Like small change in a tin.')
  expect(answerIn(await ana.hears(), chat)).toBe('I could listen all day.')
  expect(mock.requests().at(-1)?.turn).toMatch(/valued customer hears rain[\s\S]*question, rain it is/)
  expect(calls()).toEqual(['mock reply', 'mock text'])
})

it('what was said again for what it promised is not said again for how it sounds', async () => {
  mock.says(anyReply, 'You will get a full refund of €50 today.')
  mock.writes(anyText, 'Great question. Rain it is.')
  expect(await asked()).toBe('Rain it is.')
  expect((await latest(chat, ana)).flags).toEqual(expect.arrayContaining(['commitment', 'rewritten', 'never-say']))
  expect(calls()).toEqual(['mock reply', 'mock text'])
})

it('after an answer that could not be read, the next is the last, of the next model', async () => {
  mock.says(anyReply, 'Great question. Rain it is.')
  mock.calls('as the fan wishes', { times: 1 })
  expect(await asked()).toBe('Rain it is.')
  expect(calls()).toEqual(['mock reply', 'spare reply'])
})

it('a server that fails counts too: the next call is the last, of the next model, and nothing is said again', async () => {
  mock.says(anyReply, 'Great question. Rain it is.')
  mock.failsWith(500, { times: 1 })
  expect(await asked()).not.toMatch(/Great question/)
  expect(calls()).toEqual(['mock reply', 'spare reply'])
})

it('after two that could not be read, there is no third', async () => {
  mock.calls('as the fan wishes')
  await asked()
  expect(await latest(chat, ana)).toMatchObject({ reason: 'model-failed' })
  expect(calls()).toEqual(['mock reply', 'spare reply'])
})
