/** Quick messages, many fans at once, two processes: what is answered together, in which order, and only once. */
import { afterEach, describe, expect, it, vi } from 'vitest'
import type { OutboundMessage } from '../../src/domain/message.ts'
import type { Persona } from '../../src/persona/persona.ts'
import { type Chat, type ChatOptions, startChat } from '../support/chat.ts'
import { createChatClock, passTime } from '../support/chat-clock.ts'
import { createManualClock } from '../support/manual-clock.ts'
import { startMockModel } from '../support/mock-model.ts'
import { postgresTestDatabase, sqliteTestDatabase, type TestDatabase } from '../support/store-harness.ts'

const started: Chat[] = []
async function start(options: ChatOptions = {}): Promise<Chat> {
  const chat = await startChat('coffee', options)
  started.push(chat)
  return chat
}
afterEach(async () => {
  for (const chat of started.splice(0)) {
    expect(chat.errors).toEqual([])
    await chat.mascot.stop()
  }
})

const withManners =
  (manners: Partial<Persona['manners']>) =>
  (persona: Persona): Persona => ({ ...persona, manners: { ...persona.manners, ...manners } })

describe('manners.burst', () => {
  it('together: quick messages are one turn, once the fan pauses', async () => {
    const clock = createManualClock()
    const chat = await start({ clock, tune: withManners({ burst: 'together', burstMs: 1_000 }) })
    const ana = chat.fan('Ana')
    await ana.says('hi')
    clock.advance(600)
    await ana.says('quick one')
    clock.advance(600)
    await ana.says('do you have wifi?')
    clock.advance(999)
    expect(await chat.reasons(ana)).toEqual([])
    clock.advance(1)
    expect(await ana.hears()).toMatchObject({ speaker: { kind: 'approved', answerId: 'wifi-laptops' } })
    const [decision, ...others] = await chat.reasons(ana)
    expect(others).toEqual([])
    expect(decision?.rows).toHaveLength(3)
  })

  it('together: whoever never pauses is answered all the same', async () => {
    const clock = createManualClock()
    const chat = await start({ clock, tune: withManners({ burst: 'together', burstMs: 1_000 }) })
    const ana = chat.fan('Ana')
    await ana.says('do you have wifi?')
    for (let n = 0; n < 4; n++) {
      clock.advance(900)
      await ana.says('and another thing')
    }
    expect(await chat.reasons(ana)).toEqual([])
    clock.advance(400)
    await ana.hears()
    expect((await chat.reasons(ana))[0]?.rows).toHaveLength(5)
  })

  it('each: every message is a turn of its own, in order', async () => {
    const chat = await start({ tune: withManners({ burst: 'each' }) })
    const ana = chat.fan('Ana')
    const asked = ['do you have wifi?', 'how long do I have to return beans?', 'do you have decaf?']
    for (const text of asked) await ana.says(text)
    const answers = [await ana.hears(), await ana.hears(), await ana.hears()]
    expect(answers.map(({ speaker }) => speaker.kind === 'approved' && speaker.answerId)).toEqual([
      'wifi-laptops',
      'returns-beans',
      'decaf-process',
    ])
  })

  it('in a group each member’s burst is a turn, and nobody’s is mixed with another’s', async () => {
    const clock = createManualClock()
    const chat = await start({ clock, tune: withManners({ burst: 'together', burstMs: 1_000 }) })
    const ana = chat.fan('Ana', { group: 'quay' })
    const bo = chat.fan('Bo', { group: 'quay' })
    await ana.says('Pip')
    await bo.says('Pip, do you have decaf?', { id: 'bo-1' })
    await ana.says('do you have wifi, Pip?', { id: 'ana-2' })
    clock.advance(1_000)
    expect(await ana.hears()).toMatchObject({ speaker: { answerId: 'wifi-laptops' }, replyTo: 'ana-2' })
    expect(await ana.hears()).toMatchObject({ speaker: { answerId: 'decaf-process' }, replyTo: 'bo-1' })
  })
})

