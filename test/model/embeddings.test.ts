/** Embeddings from a real endpoint: batches, order, retries, what is kept, and what never leaks. */
import { describe, expect, it } from 'vitest'
import { ModelError } from '../../src/errors.ts'
import { type CreateEmbeddingsOptions, createEmbeddings } from '../../src/model/embeddings.ts'
import { createManualClock } from '../support/manual-clock.ts'
import { type MockEmbeddings, startMockEmbeddings, vectorOf } from '../support/mock-embeddings.ts'
import { apiKey, memory } from './support.ts'

function setUp(mock: Pick<MockEmbeddings, 'url'>, more: Partial<CreateEmbeddingsOptions> = {}) {
  const clock = createManualClock({ skipsBelowMs: 1_100 })
  const options = { apiKey, baseUrl: mock.url, model: 'small', clock, cache: memory(), random: () => 1, ...more }
  return { embeddings: createEmbeddings(options), clock }
}
const failure = (work: Promise<unknown>) =>
  work.then(
    () => undefined,
    (error: unknown) => error,
  )
const likeness = (a: ArrayLike<number>, b: ArrayLike<number>) => {
  const product = (x: ArrayLike<number>, y: ArrayLike<number>) =>
    Array.from(x).reduce((sum, value, at) => sum + value * (y[at] ?? 0), 0)
  return product(a, b) / Math.sqrt(product(a, a) * product(b, b))
}

describe('texts become vectors', () => {
  it('one each, in their order whatever order the server has, of length one', async () => {
    await using mock = await startMockEmbeddings()
    const { embeddings } = setUp(mock)
    const texts = ['my dog', 'repair a tyre', 'my dog']
    const vectors = await embeddings.embed(texts)
    for (const [at, text] of texts.entries())
      expect(likeness(vectors[at] ?? [], vectorOf(text, mock.dimension))).toBeGreaterThan(0.999)
    expect(vectors.map((vector) => Math.hypot(...vector).toFixed(3))).toEqual(['1.000', '1.000', '1.000'])
    expect(mock.requests).toMatchObject([{ model: 'small', input: ['my dog', 'repair a tyre'] }])
    expect(mock.requests[0]?.authorization).toBe(`Bearer ${apiKey}`)
  })

  it('at most 128 at once', async () => {
    await using mock = await startMockEmbeddings()
    const { embeddings } = setUp(mock)
    expect(await embeddings.embed(Array.from({ length: 300 }, (_, at) => `text ${at}`))).toHaveLength(300)
    expect(mock.requests.map(({ input }) => input.length)).toEqual([128, 128, 44])
  })

  it('tries again what a busy server refuses', async () => {
    await using mock = await startMockEmbeddings()
    mock.answersNext({ status: 429, body: '{"error":{"message":"slow down"}}' }, { status: 503, body: '' })
    const { embeddings, clock } = setUp(mock)
    expect(await embeddings.embed(['hello'])).toHaveLength(1)
    expect(mock.requests).toHaveLength(3)
    expect(clock.sleeps).toEqual(expect.arrayContaining([500, 1000]))
  })
})

