/** A browser without a screen: it offers what its visitor says in order until it is taken, as the page does, and reads when it is told to. */
import { randomUUID } from 'node:crypto'
import { setImmediate } from 'node:timers/promises'
import type { Line } from '../../adapters/web/wire.ts'
import type { Adapter } from '../../src/ports/adapter.ts'

export interface Visitor {
  /** As read last. */
  readonly lines: readonly Line[]
  reads(): Promise<void>
  /** The server is another one from now on, as after a start of the program. */
  meets(adapter: Adapter): void
  asks(path: string, init?: RequestInit & { readonly peer?: string }): Promise<Response>
  /** Into the browser; it goes on from there by itself. */
  says(text: string): void
  presses(label: string): void
  sendsFile(name: string, bytes: Uint8Array): void
  leaves(): void
}

export function createVisitor(token: string | undefined): Visitor {
  const waiting: { readonly path: string; readonly init: RequestInit }[] = []
  let lines: readonly Line[] = []
  let adapter: Adapter | undefined
  let isOver = false
  let isPumping = false
  /** Who met a server before the one there is now has nothing to do any more. */
  let met = 0

  async function ask(
    path: string,
    { peer, ...init }: RequestInit & { readonly peer?: string } = {},
  ): Promise<Response> {
    const { method = 'GET' } = init
    const route = adapter?.routes?.().find((one) => one.method === method && one.path === '/chat/*')
    if (!route) return Response.error()
    const headers = new Headers(init.headers)
    if (token !== undefined && !headers.has('authorization')) headers.set('authorization', `Bearer ${token}`)
    return await route.handle(
      new Request(`http://chat.test/chat/api/${path}`, { ...init, headers }),
      peer ?? '203.0.113.7',
    )
  }

  async function pump(): Promise<void> {
    if (isPumping) return
    isPumping = true
    const mine = met
    while (waiting[0] !== undefined && !isOver && mine === met) {
      const { path, init } = waiting[0]
      const answer = await ask(path, init)
      if (mine !== met) return
      if (answer.ok) waiting.shift()
      else await setImmediate()
    }
    isPumping = false
  }

  const offer = (path: string, init: RequestInit) => {
    waiting.push({ path, init: { method: 'POST', ...init } })
    void pump()
  }
  const post = (path: string, body: object) => offer(path, { body: JSON.stringify({ id: randomUUID(), ...body }) })
  return {
    get lines() {
      return lines
    },
    async reads() {
      const answer = await ask('lines')
      const read = (await answer.json()) as { readonly lines: readonly Line[] }
      lines = read.lines
    },
    meets(next) {
      adapter = next
      met += 1
      isPumping = false
      void pump()
    },
    asks: ask,
    says: (text) => post('say', { text, lang: 'en-GB' }),
    presses(label) {
      const line = lines.findLast(({ buttons = [] }) => buttons.some((one) => one.label === label))
      const nth = line?.buttons?.findIndex((one) => one.label === label) ?? -1
      post('press', { line: line?.id, nth, label })
    },
    sendsFile: (name, bytes) =>
      offer(`file?${new URLSearchParams({ id: randomUUID(), name })}`, { body: new Uint8Array(bytes) }),
    leaves() {
      isOver = true
    },
  }
}
