/**
 * The whole program on Telegram's wire fake, as a test can read it: `await ana.says('Pip, are you open?'); await
 * regulars.hears(/half seven/)`. Only Telegram's server is ours, and the time.
 */
import { isDeepStrictEqual } from 'node:util'
import { expect } from 'vitest'
import { createTelegramAdapter } from '../../adapters/telegram/index.ts'
import { parseConfig } from '../../src/config.ts'
import { threadId } from '../../src/domain/ids.ts'
import { createLog } from '../../src/log.ts'
import type { Persona } from '../../src/persona/persona.ts'
import { type Mascot, startMascot } from '../../src/program/mascot.ts'
import { createChatClock } from './chat-clock.ts'
import { houseBrand } from './house-brand.ts'
import type { ManualClock } from './manual-clock.ts'
import type { Fan, Group, Place, Said, SayOptions } from './telegram/people.ts'
import type { Json, SentItem } from './telegram/world.ts'
import { startTelegramServer, type TelegramServer } from './telegram-server.ts'
import { createWireRoom, type WireRoom } from './wire-room.ts'

export type Tune = (manners: Persona['manners']) => Partial<Persona['manners']>

export interface TelegramChatOptions {
  /** ISO 8601 with its zone. */
  readonly startsAt?: string
  readonly manners?: Tune
  /** Foreseen ones; absent: those of the coffee brand. */
  readonly issues?: Persona['issues']
  readonly hasPrivacyMode?: boolean
  /** The server is from before Bot API 10.2. */
  readonly isOld?: boolean
  /** OPENAI_BASE_URL of a mock. */
  readonly modelUrl?: string
}

/** Where the persona can be heard: a group, a topic of it, or a private talk. */
export interface Room extends WireRoom<SentItem> {
  readonly place: Place
}

export interface GroupRoom extends Room {
  readonly group: Group
  member(name: string): Member
  topic(name: string): Omit<GroupRoom, 'topic' | 'grows'>
  grows(): Promise<GroupRoom>
}

/** A fan as heard in one room. */
export interface Member {
  readonly fan: Fan
  says(text: string, options?: SayOptions): Promise<Said>
  sends(content: Json, options?: SayOptions): Promise<Said>
  presses(label: RegExp): Promise<void>
  /** Opens the private talk that a button of this room leads to. */
  follows(label: RegExp): Promise<Said>
}

export interface TelegramChat extends AsyncDisposable {
  readonly server: TelegramServer
  readonly persona: Persona
  readonly clock: ManualClock
  readonly mascot: Mascot
  group(title: string, options?: Parameters<TelegramServer['group']>[1]): GroupRoom
  /** The fan's private talk; the same fan as the member of that name. */
  privately(name: string): Room & Member
  /** Everything heard is decided, everything decided is sent. */
  settled(): Promise<void>
  retune(manners: Tune): Promise<void>
  /** Stops the program, and starts it again after `work`. */
  isAway(work: () => Promise<void>): Promise<void>
}

export async function startTelegramChat(options: TelegramChatOptions = {}): Promise<TelegramChat> {
  const clock = createChatClock(options.startsAt ?? '2026-11-18T10:30Z')
  const { hasPrivacyMode = false, isOld = false } = options
  const server = await startTelegramServer({ hasPrivacyMode, isOld, now: () => clock.now() })
  const loaded = await houseBrand('coffee')
  const { issues = loaded.issues } = options
  const quick: Persona = { ...loaded, issues, manners: { ...loaded.manners, burstMs: 0, limits: 'off' } }
  const tuned = (manners: Tune = () => ({})): Persona => ({
    ...quick,
    manners: { ...quick.manners, ...manners(quick.manners) },
  })
  let persona = tuned(options.manners)
  const errors: string[] = []
  let mascot = await start()
  const fans = new Map<string, Fan>()

  async function start(): Promise<Mascot> {
    const config = parseConfig({
      DATABASE_URL: 'sqlite::memory:',
      TELEGRAM_BOT_TOKEN: server.token,
      TELEGRAM_API_ROOT: server.root,
      TELEGRAM_RATE: 'off',
      ...(options.modelUrl ? { OPENAI_BASE_URL: options.modelUrl, OPENAI_MODEL: 'mock' } : {}),
    })
    if (!config.telegram) throw new Error('Telegram is not configured')
    const destination = { write: (line: string) => void errors.push(line) }
    return await startMascot({
      config,
      persona,
      adapters: [createTelegramAdapter(config.telegram)],
      clock,
      log: createLog({ level: 'error', destination }),
    })
  }

  async function settled(): Promise<void> {
    await server.drained()
    await mascot.settled()
  }

  function fanOf(name: string): Fan {
    const fan = fans.get(name) ?? server.fan(name)
    fans.set(name, fan)
    return fan
  }

  function room(place: Place): Room {
    const { chatId, topicId } = place
    const thread = topicId === undefined ? threadId('telegram', chatId) : threadId('telegram', chatId, topicId)
    return {
      place,
      ...createWireRoom({
        threadId: thread,
        store: () => mascot.store,
        settled,
        until: server.until,
        sent: () => server.sent().filter((item) => item.chatId === chatId && item.topicId === topicId),
        textOf: ({ text }) => text,
      }),
    }
  }

  function member(name: string, place: Place | undefined): Member {
    const fan = fanOf(name)
    const where = place ? { in: place } : {}
    return {
      fan,
      says: (text, more) => fan.says(text, { ...where, ...more }),
      sends: (content, more) => fan.sends(content, { ...where, ...more }),
      presses: (label) => fan.presses(label, where),
      follows: (label) => fan.follows(label, where),
    }
  }

  function groupRoom(group: Group): GroupRoom {
    return {
      ...room(group),
      group,
      member: (name) => member(name, group),
      topic(name) {
        const place = group.topic(name)
        return { ...room(place), group, member: (who) => member(who, place) }
      },
      grows: async () => groupRoom(await group.grows()),
    }
  }

  return {
    server,
    clock,
    get persona() {
      return persona
    },
    get mascot() {
      return mascot
    },
    group: (title, more) => groupRoom(server.group(title, more)),
    privately: (name) => ({ ...room({ chatId: fanOf(name).chatId }), ...member(name, undefined) }),
    settled,
    async retune(manners) {
      const next = tuned(manners)
      if (isDeepStrictEqual(next.manners, persona.manners)) return
      persona = next
      await mascot.reload(persona)
    },
    async isAway(work) {
      await settled()
      await mascot.stop()
      await work()
      mascot = await start()
    },
    async [Symbol.asyncDispose]() {
      await mascot.stop()
      await server[Symbol.asyncDispose]()
      expect(errors).toEqual([])
    },
  }
}
