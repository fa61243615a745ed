/** One POST of JSON to paths under one address: how adapters speak to an API that has no client as quick. */
import { createConnections } from './connections.ts'

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
}

/** `root`: what stands before each path, with a query of its own if it has one. */
export function createPost(root: string, { headers: own = {} }: PostOptions = {}): Post {
  const send = createConnections()
  const headers = { 'content-type': 'application/json', 'user-agent': 'mascot', ...own }
  const urls = new Map<string, string>()
  function urlOf(path: string): string {
    const known = urls.get(path)
    if (known !== undefined) return known
    const url = new URL(root)
    url.pathname = `${url.pathname.replace(/\/$/, '')}${path}`
    urls.set(path, url.href)
    return url.href
  }
  return async (path, body, signal, timeoutMs) => {
    const {
      status,
      headers: answered,
      text,
    } = await send(urlOf(path), {
      ...{ headers, signal, timeoutMs },
      body: Buffer.from(body),
    })
    return { status, header: (name) => answered[name]?.toString(), text }
  }
}
