/** Texts as vectors, from any OpenAI-compatible endpoint; those of the brand's own texts are kept, so that a restart asks for none. */

import { createHash } from 'node:crypto'
import { z } from 'zod'
import { DAY_MS } from '../domain/durations.ts'
import { ModelError } from '../errors.ts'
import type { Clock } from '../ports/clock.ts'
import type { Embeddings, EmbedOptions } from '../ports/embeddings.ts'
import type { ShortTerm } from '../ports/short-term.ts'
import { endpointOf } from './endpoint.ts'
import { connectionFailure, type FailureContext, refusalFailure, refusalOf } from './model-failure.ts'
import { createOpenAiPost, type Endpoint, openAiUrl } from './openai-post.ts'
import { packVector, unpackVector } from './pack-vector.ts'
import { createRedact } from './redact.ts'
import { withRetry } from './retry.ts'

export interface CreateEmbeddingsOptions extends Endpoint {
  readonly model: string
  readonly clock: Clock
  /** Longest that one request may last, in ms. */
  readonly timeoutMs?: number | undefined
  /** Where vectors are kept. One that fails is as good as none. */
  readonly cache: ShortTerm
  /** 0–1, for the jitter of retries. */
  readonly random?: () => number
}

/** Servers take 100 to 2048 texts at once. */
const batchSize = 128
/** UTF-16 units read of one text: enough for any question, within every model's limit. */
const longestText = 2_000
const defaultTimeoutMs = 10_000
const defaultWithinMs = 30_000
const patienceMs = 5_000
const keptMs = 180 * DAY_MS

const body = z.object({
  data: z.array(z.object({ index: z.number().optional(), embedding: z.array(z.number()).min(1) })),
})

export function createEmbeddings(options: CreateEmbeddingsOptions): Embeddings {
  const { apiKey, baseUrl = openAiUrl, model, clock, cache } = options
  const { timeoutMs = defaultTimeoutMs, random = Math.random } = options
  const post = createOpenAiPost({ apiKey, baseUrl })
  const redact = createRedact(apiKey)
  const context = (): FailureContext => ({
    model,
    endpoint: endpointOf(baseUrl),
    redact,
    now: clock.now(),
    modelVariables: 'OPENAI_EMBEDDING_MODEL',
  })
  const keyOf = (text: string) =>
    createHash('sha256')
      .update(JSON.stringify([model, text]))
      .digest('base64url')

  async function request(texts: readonly string[], signal: AbortSignal): Promise<Float32Array[]> {
    try {
      const asked = JSON.stringify({ model, input: texts, encoding_format: 'float' })
      const answer = await post('/embeddings', asked, signal)
      const refusal = refusalOf(answer)
      if (refusal) throw refusalFailure(refusal, context())
      return readVectors(answer.text, texts.length)
    } catch (error) {
      signal.throwIfAborted()
      throw connectionFailure(error, context())
    }
  }

  /** Stores each batch as it comes, so that what failed half-way goes on from there. */
  async function fetchAll(texts: readonly string[], untilMs: number, isKept: boolean): Promise<Float32Array[]> {
    const found: Float32Array[] = []
    for (let at = 0; at < texts.length; at += batchSize) {
      const batch = texts.slice(at, at + batchSize)
      const signal = new AbortController().signal
      const retry = { clock, random, signal, timeoutMs: Math.min(timeoutMs, untilMs - clock.now()) }
      const run = (limited: AbortSignal) => request(batch, limited)
      const packed = await withRetry(run, { ...retry, untilMs, patienceMs, onRetry: () => {} })
      // Also what is not kept goes through the same rounding: a text has one vector, before a restart and after.
      const vectors = packed.map(packVector)
      if (isKept)
        await Promise.all(
          vectors.map((each, index) => cache.set(keyOf(batch[index] ?? ''), each, keptMs).catch(() => {})),
        )
      for (const each of vectors) found.push(unpackVector(each) ?? new Float32Array())
    }
    return found
  }

  return {
    model,
    async embed(given, { withinMs = defaultWithinMs, isKept = false }: EmbedOptions = {}) {
      const texts = given.map((text) => text.slice(0, longestText))
      const untilMs = clock.now() + withinMs
      const distinct = [...new Set(texts)]
      const known = new Map<string, Float32Array>()
      if (isKept)
        await Promise.all(
          distinct.map(async (text) => {
            const vector = unpackVector(await cache.get<unknown>(keyOf(text)).catch(() => undefined))
            if (vector) known.set(text, vector)
          }),
        )
      const learn = async (missing: readonly string[]) => {
        const fetched = await fetchAll(missing, untilMs, isKept)
        for (const [at, text] of missing.entries()) known.set(text, fetched[at] ?? new Float32Array())
      }
      const had = known.size
      await learn(distinct.filter((text) => !known.has(text)))
      // Another model behind the same name: what was kept is of no use with what came.
      if (had > 0 && !isOneDimension(known)) await learn(distinct)
      if (!isOneDimension(known)) throw malformed()
      return texts.map((text) => known.get(text) ?? new Float32Array())
    },
  }
}

function isOneDimension(vectors: ReadonlyMap<string, Float32Array>): boolean {
  const dimensions = new Set([...vectors.values()].map(({ length }) => length))
  return dimensions.size <= 1 && !dimensions.has(0)
}

function readVectors(text: string, wanted: number): Float32Array[] {
  const { data } = body.safeParse(jsonOf(text)).data ?? {}
  if (data?.length !== wanted) throw malformed()
  const isNumbered = data.every(({ index }, _, all) => index !== undefined && index >= 0 && index < all.length)
  const ordered = isNumbered ? data.toSorted((a, b) => (a.index ?? 0) - (b.index ?? 0)) : data
  return ordered.map(({ embedding }) => Float32Array.from(embedding))
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

const malformed = () =>
  new ModelError('model-malformed', 'the server’s answer holds no vector for each text; check OPENAI_EMBEDDING_MODEL', {
    isRetryable: false,
  })
