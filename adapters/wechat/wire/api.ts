/** Calls of WeChat's API. It answers 200 also when it refuses; the token stands in the address, which no error may show. */
import { bytesUpTo, SECOND_MS, SendError } from '#mascot'
import type { WeChatOptions } from '../options.ts'
import { isTokenRefused, refusalOf, sendErrorOf } from './errors.ts'
import { createTokens, type TokenContext, type Tokens } from './token.ts'

const ROOT = 'https://api.weixin.qq.com'
const TIMEOUT_MS = 10 * SECOND_MS
const FILE_TIMEOUT_MS = 60 * SECOND_MS

export type Answer = Readonly<Record<string, unknown>>

export interface Api {
  /** @throws {SendError} */
  call(path: string, body: object): Promise<Answer>
  /** Undefined where it says by this code that there is none. @throws {SendError} */
  get(path: string, none: number): Promise<Answer | undefined>
  /** @throws {SendError} */
  upload(kind: string, name: string, mime: string, bytes: Uint8Array): Promise<string>
  /** A file of a fan, up to so many bytes. @throws {SendError} */
  download(mediaId: string, mostBytes: number): Promise<{ readonly bytes: Uint8Array; readonly type: string }>
  readonly tokens: Tokens
}

/** It was asked for a token and said no. */
export class TokenRefusal extends Error {
  readonly code: number
  constructor(code: number) {
    super(refusalOf(code).reason)
    this.code = code
  }
}

export function createApi({ appId, appSecret = '', apiRoot = ROOT }: WeChatOptions, context: TokenContext): Api {
  const { clock } = context
  const root = apiRoot.replace(/\/$/, '')

  async function fetched(url: string, init: RequestInit, timeoutMs: number): Promise<Response> {
    let answer: Response
    try {
      answer = await fetch(url, { ...init, signal: AbortSignal.timeout(timeoutMs) })
    } catch {
      throw new SendError('WeChat cannot be reached', { isPermanent: false })
    }
    if (answer.status !== 200) {
      await answer.body?.cancel()
      throw new SendError(`WeChat answered with HTTP ${answer.status}`, { isPermanent: false })
    }
    return answer
  }
  async function jsonOf(answer: Response): Promise<Answer> {
    const read: unknown = await answer.json().catch(() => undefined)
    if (typeof read !== 'object' || read === null)
      throw new SendError('WeChat answered with what is no JSON', { isPermanent: false })
    return read as Answer
  }
  const post = async (path: string, body: object) =>
    await jsonOf(
      await fetched(
        `${root}${path}`,
        { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) },
        TIMEOUT_MS,
      ),
    )

  const tokens = createTokens(
    async (isForced) => {
      const asked = { grant_type: 'client_credential', appid: appId, secret: appSecret, force_refresh: isForced }
      const { access_token: value, expires_in: seconds, errcode } = await post('/cgi-bin/stable_token', asked)
      if (typeof value === 'string' && value !== '') return { value, forMs: Number(seconds ?? 7200) * SECOND_MS }
      throw new TokenRefusal(Number(errcode ?? -1))
    },
    context,
    appId,
  )

  /** With the token; a refused one is asked for anew, at the most twice. */
  async function withToken(work: (token: string) => Promise<Answer>): Promise<Answer> {
    for (let tries = 0; ; tries += 1) {
      let token: string
      try {
        token = await tokens.get()
      } catch (error) {
        throw error instanceof TokenRefusal ? tokenError(error, clock.now()) : error
      }
      const answer = await work(token)
      const code = Number(answer.errcode ?? 0)
      if (code === 0) return answer
      if (!isTokenRefused(code) || tries === 2) throw sendErrorOf(code, clock.now())
      try {
        await tokens.refused(token)
      } catch (error) {
        throw error instanceof TokenRefusal ? tokenError(error, clock.now()) : error
      }
    }
  }
  const tokened = (path: string, token: string) => `${path}access_token=${encodeURIComponent(token)}`

  return {
    tokens,
    call: (path, body) => withToken((token) => post(tokened(`${path}?`, token), body)),
    async get(path, none) {
      let isThere = true
      const answer = await withToken(async (token) => {
        const said = await jsonOf(await fetched(`${root}${tokened(`${path}?`, token)}`, {}, TIMEOUT_MS))
        isThere = Number(said.errcode ?? 0) !== none
        return isThere ? said : {}
      })
      return isThere ? answer : undefined
    },
    async upload(kind, name, mime, bytes) {
      const answer = await withToken(async (token) => {
        const form = new FormData()
        form.append('media', new Blob([new Uint8Array(bytes)], { type: mime }), name)
        const url = `${root}${tokened(`/cgi-bin/media/upload?type=${kind}&`, token)}`
        return await jsonOf(await fetched(url, { method: 'POST', body: form }, FILE_TIMEOUT_MS))
      })
      const mediaId = answer.media_id ?? answer.thumb_media_id
      if (typeof mediaId !== 'string') throw new SendError('WeChat kept no file', { isPermanent: false })
      return mediaId
    },
    async download(mediaId, mostBytes) {
      let file: { readonly bytes: Uint8Array; readonly type: string } | undefined
      const said = await withToken(async (token) => {
        const url = `${root}${tokened(`/cgi-bin/media/get?media_id=${encodeURIComponent(mediaId)}&`, token)}`
        const answer = await fetched(url, {}, FILE_TIMEOUT_MS)
        const type = answer.headers.get('content-type') ?? ''
        if (/json|text\/plain/.test(type)) return await jsonOf(answer)
        file = { bytes: await bytesOf(answer, mostBytes), type }
        return {}
      })
      if (file) return file
      // Videos lie elsewhere, and are told by their address.
      if (typeof said.video_url !== 'string') throw new SendError('WeChat gave no file', { isPermanent: true })
      const answer = await fetched(said.video_url, {}, FILE_TIMEOUT_MS)
      return { bytes: await bytesOf(answer, mostBytes), type: answer.headers.get('content-type') ?? 'video/mp4' }
    },
  }
}

/** A key that is wrong is wrong for every message: they wait until it is set right. */
function tokenError({ code }: TokenRefusal, now: number): SendError {
  const { reason, isOperators } = refusalOf(code)
  return isOperators ? new SendError(reason, { isPermanent: false, retryAfterMs: 300_000 }) : sendErrorOf(code, now)
}

/** @throws {SendError} where it is larger */
async function bytesOf(answer: Response, mostBytes: number): Promise<Uint8Array> {
  const bytes = await bytesUpTo(answer, mostBytes)
  if (bytes) return bytes
  throw new SendError('The file is too large.', { isPermanent: true, isMediaRefused: true })
}
