/** Calls of WhatsApp's Cloud API. The token stands in a header, is shown to servers of Meta's alone, and to no error. */
import { broughtBytes, SECOND_MS, SendError, tooLarge } from '#mascot'
import type { WhatsAppOptions } from '../options.ts'
import { sendErrorOf } from './errors.ts'

const ROOT = 'https://graph.facebook.com/v24.0'
const TIMEOUT_MS = 15 * SECOND_MS
const FILE_TIMEOUT_MS = 60 * SECOND_MS
/** Where files of talks lie. */
const fileServers = /(?:^|\.)(?:fbsbx\.com|facebook\.com|fbcdn\.net|whatsapp\.net)$/

export type Answer = Readonly<Record<string, unknown>>

export interface Api {
  /** @throws {SendError} */
  get(path: string): Promise<Answer>
  /** @throws {SendError} */
  post(path: string, body: object): Promise<Answer>
  /** The platform's reference to it, good for thirty days. @throws {SendError} */
  upload(number: string, name: string, mime: string, bytes: Uint8Array): Promise<string>
  /** A file of a fan, up to so many bytes. @throws {SendError} */
  download(id: string, mostBytes: number): Promise<{ readonly bytes: Uint8Array; readonly type: string }>
}

/** WhatsApp said no. */
export class Refusal extends SendError {
  /** Of Meta's list. */
  readonly theirCode: number
  constructor(refused: Parameters<typeof sendErrorOf>[0]) {
    const { message, isPermanent, isThreadGone, isMediaRefused, isWindowClosed, retryAfterMs } = sendErrorOf(refused)
    super(message, {
      ...{ isPermanent, isThreadGone, isMediaRefused, isWindowClosed },
      ...(retryAfterMs !== undefined && { retryAfterMs }),
    })
    this.theirCode = refused.code
  }
}

export function createApi({ token, apiRoot = ROOT }: Pick<WhatsAppOptions, 'token' | 'apiRoot'>): Api {
  const root = apiRoot.replace(/\/$/, '')
  const authorization = `Bearer ${token}`

  async function fetched(url: string, init: RequestInit, timeoutMs: number): Promise<Response> {
    const headers = { ...(init.headers as Record<string, string> | undefined), authorization }
    try {
      return await fetch(url, { ...init, headers, redirect: 'error', signal: AbortSignal.timeout(timeoutMs) })
    } catch {
      throw new SendError('WhatsApp cannot be reached', { isPermanent: false })
    }
  }
  async function asked(path: string, init: RequestInit, timeoutMs = TIMEOUT_MS): Promise<Answer> {
    const answer = await fetched(`${root}/${path}`, init, timeoutMs)
    const read: unknown = await answer.json().catch(() => undefined)
    const said = typeof read === 'object' && read !== null ? (read as Answer) : {}
    const error = said.error as { readonly code?: unknown } | undefined
    if (answer.ok && error === undefined) return said
    const seconds = Number(answer.headers.get('retry-after') ?? Number.NaN)
    throw new Refusal({
      ...{ status: answer.status, code: Number(error?.code ?? 0) },
      ...(seconds > 0 && { retryAfterMs: seconds * SECOND_MS }),
    })
  }

  return {
    get: (path) => asked(path, {}),
    post: (path, body) =>
      asked(path, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
    async upload(number, name, mime, bytes) {
      const form = new FormData()
      form.append('messaging_product', 'whatsapp')
      form.append('type', mime)
      form.append('file', new Blob([new Uint8Array(bytes)], { type: mime }), name)
      const { id } = await asked(`${number}/media`, { method: 'POST', body: form }, FILE_TIMEOUT_MS)
      if (typeof id !== 'string') throw new SendError('WhatsApp kept no file', { isPermanent: false })
      return id
    },
    async download(id, mostBytes) {
      const { url, mime_type: type, file_size: size } = await asked(encodeURIComponent(id), {})
      if (Number(size) > mostBytes) throw tooLarge()
      if (typeof url !== 'string' || !isFileServer(url, apiRoot === ROOT ? undefined : root))
        throw new SendError('WhatsApp gave no file', { isPermanent: true })
      const answer = await fetched(url, {}, FILE_TIMEOUT_MS)
      if (!answer.ok) throw new SendError(`WhatsApp does not give the file: ${answer.status}`, { isPermanent: false })
      return {
        bytes: await broughtBytes(answer, mostBytes),
        type: String(type ?? answer.headers.get('content-type') ?? ''),
      }
    },
  }
}

/** `root`: another server in WhatsApp's place gives its own files. */
function isFileServer(url: string, root: string | undefined): boolean {
  if (!URL.canParse(url)) return false
  const { protocol, hostname, origin } = new URL(url)
  return root === undefined ? protocol === 'https:' && fileServers.test(hostname) : origin === new URL(root).origin
}
