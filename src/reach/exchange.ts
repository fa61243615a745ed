/** One request to another program and the whole of its answer: within a time and a size, without redirects, to public addresses alone unless told otherwise. */
import { lookup } from 'node:dns'
import { type RequestOptions, request as requestHttp } from 'node:http'
import { request as requestHttps } from 'node:https'
import type { LookupFunction } from 'node:net'
import type { Clock } from '../ports/clock.ts'
import { ipIn, isPublicAddress } from './public-address.ts'

export interface Exchange {
  readonly url: URL
  readonly method: 'GET' | 'POST'
  readonly headers: Readonly<Record<string, string>>
  readonly body?: string
  /** From the first step to the last byte. */
  readonly limitMs: number
  readonly mostBytes: number
  /** Addresses of this machine and its network are allowed. */
  readonly mayBePrivate: boolean
  readonly clock: Clock
  readonly signal: AbortSignal
}

export interface Exchanged {
  readonly status: number
  /** The media type, in small letters, without parameters; empty where none was told. */
  readonly type: string
  readonly body: string
  /** The same, as it came. */
  readonly bytes: Uint8Array
}

/** @throws {Error} where no whole answer came; its message holds neither the address nor what was sent */
export async function exchange(options: Exchange): Promise<Exchanged> {
  const { limitMs, clock, url, mayBePrivate } = options
  const ip = ipIn(url)
  if (!mayBePrivate && ip !== undefined && !isPublicAddress(ip)) throw notPublic()
  const done = new AbortController()
  const late = clock.sleep(limitMs, done.signal).then(() => {
    if (!done.signal.aborted) throw new Error(`no answer within ${limitMs / 1000} s`)
    return undefined
  })
  try {
    const answer = await Promise.race([asked(options, done.signal), late])
    if (answer === undefined) throw new Error('given up')
    return answer
  } finally {
    late.catch(() => undefined)
    done.abort()
  }
}

function asked(
  { url, method, headers, body, mostBytes, mayBePrivate, signal }: Exchange,
  done: AbortSignal,
): Promise<Exchanged> {
  const { promise, resolve, reject } = Promise.withResolvers<Exchanged>()
  const options: RequestOptions = {
    method,
    headers: { ...headers, ...(body === undefined ? {} : { 'content-length': String(Buffer.byteLength(body)) }) },
    signal: AbortSignal.any([signal, done]),
    // A connection is not kept: an address is looked at each time.
    agent: false,
    ...(mayBePrivate ? {} : { lookup: publicAlone }),
  }
  const request = (url.protocol === 'https:' ? requestHttps : requestHttp)(url, options, (response) => {
    const parts: Buffer[] = []
    let size = 0
    response.on('error', (error) => reject(plain(error)))
    response.on('data', (part: Buffer) => {
      size += part.length
      if (size > mostBytes) {
        reject(new Error(`an answer of more than ${mostBytes} bytes`))
        response.destroy()
      } else parts.push(part)
    })
    response.on('end', () => {
      const bytes = Buffer.concat(parts)
      resolve({
        status: response.statusCode ?? 0,
        type: (response.headers['content-type'] ?? '').split(';')[0]?.trim().toLowerCase() ?? '',
        body: bytes.toString('utf8'),
        bytes,
      })
    })
    response.on('close', () => reject(new Error('the answer was cut off')))
  })
  request.on('error', (error) => reject(plain(error)))
  request.end(body)
  return promise
}

/** An error of the wire may name the address, with what a fan told in it: its code is enough. */
function plain(error: Error & { readonly code?: string }): Error {
  return error.message.startsWith(NOT_PUBLIC) ? error : new Error(error.code ?? 'the connection failed')
}

const NOT_PUBLIC = 'it leads to an address that is not public'

function notPublic(): Error {
  return new Error(NOT_PUBLIC)
}

/** The very address that was looked at is connected to: a name that leads elsewhere a moment later leads nowhere. */
export const publicAlone: LookupFunction = (hostname, options, callback) => {
  lookup(hostname, { ...options, all: true }, (error, addresses) => {
    if (error) return callback(error, '')
    const [first] = addresses
    if (first === undefined || !addresses.every(({ address }) => isPublicAddress(address)))
      return callback(notPublic(), '')
    if (options.all) callback(null, addresses)
    else callback(null, first.address, first.family)
  })
}
