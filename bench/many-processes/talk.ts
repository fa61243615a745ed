/** Fans on both wires, each asking in turn without waiting for the answer, at an even rate. */
import type { Channel } from '../../test/support/discord/world.ts'
import { type DiscordFan, startDiscord } from '../../test/support/discord-server.ts'
import type { Fan } from '../../test/support/telegram/people.ts'
import { startTelegramServer } from '../../test/support/telegram-server.ts'
import { asked } from './tally.ts'

export interface HeardByFan {
  readonly questions: number
  readonly texts: readonly string[]
}

export interface Talk extends AsyncDisposable {
  /** Of each process. */
  readonly env: Readonly<Record<string, string>>
  /** The hold of who polls. */
  readonly poll: string
  /** Until the signal aborts: `perSecond` over all fans. */
  ask(perSecond: number, signal: AbortSignal): Promise<void>
  /** By platform, Telegram first. */
  heard(): readonly (readonly HeardByFan[])[]
  /** How often two polled at the same time. */
  conflicts(): number
}

export async function startTalk(fans: number): Promise<Talk> {
  const telegram = await startTelegramServer({ limits: { overallPerSecond: 30, chatPerSecond: 1, groupPerMinute: 20 } })
  const discord = await startDiscord()
  discord.gateway.state.sessionsLeft = 1_000
  const people: { fan: Fan; questions: number }[] = Array.from({ length: fans }, (_, at) => ({
    fan: telegram.fan(`t${at}`),
    questions: 0,
  }))
  const members: { fan: DiscordFan; channel: Channel; questions: number }[] = Array.from({ length: fans }, (_, at) => {
    const fan = discord.fan(`d${at}`)
    return { fan, channel: fan.direct, questions: 0 }
  })
  const next = (questions: number) => asked[questions % asked.length]?.question ?? ''
  return {
    env: {
      TELEGRAM_BOT_TOKEN: telegram.token,
      TELEGRAM_API_ROOT: telegram.root,
      DISCORD_BOT_TOKEN: discord.token,
      DISCORD_API_ROOT: discord.apiRoot,
      DISCORD_SHARDS: '2',
    },
    poll: `telegram:${telegram.bot.id}`,
    async ask(perSecond, signal) {
      for (let at = 0; !signal.aborted; at++) {
        const person = people[Math.floor(at / 2) % fans]
        const member = members[Math.floor(at / 2) % fans]
        if (at % 2 === 0 && person) await person.fan.says(next(person.questions++))
        else if (member) member.fan.says(member.channel, next(member.questions++))
        await new Promise((resolve) => setTimeout(resolve, 1_000 / perSecond))
      }
    },
    heard: () => [
      people.map(({ fan, questions }) => ({
        questions,
        texts: telegram.sent({ chatId: fan.chatId }).map(({ text }) => text),
      })),
      members.map(({ channel, questions }) => ({
        questions,
        texts: discord.sent(channel).map(({ content }) => content),
      })),
    ],
    conflicts: () => telegram.calls('getUpdates').filter(({ code }) => code === 409).length,
    async [Symbol.asyncDispose]() {
      await telegram[Symbol.asyncDispose]()
      await discord[Symbol.asyncDispose]()
    },
  }
}
