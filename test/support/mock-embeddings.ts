/**
 * An embeddings endpoint for tests, over real HTTP. Its vectors come from a small table: words that mean the same have the same
 * direction, and every text leans the same way a little, as with real models.
 */
import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { json } from 'node:stream/consumers'

export interface EmbeddingRequest {
  readonly model: string
  readonly input: readonly string[]
  readonly authorization: string | undefined
}

export interface MockEmbeddings extends AsyncDisposable {
  /** For OPENAI_BASE_URL. */
  readonly url: string
  readonly requests: readonly EmbeddingRequest[]
  /** Numbers a vector. */
  dimension: number
  /** Answers the next requests, as many as there are, with these instead. */
  answersNext(...answers: readonly { readonly status: number; readonly body: string }[]): void
  /** From now on: 500. */
  isDown: boolean
  /** From now on requests are taken and never answered. */
  isHanging: boolean
}

/** A word for each thing, with what else it is called. */
const synonyms: Readonly<Record<string, readonly string[]>> = {
  dog: ['mutt', 'hound', 'pooch', 'puppy', 'canine'],
  repair: ['mend', 'fix', 'patch'],
  money: ['cash', 'dough', 'refund'],
  allowed: ['welcome', 'permitted', 'bring', 'come'],
}
const concepts = new Map(Object.entries(synonyms).flatMap(([name, words]) => words.map((word) => [word, name])))

export async function startMockEmbeddings(): Promise<MockEmbeddings> {
  const requests: EmbeddingRequest[] = []
  const next: { readonly status: number; readonly body: string }[] = []
  const answer = async (request: IncomingMessage, response: ServerResponse) => {
    if (!request.url?.endsWith('/embeddings')) return response.writeHead(404).end('{"error":"no such thing here"}')
    const body = await json(request)
    if (!isAsked(body)) return response.writeHead(400).end()
    requests.push({ ...body, authorization: request.headers.authorization })
    if (mock.isHanging) return
    const given = next.shift() ?? (mock.isDown ? { status: 500, body: '{"error":{"message":"on fire"}}' } : undefined)
    if (given) return response.writeHead(given.status).end(given.body)
    const data = body.input.map((text, index) => ({ index, embedding: vectorOf(text, mock.dimension) }))
    return response.writeHead(200).end(JSON.stringify({ object: 'list', data: data.reverse(), model: body.model }))
  }
  const server = createServer((request, response) => void answer(request, response))
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  const port = typeof address === 'object' ? address?.port : undefined
  const mock: MockEmbeddings = {
    url: `http://127.0.0.1:${port}/v1`,
    requests,
    dimension: 48,
    isDown: false,
    isHanging: false,
    answersNext: (...answers) => void next.push(...answers),
    async [Symbol.asyncDispose]() {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
  return mock
}

function isAsked(body: unknown): body is { readonly model: string; readonly input: readonly string[] } {
  return typeof body === 'object' && body !== null && 'input' in body && Array.isArray(body.input)
}

const filler = new Set(['the', 'a', 'my', 'is', 'are', 'do', 'you', 'i', 'can', 'to', 'in', 'at', 'it', 'your', 'with'])

/** The sum of its words' directions, and a lean that all texts share. */
export function vectorOf(text: string, dimension: number): number[] {
  const words = text.toLowerCase().match(/\p{L}+/gu) ?? []
  const vector = directionOf('every text', dimension).map((value) => value * 0.7)
  for (const word of words) {
    if (filler.has(word)) continue
    directionOf(concepts.get(word) ?? word, dimension).forEach((value, at) => {
      vector[at] = (vector[at] ?? 0) + value
    })
  }
  return vector
}

function directionOf(name: string, dimension: number): number[] {
  let state = [...name].reduce((hash, char) => Math.imul(hash ^ (char.codePointAt(0) ?? 0), 16777619), 2166136261)
  return Array.from({ length: dimension }, () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state / 2 ** 31 - 1
  })
}
