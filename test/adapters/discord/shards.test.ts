/** Sessions are begun as seldom and as slowly as Discord asks, and shards run in one process or in several. */
import { describe, expect, it } from 'vitest'
import { shardOf } from '../../../adapters/discord/wire/shards.ts'
import { parseConfig } from '../../../src/config.ts'
import { identifies, resumes } from '../../support/discord/said-to-gateway.ts'
import type { Channel } from '../../support/discord/world.ts'
import { connectDiscord } from '../../support/discord-adapter.ts'
import { type DiscordServer, startDiscord } from '../../support/discord-server.ts'
import { createManualClock } from '../../support/manual-clock.ts'

/** The time in a server's id decides its shard, so each call of the clock is another millisecond. */
function startQuickTime(): Promise<DiscordServer> {
  let now = Date.now()
  return startDiscord({ now: () => now++ })
}

/** A channel in a new server of this shard. */
function channelOf(shard: number, count: number, server: DiscordServer): Channel {
  for (let tries = 1; ; tries++) {
    const guild = server.guild(`of shard ${shard}`)
    if (shardOf(guild.id, count) === shard) return server.channel(guild, 'general')
    for (let steps = 0; steps < tries; steps++) server.world.nextId()
  }
}

describe('the sessions that may begin in a day', () => {
  it('a restart takes none: the session of the run before goes on', async () => {
    await using discord = await connectDiscord()
    await using again = await discord.restart()
    await using third = await again.restart()
    const { server } = third
    const ana = server.fan('Ana')
    ana.says(ana.direct, 'still me')
    await third.hears('still me')
    expect([identifies(server), resumes(server)]).toEqual([1, 2])
  })

  it('when there are none left it waits until there are, and says so', async () => {
    await using discord = await connectDiscord({
      prepare: ({ gateway }) => {
        gateway.state.sessionsLeft = 0
      },
    })
    const { server, host, clock } = discord
    expect(host.logged).toContainEqual(
      expect.objectContaining({ level: 'error', message: expect.stringContaining('no more new connections today') }),
    )
    expect(server.gateway.connections).toBe(0)
    server.gateway.state.sessionsLeft = 3
    clock.advance(60_000)
    await server.until(() => server.gateway.connections === 1)
    expect(identifies(server)).toBe(1)
  })

  it('with none left a session that can be resumed is resumed all the same', async () => {
    await using discord = await connectDiscord()
    discord.server.gateway.state.sessionsLeft = 0
    await using again = await discord.restart()
    const ana = again.server.fan('Ana')
    ana.says(ana.direct, 'still me')
    await again.hears('still me')
  })

  it('one begins at a time in each bucket, five seconds after the last', async () => {
    const clock = createManualClock({ skipsBelowMs: 10_000 })
    await using discord = await connectDiscord({
      clock,
      shards: 5,
      prepare: ({ gateway }) => {
        gateway.state.maxConcurrency = 2
        gateway.state.identifyClock = () => clock.now()
      },
    })
    expect(identifies(discord.server)).toBe(5)
  })
})

describe('shards', () => {
  it('as many as asked for run in one process, each hearing its own servers', async () => {
    await using discord = await connectDiscord({ shards: 3 })
    const { server } = discord
    const identified = server.gateway.heard.filter(({ op }) => op === 2).map(({ d }) => d)
    expect(identified.map((d) => (typeof d === 'object' && d && 'shard' in d ? d.shard : undefined))).toEqual(
      expect.arrayContaining([
        [0, 3],
        [1, 3],
        [2, 3],
      ]),
    )
    const ana = server.fan('Ana')
    for (let number = 0; number < 6; number++) {
      ana.says(server.channel(server.guild(`server ${number}`), 'general'), `from ${number}`)
      await discord.hears(`from ${number}`)
    }
  })

  it('are one setting: auto, which it is by itself, a number, or some of a number', () => {
    const shardsOf = (DISCORD_SHARDS: string) => parseConfig({ DISCORD_BOT_TOKEN: 'x', DISCORD_SHARDS }).discord?.shards
    expect(['', 'auto', '3', '0,1/4', '2-3, 0/4'].map(shardsOf)).toEqual([
      'auto',
      'auto',
      3,
      { ids: [0, 1], count: 4 },
      { ids: [0, 2, 3], count: 4 },
    ])
    for (const wrong of ['0', 'all', '4/4', '1,1/4', '3-2/4', '/4', '0,/4', '-1/4', '1.5'])
      expect(() => shardsOf(wrong), wrong).toThrow(/DISCORD_SHARDS/)
  })

  it('may run in several processes: each hears its own servers, the first one private talk, and each resumes its own', async () => {
    await using one = await connectDiscord({ shards: { ids: [0, 1], count: 4 }, server: await startQuickTime() })
    const { server, host, clock } = one
    const two = await connectDiscord({ shards: { ids: [2, 3], count: 4 }, server, host, clock })
    const ana = server.fan('Ana')
    const channels = Array.from({ length: 8 }, (_, number) => channelOf(number % 4, 4, server))
    const texts = channels.map((_, number) => `in server ${number}`)
    for (const [number, channel] of channels.entries()) ana.says(channel, texts[number] ?? '')
    ana.says(ana.direct, 'in private')
    for (const text of [...texts, 'in private']) await one.hears(text)
    expect(host.offered.map(({ text }) => text).toSorted()).toEqual([...texts, 'in private'].toSorted())
    await two.stop()
    for (const [number, channel] of channels.entries()) ana.says(channel, `later ${number}`)
    const again = await connectDiscord({ shards: { ids: [2, 3], count: 4 }, server, host, clock })
    for (const number of channels.keys()) await again.hears(`later ${number}`)
    expect([identifies(server), resumes(server)]).toEqual([4, 2])
    await again.stop()
  })

  it('die alone: one that Discord refuses is told of, the other is heard, and the first comes back', async () => {
    await using discord = await connectDiscord({ shards: 2, server: await startQuickTime() })
    const { server, host, clock } = discord
    const [here, there] = [channelOf(0, 2, server), channelOf(1, 2, server)]
    const ana = server.fan('Ana')
    server.gateway.drop(4014, 1)
    await host.until(() => host.logged.some(({ level, message }) => level === 'error' && /Intent/.test(message)))
    ana.says(there, 'while the other is away')
    ana.says(here, 'still here?')
    await discord.hears('still here?')
    expect(discord.heard()).toEqual(['still here?'])
    clock.advance(5 * 60_000)
    await discord.hears('while the other is away')
  })

  it('of another number than before begin new sessions, and what was missed is read', async () => {
    await using discord = await connectDiscord({ shards: 1 })
    const { server } = discord
    const general = server.channel(server.guild('Fans'), 'general')
    const ana = server.fan('Ana')
    ana.says(general, 'before')
    await discord.hears('before')
    await discord.stop()
    ana.says(general, 'meanwhile')
    await using again = await discord.restart({ shards: 2 })
    await again.hears('meanwhile')
    expect([identifies(server), resumes(server)]).toEqual([3, 0])
  })

  it('`auto` takes the number Discord recommends', async () => {
    await using discord = await connectDiscord({
      prepare: (server) => {
        server.rest.shards = 2
      },
    })
    expect(discord.server.gateway.heard.filter(({ op }) => op === 2)).toHaveLength(2)
  })
})
