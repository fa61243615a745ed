/** Whole conversations as a test can read them: `await ana.says('hi pip'); await ana.hears(/Tidewater/)`. The whole path runs; only the platform is this file. */
import { randomUUID } from 'node:crypto'
import { expect } from 'vitest'
import { surfaces } from '../../adapters/surfaces.ts'
import { systemClock } from '../../src/clock.ts'
import { type Config, parseConfig } from '../../src/config.ts'
import { readCommand } from '../../src/domain/command.ts'
import type { ThreadEvent } from '../../src/domain/event.ts'
import { accountId, idOnPlatform, type ThreadId, threadId } from '../../src/domain/ids.ts'
import { type InboundMessage, type OutboundMessage, wordsOfOutgoing } from '../../src/domain/message.ts'
import type { ReplyWindow } from '../../src/domain/reply-window.ts'
import { SendError } from '../../src/errors.ts'
import { createLog } from '../../src/log.ts'
import { loadPersona } from '../../src/persona/load/load.ts'
import type { Persona } from '../../src/persona/persona.ts'
import type { Adapter, Heard, Receive } from '../../src/ports/adapter.ts'
import type { Clock } from '../../src/ports/clock.ts'
import type { Page } from '../../src/ports/page.ts'
import type { DecisionRecord } from '../../src/ports/records.ts'
import { type Mascot, startMascot } from '../../src/program/mascot.ts'
import type { MascotOptions } from '../../src/program/options.ts'
import { houseBrand } from './house-brand.ts'

export interface ChatOptions {
  /** The platform lets us write to a fan in private first. */
  readonly writesFirst?: boolean
  /** The platform shows words of a group to one member alone. */
  readonly tellsAlone?: boolean
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
  /** Staff have a place on the platform, where a thread is opened for each case. */
  readonly hasStaffChat?: boolean
  /** The platform lets us speak to a fan in private only so long after their word; it refuses what is late. */
  readonly replyWindow?: ReplyWindow
  /** How the platform brings a file. If absent, it brings none. */
  readonly fetchFile?: Adapter['fetchFile']
  /** Served over HTTP at a free port. */
  readonly pages?: readonly Page[]
  readonly onServing?: MascotOptions['onServing']
  /** More variables, as in .env. */
  readonly env?: Readonly<Record<string, string>>
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
  /** Replies to the newest message of ours in the thread that matches. */
  repliesTo(pattern: RegExp, text: string): Promise<void>
}

/** A member of staff, in the staff thread opened last unless moved. */
export interface StaffVoice {
  /** Where they write; undefined until a case has its thread. */
  readonly threadId: ThreadId | undefined
  goesTo(thread: ThreadId): void
  says(text: string, more?: Partial<InboundMessage>): Promise<void>
  /** Waits for the next message in the staff thread that is new to them; reactions count. */
  hears(pattern?: RegExp | string): Promise<OutboundMessage>
  hearsNothing(): Promise<void>
  /** Presses the button with this label under the newest message of the thread that has it. */
  presses(label: RegExp): Promise<void>
  /** Replies to the newest message of the thread that matches. */
  repliesTo(pattern: RegExp, text: string): Promise<void>
  /** The first message of the thread, as it reads now. */
  card(): OutboundMessage
}

export interface Chat extends AsyncDisposable {
  readonly mascot: Mascot
  readonly persona: Persona
  /** A fan in private, or in the group named. */
  fan(name: string, options?: { readonly group?: string }): FanVoice
  /** Needs `hasStaffChat`. */
  staff(name: string): StaffVoice
  /** What stands in a thread now, edits and deletions done. */
  shown(threadId: ThreadId): readonly string[]
  /** What a fan or a staff member did besides writing. */
  happens(event: ThreadEvent): Promise<void>
  /** A hand of messages as a platform gives them. */
  offers(heard: Heard): Promise<void>
  /** Why, newest first. */
  reasons(fan: FanVoice): Promise<readonly DecisionRecord[]>
  /** What was logged, line by line. */
  readonly logged: readonly string[]
  /** What was logged at level error or worse. */
  readonly errors: readonly string[]
}

