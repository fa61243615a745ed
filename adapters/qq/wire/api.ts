/** Calls of QQ's API. Whether it took something, its code tells and not its status alone; the token stands in a header, which no error shows. */
import { type AdapterContext, type Clock, SECOND_MS, SendError } from '#mascot'
import type { QQOptions } from '../options.ts'
import { isInAudit, isSaidAlready, type Refused, sendErrorOf } from './errors.ts'

const API_ROOT = 'https://api.sgroup.qq.com'
const TOKEN_ROOT = 'https://bots.qq.com'
const TOKEN_PATH = '/app/getAppAccessToken'
const TIMEOUT_MS = 10 * SECOND_MS
const FILE_TIMEOUT_MS = 60 * SECOND_MS
/** The last minute of a token is shared with its successor. */
const EARLY_MS = 60 * SECOND_MS
const TRACE = 'x-tps-trace-id'

export type Answer = Readonly<Record<string, unknown>>
type Method = 'GET' | 'POST' | 'PUT'

export interface Api {
  /** @throws {Refusal} with QQ's code @throws {SendError} where it cannot be asked */
  call(method: Method, path: string, body?: object, isFile?: boolean): Promise<Answer>
  /** @throws {Refusal} @throws {SendError} */
  token(): Promise<string>
}

/** QQ said no. `answer`: all of what it said. */
export class Refusal extends Error {
  readonly refused: Refused
  readonly answer: Answer
  constructor(refused: Refused, answer: Answer = {}) {
    super(sendErrorOf(refused).message)
    this.refused = refused
    this.answer = answer
  }
}

export function createApi(
  { appId, secret, apiRoot = API_ROOT, tokenRoot = TOKEN_ROOT }: QQOptions,
  { clock, log }: { readonly clock: Pick<Clock, 'now'>; readonly log?: Pick<AdapterContext['log'], 'warn'> },
): Api {
  let known: { readonly value: string; readonly until: number } | undefined
  let asking: Promise<string> | undefined

  async function fetched(url: string, init: RequestInit, timeoutMs: number): Promise<[Response, Answer]> {
    let answer: Response
    let text: string
    try {
      answer = await fetch(url, { ...init, redirect: 'error', signal: AbortSignal.timeout(timeoutMs) })
      text = await answer.text()
    } catch {
      throw new SendError('QQ cannot be reached', { isPermanent: false })
    }
    return [answer, jsonIn(text)]
  }

  async function askToken(): Promise<string> {
    const body = JSON.stringify({ appId, clientSecret: secret })
    const [{ status }, said] = await fetched(
      `${rootOf(tokenRoot)}${TOKEN_PATH}`,
      { method: 'POST', headers: { 'content-type': 'application/json' }, body },
      TIMEOUT_MS,
    )
    const { access_token: value, expires_in: seconds } = said
    if (typeof value !== 'string' || value === '') throw new Refusal({ status, code: codeIn(said) || 100016 }, said)
    known = { value, until: clock.now() + Math.max(Number(seconds) * SECOND_MS - EARLY_MS, EARLY_MS / 2) }
    return value
  }
  async function token(): Promise<string> {
    if (known && known.until > clock.now()) return known.value
    asking ??= askToken().finally(() => {
      asking = undefined
    })
    return await asking
  }

  async function once(method: Method, path: string, body: object | undefined, isFile: boolean): Promise<Answer> {
    const headers = { authorization: `QQBot ${await token()}`, 'content-type': 'application/json' }
    const [{ status, headers: theirs }, answer] = await fetched(
      `${rootOf(apiRoot)}${path}`,
      { method, headers, ...(body && { body: JSON.stringify(body) }) },
      isFile ? FILE_TIMEOUT_MS : TIMEOUT_MS,
    )
    const code = codeIn(answer)
    if (status < 300 && (code === 0 || isInAudit(code))) return answer
    if (isInAudit(code) || isSaidAlready(code)) return answer
    const seconds = Number(theirs.get('retry-after') ?? Number.NaN)
    const trace = theirs.get(TRACE)
    if (trace !== null) log?.warn({ code, status, trace }, 'QQ refused a call')
    throw new Refusal({ status, code, ...(seconds > 0 && { retryAfterMs: seconds * SECOND_MS }) }, answer)
  }

  return {
    token,
    async call(method, path, body, isFile = false) {
      const used = known?.value
      try {
        return await once(method, path, body, isFile)
      } catch (error) {
        // A token may end before its time; one that is new already is asked for no further.
        if (!(error instanceof Refusal) || error.refused.status !== 401) throw error
        if (known?.value === used || used === undefined) known = undefined
        return await once(method, path, body, isFile)
      }
    },
  }
}

const rootOf = (root: string) => root.replace(/\/$/, '')

/** Empty where it is no JSON: a success without a word, or a fault that the status tells. */
function jsonIn(text: string): Answer {
  try {
    const read: unknown = JSON.parse(text)
    return typeof read === 'object' && read !== null ? (read as Answer) : {}
  } catch {
    return {}
  }
}

/** 0 where there is none. */
export function codeIn({ code, err_code: other }: Answer): number {
  const read = Number(code ?? other ?? 0)
  return Number.isInteger(read) ? read : 0
}
