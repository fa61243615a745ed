/** What an adapter is started with in tests: takes what it hands over as the inbox would, on command fails or hangs, and remembers cursors. */
import type { ThreadEvent } from '../../src/domain/event.ts'
import type { ThreadId } from '../../src/domain/ids.ts'
import type { InboundMessage } from '../../src/domain/message.ts'
import type { AdapterContext, Face, Heard } from '../../src/ports/adapter.ts'
import type { Clock } from '../../src/ports/clock.ts'
import { createManualClock } from './manual-clock.ts'

export interface LogLine {
  readonly level: 'debug' | 'info' | 'warn' | 'error'
  readonly details: object
  readonly message: string
}

export interface AdapterHost {
  /** For one run of an adapter; several share what is durable. */
  context(): AdapterContext
  /** Durable messages in the order they came; a pair (threadId, id) stands here once. */
  readonly messages: readonly InboundMessage[]
  readonly events: readonly ThreadEvent[]
  /** Every message of every call, also of repeated and failed ones. */
  readonly offered: readonly InboundMessage[]
  readonly cursors: ReadonlyMap<string, string>
  readonly logged: readonly LogLine[]
  /** Whether the platform could be heard, each time that changed. */
  readonly connections: readonly boolean[]
  /** The next `times` calls of receive reject; nothing of them is kept. */
  failNext(times: number): void
  /** Calls of receive from now on neither end nor keep anything, as if the program had been killed in them. */
  hang(): void
  /** New calls work again; those that hang go on hanging. */
  recover(): void
  /** Rejects the calls that hang, so that their adapters can stop. */
  release(): void
  /** Resolves as soon as the condition holds; looks again after every call of receive and every line logged. */
  until(condition: () => boolean): Promise<void>
}

export const plainFace: Face = {
  name: 'Pip',
  nicknames: ['Pippo'],
  brand: 'Tidewater Coffee',
  languages: ['en'],
  colour: '#0a6b78',
  symbol: '●',
  commands: [
    { name: 'help', about: { en: 'What I can do', zh: '我能做什么' } },
    { name: 'quiet', about: { en: 'Keep quiet in this group for a while' } },
    { name: 'mydata', about: { en: 'Show what is kept' } },
  ],
}

/** `clock` absent: every wait passes at once. */
export function createAdapterHost(options: { readonly clock?: Clock; readonly face?: Face } = {}): AdapterHost {
  const { clock = createManualClock({ skipsBelowMs: Number.MAX_SAFE_INTEGER }), face = plainFace } = options
  const durable = new Map<string, InboundMessage>()
  const events: ThreadEvent[] = []
  const offered: InboundMessage[] = []
  const cursors = new Map<string, string>()
  const logged: LogLine[] = []
  const connections: boolean[] = []
  const waiting = new Set<() => void>()
  let failures = 0
  let isHanging = false
  const hung = Promise.withResolvers<never>()
  hung.promise.catch(() => {})
  const look = () => {
    for (const check of [...waiting]) check()
  }

  async function receive(heard: Heard): Promise<void> {
    offered.push(...heard.messages)
    look()
    if (isHanging) await hung.promise
    if (failures > 0) {
      failures -= 1
      throw new Error('the database is away')
    }
    for (const message of heard.messages) {
      const key = `${message.threadId} ${message.id}`
      if (!durable.has(key)) durable.set(key, message)
    }
    events.push(...(heard.events ?? []))
    if (heard.cursor) cursors.set(heard.cursor.name, heard.cursor.value)
    look()
  }

  const line = (level: LogLine['level']) => (details: object, message: string) => {
    logged.push({ level, details, message })
    look()
  }
  return {
    get messages() {
      return [...durable.values()]
    },
    events,
    offered,
    cursors,
    logged,
    connections,
    failNext(times) {
      failures = times
    },
    hang() {
      isHanging = true
    },
    recover() {
      isHanging = false
    },
    release() {
      hung.reject(new Error('the process is gone'))
    },
    context: () => ({
      receive,
      face,
      clock,
      connected(isUp) {
        if (connections.at(-1) !== isUp) connections.push(isUp)
        look()
      },
      log: { debug: line('debug'), info: line('info'), warn: line('warn'), error: line('error') },
      cursor: async (name) => cursors.get(name),
      threads: async (within) =>
        lastHeard([...durable.values()]).filter(({ threadId }) => !within || threadId.startsWith(`${within}:`)),
    }),
    until(condition) {
      return new Promise((resolve) => {
        const check = () => {
          if (!condition()) return
          waiting.delete(check)
          resolve()
        }
        waiting.add(check)
        check()
      })
    },
  }
}

function lastHeard(messages: readonly InboundMessage[]) {
  const last = new Map<ThreadId, string>(messages.map(({ threadId, id }) => [threadId, id]))
  return [...last].map(([threadId, lastMessageId]) => ({ threadId, lastMessageId }))
}
