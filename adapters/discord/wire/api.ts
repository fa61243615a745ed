/** Discord's REST API through the SDK's request queue, which keeps to the rate limits of every bucket. */
import { DiscordAPIError, REST, RequestMethod } from 'discord.js'

/** A short wait for a bucket is left to the SDK; a longer one is an error, so that nothing hangs. */
const LONGEST_QUEUE_WAIT_MS = 3_000
/** Connecting, waiting and reading the body, together. */
const REQUEST_TIMEOUT_MS = 20_000

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'

const methods = {
  GET: RequestMethod.Get,
  POST: RequestMethod.Post,
  PUT: RequestMethod.Put,
  PATCH: RequestMethod.Patch,
  DELETE: RequestMethod.Delete,
} as const

export interface ApiFile {
  readonly name: string
  readonly data: Buffer
}

export interface ApiRequest {
  readonly body?: object
  readonly files?: readonly ApiFile[]
  readonly query?: Readonly<Record<string, string>>
  /** False for routes whose path holds their own short-lived token (interactions). */
  readonly isAuthorised?: boolean
}

/** Resolves to the parsed body. @throws what the SDK throws; `failureOf` tells what it means */
export type Api = (method: Method, route: `/${string}`, request?: ApiRequest) => Promise<unknown>

export interface ApiOptions {
  readonly token: string
  /** `https://discord.com/api` if absent; the version is added. */
  readonly apiRoot?: string
}

export function createApi({ token, apiRoot }: ApiOptions): Api & Disposable {
  const rest = new REST({
    version: '10',
    // Trying again is the outbox's and the catch-up's own work, by their clock.
    retries: 0,
    timeout: REQUEST_TIMEOUT_MS,
    rejectOnRateLimit: ({ timeToReset, retryAfter }) => Math.max(timeToReset, retryAfter) > LONGEST_QUEUE_WAIT_MS,
    ...(apiRoot ? { api: apiRoot.replace(/\/+$/, '') } : {}),
  })
  rest.setToken(token)
  const call: Api = async (method, route, { body, files, query, isAuthorised = true } = {}) => {
    try {
      return await rest.request({
        method: methods[method],
        fullRoute: route,
        auth: isAuthorised,
        signal: AbortSignal.timeout(REQUEST_TIMEOUT_MS),
        ...(body ? { body } : {}),
        ...(files && files.length > 0 ? { files: [...files] } : {}),
        ...(query ? { query: new URLSearchParams(query) } : {}),
      })
    } catch (error) {
      // The SDK forgets the token after one 401, and every later request would fail with words that do not say why.
      if (error instanceof DiscordAPIError && error.status === 401) rest.setToken(token)
      throw error
    }
  }
  return Object.assign(call, {
    [Symbol.dispose]() {
      rest.clearHashSweeper()
      rest.clearHandlerSweeper()
    },
  })
}
