/** Down the ladder: whatever the model's server does, the fan gets the model's reply, an approved answer or the honest line, and never waits for a real timeout here. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type Chat, type FanVoice, startChat } from '../support/chat.ts'
import { createChatClock, passTime } from '../support/chat-clock.ts'
import type { ManualClock } from '../support/manual-clock.ts'
import { type MockModel, type ModelRequest, startMockModel } from '../support/mock-model.ts'
import { everyLine, latest, nothingNoted } from './reading.ts'

const anyReply = ({ wants }: ModelRequest) => wants === 'reply'
const always = () => true
const good = 'Wifi, stools and rain on the skylight.'
const soft = 'I like it. I could listen all day.'

let mock: MockModel
let clock: ManualClock
let chat: Chat
let ana: FanVoice
beforeEach(async () => {
  mock = await startMockModel()
  clock = createChatClock('2026-11-18T10:30Z')
  chat = await startChat('coffee', { modelUrl: mock.url, fallbackModels: ['spare'], clock })
  ana = chat.fan('Ana')
})
afterEach(async () => {
  expect(chat.errors).toEqual([])
  await chat.mascot.stop()
  await mock.close()
})

/** A question that has an approved answer, on a topic that is not strict: the model is asked first. */
const known = 'do you have wifi?'
const unknown = 'what is the capital of Mongolia'

async function flags(): Promise<readonly string[]> {
  return (await latest(chat, ana)).flags
}

describe('a model that stumbles gives way to the next, as a reply has two calls', () => {
  it('429 once, with a wait asked for: the next answers at once', async () => {
    mock.says(anyReply, good)
    mock.failsWith(429, { retryAfter: 1, times: 1 })
    await ana.says(known)
    await ana.hears(good)
    expect(await latest(chat, ana)).toMatchObject({
      reason: 'model-reply',
      flags: ['model-429', 'fallback', ...nothingNoted],
    })
  })

  it.each([
    ['JSON that is none', () => mock.calls('as the fan wishes', { times: 1 }), 'model-malformed', 'spare'],
    ['nothing said', () => mock.says(anyReply, { bubbles: [] }, { times: 1 }), 'model-empty', 'spare'],
    [
      'a body that is a web page',
      () => mock.answersRaw({ body: '<html>oops</html>', type: 'text/html' }),
      'model-malformed',
      'spare',
    ],
    ['a connection cut before the answer', () => mock.breaks('before'), 'model-unreachable', 'spare'],
    ['a connection cut in the answer', () => mock.breaks('in-the-body'), undefined, 'spare'],
  ])('%s', async (_, stumble, flag, next) => {
    mock.says(anyReply, good)
    stumble()
    await ana.says(known)
    await ana.hears(good)
    expect(await latest(chat, ana)).toMatchObject({ reason: 'model-reply' })
    if (flag) expect(await flags()).toContain(flag)
    expect(await flags()).not.toEqual([])
    expect(mock.requests().map(({ model }) => model)).toEqual(['mock', next])
  })
})

describe('a model that is out gives way to the next', () => {
  it('500 and again 500: the fallback answers', async () => {
    mock.says(anyReply, good, { model: 'spare' })
    mock.failsWith(500, { model: 'mock' })
    await ana.says(known)
    await ana.hears(good)
    expect(await flags()).toContain('fallback')
    expect(mock.requests().at(-1)?.model).toBe('spare')
  })

  it('a model that hangs is left after its time, and the fallback answers', async () => {
    mock.says(anyReply, good, { model: 'spare' })
    mock.hangs({ model: 'mock' })
    await ana.says(known)
    await mock.hanging()
    await passTime(clock, ana.hears(good))
    expect(await flags()).toEqual(expect.arrayContaining(['model-timeout', 'fallback']))
  })
})

