/** Calls of LINE's Messaging API. The token stands in a header, which no error shows. */
import { broughtBytes, HOUR_MS, MINUTE_MS, SECOND_MS, SendError } from '#mascot'
import type { LineOptions } from '../options.ts'

const API_ROOT = 'https://api.line.me'
const DATA_ROOT = 'https://api-data.line.me'
const TIMEOUT_MS = 10 * SECOND_MS
const FILE_TIMEOUT_MS = 60 * SECOND_MS
const Status = { conflict: 409, many: 429, notYet: 202, missing: 404 } as const

export type Answer = Readonly<Record<string, unknown>>

/** LINE said no. `says`: its own words, which tell its refusals apart. */
export class Refusal extends SendError {
  readonly status: number
  readonly says: string
  constructor(status: number, says: string, retryAfterMs: number | undefined) {
    super(reasonOf(status, says), kindOf(status, says, retryAfterMs))
    this.status = status
    this.says = says
  }
}

export interface Api {
  /** @throws {SendError} */
  get(path: string, timeoutMs?: number): Promise<Answer>
  /**
   * `key`: under which LINE takes it once, for calls that know one. What it took before under the same is no error.
   * @throws {SendError}
   */
  post(path: string, body: object, key?: string): Promise<Answer>
  /** A file of a fan, up to so many bytes. @throws {SendError} */
  download(messageId: string, mostBytes: number): Promise<{ readonly bytes: Uint8Array; readonly type: string }>
}

export function createApi({ token, apiRoot = API_ROOT, dataRoot = DATA_ROOT }: LineOptions): Api {
  const authorization = `Bearer ${token}`

  async function fetched(url: string, init: RequestInit, timeoutMs: number): Promise<Response> {
    const headers = { ...(init.headers as Record<string, string> | undefined), authorization }
    try {
      return await fetch(url, { ...init, headers, redirect: 'error', signal: AbortSignal.timeout(timeoutMs) })
    } catch {
      throw new SendError('LINE cannot be reached', { isPermanent: false })
    }
  }
  async function asked(path: string, init: RequestInit, timeoutMs = TIMEOUT_MS): Promise<Answer> {
    const answer = await fetched(`${apiRoot.replace(/\/$/, '')}${path}`, init, timeoutMs)
    const read: unknown = await answer.json().catch(() => undefined)
    const said = typeof read === 'object' && read !== null ? (read as Answer) : {}
    if (answer.ok || answer.status === Status.conflict) return said
    const seconds = Number(answer.headers.get('retry-after') ?? Number.NaN)
    throw new Refusal(answer.status, String(said.message ?? ''), seconds > 0 ? seconds * SECOND_MS : undefined)
  }
  return {
    get: (path, timeoutMs) => asked(path, {}, timeoutMs),
    post: (path, body, key) =>
      asked(path, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...(key !== undefined && { 'x-line-retry-key': key }) },
        body: JSON.stringify(body),
      }),
    async download(messageId, mostBytes) {
      const url = `${dataRoot.replace(/\/$/, '')}/v2/bot/message/${encodeURIComponent(messageId)}/content`
      const answer = await fetched(url, {}, FILE_TIMEOUT_MS)
      if (answer.status === Status.notYet) throw new SendError('LINE still prepares the file', { isPermanent: false })
      if (!answer.ok) throw new SendError(`LINE does not give the file: ${answer.status}`, { isPermanent: true })
      return { bytes: await broughtBytes(answer, mostBytes), type: answer.headers.get('content-type') ?? '' }
    },
  }
}

/** LINE answers 429 for both: too fast, and no more this month. */
const isQuota = (says: string) => /monthly limit/i.test(says)
export const isTokenOver = ({ says }: Refusal) => /invalid reply token/i.test(says)
export const isOperators = (status: number) => status === 401 || status === 403

function reasonOf(status: number, says: string): string {
  if (isOperators(status)) return 'LINE refuses the token: check LINE_TOKEN and what the channel may do'
  if (status === Status.many)
    return isQuota(says) ? 'the messages of this month are used up: raise the plan in the console' : 'too many at once'
  if (status === Status.missing) return 'there is no such talk any more'
  if (status >= 500) return 'LINE is busy'
  return `LINE refused it (${status})`
}

function kindOf(status: number, says: string, retryAfterMs: number | undefined) {
  if (isOperators(status)) return { isPermanent: false, retryAfterMs: 5 * MINUTE_MS }
  if (status === Status.many)
    return { isPermanent: false, retryAfterMs: retryAfterMs ?? (isQuota(says) ? HOUR_MS : 5 * SECOND_MS) }
  if (status === Status.missing) return { isPermanent: true, isThreadGone: true }
  return { isPermanent: status < 500 }
}
