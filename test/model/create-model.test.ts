/** Rung by rung over real HTTP: what servers do to a request, and what becomes of the reply. */
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { type MockModel, startMockModel } from '../support/mock-model.ts'
import { apiKey, forAna, prompt, setUp } from './support.ts'

let mock: MockModel
beforeEach(async () => {
  mock = await startMockModel()
})
afterEach(() => mock.close())

const json = (fields: unknown) => JSON.stringify(fields)
const completion = (message: unknown, more = {}) => json({ choices: [{ message, finish_reason: 'stop', ...more }] })

describe('the form of a reply', () => {
  test('a server with tools is asked through one tool', async () => {
    mock.says('hello', { bubbles: ['Hi Ana', 'Coffee?'], mood: 'bright', used: ['hours'] })
    const { model } = setUp(mock)
    expect(await model.reply(prompt, forAna)).toEqual({
      action: { kind: 'reply' },
      bubbles: ['Hi Ana', 'Coffee?'],
      mood: 'bright',
      used: ['hours'],
      remember: [],
      model: 'main',
      flags: [],
    })
    expect(mock.requests()).toMatchObject([
      { hasTools: true, streams: false, system: prompt.prefix, turn: prompt.turn },
    ])
  })

  test.each([400, 422, 501])(
    'a server that answers %i to tools is asked for JSON, from then on at once',
    async (status) => {
      mock.says('hello', 'Hi Ana')
      mock.failsWith(status, { message: 'tools are not supported', when: ({ hasTools }) => hasTools })
      const { model } = setUp(mock)
      expect(await model.reply(prompt, forAna)).toMatchObject({ bubbles: ['Hi Ana'], flags: ['no-tools'] })
      expect(await model.reply(prompt, forAna)).toMatchObject({ bubbles: ['Hi Ana'], flags: ['no-tools'] })
      expect(mock.requests().map(({ hasTools }) => hasTools)).toEqual([true, false, false])
      expect(mock.requests()[1]?.turn).toContain('one JSON object')
      expect(mock.requests()[1]?.system).toBe(prompt.prefix)
    },
  )

  test('a 404 that speaks of tools is no missing model', async () => {
    mock.says('hello', 'Hi Ana')
    mock.failsWith(404, { message: 'No endpoints found that support tool use', when: ({ hasTools }) => hasTools })
    expect(await setUp(mock).model.reply(prompt, forAna)).toMatchObject({ flags: ['no-tools'] })
  })

  test('a refusal for another reason costs no tools', async () => {
    mock.says('hello', 'Hi Ana')
    mock.failsWith(400, { message: 'odd request', times: 2 })
    const { model } = setUp(mock)
    await expect(model.reply(prompt, forAna)).rejects.toMatchObject({ code: 'model-refused-request' })
    expect(await model.reply(prompt, forAna)).toMatchObject({ flags: [] })
  })

  test('JSON in a text is read, though tools were offered', async () => {
    mock.writes('hello', 'Sure!\n```json\n{"action": "silent", "bubbles": [],}\n```')
    expect(await setUp(mock).model.reply(prompt, forAna)).toMatchObject({ action: { kind: 'silent' } })
  })

  test('plain text is one bubble; a server that goes on ignoring tools is asked for JSON', async () => {
    mock.says(({ hasTools }) => !hasTools, 'As JSON')
    mock.writes(({ hasTools }) => hasTools, 'Hi there')
    const { model } = setUp(mock)
    expect(await model.reply(prompt, forAna)).toMatchObject({ bubbles: ['Hi there'], flags: ['plain-text'] })
    expect(await model.reply(prompt, forAna)).toMatchObject({ bubbles: ['Hi there'] })
    expect(await model.reply(prompt, forAna)).toMatchObject({ bubbles: ['As JSON'], flags: ['no-tools'] })
  })

  test('a server that only streams is read to the end', async () => {
    mock.says('hello', 'Hi Ana, all in one')
    mock.failsWith(400, { message: 'stream must be true', when: ({ streams }) => !streams })
    expect(await setUp(mock).model.reply(prompt, forAna)).toMatchObject({
      bubbles: ['Hi Ana, all in one'],
      flags: ['streamed'],
    })
  })

  test('a model that sees no pictures is asked without them', async () => {
    mock.says('hello', 'Nice cup')
    mock.failsWith(400, { message: 'image input is not supported', when: ({ images }) => images > 0 })
    const seen = await setUp(mock).model.reply({ ...prompt, images: ['data:image/png;base64,AA=='] }, forAna)
    expect(seen.flags).toEqual(['no-images'])
    expect(mock.requests().map(({ images, hasTools }) => [images, hasTools])).toEqual([
      [1, true],
      [0, true],
    ])
    expect(mock.requests().map(({ turn }) => /cannot see the pictures/.test(turn))).toEqual([false, true])
  })

  test('a rewrite is asked for without tools', async () => {
    mock.writes('hello', 'Said better.')
    expect(await setUp(mock).model.write(prompt, forAna)).toBe('Said better.')
    expect(mock.requests()).toMatchObject([{ hasTools: false, turn: prompt.turn }])
  })
})