describe.each([
  ['429 with a long wait', () => mock.failsWith(429, { retryAfter: 300 }), 'model-rate-limited'],
  ['500 for ever', () => mock.failsWith(500), 'model-unreachable'],
  ['a wrong key', () => mock.failsWith(401), undefined],
  ['malformed JSON for ever', () => mock.calls('as the fan wishes'), 'model-malformed'],
  ['emptiness for ever', () => mock.says(always, { bubbles: [] }), 'model-empty'],
  ['a refusal', () => mock.writes(always, '', { finish: 'content_filter' }), 'model-refusal'],
] as const)('all models fail: %s', (_, fail, flag) => {
  it('approved answers go on', async () => {
    fail()
    await ana.says(known)
    await ana.hears(everyLine(answer('wifi-laptops'), 'en', 'Ana'))
    expect(await latest(chat, ana)).toMatchObject({ reason: 'approved-answer', answerId: 'wifi-laptops' })
    expect((await flags()).some((name) => name.startsWith('model-'))).toBe(true)
    if (flag) expect(await flags()).toContain(flag)
  })

  it('what has no approved answer gets the honest line, with a way to a person', async () => {
    fail()
    await ana.says(unknown)
    const line = await ana.hears(everyLine(chat.persona.lines.error, 'en', 'Ana'))
    expect(line).toMatchObject({ buttons: [{ value: 'command:human' }] })
    expect(await latest(chat, ana)).toMatchObject({ reason: 'model-failed' })
    await ana.presses(/person/)
    await ana.hears(/order desk/)
  })
})

describe('hanging', () => {
  it('all models hang: the fan is answered once the deadline is over', async () => {
    mock.hangs()
    await ana.says(known)
    await mock.hanging()
    await passTime(clock, ana.hears(everyLine(answer('wifi-laptops'), 'en', 'Ana')))
    expect(await flags()).toContain('model-timeout')
  })

  it('a body that never ends is not waited for', async () => {
    mock.says(anyReply, good, { model: 'spare' })
    mock.failsWith(500, { model: 'mock' })
    mock.stalls()
    await ana.says(known)
    await mock.hanging()
    await passTime(clock, ana.hears(good))
  })

  it('other fans are answered meanwhile', async () => {
    mock.hangs()
    await ana.says(known)
    await mock.hanging()
    const bo = chat.fan('Bo')
    await bo.says('how long do I have to return beans?')
    await bo.hears(/thirty days/i)
    await passTime(clock, ana.hears())
  })
})

describe('the model comes back', () => {
  it('and speaks again once its rest is over', async () => {
    mock.failsWith(500)
    await ana.says(known)
    await ana.hears()
    mock.forgets()
    mock.says(anyReply, 'I like that question, and I do not know.')
    clock.advance(60_000)
    await ana.says(unknown)
    await ana.hears('I like that question, and I do not know.')
    expect(await latest(chat, ana)).toMatchObject({ reason: 'model-reply' })
  })
})

