/** What an operator's monitoring sees of whole conversations: figures, readiness, and what it may not see. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { accountId } from '../../src/domain/ids.ts'
import type { InboundMessage } from '../../src/domain/message.ts'
import { SendError } from '../../src/errors.ts'
import { createMetrics } from '../../src/watch/metrics.ts'
import { type Chat, startChat } from '../support/chat.ts'
import { createChatClock, passTime } from '../support/chat-clock.ts'
import type { ManualClock } from '../support/manual-clock.ts'
import { type MockModel, startMockModel } from '../support/mock-model.ts'

let mock: MockModel
let clock: ManualClock
let chat: Chat
let refuses: (() => Error) | undefined

async function open(env: Record<string, string> = {}): Promise<Chat> {
  return await startChat('coffee', {
    modelUrl: mock.url,
    clock,
    pages: [],
    env,
    beforeSend() {
      if (refuses) throw refuses()
    },
  })
}

beforeEach(async () => {
  mock = await startMockModel()
  clock = createChatClock('2026-11-18T10:30Z')
  refuses = undefined
  chat = await open()
})
afterEach(async () => {
  await chat[Symbol.asyncDispose]()
  await mock[Symbol.asyncDispose]()
})

/** `name{labels}` → value. */
type Figures = ReadonlyMap<string, number>

async function figures({ mascot }: Chat = chat): Promise<Figures> {
  const text = await (await fetch(`${mascot.url}/metrics`)).text()
  const lines = text.split('\n').filter((line) => line !== '' && !line.startsWith('#'))
  return new Map(lines.map((line) => [line.slice(0, line.lastIndexOf(' ')), Number(line.slice(line.lastIndexOf(' ')))]))
}

const ready = (from = chat) => readyAt(from.mascot.url)

async function readyAt(url: string | undefined) {
  const answer = await fetch(`${url}/readyz`)
  return { code: answer.status, ...((await answer.json()) as { status: string }) }
}

describe('the figures', () => {
  it('follow a message from its arrival to its answer, and tell why it got that', async () => {
    const ana = chat.fan('Ana')
    await ana.says('hello')
    await ana.hears()
    await ana.says('Are you a bot?')
    await ana.hears()
    await chat.mascot.settled()
    const seen = await figures()
    expect(seen.get('mascot_messages_received_total{platform="test"}')).toBe(2)
    expect(seen.get('mascot_messages_sent_total{platform="test"}')).toBe(2)
    expect(seen.get('mascot_decisions_total{kind="reply",reason="greeting"}')).toBe(1)
    expect(seen.get('mascot_decisions_total{kind="reply",reason="is-it-a-bot"}')).toBe(1)
    expect(seen.get('mascot_reply_seconds_count{platform="test"}')).toBe(2)
    expect(seen.get('mascot_turn_seconds_count')).toBe(2)
    expect(seen.get('mascot_unread_conversations')).toBe(0)
    expect(seen.get('mascot_database_up')).toBe(1)
    expect(seen.get('mascot_platform_up{platform="test"}')).toBe(1)
  })

  it('measure the time to a reply from the first message accepted, over every failed attempt to send', async () => {
    refuses = () => new SendError('busy', { isPermanent: false, retryAfterMs: 40_000 })
    const ana = chat.fan('Ana')
    await ana.says('hello')
    await expect.poll(async () => (await figures()).get('mascot_send_retries_total{platform="test"}')).toBe(1)
    clock.advance(30_000)
    const late = await figures()
    expect(late.get('mascot_unsent_messages')).toBe(1)
    expect(late.get('mascot_outbox_lag_seconds')).toBeGreaterThanOrEqual(30)
    refuses = undefined
    await passTime(clock, ana.hears())
    await passTime(clock, chat.mascot.settled())
    const seen = await figures()
    expect(seen.get('mascot_reply_seconds_sum{platform="test"}')).toBeGreaterThanOrEqual(40)
    expect(seen.get('mascot_reply_seconds_bucket{le="30",platform="test"}')).toBe(0)
    expect(seen.get('mascot_outbox_lag_seconds')).toBe(0)
  })

  it('count what was given up for good, and keep counting what lies dead', async () => {
    refuses = () => new SendError('blocked', { isPermanent: true })
    await chat.fan('Ana').says('hello')
    await chat.mascot.settled()
    const seen = await figures()
    expect(seen.get('mascot_sends_given_up_total{platform="test"}')).toBe(1)
    expect(seen.get('mascot_dead_letters')).toBe(1)
    expect(seen.has('mascot_messages_sent_total{platform="test"}')).toBe(false)
  })

  it('tell the cases, their age, and when the next promise is due', async () => {
    const ana = chat.fan('Ana')
    await ana.says('I want to talk to a person')
    await ana.hears()
    await chat.mascot.settled()
    clock.advance(60_000)
    const seen = await figures()
    expect(seen.get('mascot_decisions_total{kind="handoff",reason="asked-for-person"}')).toBe(1)
    expect(seen.get('mascot_handoffs_waiting')).toBe(1)
    expect(seen.get('mascot_cases_open{status="waiting"}')).toBe(1)
    expect(seen.get('mascot_cases_open{status="assigned"}')).toBe(0)
    expect(seen.get('mascot_case_oldest_seconds{status="waiting"}')).toBeGreaterThanOrEqual(60)
    expect(seen.get('mascot_case_promise_due_seconds')).toEqual(expect.any(Number))
    expect(seen.get('mascot_cases_sla_breached')).toBe(0)
  })

  it('tell which persona speaks, one version at a time', async () => {
    const versions = async () => [...(await figures()).keys()].filter((name) => name.startsWith('mascot_persona_info'))
    const [before = '', ...others] = await versions()
    expect(others).toEqual([])
    expect(before).toMatch(/persona="Pip",version="[\da-f]+"/)
    await chat.mascot.reload({ ...chat.persona, version: 'another' })
    const [after = '', ...more] = await versions()
    expect(more).toEqual([])
    expect(after).not.toBe(before)
    await chat.mascot.reload({ ...chat.persona, folder: '/elsewhere' })
    expect(await versions()).toEqual([before])
  })

  it('are each program’s own, also of two in one process', async () => {
    await using other = await open()
    await chat.fan('Ana').says('hello')
    await chat.fan('Ana').hears()
    await chat.mascot.settled()
    expect((await figures()).get('mascot_messages_received_total{platform="test"}')).toBe(1)
    expect((await figures(other)).has('mascot_messages_received_total{platform="test"}')).toBe(false)
  })

  it('have no figure that is not a number, and no word, name or id of a fan', async () => {
    await chat.fan('Ana Unmistakable').says('hello, my shoe size is forty-six')
    await chat.fan('Ana Unmistakable').hears()
    await chat.mascot.settled()
    const text = await (await fetch(`${chat.mascot.url}/metrics`)).text()
    expect(text).not.toMatch(/NaN|undefined|Unmistakable|forty/)
    expect([...(await figures()).values()].every(Number.isFinite)).toBe(true)
  })

  it('are all there by name from the start, so that an alert upon one is never silent for want of it', async () => {
    const text = await (await fetch(`${chat.mascot.url}/metrics`)).text()
    for (const { name } of createMetrics().registry.getMetricsAsArray()) expect(text).toContain(`# TYPE ${name} `)
  })
})