describe('answers that cannot be used', () => {
  test.each([
    ['malformed JSON for a body', '{"choices": [', 'application/json'],
    ['a page instead of an answer', '<html>Bad gateway</html>', 'text/html'],
    [
      'tool arguments that cannot be read',
      completion({ tool_calls: [{ function: { arguments: '{{{' } }] }),
      'application/json',
    ],
    ['an empty answer', completion({ content: '' }), 'application/json'],
    ['an answer without choices', '{}', 'application/json'],
    ['an error with status 200', json({ error: { code: 503, message: 'overloaded' } }), 'application/json'],
    [
      'a stream that breaks off',
      'data: {"choices":[{"delta":{"content":"Half an"}}]}\n\ndata: {"cho',
      'text/event-stream',
    ],
  ])('%s is asked for again', async (_, body, type) => {
    mock.says('hello', 'Hi Ana')
    mock.answersRaw({ body, type })
    expect(await setUp(mock).model.reply(prompt, forAna)).toMatchObject({ bubbles: ['Hi Ana'] })
    expect(mock.requests()).toHaveLength(2)
  })

  test.each([
    ['model-malformed', '[]'],
    ['model-empty', completion({ content: ' ' })],
    ['model-cut', json({ choices: [{ message: { content: '{"bubbles": ["On' }, finish_reason: 'length' }] })],
  ])('three times in a row it is %s', async (code, body) => {
    for (let time = 0; time < 3; time++) mock.answersRaw({ body })
    await expect(setUp(mock).model.reply(prompt, forAna)).rejects.toMatchObject({ code, isRetryable: true })
  })

  test('a refusal is final: neither asked again nor taken to another model', async () => {
    mock.answersRaw({ body: completion({ content: null, refusal: 'I cannot help with that.' }) })
    const { model } = setUp(mock, { fallbackModels: ['second'] })
    await expect(model.reply(prompt, forAna)).rejects.toMatchObject({ code: 'model-refusal', isRetryable: false })
    mock.writes('hello', 'Half', { finish: 'content_filter' })
    await expect(model.reply(prompt, forAna)).rejects.toMatchObject({ code: 'model-refusal' })
    mock.failsWith(400, { code: 'content_filter', message: 'triggering the content management policy' })
    await expect(model.reply(prompt, forAna)).rejects.toMatchObject({ code: 'model-refusal' })
    expect(mock.requests()).toHaveLength(3)
  })

  test('complete bubbles of a cut answer are kept', async () => {
    mock.calls('{"action": {"kind": "reply"}, "bubbles": ["One.", "Tw', { finish: 'length' })
    expect(await setUp(mock).model.reply(prompt, forAna)).toMatchObject({ bubbles: ['One.'], flags: ['cut-rescued'] })
  })
})

