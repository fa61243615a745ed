/** Asks the server. Every answer is data or a `Problem`; nothing here shows anything. */
import type { Hello, Line, Refused, Riddle } from '../../wire.ts'
import { solve } from './solve.ts'

const KEY = 'mascot-visitor'
const AGAIN_MS = 3_000
const api = new URL('api/', new URL('./', location.href))

export class Problem extends Error {
  readonly refused: Refused
  constructor(refused: Refused) {
    super(refused.error)
    this.refused = refused
  }
}

let token = read()
let riddle: Riddle | undefined

/** A browser that keeps nothing still talks, until it is closed. */
function read(): string | undefined {
  try {
    return localStorage.getItem(KEY) ?? undefined
  } catch {
    return undefined
  }
}

function keep(given: string | undefined): void {
  token = given
  try {
    if (given === undefined) localStorage.removeItem(KEY)
    else localStorage.setItem(KEY, given)
  } catch {}
}

export const isVisitor = () => token !== undefined

async function ask(path: string, init: RequestInit = {}): Promise<Response> {
  const headers = new Headers(init.headers)
  if (token !== undefined) headers.set('authorization', `Bearer ${token}`)
  const answer = await fetch(new URL(path, api), { ...init, headers, credentials: 'omit' }).catch(() => undefined)
  if (answer === undefined) throw new Problem({ error: 'busy' })
  if (answer.ok) return answer
  const refused: Refused = await answer.json().catch(() => ({ error: 'busy' }))
  if (refused.error === 'unknown') keep(undefined)
  throw new Problem(refused)
}

const post = (path: string, body: object) =>
  ask(path, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) })

export async function hello(): Promise<Hello> {
  const found: Hello = await (await post('hello', { langs: navigator.languages })).json()
  if (!found.isKnown) keep(undefined)
  riddle = found.riddle
  return found
}

/** Only who says something becomes a visitor. */
export async function becomeVisitor(onProving: () => void): Promise<void> {
  if (token !== undefined) return
  // One that was solved, or grew old, is no good a second time.
  const asked = riddle ?? (await hello()).riddle
  riddle = undefined
  if (asked) onProving()
  const answer = asked ? await solve(asked) : ''
  const given: { token: string } = await (await post('visit', { challenge: asked?.challenge ?? '', answer })).json()
  keep(given.token)
}

export async function lines(): Promise<readonly Line[]> {
  const found: { lines: readonly Line[] } = await (await ask('lines')).json()
  return found.lines
}

const lang = () => navigator.language
export const say = (id: string, text: string) => post('say', { id, text, lang: lang() })
export const press = (id: string, line: string, nth: number, label: string) =>
  post('press', { id, line, nth, label, lang: lang() })
export const sendFile = (id: string, file: File) =>
  ask(`file?${new URLSearchParams({ id, name: file.name, lang: lang() })}`, { method: 'POST', body: file })
/** What has left a moment ago may not be written down yet where another process sent it: it is asked for once more. */
export async function fileAt(path: string): Promise<Blob> {
  const first = await ask(path).catch(() => undefined)
  if (first) return await first.blob()
  await new Promise((resolve) => setTimeout(resolve, AGAIN_MS))
  return await (await ask(path)).blob()
}
export const avatar = new URL('avatar', api).href

/** Reads server-sent events until the connection ends. `EventSource` cannot show a token without writing it into an address. */
export async function listen(on: (event: string, data: unknown) => void, signal: AbortSignal): Promise<void> {
  const { body } = await ask('stream', { signal })
  const reader = body?.pipeThrough(new TextDecoderStream()).getReader()
  for (let text = ''; reader; ) {
    const { value, done } = await reader.read()
    if (done) return
    text += value
    const blocks = text.split('\n\n')
    text = blocks.pop() ?? ''
    for (const block of blocks) {
      const fields = new Map(
        block.split('\n').map((line) => [line.split(': ', 1)[0] ?? '', line.slice(line.indexOf(': ') + 2)]),
      )
      const event = fields.get('event')
      if (event !== undefined) on(event, JSON.parse(fields.get('data') ?? '{}'))
    }
  }
}
