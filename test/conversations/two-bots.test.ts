/** Two Mascots in one group, each a whole program with a model that always has something to say: they come to rest after one answer each. */
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createDiscordAdapter } from '../../adapters/discord/index.ts'
import { createTelegramAdapter } from '../../adapters/telegram/index.ts'
import { parseConfig } from '../../src/config.ts'
import { type ThreadId, threadId } from '../../src/domain/ids.ts'
import { createLog } from '../../src/log.ts'
import { loadPersona } from '../../src/persona/load/load.ts'
import { type Mascot, startMascot } from '../../src/program/mascot.ts'
import { createChatClock } from '../support/chat-clock.ts'
import { startDiscord } from '../support/discord-server.ts'
import { hearingOf } from '../support/heard-by.ts'
import { type MockModel, startMockModel } from '../support/mock-model.ts'
import { addMessage } from '../support/telegram/world.ts'
import { startTelegramServer } from '../support/telegram-server.ts'

const HOUR = 3_600_000
type Bots = 'never' | 'once'

let mock: MockModel
beforeEach(async () => {
  mock = await startMockModel()
  mock.says(() => true, 'I see. And what do you make of it?')
})
afterEach(() => mock[Symbol.asyncDispose]())

const clock = createChatClock('2026-11-18T10:30Z')

async function start(brand: 'coffee' | 'electronics', answer: Bots, env: Record<string, string>): Promise<Mascot> {
  const loaded = await loadPersona(fileURLToPath(new URL(`../../personas/${brand}`, import.meta.url)))
  const bots = { answer, windowMinutes: 60 }
  const persona = { ...loaded, manners: { ...loaded.manners, burstMs: 0, limits: 'off', bots } } as const
  const config = parseConfig({
    DATABASE_URL: 'sqlite::memory:',
    OPENAI_BASE_URL: mock.url,
    OPENAI_MODEL: 'mock',
    TELEGRAM_RATE: 'off',
    ...env,
  })
  const adapters = [
    ...(config.telegram ? [createTelegramAdapter(config.telegram)] : []),
    ...(config.discord ? [createDiscordAdapter(config.discord)] : []),
  ]
  return await startMascot({ config, persona, adapters, clock, log: createLog({ level: 'silent' }) })
}

async function reasonsIn(mascot: Mascot, thread: ThreadId): Promise<readonly string[]> {
  const records = await mascot.store.records.decisions(thread, 50)
  return records.toSorted((a, b) => Math.max(...a.rows) - Math.max(...b.rows)).map(({ reason }) => reason)
}

/** Until nothing is said any more. `heard`: resolves when both know what was said so far. */
async function atRest(mascots: readonly Mascot[], said: () => number, heard: () => Promise<void>): Promise<void> {
  for (let before = -1; before !== said(); ) {
    before = said()
    await heard()
    for (const mascot of mascots) await mascot.settled()
  }
}

describe('on Discord', () => {
  async function startBoth(answer: Bots) {
    const server = await startDiscord({ now: () => clock.now() })
    const other = server.bot('Zero')
    const general = server.channel(server.guild('Fans'), 'general')
    const thread = threadId('discord', general.id)
    const env = { DISCORD_API_ROOT: server.apiRoot }
    const pip = await start('coffee', answer, { ...env, DISCORD_BOT_TOKEN: server.token })
    const zero = await start('electronics', answer, { ...env, DISCORD_BOT_TOKEN: other.token })
    const bots = [
      { hearing: hearingOf(pip, 'discord'), user: server.world.bot },
      { hearing: hearingOf(zero, 'discord'), user: other.user },
    ]
    async function heard(): Promise<void> {
      for (const { hearing, user } of bots)
        await hearing.knows(new Map([[thread, general.messages.findLast(({ author }) => author !== user)?.id]]))
    }
    return {
      reasons: async () => await Promise.all([pip, zero].map((mascot) => reasonsIn(mascot, thread))),
      said: () =>
        [server.world.bot, other.user].map((user) => general.messages.filter(({ author }) => author === user).length),
      /** What somebody else who has Pip's token posts by hand. */
      async pipPosts(text: string) {
        const message = server.world.addMessage(general, server.world.bot, text)
        server.redeliver(message)
        await atRest([pip, zero], () => general.messages.length, heard)
      },
      mentionZero: `<@${other.user.id}>`,
      async [Symbol.asyncDispose]() {
        await pip.stop()
        await zero.stop()
        await server[Symbol.asyncDispose]()
      },
    }
  }

  it('one that calls the other is answered once, answers that once, and then both rest, also when the window is over', async () => {
    await using both = await startBoth('once')
    await both.pipPosts(`${both.mentionZero} what do you think of the tide?`)
    expect(both.said()).toEqual([2, 1])
    expect(await both.reasons()).toEqual([['model-reply'], ['model-reply', 'bot-answered']])
    clock.advance(2 * HOUR)
    await both.pipPosts('just talking to myself')
    expect(both.said()).toEqual([3, 1])
    await both.pipPosts(`${both.mentionZero} still there?`)
    expect(both.said()).toEqual([5, 2])
  })

  it('by default none answers the other at all', async () => {
    await using both = await startBoth('never')
    await both.pipPosts(`${both.mentionZero} what do you think of the tide?`)
    expect(both.said()).toEqual([1, 0])
    expect(await both.reasons()).toEqual([[], ['other-bot']])
  })
})

describe('on Telegram, where bots hear each other', () => {
  async function startBoth(answer: Bots) {
    const server = await startTelegramServer({ now: () => clock.now() })
    const other = server.guest('Zero', 'SignalZeroBot')
    const group = server.group('Fans')
    const thread = threadId('telegram', group.chatId)
    const env = { TELEGRAM_API_ROOT: server.root }
    const pip = await start('coffee', answer, { ...env, TELEGRAM_BOT_TOKEN: server.token })
    const zero = await start('electronics', answer, { ...env, TELEGRAM_BOT_TOKEN: other.token })
    const said = () => [server.sent(group).length, other.world.sent.length]
    const heard = async () => {
      await server.drained()
      await other.updates.drained()
    }
    return {
      reasons: async () => await Promise.all([pip, zero].map((mascot) => reasonsIn(mascot, thread))),
      said,
      async pipPosts(text: string) {
        const entities = [{ type: 'mention', offset: 0, length: '@SignalZeroBot'.length }]
        const message = addMessage(server.world, group.chat, { from: server.bot, text, entities })
        other.updates.push({ message })
        await atRest([pip, zero], () => said().reduce((sum, count) => sum + count), heard)
      },
      async [Symbol.asyncDispose]() {
        await pip.stop()
        await zero.stop()
        await server[Symbol.asyncDispose]()
      },
    }
  }

  it('one that calls the other is answered once, answers that once, and then both rest', async () => {
    await using both = await startBoth('once')
    await both.pipPosts('@SignalZeroBot what do you think of the tide?')
    expect(both.said()).toEqual([1, 1])
    expect(await both.reasons()).toEqual([['model-reply'], ['model-reply', 'bot-answered']])
    clock.advance(2 * HOUR)
    await both.pipPosts('@SignalZeroBot still there?')
    expect(both.said()).toEqual([2, 2])
  })

  it('by default none answers the other at all', async () => {
    await using both = await startBoth('never')
    await both.pipPosts('@SignalZeroBot what do you think of the tide?')
    expect(both.said()).toEqual([0, 0])
    expect(await both.reasons()).toEqual([[], ['other-bot']])
  })
})
