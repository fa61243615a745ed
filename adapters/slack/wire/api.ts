/** Calls of Slack's Web API. The token stands in a header, is shown to servers of Slack's alone, and to no error. */
import { broughtBytes, SECOND_MS, SendError } from '#mascot'
import type { SlackOptions } from '../options.ts'
import { Refusal } from './errors.ts'

const ROOT = 'https://slack.com/api'
const TIMEOUT_MS = 15 * SECOND_MS
const FILE_TIMEOUT_MS = 60 * SECOND_MS
const slackServers = /(?:^|\.)slack(?:-gov)?\.com$/

export type Data = Readonly<Record<string, unknown>>
type Values = Readonly<Record<string, string | number | boolean | object | undefined>>

export interface Api {
  /** Slack's answer, which said `ok`. `patienceMs`: how long it may take. @throws {SendError} */
  call(method: string, values?: Values, patienceMs?: number): Promise<Data>
  /** Who we are, and what we may do. @throws {SendError} */
  whoWeAre(): Promise<{ readonly said: Data; readonly rights: readonly string[] }>
  /** Slack's reference to a file that nobody sees yet. @throws {SendError} */
  upload(name: string, bytes: Uint8Array): Promise<string>
  /** A file of a fan, up to so many bytes. @throws {SendError} */
  download(url: string, mime: string, mostBytes: number): Promise<Uint8Array>
}

export function createApi({ token, apiRoot = ROOT }: Pick<SlackOptions, 'token' | 'apiRoot'>): Api {
  const root = apiRoot.replace(/\/$/, '')

  async function fetched(url: string, init: RequestInit, timeoutMs: number): Promise<Response> {
    try {
      return await fetch(url, { ...init, redirect: 'error', signal: AbortSignal.timeout(timeoutMs) })
    } catch {
      throw new SendError('Slack cannot be reached', { isPermanent: false })
    }
  }
  const ours = { authorization: `Bearer ${token}` }

  async function asked(method: string, values: Values = {}, timeoutMs = TIMEOUT_MS) {
    const form = new URLSearchParams()
    for (const [name, value] of Object.entries(values))
      if (value !== undefined) form.set(name, typeof value === 'object' ? JSON.stringify(value) : String(value))
    const answer = await fetched(`${root}/${method}`, { method: 'POST', body: form, headers: ours }, timeoutMs)
    const read: unknown = await answer.json().catch(() => undefined)
    const said = typeof read === 'object' && read !== null ? (read as Data) : {}
    if (answer.ok && said.ok === true) return { said, headers: answer.headers }
    const seconds = Number(answer.headers.get('retry-after') ?? Number.NaN)
    // An answer that is none of Slack's comes from something in between.
    const status = answer.ok && said.ok === undefined ? 502 : answer.status
    throw new Refusal({
      ...{ method, status, code: typeof said.error === 'string' ? said.error : '' },
      ...(seconds > 0 && { retryAfterMs: seconds * SECOND_MS }),
    })
  }
  /** A server in Slack's place gives its own files, and takes them. */
  function isSlacks(url: unknown): url is string {
    if (typeof url !== 'string' || !URL.canParse(url)) return false
    const { protocol, hostname, origin } = new URL(url)
    const here = new URL(root)
    return slackServers.test(here.hostname)
      ? protocol === 'https:' && slackServers.test(hostname)
      : origin === here.origin
  }

  return {
    call: async (method, values, patienceMs) => (await asked(method, values, patienceMs)).said,
    async whoWeAre() {
      const { said, headers } = await asked('auth.test')
      return { said, rights: (headers.get('x-oauth-scopes') ?? '').split(',').map((one) => one.trim()) }
    },
    async upload(name, bytes) {
      const { said } = await asked('files.getUploadURLExternal', { filename: name, length: bytes.length })
      const { upload_url: url, file_id: id } = said
      if (!isSlacks(url) || typeof id !== 'string') throw new SendError('Slack kept no file', { isPermanent: false })
      // The address itself is the right to it: no token goes along.
      const body = new Blob([new Uint8Array(bytes)])
      const answer = await fetched(url, { method: 'POST', body }, FILE_TIMEOUT_MS)
      if (!answer.ok) throw new SendError(`Slack did not take the file: ${answer.status}`, { isPermanent: false })
      return id
    },
    async download(url, mime, mostBytes) {
      if (!isSlacks(url)) throw new SendError('there is no file of Slack’s in it', { isPermanent: true })
      const answer = await fetched(url, { headers: ours }, FILE_TIMEOUT_MS)
      if (!answer.ok) throw new SendError(`Slack does not give the file: ${answer.status}`, { isPermanent: true })
      // Who lacks the right gets the page to sign in, with 200.
      if (/^text\/html/.test(answer.headers.get('content-type') ?? '') && !/^text\//.test(mime))
        throw new SendError('Slack does not give files: the app needs files:read', { isPermanent: true })
      return await broughtBytes(answer, mostBytes)
    },
  }
}
