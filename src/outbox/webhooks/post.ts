/** One request to a webhook: an answer or none within its time; no redirect is followed, and no body is read. */
import { type RequestOptions, request as requestHttp } from 'node:http'
import { request as requestHttps } from 'node:https'
import type { Clock } from '../../ports/clock.ts'
import { publicAlone } from '../../reach/exchange.ts'
import { ipIn, isPublicAddress } from '../../reach/public-address.ts'

export interface PostOptions {
  readonly url: URL
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
  /** From the first step to the answer's head, whatever is slow. */
  readonly limitMs: number
  /** Addresses of this machine and its network are allowed. */
  readonly mayBePrivate: boolean
  readonly clock: Clock
  readonly signal: AbortSignal
}

export interface Answer {
  readonly status: number
  readonly retryAfterMs?: number
}

/** @throws {Error} where no answer came; its message has neither the address's path nor the secret */
export async function post(options: PostOptions): Promise<Answer> {
  const { limitMs, clock } = options
  const done = new AbortController()
  const late = clock.sleep(limitMs, done.signal).then(() => {
    if (!done.signal.aborted) throw new Error(`no answer within ${limitMs / 1000} s`)
    return undefined
  })
  try {
    const answer = await Promise.race([exchange(options, done.signal), late])
    if (answer === undefined) throw new Error('given up')
    return answer
  } finally {
    late.catch(() => undefined)
    done.abort()
  }
}

function exchange({ url, headers, body, mayBePrivate, signal }: PostOptions, done: AbortSignal): Promise<Answer> {
  const { promise, resolve, reject } = Promise.withResolvers<Answer>()
  const ip = ipIn(url)
  if (!mayBePrivate && ip !== undefined && !isPublicAddress(ip)) return Promise.reject(notPublic())
  const options: RequestOptions = {
    method: 'POST',
    headers: { ...headers, 'content-length': Buffer.byteLength(body) },
    signal: AbortSignal.any([signal, done]),
    // A connection is not kept: a target that went away is noticed, and an address is looked at each time.
    agent: false,
    ...(mayBePrivate ? {} : { lookup: publicAlone }),
  }
  const request = (url.protocol === 'https:' ? requestHttps : requestHttp)(url, options, (response) => {
    const after = Number(response.headers['retry-after'])
    response.on('error', () => undefined)
    resolve({
      status: response.statusCode ?? 0,
      ...(Number.isFinite(after) && after > 0 ? { retryAfterMs: after * 1000 } : {}),
    })
    response.destroy()
  })
  request.on('error', (error) => reject(error.message.startsWith('it leads to') ? notPublic() : error))
  request.end(body)
  return promise
}

function notPublic(): Error {
  return new Error('it leads to an address that is not public; if that is meant, set WEBHOOKS_PRIVATE=yes')
}