describe('what is kept', () => {
  it('is the brand’s own: asked for once, the same to the last digit afterwards', async () => {
    await using mock = await startMockEmbeddings()
    const cache = memory()
    const first = await setUp(mock, { cache }).embeddings.embed(['my dog', 'opening'], { isKept: true })
    const again = await setUp(mock, { cache }).embeddings.embed(['opening', 'my dog'], { isKept: true })
    expect(again.toReversed()).toEqual(first)
    expect(mock.requests).toHaveLength(1)
  })

  it('belongs to one model, and never holds a fan’s words', async () => {
    await using mock = await startMockEmbeddings()
    const held = new Map<string, unknown>()
    await setUp(mock, { cache: memory(held) }).embeddings.embed(['my dog'])
    expect(held.size).toBe(0)
    await setUp(mock, { cache: memory(held) }).embeddings.embed(['my dog'], { isKept: true })
    await setUp(mock, { cache: memory(held), model: 'large' }).embeddings.embed(['my dog'], { isKept: true })
    expect([held.size, mock.requests.length]).toEqual([2, 3])
    expect(JSON.stringify([...held])).not.toContain('dog')
  })

  it('is asked for anew where another model hides behind the same name, or where it is nonsense', async () => {
    await using mock = await startMockEmbeddings()
    const held = new Map<string, unknown>()
    const ask = (...texts: string[]) => setUp(mock, { cache: memory(held) }).embeddings.embed(texts, { isKept: true })
    await ask('my dog')
    mock.dimension = 32
    expect((await ask('my dog', 'opening')).map(({ length }) => length)).toEqual([32, 32])
    for (const key of held.keys()) held.set(key, 'x')
    expect((await ask('my dog'))[0]).toHaveLength(32)
  })

  it('includes the batches before one that failed', async () => {
    await using mock = await startMockEmbeddings()
    const cache = memory()
    const texts = Array.from({ length: 200 }, (_, at) => `text ${at}`)
    const { embeddings } = setUp(mock, { cache })
    await embeddings.embed(texts.slice(0, 128), { isKept: true })
    mock.answersNext({ status: 401, body: '{"error":{"message":"no"}}' })
    expect(await failure(embeddings.embed(texts, { isKept: true }))).toBeInstanceOf(ModelError)
    await embeddings.embed(texts, { isKept: true })
    expect(mock.requests.map(({ input }) => input.length)).toEqual([128, 72, 72])
  })
})

describe('what fails', () => {
  it.each([
    ['no JSON', 'hello'],
    ['fewer than asked for', '{"data":[]}'],
    ['no numbers', '{"data":[{"index":0,"embedding":["a"]}]}'],
    ['nothing in it', '{"data":[{"index":0,"embedding":[]}]}'],
    ['only zeros', '{"data":[{"index":0,"embedding":[0,0,0]}]}'],
    ['an error that calls itself a success', '{"error":{"message":"oops"}}'],
  ])('says so for an answer with %s', async (_, body) => {
    await using mock = await startMockEmbeddings()
    mock.answersNext({ status: 200, body })
    const error = await failure(setUp(mock).embeddings.embed(['hello']))
    expect(error).toMatchObject({ code: 'model-malformed', message: expect.stringContaining('OPENAI_EMBEDDING_MODEL') })
  })

  it('never shows the key, also when the server echoes it', async () => {
    await using mock = await startMockEmbeddings()
    mock.answersNext({ status: 401, body: JSON.stringify({ error: { message: `bad key ${apiKey}` } }) })
    const refused = await failure(setUp(mock).embeddings.embed(['hello']))
    mock.answersNext({ status: 404, body: JSON.stringify({ error: { message: `no model, Bearer ${apiKey}` } }) })
    const missing = await failure(setUp(mock).embeddings.embed(['hello']))
    expect(refused).toMatchObject({ message: expect.stringContaining('OPENAI_API_KEY') })
    expect(missing).toMatchObject({ message: expect.stringContaining('OPENAI_EMBEDDING_MODEL') })
    for (const error of [refused, missing]) {
      const shown = error instanceof Error ? `${error.message}${error.stack}${error.cause}` : ''
      expect(shown).not.toContain(apiKey)
      expect(shown).not.toContain(apiKey.slice(8))
    }
  })

  it('gives up in time when nothing answers', async () => {
    await using mock = await startMockEmbeddings()
    mock.isHanging = true
    const { embeddings, clock } = setUp(mock)
    const failed = failure(embeddings.embed(['hello'], { withinMs: 1_500 }))
    while (mock.requests.length === 0) await new Promise((resolve) => setImmediate(resolve))
    clock.advance(1_500)
    expect(await failed).toMatchObject({ code: 'model-timeout' })
  })
})