describe('the budget', () => {
  const limits = {
    fanPerMinute: 100,
    fanPerDay: 1000,
    conversationPerMinute: 100,
    modelTokensPerDay: 1_000_000,
    modelTokensPerFanPerDay: 100,
  }
  /** Small talk: whatever the model says, it was asked. */
  const chatty = 'what does rain on the skylight sound like?'
  const tuned = (more: object = {}, env = {}) =>
    startChat('coffee', {
      modelUrl: mock.url,
      clock,
      env,
      tune: (persona) => ({ ...persona, manners: { ...persona.manners, limits: { ...limits, ...more } } }),
    })

  it('once a fan’s share is spent, approved answers; others are still answered by the model', async () => {
    await using small = await tuned()
    mock.says(anyReply, soft)
    const cleo = small.fan('Cleo')
    await cleo.says(chatty)
    await cleo.hears(soft)
    await cleo.says(known)
    await cleo.hears(everyLine(answer('wifi-laptops'), 'en', 'Cleo'))
    expect(await latest(small, cleo)).toMatchObject({
      reason: 'approved-answer',
      flags: ['model-budget', ...nothingNoted],
    })
    const dev = small.fan('Dev')
    await dev.says(chatty)
    await dev.hears(soft)
  })

  it('and for the rest what it says without a model, never the line of an error', async () => {
    await using small = await tuned()
    mock.says(anyReply, soft)
    const cleo = small.fan('Cleo')
    await cleo.says(chatty)
    await cleo.hears(soft)
    await cleo.says('hi pip')
    await cleo.hears(everyLine(small.persona.lines.greeting, 'en', 'Cleo'))
    await cleo.says(unknown)
    await cleo.hears(everyLine(small.persona.lines.doesNotKnow, 'en', 'Cleo'))
    expect(await latest(small, cleo)).toMatchObject({ reason: 'does-not-know' })
  })

  it('may be of money, where prices are known', async () => {
    const prices = { OPENAI_PRICE_INPUT: '2', OPENAI_PRICE_CACHED: '0.5', OPENAI_PRICE_OUTPUT: '8' }
    await using small = await tuned({ modelTokensPerFanPerDay: 1_000_000, modelMoneyPerFanPerDay: 0.001 }, prices)
    mock.writes(anyReply, soft, { tokens: 400 })
    const cleo = small.fan('Cleo')
    for (const _ of [1, 2]) {
      await cleo.says(chatty)
      await cleo.hears(soft)
    }
    await cleo.says(known)
    await cleo.hears(everyLine(answer('wifi-laptops'), 'en', 'Cleo'))
    expect(mock.requests()).toHaveLength(2)
  })
})

it('an account without money is as quiet for fans, and told to the operator once', async () => {
  await using small = await startChat('coffee', { modelUrl: mock.url, clock })
  mock.failsWith(429, { code: '1113', message: 'balance' })
  const cleo = small.fan('Cleo')
  for (const _ of [1, 2]) {
    await cleo.says(unknown)
    await cleo.hears(everyLine(small.persona.lines.doesNotKnow, 'en', 'Cleo'))
  }
  expect(mock.requests()).toHaveLength(1)
  expect(small.errors).toEqual([expect.stringContaining('out of credit')])
})

it('what a reply took is logged with its decision, and counted', async () => {
  const prices = { OPENAI_PRICE_INPUT: '2', OPENAI_PRICE_CACHED: '0.5', OPENAI_PRICE_OUTPUT: '8' }
  await using priced = await startChat('coffee', { modelUrl: mock.url, clock, env: prices, pages: [] })
  const usage = { prompt_tokens: 1000, completion_tokens: 100, prompt_tokens_details: { cached_tokens: 800 } }
  mock.answersRaw({ body: JSON.stringify({ choices: [{ message: { content: soft } }], usage }) })
  const cleo = priced.fan('Cleo')
  await cleo.says('what does rain on the skylight sound like?')
  await cleo.hears(soft)
  await priced.mascot.settled()
  const decided = priced.logged.map((line) => JSON.parse(line)).find(({ msg }) => msg === 'decided')
  // 200 at 2, 800 at 0.5 and 100 at 8 the million.
  expect(decided.spent).toEqual({
    answers: 1,
    inputTokens: 1000,
    cachedTokens: 800,
    outputTokens: 100,
    price: expect.closeTo(0.0016, 9),
  })
  const metrics = await (await fetch(`${priced.mascot.url}/metrics`)).text()
  for (const [name, value] of [
    ['answers', 1],
    ['input_tokens', 1000],
    ['cached_tokens', 800],
    ['output_tokens', 100],
    ['price', '0.0016'],
  ])
    expect(metrics).toMatch(new RegExp(`^mascot_model_${name}_total ${value}`, 'm'))
})

function answer(id: string) {
  return chat.persona.answers.find((candidate) => candidate.id === id)?.answer ?? {}
}
