/**
 * One POST of JSON over connections that are kept alive, for the model's endpoint and for adapters. Node's own client: fetch, and the
 * clients built upon it, take several times as long as all the thinking of a turn.
 */
import { Agent, request as plainRequest } from 'node:http'
import { Agent as SecureAgent, request as secureRequest } from 'node:https'
import { urlToHttpOptions } from 'node:url'

export interface Answer {
  readonly status: number
  /** Of a header by its lower-case name. */
  header(name: string): string | undefined
  readonly text: string
}

/** Rejects with the signal's reason, with what broke the connection, or after `timeoutMs`. */
export type Post = (path: string, body: string, signal?: AbortSignal, timeoutMs?: number) => Promise<Answer>

export interface PostOptions {
  readonly headers?: Readonly<Record<string, string>>
  /** Sends once more at once when the server closed a kept connection at the very moment it was used again. */
  readonly repeatsWhenStale?: boolean
}

/** Where the environment names a proxy, and `NODE_USE_ENV_PROXY` asks all of Node to use it. */
const proxy = process.env.NODE_USE_ENV_PROXY === '1' ? { proxyEnv: process.env } : {}

/** `root`: what stands before each path, with a query of its own if it has one. */
export function createPost(root: string, { headers = {}, repeatsWhenStale = false }: PostOptions = {}): Post {
  const isSecure = /^https:/i.test(root)
  const agent = isSecure ? new SecureAgent({ keepAlive: true, ...proxy }) : new Agent({ keepAlive: true, ...proxy })
  const start = isSecure ? secureRequest : plainRequest

  /** Where each path lies: there are few, and reading an address takes as long as asking there. */
  const addresses = new Map<string, ReturnType<typeof urlToHttpOptions>>()
  function addressOf(path: string) {
    const known = addresses.get(path)
    if (known) return known
    const url = new URL(root)
    url.pathname = `${url.pathname.replace(/\/$/, '')}${path}`
    const address = urlToHttpOptions(url)
    addresses.set(path, address)
    return address
  }

  function send(path: string, body: Buffer, signal?: AbortSignal, timeoutMs?: number): Promise<Answer> {
    const { promise, resolve, reject } = Promise.withResolvers<Answer>()
    const request = start({
      ...addressOf(path),
      method: 'POST',
      agent,
      headers: {
        'content-type': 'application/json',
        'user-agent': 'mascot',
        ...headers,
        'content-length': body.length,
      },
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
      send(path, body, signal, timeoutMs).then(resolve, reject)
    })
    request.on('response', (response) => {
      const chunks: Buffer[] = []
      response.on('data', (chunk: Buffer) => chunks.push(chunk))
      response.on('error', fail)
      response.on('end', () => {
        settled()
        const header = (name: string) => response.headers[name]?.toString()
        resolve({ status: response.statusCode ?? 0, header, text: Buffer.concat(chunks).toString() })
      })
    })
    signal?.addEventListener('abort', abort, { once: true })
    request.end(body)
    return promise
  }

  return async (path, body, signal, timeoutMs) => {
    signal?.throwIfAborted()
    return await send(path, Buffer.from(body), signal, timeoutMs)
  }
}

function isCut(error: unknown): boolean {
  return error instanceof Error && 'code' in error && (error.code === 'ECONNRESET' || error.code === 'EPIPE')
}
