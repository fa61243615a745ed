/**
 * HTTP over connections that are kept alive, one POST at a time and each answer whole. Node's own client: fetch takes several
 * times as long as all the thinking of a turn.
 */
import { Agent, type IncomingHttpHeaders, request as plainRequest } from 'node:http'
import { Agent as SecureAgent, request as secureRequest } from 'node:https'
import { urlToHttpOptions } from 'node:url'

export interface Sending {
  readonly headers: Readonly<Record<string, string>>
  readonly body: Buffer
  readonly signal?: AbortSignal | undefined
  readonly timeoutMs?: number | undefined
}

export interface Received {
  readonly status: number
  readonly headers: IncomingHttpHeaders
  readonly text: string
}

/** Rejects with the signal's reason, with what broke the connection, or after `timeoutMs`. */
export type Send = (url: string, sending: Sending) => Promise<Received>

/** Where the environment names a proxy, and `NODE_USE_ENV_PROXY` asks all of Node to use it. */
const proxy = process.env.NODE_USE_ENV_PROXY === '1' ? { proxyEnv: process.env } : {}

/** `repeatsWhenStale`: sends once more at once when the server closed a kept connection at the very moment it was used again. */
export function createConnections({ repeatsWhenStale = false } = {}): Send {
  const agents = { secure: lazily(() => new SecureAgent(kept)), plain: lazily(() => new Agent(kept)) }
  /** There are few, and reading an address takes as long as asking there. */
  const addresses = new Map<string, ReturnType<typeof urlToHttpOptions>>()
  function addressOf(url: string) {
    const known = addresses.get(url)
    if (known) return known
    const address = urlToHttpOptions(new URL(url))
    addresses.set(url, address)
    return address
  }

  function send(url: string, sending: Sending): Promise<Received> {
    const { headers, body, signal, timeoutMs } = sending
    const { promise, resolve, reject } = Promise.withResolvers<Received>()
    const address = addressOf(url)
    const isSecure = address.protocol === 'https:'
    const request = (isSecure ? secureRequest : plainRequest)({
      ...address,
      method: 'POST',
      agent: isSecure ? agents.secure() : agents.plain(),
      headers: { ...headers, 'content-length': body.length },
    })
    const abort = () => request.destroy(new Error('aborted'))
    const timer =
      timeoutMs === undefined ? undefined : setTimeout(() => request.destroy(new Error('no answer in time')), timeoutMs)
    const settled = () => {
      clearTimeout(timer)
      signal?.removeEventListener('abort', abort)
    }
    const fail = (error: unknown) => {
      settled()
      reject(signal?.aborted ? signal.reason : error)
    }
    request.on('error', (error) => {
      const isStale = repeatsWhenStale && request.reusedSocket && isCut(error) && !signal?.aborted
      if (!isStale) return fail(error)
      settled()
      send(url, sending).then(resolve, reject)
    })
    request.on('response', (response) => {
      const chunks: Buffer[] = []
      response.on('data', (chunk: Buffer) => chunks.push(chunk))
      response.on('error', fail)
      response.on('end', () => {
        settled()
        resolve({
          status: response.statusCode ?? 0,
          headers: response.headers,
          text: Buffer.concat(chunks).toString(),
        })
      })
    })
    signal?.addEventListener('abort', abort, { once: true })
    request.end(body)
    return promise
  }

  return async (url, sending) => {
    sending.signal?.throwIfAborted()
    return await send(url, sending)
  }
}

const kept = { keepAlive: true, ...proxy }

function lazily<T>(make: () => T): () => T {
  let made: T | undefined
  return () => {
    made ??= make()
    return made
  }
}

function isCut(error: unknown): boolean {
  return error instanceof Error && 'code' in error && (error.code === 'ECONNRESET' || error.code === 'EPIPE')
}
