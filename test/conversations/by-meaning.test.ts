/** Conversations in which embeddings help to find the answer, over real HTTP, and in which their endpoint is down, slow or odd. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Persona } from '../../src/persona/persona.ts'
import { type ChatOptions, type FanVoice, startChat } from '../support/chat.ts'
import { createChatClock } from '../support/chat-clock.ts'
import { type MockEmbeddings, startMockEmbeddings } from '../support/mock-embeddings.ts'
import { latest } from './reading.ts'

/** Few answers are learned quickly. */
const tune = (persona: Persona): Persona => ({
  ...persona,
  answers: persona.answers.filter(({ id }, at) => at < 10 || id === 'dogs'),
})
/** Shares no word with any phrasing of the answer. */
const inOtherWords = 'mutt permitted?'

const start = (mock: MockEmbeddings, more: Partial<ChatOptions> = {}) => {
  const clock = createChatClock('2026-11-18T10:30Z')
  return startChat('coffee', { modelUrl: mock.url, embeddingModel: 'small', clock, tune, ...more })
}
/** The texts sent since the phrasings were. */
const questions = (mock: MockEmbeddings, before: number) => mock.requests.slice(before).flatMap(({ input }) => input)
const ask = async (fan: FanVoice, text = inOtherWords) => {
  await fan.says(text)
  return fan.hears()
}

describe('with embeddings', () => {
  it('a question in other words is answered, and is not without them', async () => {
    await using mock = await startMockEmbeddings()
    {
      await using chat = await start(mock)
      const ana = chat.fan('ana')
      await ana.says(inOtherWords)
      await ana.hears(/dog/i)
      expect(await latest(chat, ana)).toMatchObject({ answerId: 'dogs' })
    }
    const before = mock.requests.length
    await using plain = await start(mock, { embeddingModel: '' })
    const bo = plain.fan('bo')
    await ask(bo)
    expect((await latest(plain, bo)).answerId).toBeUndefined()
    expect(mock.requests).toHaveLength(before)
  })

  it('a restart asks for no phrasing again', async () => {
    await using mock = await startMockEmbeddings()
    const folder = mkdtempSync(path.join(tmpdir(), 'mascot-meaning-'))
    const databaseUrl = `sqlite:${path.join(folder, 'mascot.db')}`
    try {
      {
        await using first = await start(mock, { databaseUrl })
        await first.fan('ana').hearsNothing()
      }
      const before = mock.requests.length
      expect(before).toBeGreaterThan(0)
      await using again = await start(mock, { databaseUrl })
      const ana = again.fan('ana')
      await ana.says(inOtherWords)
      await ana.hears(/dog/i)
      expect(questions(mock, before)).toEqual([inOtherWords])
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  })

  it('small talk, commands, phrasings word for word, chatter and danger are not sent', async () => {
    await using mock = await startMockEmbeddings()
    await using chat = await start(mock)
    const before = mock.requests.length
    const ana = chat.fan('ana')
    for (const text of ['hello!', '/help', 'dog friendly?', 'I want to kill myself']) await ask(ana, text)
    const bo = chat.fan('bo', { group: 'beans' })
    await bo.says('is a mutt permitted in there?')
    await bo.hearsNothing()
    expect(questions(mock, before)).toEqual([])
  })

  it('personal data is not sent', async () => {
    await using mock = await startMockEmbeddings()
    await using chat = await start(mock)
    const before = mock.requests.length
    await ask(chat.fan('ana'), 'mutt permitted? tell me at ana.silva@example.com')
    expect(questions(mock, before)).toEqual(['mutt permitted? tell me at [e-mail]'])
  })
})

describe('when the endpoint does not help', () => {
  const plainWords = async (asked: string) => {
    await using mock = await startMockEmbeddings()
    await using chat = await start(mock, { embeddingModel: '' })
    const ana = chat.fan('ana')
    await ask(ana, asked)
    const { kind, reason } = await latest(chat, ana)
    return { kind, reason }
  }
  const warnings = (chat: { readonly logged: readonly string[] }) =>
    chat.logged.filter((line) => line.includes('no embeddings'))

  it('because it is down from the start, all is as without, and it is logged once', async () => {
    await using mock = await startMockEmbeddings()
    mock.isDown = true
    await using chat = await start(mock)
    const ana = chat.fan('ana')
    await ask(ana)
    expect(await latest(chat, ana)).toMatchObject(await plainWords(inOtherWords))
    await ask(ana, 'when do you open')
    expect(warnings(chat)).toHaveLength(1)
  })

  it.each([
    ['goes down later', (mock: MockEmbeddings) => Object.assign(mock, { isDown: true })],
    ['gives another dimension', (mock: MockEmbeddings) => Object.assign(mock, { dimension: 32 })],
    ['talks nonsense', (mock: MockEmbeddings) => mock.answersNext({ status: 200, body: '{"data":[{}]}' })],
  ])('because it %s, all is as without, logged once, and it rests', async (_, breakIt) => {
    await using mock = await startMockEmbeddings()
    await using chat = await start(mock)
    breakIt(mock)
    const ana = chat.fan('ana')
    await ask(ana)
    expect(await latest(chat, ana)).toMatchObject(await plainWords(inOtherWords))
    const before = mock.requests.length
    await ask(ana, 'pooch welcome?')
    expect(mock.requests).toHaveLength(before)
    expect(warnings(chat)).toHaveLength(1)
  })

  it('because it hangs, the fan waits a second and a half and no longer', async () => {
    await using mock = await startMockEmbeddings()
    const clock = createChatClock('2026-11-18T10:30Z')
    await using chat = await start(mock, { clock })
    mock.isHanging = true
    const before = mock.requests.length
    const ana = chat.fan('ana')
    await ana.says(inOtherWords)
    while (mock.requests.length === before) await new Promise((resolve) => setImmediate(resolve))
    clock.advance(1_500)
    await ana.hears()
    expect(await latest(chat, ana)).toMatchObject(await plainWords(inOtherWords))
  })
})
