/** A model that is out for a while: a short outage is waited out, and who was left without an answer gets it once the model is back. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type Chat, type FanVoice, startChat } from '../support/chat.ts'
import { createChatClock, passTime } from '../support/chat-clock.ts'
import type { ManualClock } from '../support/manual-clock.ts'
import { type MockModel, type ModelRequest, startMockModel } from '../support/mock-model.ts'
import { everyLine, latest } from './reading.ts'

const anyReply = ({ wants }: ModelRequest) => wants === 'reply'
const good = 'I like rain on the skylight best.'
const unknown = 'what is the nicest sound in the world to you?'

let mock: MockModel
let clock: ManualClock
let chat: Chat
let ana: FanVoice
beforeEach(async () => {
  mock = await startMockModel()
  clock = createChatClock('2026-11-18T10:30Z')
  chat = await startChat('coffee', { modelUrl: mock.url, clock })
  ana = chat.fan('Ana')
})
afterEach(async () => {
  expect(chat.errors).toEqual([])
  await chat.mascot.stop()
  await mock.close()
})

const reasons = async () => (await chat.reasons(ana)).map(({ kind, reason }) => `${kind} ${reason}`)

/** The mock is out until the program's own clock has gone on by `ms`. */
function outFor(ms: number): void {
  const until = clock.now() + ms
  mock.says(anyReply, good)
  mock.failsWith(503, { when: () => clock.now() < until })
}

describe('a model that is out', () => {
  it('for ten seconds is waited for, and the fan hears nothing of it', async () => {
    outFor(10_000)
    const askedAt = clock.now()
    await ana.says(unknown)
    await ana.hears(good)
    expect(clock.now() - askedAt).toBeLessThan(15_000)
    expect(await latest(chat, ana)).toMatchObject({ reason: 'model-reply' })
    expect((await latest(chat, ana)).flags).toContain('waited-for-model')
  })

  it('for minutes: the honest line after 10 to 20 s, and the answer once it is back, without being asked again', async () => {
    outFor(120_000)
    const askedAt = clock.now()
    await ana.says(unknown)
    await ana.hears(everyLine(chat.persona.lines.error, 'en', 'Ana'))
    const waitedMs = clock.now() - askedAt
    expect(waitedMs).toBeGreaterThanOrEqual(10_000)
    expect(waitedMs).toBeLessThanOrEqual(20_000)
    await passTime(clock, ana.hears(good))
    expect(clock.now() - askedAt).toBeLessThan(120_000 + 40_000)
    await ana.hearsNothing()
    const all = await reasons()
    expect(all[0]).toBe('reply model-reply')
    expect(all.at(-1)).toBe('reply model-failed')
    // While it was still out, trying once more said nothing.
    expect(new Set(all.slice(1, -1))).toEqual(new Set(['silent model-failed']))
  })

  it('whoever has spoken again meanwhile is answered for that, and not once more for what was asked before', async () => {
    outFor(60_000)
    await ana.says(unknown)
    await ana.hears(everyLine(chat.persona.lines.error, 'en', 'Ana'))
    await ana.says('do you have wifi?')
    await ana.hears()
    clock.advance(120_000)
    const bo = chat.fan('Bo')
    await bo.says(unknown)
    await passTime(clock, bo.hears(good))
    clock.advance(60_000)
    await ana.hearsNothing()
    expect(await reasons()).toHaveLength(2)
  })
})