describe('the model', () => {
  const question = 'what does rain on the skylight sound like?'

  it('is timed by name, and its failures are counted by what went wrong', async () => {
    mock.says(() => true, 'Like a drum that thinks.')
    const ana = chat.fan('Ana')
    await ana.says(question)
    await ana.hears()
    await chat.mascot.settled()
    expect(await ready()).toMatchObject({ code: 200, status: 'ready', model: 'up' })
    expect((await figures()).get('mascot_model_seconds_count{model="mock"}')).toBeGreaterThan(0)
    mock.failsWith(401, { code: 'invalid_api_key', message: 'no' })
    await ana.says(`and then, ${question}`)
    await ana.hears()
    await chat.mascot.settled()
    const failures = [...(await figures())].filter(([name]) =>
      name.startsWith('mascot_model_failures_total{model="mock"'),
    )
    expect(failures).toEqual([[expect.stringContaining('code="model-'), expect.any(Number)]])
    expect(await ready()).toMatchObject({ code: 200, status: 'degraded', model: 'down' })
  })
})

describe('readiness', () => {
  it('is given with the age of what nobody has read, and refused once that is old', async () => {
    expect(await ready()).toEqual({
      code: 200,
      status: 'ready',
      database: 'up',
      platforms: { test: 'up' },
      model: 'unasked',
      oldestUnreadSeconds: 0,
    })
    // Heard by another process that never got to it.
    await chat.mascot.store.inbox.accept([unreadMessage()], { now: clock.now(), burstMs: 3_600_000 })
    clock.advance(100_000)
    expect(await ready()).toMatchObject({ code: 200, status: 'ready', oldestUnreadSeconds: 100 })
    clock.advance(100_000)
    expect(await ready()).toMatchObject({ code: 503, status: 'not ready', oldestUnreadSeconds: 200 })
  })

  it('is refused until every platform is connected', async () => {
    let seen: Awaited<ReturnType<typeof ready>> | undefined
    await using starting = await startChat('coffee', {
      clock,
      pages: [],
      async onServing({ url }) {
        seen = await readyAt(url)
      },
    })
    expect(seen).toMatchObject({ code: 503, status: 'not ready', platforms: { test: 'starting' } })
    expect(await ready(starting)).toMatchObject({ code: 200, platforms: { test: 'up' } })
  })

  it('is refused while the database is out of reach; the process itself is well, and its other figures go on', async () => {
    await chat.mascot.store[Symbol.asyncDispose]()
    expect(await ready()).toMatchObject({ code: 503, database: 'down', oldestUnreadSeconds: null })
    expect((await fetch(`${chat.mascot.url}/health`)).status).toBe(503)
    expect(await (await fetch(`${chat.mascot.url}/healthz`)).json()).toEqual({ status: 'ok' })
    const seen = await figures()
    expect(seen.get('mascot_database_up')).toBe(0)
    expect(seen.get('mascot_resident_memory_bytes')).toBeGreaterThan(1e6)
    for (const stale of ['mascot_dead_letters', 'mascot_inbox_lag_seconds', 'mascot_cases_open{status="waiting"}'])
      expect([stale, seen.has(stale)]).toEqual([stale, false])
  })
})

it('METRICS_PORT serves them apart; beside all else they are nobody’s then', async () => {
  const lines: string[] = []
  await using apart = await open({ METRICS_PORT: '0' })
  lines.push(...apart.logged)
  const { url } = lines.map((line) => JSON.parse(line)).find(({ msg }) => /address of their own/.test(msg))
  expect((await fetch(`${apart.mascot.url}/metrics`)).status).toBe(401)
  expect(await (await fetch(`${url}/metrics`)).text()).toContain('mascot_persona_info')
  expect((await fetch(`${url}/readyz`)).status).toBe(200)
})

function unreadMessage(): InboundMessage {
  return {
    threadId: chat.fan('Zoe').threadId,
    id: 'left',
    sentAt: clock.now(),
    author: { accountId: accountId('test', 'Zoe'), name: 'Zoe', isBot: false },
    surface: 'direct',
    text: 'anybody?',
    isMention: false,
  }
}