describe('trouble on the way', () => {
  test.each([500, 502, 503, 504, 529])('%i is tried again after a backoff that grows', async (status) => {
    mock.says('hello', 'Hi Ana')
    mock.failsWith(status, { times: 2 })
    const { model, clock, events } = setUp(mock)
    expect(await model.reply(prompt, forAna)).toMatchObject({ bubbles: ['Hi Ana'] })
    expect(clock.sleeps.filter((ms) => ms < 9_000)).toEqual([500, 1000])
    expect(events.map(({ kind }) => kind)).toEqual(['retry', 'retry', 'answered'])
  })

  test('429 waits as long as Retry-After says, in seconds', async () => {
    mock.says('hello', 'Hi Ana')
    mock.failsWith(429, { retryAfter: 3, times: 1 })
    const { model, clock } = setUp(mock)
    expect(await model.reply(prompt, forAna)).toMatchObject({ flags: ['model-429'] })
    expect(clock.sleeps).toContain(3000)
  })

  test('Retry-After may be a date, and counts for 503 too', async () => {
    mock.says('hello', 'Hi Ana')
    const { model, clock } = setUp(mock)
    mock.answersRaw({ status: 503, headers: { 'retry-after': new Date(clock.now() + 4000).toUTCString() }, body: '{}' })
    await model.reply(prompt, forAna)
    expect(clock.sleeps).toContain(4000)
  })

  test.each(['before', 'in-the-body'] as const)('a connection cut %s is tried again', async (where) => {
    mock.says('hello', 'Hi Ana')
    mock.breaks(where)
    expect(await setUp(mock).model.reply(prompt, forAna)).toMatchObject({
      bubbles: ['Hi Ana'],
      flags: ['model-unreachable'],
    })
  })

  test('a request that hangs is given up after 20 s and tried again', async () => {
    mock.says('hello', 'Hi Ana')
    mock.hangs({ times: 1 })
    const { model, clock } = setUp(mock)
    const reply = model.reply(prompt, forAna)
    await mock.hanging()
    clock.advance(20_000)
    expect(await reply).toMatchObject({ bubbles: ['Hi Ana'], flags: ['model-timeout'] })
  })

  test('or after the time it is given', async () => {
    mock.says('hello', 'Hi Ana')
    mock.hangs({ times: 1 })
    const { model, clock } = setUp(mock, { timeoutMs: 90_000 })
    const reply = model.reply(prompt, forAna)
    await mock.hanging()
    clock.advance(89_000)
    expect(mock.requests()).toHaveLength(0)
    clock.advance(1_000)
    expect(await reply).toMatchObject({ bubbles: ['Hi Ana'], flags: ['model-timeout'] })
  })

  test('a body that begins and never ends is given up as well', async () => {
    mock.says('hello', 'Hi Ana')
    mock.stalls()
    const { model, clock } = setUp(mock)
    const reply = model.reply(prompt, forAna)
    await mock.hanging()
    clock.advance(20_000)
    expect(await reply).toMatchObject({ bubbles: ['Hi Ana'], flags: ['model-timeout'] })
  })

  test('a model that hangs for ever ends within the deadline', async () => {
    mock.hangs()
    const { model, clock } = setUp(mock)
    const startedAt = clock.now()
    const reply = expect(model.reply(prompt, forAna)).rejects.toMatchObject({
      code: 'model-timeout',
      isRetryable: true,
    })
    await mock.hanging()
    clock.advance(20_000)
    await mock.hanging()
    clock.advance(20_000)
    await reply
    expect(clock.now() - startedAt).toBeLessThanOrEqual(45_000)
  })

  test('an abort ends the attempt and the wait, with its own reason', async () => {
    mock.hangs()
    const { model } = setUp(mock)
    const abort = new AbortController()
    const reply = expect(model.reply(prompt, { ...forAna, signal: abort.signal })).rejects.toThrow('going down')
    await mock.hanging()
    abort.abort(new Error('going down'))
    await reply
    await expect(model.reply(prompt, { ...forAna, signal: abort.signal })).rejects.toThrow('going down')
    expect(mock.requests()).toHaveLength(0)
  })

  test('nothing listening is named for the operator', async () => {
    await mock.close()
    const { model } = setUp(mock)
    await expect(model.reply(prompt, forAna)).rejects.toMatchObject({
      code: 'model-unreachable',
      message: expect.stringContaining('/v1: nothing listens there'),
    })
  })
})

