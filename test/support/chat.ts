/** Whole conversations as a test can read them: `await ana.says('hi pip'); await ana.hears(/Tidewater/)`. The whole path runs; only the platform is this file. */
import { randomUUID } from 'node:crypto'
import { fileURLToPath } from 'node:url'
import { expect } from 'vitest'
import { systemClock } from '../../src/clock.ts'
import { type Config, parseConfig } from '../../src/config.ts'
import { readCommand } from '../../src/domain/command.ts'
import { accountId, type ThreadId, threadId } from '../../src/domain/ids.ts'
import { type InboundMessage, type OutboundMessage, wordsOfOutgoing } from '../../src/domain/message.ts'
import { createLog } from '../../src/log.ts'
import { type Mascot, startMascot } from '../../src/mascot.ts'
import { loadPersona } from '../../src/persona/load.ts'
import type { Persona } from '../../src/persona/persona.ts'
import type { Adapter, Receive } from '../../src/ports/adapter.ts'
import type { Clock } from '../../src/ports/clock.ts'
import type { DecisionRecord } from '../../src/ports/store.ts'

export interface ChatOptions {
  readonly databaseUrl?: string
  /** OPENAI_BASE_URL of a mock. */
  readonly modelUrl?: string
  readonly fallbackModels?: readonly string[]
  /** OPENAI_EMBEDDING_MODEL, at `modelUrl`. */
  readonly embeddingModel?: string
  readonly clock?: Clock
  /** Changes to the loaded persona. */
  readonly tune?: (persona: Persona) => Persona
  /** Told every message that is about to leave; throwing is the platform's refusal. */
  readonly beforeSend?: (message: OutboundMessage) => Promise<void> | void
  /** Reload the persona when its files are saved. */
  readonly isWatching?: boolean
  readonly leaseMs?: number
}

export interface FanVoice {
  readonly threadId: ThreadId
  says(text: string, more?: Partial<InboundMessage>): Promise<void>
  /** Waits for the next message in the thread; returns it. */
  hears(pattern?: RegExp | string): Promise<OutboundMessage>
  /** Waits until everything is settled; then there was nothing new to hear. */
  hearsNothing(): Promise<void>
  /** Presses the button of the last message heard that has this label. */
  presses(label: RegExp): Promise<void>
}

export interface Chat extends AsyncDisposable {
  readonly mascot: Mascot
  readonly persona: Persona
  /** A fan in private, or in the group named. */
  fan(name: string, options?: { readonly group?: string }): FanVoice
  /** Why, newest first. */
  reasons(fan: FanVoice): Promise<readonly DecisionRecord[]>
  /** What was logged, line by line. */
  readonly logged: readonly string[]
  /** What was logged at level error or worse. */
  readonly errors: readonly string[]
}

const personas = fileURLToPath(new URL('../../personas', import.meta.url))

/** `brand`: a folder under personas/, or a path. */
export async function startChat(brand: string, options: ChatOptions = {}): Promise<Chat> {
  const loaded = await loadPersona(brand.includes('/') ? brand : `${personas}/${brand}`)
  const quick: Persona = { ...loaded, manners: { ...loaded.manners, burstMs: 0, limits: 'off' } }
  const persona = options.tune ? options.tune(quick) : quick
  const clock = options.clock ?? systemClock
  const platform = createTestPlatform(clock, options.beforeSend)
  const logged: string[] = []
  const mascot = await startMascot({
    config: configOf(options),
    persona,
    adapters: [platform.adapter],
    clock,
    log: createLog({ level: 'debug', destination: { write: (line) => void logged.push(line) } }),
    ...(options.isWatching ? { isWatching: true } : {}),
    ...(options.leaseMs === undefined ? {} : { leaseMs: options.leaseMs }),
  })
  return {
    mascot,
    persona,
    logged,
    get errors() {
      return logged.filter((line) => JSON.parse(line).level >= 50)
    },
    fan: (name, { group } = {}) => platform.fan(name, group, mascot),
    reasons: async ({ threadId }) => newestFirst(await mascot.store.records.decisions(threadId, 100)),
    [Symbol.asyncDispose]: () => mascot.stop(),
  }
}

/** Where the clock stands still, the rows tell the order. */
function newestFirst(records: readonly DecisionRecord[]): DecisionRecord[] {
  return records.toSorted((a, b) => b.at - a.at || Math.max(...b.rows) - Math.max(...a.rows))
}

function configOf({ databaseUrl = 'sqlite::memory:', modelUrl, fallbackModels = [], embeddingModel = '' }: ChatOptions): Config {
  return parseConfig({
    DATABASE_URL: databaseUrl,
    OPENAI_EMBEDDING_MODEL: embeddingModel,
    ...(modelUrl
      ? { OPENAI_BASE_URL: modelUrl, OPENAI_MODEL: 'mock', OPENAI_FALLBACK_MODELS: fallbackModels.join(',') }
      : {}),
  })
}

function createTestPlatform(clock: Clock, beforeSend: ChatOptions['beforeSend']) {
  let receive: Receive | undefined
  const heard = new Map<ThreadId, OutboundMessage[]>()
  const listeners = new Set<() => void>()
  const adapter: Adapter = {
    platform: 'test',
    abilities: { maxLength: 4096, markdown: 'none', buttons: true },
    async start(context) {
      receive = context.receive
    },
    async send(message) {
      await beforeSend?.(message)
      heard.set(message.threadId, [...(heard.get(message.threadId) ?? []), message])
      for (const listener of listeners) listener()
      return { messageId: randomUUID() }
    },
    async stop() {},
  }

  function fan(name: string, group: string | undefined, mascot: Mascot): FanVoice {
    const thread = group === undefined ? threadId('test', name) : threadId('test', 'group', group)
    let read = 0
    let last: OutboundMessage | undefined
    const unheard = () => (heard.get(thread) ?? [])[read]
    const voice: FanVoice = {
      threadId: thread,
      async says(text, more = {}) {
        const command = readCommand(text)
        await receive?.({
          messages: [
            {
              threadId: thread,
              id: randomUUID(),
              sentAt: clock.now(),
              author: { accountId: accountId('test', name), name, isBot: false },
              surface: group === undefined ? 'direct' : 'group',
              text,
              // Platforms tell a command of ours from words.
              isMention: command !== undefined,
              ...(command ? { command } : {}),
              ...more,
            },
          ],
        })
      },
      async hears(pattern) {
        const message = unheard() ?? (await next(unheard, listeners))
        read += 1
        last = message
        const text = wordsOfOutgoing(message)
        if (pattern !== undefined) expect(text).toMatch(pattern)
        return message
      },
      async hearsNothing() {
        await mascot.settled()
        expect(unheard()).toBeUndefined()
      },
      async presses(label) {
        const buttons = last?.kind === 'text' ? (last.buttons ?? []) : []
        const button = buttons.find((candidate) => label.test(candidate.label))
        expect(button?.value, `a button ${label} among ${buttons.map((b) => b.label).join(', ')}`).toBeDefined()
        await voice.says(button?.label ?? '', { button: button?.value ?? '', isMention: true })
      },
    }
    return voice
  }
  return { adapter, fan }
}

function next(take: () => OutboundMessage | undefined, listeners: Set<() => void>): Promise<OutboundMessage> {
  return new Promise((resolve) => {
    const look = () => {
      const message = take()
      if (!message) return
      listeners.delete(look)
      resolve(message)
    }
    listeners.add(look)
    look()
  })
}