describe('a second message during a reply', () => {
  it('joins the next turn, with what else came meanwhile', async () => {
    await using mock = await startMockModel()
    const clock = createChatClock('2026-11-18T10:30Z')
    const chat = await start({
      clock,
      modelUrl: mock.url,
      fallbackModels: ['spare'],
      tune: withManners({ burst: 'together', burstMs: 0 }),
    })
    mock.says('morning rain', 'About the morning.', { model: 'spare' })
    mock.says('evening rain', 'Like a drum on the roof.', { model: 'spare' })
    mock.hangs({ model: 'mock' })
    const ana = chat.fan('Ana')
    await ana.says('how does the morning rain sound?')
    await mock.hanging()
    await ana.says('and the evening rain?')
    await ana.says('and the rain at night?')
    await passTime(clock, ana.hears('About the morning.'))
    await passTime(clock, ana.hears('Like a drum on the roof.'))
    await ana.hearsNothing()
    expect((await chat.reasons(ana)).map(({ rows }) => rows.length)).toEqual([2, 1])
    const [last] = mock.requests().slice(-1)
    expect(last?.asked).toBe('and the evening rain?\nand the rain at night?')
    expect(last?.turn).toContain('About the morning.')
  })

  it('is not heard before it, however slowly the reply leaves', async () => {
    const leaving = Promise.withResolvers<void>()
    const go = Promise.withResolvers<void>()
    let isFirst = true
    const chat = await start({
      tune: withManners({ burst: 'together', burstMs: 0 }),
      beforeSend: async () => {
        if (!isFirst) return
        isFirst = false
        leaving.resolve()
        await go.promise
      },
    })
    const ana = chat.fan('Ana')
    await ana.says('do you have wifi?')
    await leaving.promise
    await ana.says('do you have decaf?')
    await vi.waitFor(async () => expect(await chat.reasons(ana)).toHaveLength(2), { timeout: 60_000 })
    go.resolve()
    expect([answerOf(await ana.hears()), answerOf(await ana.hears())]).toEqual(['wifi-laptops', 'decaf-process'])
  })
})

/** Asked in turn; each has one approved answer with words of its own. */
const questions = [
  { text: 'do you have wifi?', answerId: 'wifi-laptops' },
  { text: 'how long do I have to return beans?', answerId: 'returns-beans' },
  { text: 'do you have decaf?', answerId: 'decaf-process' },
]
const expected = questions.map(({ answerId }) => answerId)

describe('many fans at once', () => {
  it('each hears their own answers, in the order of their questions', async () => {
    const chat = await start({ tune: withManners({ burst: 'each' }) })
    const fans = Array.from({ length: 40 }, (_, n) => chat.fan(`fan ${n}`))
    await Promise.all(
      fans.map(async (fan) => {
        for (const { text } of questions) await fan.says(text)
      }),
    )
    for (const fan of fans) {
      const heard: unknown[] = []
      for (const _ of questions) heard.push(answerOf(await fan.hears()))
      expect(heard).toEqual(expected)
    }
    await chat.mascot.settled()
  })
})

const databases: [string, () => Promise<TestDatabase>][] = [
  ['one SQLite file', sqliteTestDatabase],
  ['one PostgreSQL', postgresTestDatabase],
]

describe.each(databases)('two processes on %s', (_, open) => {
  it('never answer twice, and keep the order of each conversation', async () => {
    await using database = await open()
    const sent: OutboundMessage[] = []
    const options = {
      databaseUrl: database.url,
      tune: withManners({ burst: 'each' as const }),
      beforeSend: (message: OutboundMessage) => void sent.push(message),
    }
    const chats = [await start(options), await start(options)]
    const names = Array.from({ length: 12 }, (_, n) => `fan ${n}`)
    await Promise.all(
      names.map(async (name, n) => {
        const fan = chats[n % 2]?.fan(name)
        for (const { text } of questions) await fan?.says(text)
      }),
    )
    await vi.waitFor(() => expect(sent.length).toBeGreaterThanOrEqual(names.length * questions.length), {
      timeout: 60_000,
      interval: 20,
    })
    for (const chat of chats) await chat.mascot.settled()
    expect(new Set(sent.map(({ id }) => id)).size).toBe(sent.length)
    const byThread = Map.groupBy(sent, ({ threadId }) => threadId)
    expect(byThread.size).toBe(names.length)
    for (const messages of byThread.values()) expect(messages.map(answerOf)).toEqual(expected)
  })
})

function answerOf({ speaker }: OutboundMessage): string | undefined {
  return speaker.kind === 'approved' ? speaker.answerId : undefined
}