describe('the fallback chain', () => {
  const chain = { fallbackModels: ['second', 'third', 'main'] }

  test('models are asked in order, each with its own retries', async () => {
    mock.says('hello', 'Hi from three', { model: 'third' })
    mock.failsWith(500, { model: 'main' })
    mock.failsWith(401, { model: 'second' })
    const { model } = setUp(mock, chain)
    const reply = await model.reply(prompt, forAna)
    expect(reply).toMatchObject({ model: 'third', bubbles: ['Hi from three'] })
    expect(reply.flags).toEqual(['model-unreachable', 'fallback', 'model-refused-request'])
    expect(mock.requests().map((request) => request.model)).toEqual(['main', 'main', 'main', 'second', 'third'])
  })

  test('of two calls in all the last is the next model’s, and there is no third', async () => {
    mock.failsWith(500)
    const { model } = setUp(mock, chain)
    const told: number[] = []
    const limited = { ...forAna, mostCalls: 2, onCall: () => void told.push(1) }
    await expect(model.reply(prompt, limited)).rejects.toMatchObject({ code: 'model-unreachable' })
    expect(mock.requests().map((request) => request.model)).toEqual(['main', 'second'])
    expect(told.length).toBe(2)
  })

  test('a model that asks for a long wait rests, and the next is asked at once until it is over', async () => {
    mock.says('hello', 'Hi')
    mock.failsWith(429, { model: 'main', retryAfter: 60, times: 1 })
    const { model, clock } = setUp(mock, chain)
    expect(await model.reply(prompt, forAna)).toMatchObject({ model: 'second', flags: ['model-429', 'fallback'] })
    expect(await model.reply(prompt, forAna)).toMatchObject({ model: 'second', flags: ['fallback'] })
    clock.advance(60_001)
    expect(await model.reply(prompt, forAna)).toMatchObject({ model: 'main', flags: [] })
    expect(mock.requests().map((request) => request.model)).toEqual(['main', 'second', 'second', 'main'])
  })

  test('a single model that asks for a long wait is left alone until it is over', async () => {
    mock.says('hello', 'Hi')
    mock.failsWith(429, { retryAfter: 120, times: 1 })
    const { model, clock } = setUp(mock)
    await expect(model.reply(prompt, forAna)).rejects.toMatchObject({
      code: 'model-rate-limited',
      retryAfterMs: 120_000,
    })
    clock.advance(20_000)
    await expect(model.reply(prompt, forAna)).rejects.toMatchObject({
      code: 'model-rate-limited',
      retryAfterMs: 100_000,
    })
    expect(mock.requests()).toHaveLength(1)
    clock.advance(100_001)
    expect(await model.reply(prompt, forAna)).toMatchObject({ bubbles: ['Hi'] })
  })

  test('a hanging model leaves time for the next', async () => {
    mock.says('hello', 'Hi', { model: 'second' })
    mock.hangs({ model: 'main' })
    const { model, clock } = setUp(mock, { fallbackModels: ['second'] })
    const reply = model.reply(prompt, forAna)
    await mock.hanging()
    clock.advance(20_000)
    expect(await reply).toMatchObject({ model: 'second', flags: ['model-timeout', 'fallback'] })
  })

  test('when all fail, the error names each', async () => {
    mock.failsWith(404, { model: 'main', message: 'no such model' })
    mock.failsWith(500, { model: 'second' })
    const { model } = setUp(mock, { fallbackModels: ['second'] })
    const error = await model.reply(prompt, forAna).catch((thrown: unknown) => thrown)
    expect(error).toMatchObject({ code: 'model-unreachable', isRetryable: true })
    expect(String(error)).toMatch(/main: .*OPENAI_MODEL.*; second: .*in trouble/)
  })

  test('models that merely failed are tried again when nothing else is left', async () => {
    mock.says('hello', 'Back')
    mock.failsWith(500, { times: 3 })
    const { model } = setUp(mock)
    await expect(model.reply(prompt, forAna)).rejects.toMatchObject({ code: 'model-unreachable' })
    expect(await model.reply(prompt, forAna)).toMatchObject({ bubbles: ['Back'] })
  })
})

describe('what the operator reads', () => {
  test.each([
    [401, /OPENAI_API_KEY/],
    [403, /permissions/],
    [404, /OPENAI_MODEL/],
    [413, /too long/],
  ])('%i says what to do, is not tried again, and never shows the key', async (status, advice) => {
    const echoes = `model main: bad key ${apiKey}, Bearer ${apiKey}, sk-test-*****6789, ${encodeURIComponent(apiKey)}`
    mock.failsWith(status, { message: echoes })
    const { model, events } = setUp(mock)
    const error = await model.reply(prompt, forAna).catch((thrown: unknown) => thrown)
    expect(error).toMatchObject({
      code: 'model-refused-request',
      isRetryable: false,
      message: expect.stringMatching(advice),
    })
    expect(error).toHaveProperty('cause', undefined)
    for (const told of [String(error), json(events), json(error)]) {
      expect(told).not.toContain(apiKey)
      expect(told).not.toMatch(/6789|sk-test/)
    }
    expect(mock.requests()).toHaveLength(1)
    expect(mock.requests()[0]?.headers.authorization).toBeDefined()
  })

  test('a server without a key gets none, whatever the environment holds', async () => {
    mock.says('hello', 'Hi')
    const { model } = setUp(mock, { apiKey: undefined })
    await model.reply(prompt, forAna)
    expect(mock.requests()[0]?.headers.authorization).toBeUndefined()
  })

  test('nothing of the environment goes along, and an address may have a query', async () => {
    vi.stubEnv('OPENAI_ORG_ID', 'org-of-another')
    vi.stubEnv('OPENAI_ADMIN_KEY', 'sk-admin-of-another')
    mock.says('hello', 'Hi')
    const { model } = setUp(mock, { baseUrl: `${mock.url}/?version=2026` })
    expect(await model.reply(prompt, forAna)).toMatchObject({ bubbles: ['Hi'] })
    expect(JSON.stringify(mock.requests()[0]?.headers)).not.toContain('another')
    vi.unstubAllEnvs()
  })

  test('an account out of credit is not tried again', async () => {
    mock.failsWith(429, { code: 'insufficient_quota', message: 'You exceeded your current quota' })
    await expect(setUp(mock).model.reply(prompt, forAna)).rejects.toMatchObject({
      code: 'model-no-credit',
      isRetryable: false,
      message: expect.stringContaining('out of credit'),
    })
    expect(mock.requests()).toHaveLength(1)
  })
})
