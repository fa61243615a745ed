/** The whole program with two platforms at once, each a few lines, so that one fan can write on both: `await ana.says('/link')` is what is heard. */
import { randomUUID } from 'node:crypto'
import { parseConfig } from '../../src/config.ts'
import { readCommand } from '../../src/domain/command.ts'
import { type AccountId, accountId, type ThreadId, threadId } from '../../src/domain/ids.ts'
import { type InboundMessage, type OutboundMessage, wordsOfOutgoing } from '../../src/domain/message.ts'
import { createLog } from '../../src/log.ts'
import type { Persona } from '../../src/persona/persona.ts'
import type { Adapter, Receive } from '../../src/ports/adapter.ts'
import { type Mascot, startMascot } from '../../src/program/mascot.ts'
import { createChatClock } from './chat-clock.ts'
import { houseBrand } from './house-brand.ts'
import type { ManualClock } from './manual-clock.ts'

export interface TwoPlatforms extends AsyncDisposable {
  readonly mascot: Mascot
  readonly clock: ManualClock
  readonly errors: readonly string[]
  /** In private, or in the group named. */
  fan(platform: 'alpha' | 'beta' | 'gamma', name: string, group?: string): Voice
}

export interface Voice {
  readonly accountId: AccountId
  readonly threadId: ThreadId
  /** Returns what is heard in the thread since anybody last spoke or listened there. */
  says(text: string, more?: Partial<InboundMessage>): Promise<readonly string[]>
  /** What came since, without having said anything. */
  hears(): Promise<readonly string[]>
  /** Presses a button of the last message heard. */
  presses(label: string): Promise<readonly string[]>
  /** What that button stands for. */
  buttonOf(label: string): Promise<string>
}

/** What a fan is told once, in front of the first answer, is another test's matter. */
function withoutIntroduction(text: string): string {
  return text.replace(/^[^\n]*\bbot\b[^\n]*\n/, '')
}

export async function startTwoPlatforms(
  options: {
    readonly databaseUrl?: string
    readonly modelUrl?: string
    /** More variables, as in .env. */
    readonly env?: Readonly<Record<string, string>>
    /** A link into a private talk. If absent, there is none. */
    readonly privateLink?: (payload: string) => string
    /** Told every message that leaves. */
    readonly onSent?: (message: OutboundMessage) => void
    /** Told each line of the log, at level debug. */
    readonly onLog?: (line: string) => void
    readonly tune?: (persona: Persona) => Persona
  } = {},
): Promise<TwoPlatforms> {
  const { databaseUrl = 'sqlite::memory:', modelUrl, env = {}, privateLink, onSent, onLog } = options
  const { tune = (persona: Persona) => persona } = options
  const clock = createChatClock('2026-11-18T10:30Z')
  const errors: string[] = []
  const receives = new Map<string, Receive>()
  const sent = new Map<ThreadId, OutboundMessage[]>()
  const read = new Map<ThreadId, number>()

  const adapterOf = (platform: string): Adapter => ({
    platform,
    abilities: { maxLength: 4096, markdown: 'none', buttons: true },
    async start({ receive }) {
      receives.set(platform, receive)
    },
    async send(message) {
      onSent?.(message)
      sent.set(message.threadId, [...(sent.get(message.threadId) ?? []), message])
      return { messageId: randomUUID() }
    },
    async stop() {},
    ...(privateLink ? { privateLink } : {}),
  })

  const persona = await houseBrand('coffee')
  const mascot = await startMascot({
    config: parseConfig({
      DATABASE_URL: databaseUrl,
      HTTP_PORT: '0',
      ...env,
      ...(modelUrl ? { OPENAI_BASE_URL: modelUrl, OPENAI_MODEL: 'mock' } : {}),
    }),
    persona: tune({ ...persona, manners: { ...persona.manners, burstMs: 0, limits: 'off' } }),
    adapters: ['alpha', 'beta', 'gamma'].map(adapterOf),
    clock,
    log: createLog({
      level: onLog ? 'debug' : 'error',
      destination: {
        write(line) {
          onLog?.(line)
          if (JSON.parse(line).level >= 50) errors.push(line)
        },
      },
    }),
  })

  async function heardIn(thread: ThreadId): Promise<readonly string[]> {
    await mascot.settled()
    const all = sent.get(thread) ?? []
    const fresh = all.slice(read.get(thread) ?? 0)
    read.set(thread, all.length)
    return fresh.map((message) => withoutIntroduction(wordsOfOutgoing(message)))
  }

  return {
    mascot,
    clock,
    errors,
    fan(platform, name, group) {
      const thread = group === undefined ? threadId(platform, name) : threadId(platform, 'group', group)
      const account = accountId(platform, name)
      const voice: Voice = {
        accountId: account,
        threadId: thread,
        async says(text, more = {}) {
          const command = readCommand(text)
          await receives.get(platform)?.({
            messages: [
              {
                threadId: thread,
                id: randomUUID(),
                sentAt: clock.now(),
                author: { accountId: account, name, isBot: false },
                surface: group === undefined ? 'direct' : 'group',
                text,
                isMention: command !== undefined,
                ...(command ? { command } : {}),
                ...more,
              },
            ],
          })
          return await heardIn(thread)
        },
        hears: () => heardIn(thread),
        async presses(label) {
          return await voice.says(label, { button: await voice.buttonOf(label), isMention: true })
        },
        async buttonOf(label) {
          const last = sent.get(thread)?.at(-1)
          const buttons = last?.kind === 'text' ? (last.buttons ?? []) : []
          const value = buttons.find((button) => button.label === label)?.value
          if (value === undefined) throw new Error(`no button ${label} under ${last && wordsOfOutgoing(last)}`)
          return value
        },
      }
      return voice
    },
    [Symbol.asyncDispose]: () => mascot.stop(),
  }
}
