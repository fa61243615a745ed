/** A browser as far as the desk's server sees one: a cookie, an origin, a csrf, and an open line of events. */
import { expect } from 'vitest'
import type { ActRequest, ActResponse, CaseDetail, Me, Problem } from '../../adapters/desk/wire.ts'

export interface Answered<T> {
  readonly status: number
  readonly headers: Headers
  readonly body: T & { readonly error?: Problem }
}

export interface DeskEvent {
  /** `ping`: a comment that keeps the line open. */
  readonly event: string
  readonly data: unknown
}

export interface Events extends AsyncDisposable {
  /** Waits for the next event that fits; those before it are passed over. */
  next(fits: (event: DeskEvent) => boolean): Promise<DeskEvent>
  /** Resolves when the server has ended the line. */
  readonly ended: Promise<void>
}

export interface DeskClient {
  readonly url: string
  me: Me
  cookie: string
  get<T = object>(path: string, headers?: Record<string, string>): Promise<Answered<T>>
  /** As the page sends it; `headers` replace its own, an empty one is left out. */
  post<T = object>(path: string, body?: unknown, headers?: Record<string, string>): Promise<Answered<T>>
  act(caseId: string, request: ActRequest): Promise<Answered<ActResponse>>
  read(caseId: string): Promise<CaseDetail>
  upload(caseId: string, name: string, bytes: Uint8Array): Promise<Answered<{ id: string }>>
  events(): Promise<Events>
}

/** Nobody yet: every request goes without a cookie. */
export function createDeskClient(url: string): DeskClient {
  const client: DeskClient = {
    url,
    me: { csrf: '' } as Me,
    cookie: '',
    get: (path, headers = {}) => ask(path, { headers: { cookie: client.cookie, ...headers } }),
    post(path, body = {}, headers = {}) {
      const own = { 'content-type': 'application/json', origin: url, 'x-mascot-csrf': client.me.csrf }
      const all = Object.entries({ ...own, cookie: client.cookie, ...headers }).filter(([, value]) => value !== '')
      return ask(path, { method: 'POST', headers: Object.fromEntries(all), body: JSON.stringify(body) })
    },
    act: (id, request) => client.post(`/cases/${id}/act`, request),
    async read(id) {
      const { status, body } = await client.get<CaseDetail>(`/cases/${id}`)
      expect(status).toBe(200)
      return body
    },
    async upload(id, name, bytes) {
      const form = new FormData()
      form.append('file', new File([new Uint8Array(bytes)], name))
      const headers = { origin: url, 'x-mascot-csrf': client.me.csrf, cookie: client.cookie }
      return await ask(`/cases/${id}/files`, { method: 'POST', headers, body: form })
    },
    async events() {
      const response = await fetch(`${url}/desk/api/events`, { headers: { cookie: client.cookie } })
      expect([response.status, response.headers.get('content-type')]).toEqual([200, 'text/event-stream; charset=utf-8'])
      return listen(response)
    },
  }
  async function ask<T>(path: string, init: RequestInit): Promise<Answered<T>> {
    const response = await fetch(path.startsWith('/desk') ? `${url}${path}` : `${url}/desk/api${path}`, {
      redirect: 'manual',
      ...init,
    })
    const text = await response.text()
    const isJson = response.headers.get('content-type') === 'application/json'
    const body: Answered<T>['body'] = isJson ? JSON.parse(text) : { text }
    return { status: response.status, headers: response.headers, body }
  }
  return client
}

/** Opens a one-time link as the page does. */
export async function signIn(link: string): Promise<DeskClient> {
  const client = createDeskClient(new URL(link).origin)
  const { status, body, headers } = await client.post<Me>('/sign-in', { secret: secretOf(link) })
  expect(status).toBe(200)
  client.me = body
  client.cookie = headers.get('set-cookie')?.split(';')[0] ?? ''
  return client
}

export function secretOf(link: string): string {
  return new URL(link).hash.slice('#in='.length)
}

function listen(response: Response): Events {
  const reader = (response.body as ReadableStream<Uint8Array>).getReader()
  const heard: DeskEvent[] = []
  const waiting = new Set<() => void>()
  const ended = (async () => {
    const decoder = new TextDecoder()
    let text = ''
    for (;;) {
      const { done, value } = await reader.read().catch(() => ({ done: true as const, value: undefined }))
      if (done) break
      text += decoder.decode(value, { stream: true })
      const parts = text.split('\n\n')
      text = parts.pop() ?? ''
      for (const part of parts) {
        const [, event = '', data = ''] = /^event: (.*)\ndata: (.*)$/.exec(part) ?? []
        if (event) heard.push({ event, data: JSON.parse(data) })
        else if (part === ':') heard.push({ event: 'ping', data: {} })
      }
      for (const look of waiting) look()
    }
  })()
  return {
    ended,
    next: (fits) =>
      new Promise((resolve) => {
        const look = () => {
          const at = heard.findIndex(fits)
          const found = heard[at]
          if (found === undefined) return
          heard.splice(0, at + 1)
          waiting.delete(look)
          resolve(found)
        }
        waiting.add(look)
        look()
      }),
    async [Symbol.asyncDispose]() {
      await reader.cancel().catch(() => undefined)
      await ended
    },
  }
}