/** `brand`: a folder under personas/, or a path. */
export async function startChat(brand: string, options: ChatOptions = {}): Promise<Chat> {
  const loaded = await (brand.includes('/') ? loadPersona(brand) : houseBrand(brand))
  const quick: Persona = { ...loaded, manners: { ...loaded.manners, burstMs: 0, limits: 'off' } }
  const persona = options.tune ? options.tune(quick) : quick
  const clock = options.clock ?? systemClock
  const platform = createTestPlatform(clock, options)
  const logged: string[] = []
  const mascot = await startMascot({
    config: configOf(options),
    persona,
    adapters: [platform.adapter],
    clock,
    log: createLog({ level: 'debug', destination: { write: (line) => void logged.push(line) } }),
    ...(options.pages ? { pages: options.pages, surfaces, isServing: true } : {}),
    ...(options.onServing ? { onServing: options.onServing } : {}),
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
    staff: (name) => platform.staff(name, mascot),
    shown: platform.shown,
    happens: platform.happens,
    offers: platform.offers,
    reasons: async ({ threadId }) => newestFirst(await mascot.store.records.decisions(threadId, 100)),
    [Symbol.asyncDispose]: () => mascot.stop(),
  }
}

/** Where the clock stands still, the rows tell the order. */
function newestFirst(records: readonly DecisionRecord[]): DecisionRecord[] {
  return records.toSorted((a, b) => b.at - a.at || Math.max(...b.rows) - Math.max(...a.rows))
}

function configOf({
  databaseUrl = 'sqlite::memory:',
  modelUrl,
  fallbackModels = [],
  embeddingModel = '',
  env = {},
}: ChatOptions): Config {
  return parseConfig({
    DATABASE_URL: databaseUrl,
    HTTP_PORT: '0',
    ...env,
    OPENAI_EMBEDDING_MODEL: embeddingModel,
    ...(modelUrl
      ? { OPENAI_BASE_URL: modelUrl, OPENAI_MODEL: 'mock', OPENAI_FALLBACK_MODELS: fallbackModels.join(',') }
      : {}),
  })
}

function createTestPlatform(
  clock: Clock,
  { beforeSend, hasStaffChat, fetchFile, writesFirst, tellsAlone, replyWindow }: ChatOptions,
) {
  let receive: Receive | undefined
  const heard = new Map<ThreadId, OutboundMessage[]>()
  const listeners = new Set<() => void>()
  const ids = new Map<OutboundMessage, string>()
  const deleted = new Set<string>()
  const staffThreads: ThreadId[] = []
  const lastWord = new Map<ThreadId, number>()
  const isLate = ({ threadId: to, surface }: OutboundMessage) =>
    surface === 'direct' && clock.now() >= (lastWord.get(to) ?? 0) + (replyWindow?.opens.message?.forMs ?? Infinity)
  const ring = () => {
    for (const listener of listeners) listener()
  }
  const place = (thread: ThreadId, messageId: string) => {
    const all = heard.get(thread) ?? []
    return { all, index: all.findIndex((message) => ids.get(message) === messageId) }
  }
  const adapter: Adapter = {
    platform: 'test',
    abilities: { maxLength: 4096, markdown: 'none', buttons: true },
    async start(context) {
      receive = context.receive
    },
    async send(message) {
      await beforeSend?.(message)
      if (isLate(message)) throw new SendError('more than so long ago', { isPermanent: false, isWindowClosed: true })
      if (message.kind === 'deletion') deleted.add(message.messageId)
      heard.set(message.threadId, [...(heard.get(message.threadId) ?? []), message])
      const messageId = randomUUID()
      ids.set(message, messageId)
      ring()
      return { messageId }
    },
    async editMessage(thread, messageId, message) {
      const { all, index } = place(thread, messageId)
      if (index < 0) throw new SendError('there is no such message', { isPermanent: true })
      all[index] = message
      ids.set(message, messageId)
      ring()
    },
    ...(fetchFile ? { fetchFile } : {}),
    ...(replyWindow ? { replyWindow: (surface) => (surface === 'direct' ? replyWindow : undefined) } : {}),
    ...(tellsAlone ? { tellsAlone: () => true } : {}),
    ...(writesFirst ? { openPrivate: async (account) => threadId('test', idOnPlatform(account)) } : {}),
    ...(hasStaffChat
      ? {
          async openThread() {
            const thread = threadId('test', 'staff', staffThreads.length + 1)
            staffThreads.push(thread)
            ring()
            return thread
          },
        }
      : {}),
    privateLink: (payload) => (hasStaffChat ? `https://test.example/bot?start=${payload}` : undefined),
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
        lastWord.set(thread, clock.now())
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
      async repliesTo(pattern, text) {
        const found = (heard.get(thread) ?? []).findLast((message) => pattern.test(wordsIn(message)))
        if (found === undefined) throw new Error(`${name} sees no such message`)
        await voice.says(text, { replyTo: { messageId: ids.get(found) ?? '', isToBot: true }, isMention: true })
      },
    }
    return voice
  }
  const receiveMessage = async (message: InboundMessage) => await receive?.({ messages: [message] })
  const read = new Map<ThreadId, number>()

  function staff(name: string, mascot: Mascot): StaffVoice {
    let own: ThreadId | undefined
    const thread = () => own ?? staffThreads.at(-1)
    const inThread = () => {
      const at = thread()
      return at === undefined ? [] : (heard.get(at) ?? [])
    }
    const unheard = () => inThread()[read.get(thread() ?? threadId('test')) ?? 0]
    const newest = (matches: (message: OutboundMessage) => boolean) => {
      const found = inThread().findLast(matches)
      if (found === undefined) throw new Error(`${name} sees no such message: ${inThread().map(wordsIn).join('\n')}`)
      return found
    }
    const voice: StaffVoice = {
      get threadId() {
        return thread()
      },
      goesTo(place) {
        own = place
      },
      async says(text, more = {}) {
        const place = thread() ?? (await next(thread, listeners))
        await receiveMessage({
          threadId: place,
          id: randomUUID(),
          sentAt: clock.now(),
          author: { accountId: accountId('test', name), name, isBot: false },
          surface: 'group',
          text,
          isMention: false,
          isStaffThread: true,
          ...more,
        })
      },
      async hears(pattern) {
        const message = unheard() ?? (await next(unheard, listeners))
        const place = message.threadId
        read.set(place, (read.get(place) ?? 0) + 1)
        if (pattern !== undefined) expect(wordsIn(message)).toMatch(pattern)
        return message
      },
      async hearsNothing() {
        await mascot.settled()
        expect(unheard()).toBeUndefined()
      },
      async presses(label) {
        const isIt = (message: OutboundMessage) =>
          message.kind === 'text' && message.buttons?.some((button) => label.test(button.label)) === true
        const message = newest(isIt)
        const buttons = message.kind === 'text' ? (message.buttons ?? []) : []
        const button = buttons.find((candidate) => label.test(candidate.label))
        await voice.says(button?.label ?? '', { button: button?.value ?? '', isMention: true })
      },
      async repliesTo(pattern, text) {
        const messageId = ids.get(newest((message) => pattern.test(wordsIn(message)))) ?? ''
        await voice.says(text, { replyTo: { messageId, isToBot: true } })
      },
      card() {
        const [first] = inThread()
        if (first === undefined) throw new Error('the thread has no card')
        return first
      },
    }
    return voice
  }

  return {
    adapter,
    fan,
    staff,
    shown: (thread: ThreadId) =>
      (heard.get(thread) ?? []).filter((message) => !deleted.has(ids.get(message) ?? '')).map(wordsIn),
    happens: async (event: ThreadEvent) => await receive?.({ messages: [], events: [event] }),
    offers: async (heard: Heard) => await receive?.(heard),
  }
}

function wordsIn(message: OutboundMessage): string {
  return wordsOfOutgoing(message)
}

function next<T>(take: () => T | undefined, listeners: Set<() => void>): Promise<T> {
  return new Promise((resolve) => {
    const look = () => {
      const message = take()
      if (message === undefined) return
      listeners.delete(look)
      resolve(message)
    }
    listeners.add(look)
    look()
  })
}
