/**
 * The model's endpoint, by the `openai` package: addresses, credentials and headers are its, the connections under it ours,
 * and what came back is handed on as it came, since few servers keep to the shapes it reads.
 */
import type { OpenAI } from 'openai'
import { HOUR_MS } from '../domain/durations.ts'
import { createConnections } from './connections.ts'
import type { Answer, Post } from './post.ts'

export interface Endpoint {
  /** Absent for servers that want none. */
  readonly apiKey?: string | undefined
  /** Up to and with `/v1`; OpenAI's own if absent. */
  readonly baseUrl?: string | undefined
}

export const openAiUrl = 'https://api.openai.com/v1'

/** The signal ends a request, and nothing else: time limits and tries are the caller's. */
export function createOpenAiPost(endpoint: Endpoint): Post {
  const loaded = load(endpoint)
  // Whoever asks first is told.
  loaded.catch(() => {})
  return async (path, body, signal) => {
    const { client, APIError } = await loaded
    const headers = { 'content-type': 'application/json' }
    try {
      const asked = client.post(path, { body, headers, ...(signal ? { signal } : {}) })
      const response = await asked.asResponse()
      return answerOf(response.status, response.headers, await response.text())
    } catch (error) {
      if (!(error instanceof APIError) || error.status === undefined || !error.headers) throw error
      const said: unknown = error.error
      return answerOf(
        error.status,
        error.headers,
        said === undefined ? wordsOf(error) : JSON.stringify({ error: said }),
      )
    }
  }
}

/** Only where a model is configured, as it is not small. */
async function load({ apiKey, baseUrl = openAiUrl }: Endpoint) {
  const { OpenAI, APIError } = await import('openai')
  const url = URL.canParse(baseUrl) ? new URL(baseUrl) : undefined
  const query = Object.fromEntries(url?.searchParams ?? [])
  if (url) url.search = ''
  const client = new OpenAI({
    // Without one it would take that of the environment, or refuse to begin.
    apiKey: apiKey ?? 'none',
    ...{ adminAPIKey: null, organization: null, project: null },
    baseURL: url?.href.replace(/\/$/, '') ?? baseUrl,
    defaultQuery: query,
    defaultHeaders: { 'user-agent': 'mascot', ...(apiKey === undefined ? { authorization: null } : {}) },
    ...{ fetch: keptFetch(), maxRetries: 0, timeout: HOUR_MS, logLevel: 'off' },
  })
  return { client, APIError }
}

type Fetch = NonNullable<NonNullable<ConstructorParameters<typeof OpenAI>[0]>['fetch']>

function keptFetch(): Fetch {
  const send = createConnections({ repeatsWhenStale: true })
  return async (url, { headers, body, signal } = {}) => {
    const {
      status,
      headers: answered,
      text,
    } = await send(String(url), {
      headers: Object.fromEntries(headers instanceof Headers ? headers : new Headers(headers)),
      body: Buffer.from(typeof body === 'string' ? body : ''),
      signal: signal ?? undefined,
    })
    const told = Object.entries(answered).flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : []))
    const isKnown = status >= 200 && status < 600
    const isBare = [204, 205, 304].includes(status)
    return new Response(isBare ? null : text, { status: isKnown ? status : 502, headers: Object.fromEntries(told) })
  }
}

function answerOf(status: number, headers: Headers, text: string): Answer {
  return { status, header: (name) => headers.get(name) ?? undefined, text }
}

/** Its message begins with the status, which is told beside it. */
function wordsOf({ status, message }: { readonly status: number; readonly message: string }): string {
  return message.startsWith(`${status} `) ? message.slice(`${status} `.length) : message
}
