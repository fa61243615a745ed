/**
 * The whole program on Discord's wire fake, as a test can read it: `await ana.says('Pip, are you open?'); await
 * general.hears(/half seven/)`. Only Discord is ours, and the time. The database is a file, so that the program can be away.
 */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import { expect } from 'vitest'
import { createDiscordAdapter } from '../../adapters/discord/index.ts'
import { parseConfig } from '../../src/config.ts'
import { type ThreadId, threadId } from '../../src/domain/ids.ts'
import { createLog } from '../../src/log.ts'
import type { Persona } from '../../src/persona/persona.ts'
import { type Mascot, startMascot } from '../../src/program/mascot.ts'
import { createChatClock } from './chat-clock.ts'
import type { Pending } from './discord/routes.ts'
import type { Channel, Guild, Message, Payload } from './discord/world.ts'
import { type DiscordFan, type DiscordServer, startDiscord } from './discord-server.ts'
import { hearingOf } from './heard-by.ts'
import { houseBrand } from './house-brand.ts'
import type { ManualClock } from './manual-clock.ts'
import { createWireRoom, type WireRoom } from './wire-room.ts'

export type Tune = (manners: Persona['manners']) => Partial<Persona['manners']>

export interface DiscordChatOptions {
  /** ISO 8601 with its zone. */
  readonly startsAt?: string
  readonly manners?: Tune
  /** OPENAI_BASE_URL of a mock. */
  readonly modelUrl?: string
}

/** Where the persona can be heard: a channel, a thread, a forum post, or a private talk. */
export interface DiscordRoom extends WireRoom<Message> {
  readonly channel: Channel
  member(name: string): DiscordMember
  thread(name: string): DiscordRoom
}

/** A fan as heard in one room. */
export interface DiscordMember {
  readonly fan: DiscordFan
  says(text: string, more?: Payload & { readonly replyTo?: string }): Message
  runs(command: string, text?: string): Pending
  presses(message: Message, label: string): Pending
  /** Presses a button that opens the private talk; it is heard there. */
  follows(message: Message, label: string): Pending
}

export interface DiscordChat extends AsyncDisposable {
  readonly server: DiscordServer
  readonly persona: Persona
  readonly clock: ManualClock
  readonly mascot: Mascot
  readonly guild: Guild
  /** What a fan types to mention the bot. */
  readonly mention: string
  room(name: string, type?: number): DiscordRoom
  /** The fan's private talk; the same fan as the member of that name. */
  privately(name: string): DiscordRoom & DiscordMember
  /** Everything heard is decided, everything decided is sent. */
  settled(): Promise<void>
  retune(manners: Tune): Promise<void>
  /** Stops the program, and starts it again after `work`; Discord has forgotten the session unless it `remembers`. */
  isAway(work: () => void, options?: { readonly remembers?: boolean }): Promise<void>
}

export async function startDiscordChat(options: DiscordChatOptions = {}): Promise<DiscordChat> {
  const clock = createChatClock(options.startsAt ?? '2026-11-18T10:30Z')
  const server = await startDiscord({ now: () => clock.now() })
  const guild = server.guild('Fans')
  const folder = await mkdtemp(path.join(tmpdir(), 'mascot-discord-'))
  const loaded = await houseBrand('coffee')
  const quick: Persona = { ...loaded, manners: { ...loaded.manners, burstMs: 0, limits: 'off' } }
  const tuned = (manners: Tune = () => ({})): Persona => ({
    ...quick,
    manners: { ...quick.manners, ...manners(quick.manners) },
  })
  let persona = tuned(options.manners)
  const errors: string[] = []
  let mascot = await start()
  let hearing = hearingOf(mascot, 'discord')
  const fans = new Map<string, DiscordFan>()
  /** What was said last in each channel: when it is known, so is all before it. */
  const awaited = new Map<ThreadId, string>()

  async function start(): Promise<Mascot> {
    const config = parseConfig({
      DATABASE_URL: `sqlite:${path.join(folder, 'chat.db')}`,
      DISCORD_BOT_TOKEN: server.token,
      DISCORD_API_ROOT: server.apiRoot,
      ...(options.modelUrl ? { OPENAI_BASE_URL: options.modelUrl, OPENAI_MODEL: 'mock' } : {}),
    })
    if (!config.discord) throw new Error('Discord is not configured')
    const destination = { write: (line: string) => void errors.push(line) }
    return await startMascot({
      config,
      persona,
      adapters: [createDiscordAdapter(config.discord)],
      clock,
      log: createLog({ level: 'error', destination }),
    })
  }

  async function settled(): Promise<void> {
    await hearing.knows(awaited)
    await mascot.settled()
  }

  function fanOf(name: string): DiscordFan {
    const fan = fans.get(name) ?? server.fan(name)
    fans.set(name, fan)
    return fan
  }
  function said<T extends { readonly id: string }>(channel: Channel, one: T): T {
    awaited.set(threadId('discord', channel.id), one.id)
    return one
  }

  function room(channel: Channel): DiscordRoom {
    return {
      channel,
      ...createWireRoom({
        threadId: threadId('discord', channel.id),
        store: () => mascot.store,
        settled,
        until: server.until,
        sent: () => server.sent(channel),
        textOf: ({ content }) => content,
      }),
      member: (name) => memberIn(channel, name),
      thread: (name) => room(server.thread(channel, name)),
    }
  }

  function memberIn(channel: Channel, name: string): DiscordMember {
    const fan = fanOf(name)
    return {
      fan,
      says: (text, more) => said(channel, fan.says(channel, text, more)),
      runs: (command, text) => said(channel, fan.runs(channel, command, text)),
      presses: (message, label) => said(channel, fan.presses(message, label)),
      follows: (message, label) => said(fan.direct, fan.presses(message, label)),
    }
  }

  return {
    server,
    clock,
    guild,
    mention: `<@${server.world.bot.id}>`,
    get persona() {
      return persona
    },
    get mascot() {
      return mascot
    },
    room: (name, type) => room(server.channel(guild, name, type)),
    privately(name) {
      const { direct } = fanOf(name)
      return { ...room(direct), ...memberIn(direct, name) }
    },
    settled,
    async retune(manners) {
      const next = tuned(manners)
      if (isDeepStrictEqual(next.manners, persona.manners)) return
      persona = next
      await mascot.reload(persona)
    },
    async isAway(work, { remembers = false } = {}) {
      await settled()
      await mascot.stop()
      server.gateway.state.refusesResume = !remembers
      work()
      mascot = await start()
      hearing = hearingOf(mascot, 'discord')
    },
    async [Symbol.asyncDispose]() {
      await mascot.stop()
      await server[Symbol.asyncDispose]()
      await rm(folder, { recursive: true, force: true })
      expect(errors).toEqual([])
    },
  }
}
