/** What was said while away: heard after a restart, in order, from wherever it was said, and nothing of before. */
import { describe, expect, it } from 'vitest'
import { accountId, threadId } from '../../../src/domain/ids.ts'
import { connectDiscord } from '../../support/discord-adapter.ts'
import type { DiscordServer } from '../../support/discord-server.ts'

/** Discord has forgotten the session: the next start is a fresh one. */
function forgetSessions({ gateway }: DiscordServer): void {
  gateway.state.refusesResume = true
}

const fetches = (server: DiscordServer) =>
  server.calls.filter(({ method, path }) => method === 'GET' && path.endsWith('/messages'))

describe('back within minutes', () => {
  it('the last session is resumed: a fan never met before, an edit and a deletion are all heard', async () => {
    await using discord = await connectDiscord()
    const { server, host } = discord
    const ana = server.fan('Ana')
    const said = ana.says(ana.direct, 'how much is it?')
    const regretted = ana.says(ana.direct, 'never mind')
    await discord.hears('never mind')
    await discord.stop()
    const ben = server.fan('Ben')
    ben.says(ben.direct, 'is anybody there?')
    ana.edits(said, 'how much is the big one?')
    ana.deletes(regretted)
    await using again = await discord.restart()
    await again.hears('is anybody there?')
    await host.until(() => host.events.length === 2)
    expect(host.events.map(({ kind }) => kind)).toEqual(['edited', 'deleted'])
    expect(again.heard()).toEqual(['how much is it?', 'never mind', 'is anybody there?'])
    expect(server.calls.filter(({ path }) => path.startsWith('/channels/'))).toEqual([])
  })

  it('what was not durable when the process was killed is sent again', async () => {
    await using discord = await connectDiscord()
    const { server, host } = discord
    const ana = server.fan('Ana')
    ana.says(ana.direct, 'kept')
    await discord.hears('kept')
    await host.until(() => host.cursors.size > 0)
    host.hang()
    const ben = server.fan('Ben')
    ben.says(ben.direct, 'do not lose me')
    await host.until(() => host.offered.some(({ text }) => text === 'do not lose me'))
    host.recover()
    await using again = await connectDiscord({ server, host, clock: discord.clock })
    await again.hears('do not lose me')
    expect(again.heard()).toEqual(['kept', 'do not lose me'])
  })

  it('the bot knows its own role and where it is all the same, asked for once when first needed', async () => {
    await using discord = await connectDiscord()
    const { server } = discord
    const fans = server.guild('Fans')
    const side = server.thread(server.channel(fans, 'general'), 'side talk')
    const ana = server.fan('Ana')
    ana.says(ana.direct, 'before')
    await discord.hears('before')
    await using again = await discord.restart()
    const own = fans.roles.find(({ managed }) => managed === true)
    for (const word of ['hello', 'are you there?']) ana.says(side, `<@&${String(own?.id)}> ${word}`)
    await again.hears('@Pip are you there?')
    expect(again.host.messages.slice(1)).toMatchObject([
      { text: '@Pip hello', isMention: true, surface: 'group', threadTitle: 'side talk' },
      { text: '@Pip are you there?', isMention: true },
    ])
    const asked = server.calls.filter(({ path }) => [`/channels/${side.id}`, `/guilds/${fans.id}`].includes(path))
    expect(asked).toHaveLength(2)
  })
})

describe('back after a longer time', () => {
  it('channels, threads and private talk with a conversation are read from the last message on', async () => {
    await using discord = await connectDiscord()
    const { server, host } = discord
    const fans = server.guild('Fans')
    const general = server.channel(fans, 'general')
    const side = server.thread(general, 'side talk')
    const ana = server.fan('Ana')
    const places = [general, side, ana.direct]
    for (const place of places) ana.says(place, `before ${place.name}`)
    for (const place of places) await discord.hears(`before ${place.name}`)
    await discord.stop()
    forgetSessions(server)
    side.isArchived = true
    for (const place of places) ana.says(place, `meanwhile ${place.name}`)
    await using again = await discord.restart()
    for (const place of places) await again.hears(`meanwhile ${place.name}`)
    const missed = host.messages.slice(3).map(({ threadId: id, surface, author }) => [id, surface, author.accountId])
    const account = accountId('discord', ana.user.id)
    expect(missed).toHaveLength(3)
    expect(missed).toEqual(
      expect.arrayContaining([
        [threadId('discord', general.id), 'group', account],
        [threadId('discord', side.id), 'group', account],
        [threadId('discord', ana.direct.id), 'direct', account],
      ]),
    )
  })

  it('of very many private talks the latest are read at once, each of the others when somebody writes there again', async () => {
    await using discord = await connectDiscord({ mostRead: 1 })
    const { server } = discord
    const general = server.channel(server.guild('Fans'), 'general')
    const [ana, ben] = [server.fan('Ana'), server.fan('Ben')]
    for (const [fan, place] of [
      [ben, general],
      [ben, ben.direct],
      [ana, ana.direct],
    ] as const) {
      fan.says(place, `before ${place.id}`)
      await discord.hears(`before ${place.id}`)
    }
    await discord.stop()
    forgetSessions(server)
    ben.says(ben.direct, 'is anybody there?')
    ben.says(general, 'or here?')
    ana.says(ana.direct, 'hello?')
    await using again = await discord.restart()
    for (const text of ['hello?', 'or here?']) await again.hears(text)
    expect(fetches(server).filter(({ path }) => path.includes(ben.direct.id))).toEqual([])
    ben.says(ben.direct, 'really nobody?')
    await again.hears('really nobody?')
    expect(again.heard().slice(-2)).toEqual(['is anybody there?', 'really nobody?'])
  })

  it('what a fan never heard before said in private is heard when they write again, in its order', async () => {
    await using discord = await connectDiscord()
    const { server } = discord
    const [ana, ben] = [server.fan('Ana'), server.fan('Ben')]
    ana.says(ana.direct, 'before')
    await discord.hears('before')
    await discord.stop()
    forgetSessions(server)
    ben.says(ben.direct, 'is anybody there?')
    await using again = await discord.restart()
    ben.says(ben.direct, 'hello?')
    ben.says(ben.direct, 'really nobody?')
    await again.hears('really nobody?')
    expect(again.heard()).toEqual(['before', 'is anybody there?', 'hello?', 'really nobody?'])
    const reads = fetches(server).filter(({ path }) => path.includes(ben.direct.id))
    expect(reads).toHaveLength(1)
  })

  it('of a fan who writes for the first time nothing is asked while nothing can have been missed', async () => {
    await using discord = await connectDiscord()
    const { server } = discord
    const ana = server.fan('Ana')
    ana.says(ana.direct, 'hello')
    await discord.hears('hello')
    await using again = await discord.restart()
    const ben = server.fan('Ben')
    ben.says(ben.direct, 'hello, too')
    await again.hears('hello, too')
    expect(fetches(server)).toEqual([])
  })

  it('a channel without a conversation is read too, from when the bot last heard anything', async () => {
    await using discord = await connectDiscord()
    const { server } = discord
    const fans = server.guild('Fans')
    const [general, quiet] = [server.channel(fans, 'general'), server.channel(fans, 'quiet')]
    const ana = server.fan('Ana')
    server.silently(() => ana.says(quiet, 'long ago'))
    ana.says(general, 'before')
    await discord.hears('before')
    await discord.stop()
    forgetSessions(server)
    ana.says(quiet, 'is this on?')
    await using again = await discord.restart()
    await again.hears('is this on?')
    expect(again.heard()).toEqual(['before', 'is this on?'])
  })

  it('hundreds of messages come page by page, oldest first, and live ones wait behind them', async () => {
    await using discord = await connectDiscord()
    const { server } = discord
    const general = server.channel(server.guild('Fans'), 'general')
    const ana = server.fan('Ana')
    ana.says(general, 'before')
    await discord.hears('before')
    await discord.stop()
    forgetSessions(server)
    const missed = Array.from({ length: 250 }, (_, number) => `missed ${number}`)
    for (const text of missed) ana.says(general, text)
    await using again = await discord.restart()
    ana.says(general, 'live')
    await again.hears('live')
    expect(again.heard()).toEqual(['before', ...missed, 'live'])
    expect(fetches(server)).toHaveLength(3)
  })

  it('a channel without news costs no request', async () => {
    await using discord = await connectDiscord()
    const { server } = discord
    const general = server.channel(server.guild('Fans'), 'general')
    const ana = server.fan('Ana')
    ana.says(general, 'before')
    ana.says(ana.direct, 'in private')
    await discord.hears('in private')
    await discord.hears('before')
    await discord.stop()
    forgetSessions(server)
    await using again = await discord.restart()
    await server.until(() => server.calls.some(({ path }) => path === `/channels/${ana.direct.id}`))
    ana.says(general, 'after')
    ana.says(ana.direct, 'after, in private')
    await again.hears('after')
    await again.hears('after, in private')
    expect(fetches(server)).toEqual([])
  })

  it('a private message right after the start waits for what was missed before it', async () => {
    await using discord = await connectDiscord()
    const { server } = discord
    const ana = server.fan('Ana')
    ana.says(ana.direct, 'before')
    await discord.hears('before')
    await discord.stop()
    forgetSessions(server)
    server.guild('Fans')
    server.gateway.state.holdsServers = true
    ana.says(ana.direct, 'missed')
    await using again = await discord.restart()
    ana.says(ana.direct, 'live')
    await again.hears('live')
    expect(again.heard()).toEqual(['before', 'missed', 'live'])
  })

  it('what was said before the bot came is none of its business: at its first start, and in a server it joined meanwhile', async () => {
    await using discord = await connectDiscord({
      prepare: (server) => {
        server.fan('Ana').says(server.channel(server.guild('Old'), 'general'), 'ancient')
      },
    })
    const { server } = discord
    const ana = server.fan('Ana')
    ana.says(ana.direct, 'hello')
    await discord.hears('hello')
    await discord.stop()
    forgetSessions(server)
    const joined = server.guild('New')
    const general = server.channel(joined, 'general')
    ana.says(general, 'before you joined')
    joined.joinedAt = new Date(Date.now() + 1_000).toISOString()
    await using again = await discord.restart()
    ana.says(general, 'welcome')
    await again.hears('welcome')
    expect(again.heard()).toEqual(['hello', 'welcome'])
  })

  it('a channel that is gone meanwhile is closed; trouble on the way is waited out', async () => {
    await using discord = await connectDiscord()
    const { server, host } = discord
    const fans = server.guild('Fans')
    const [general, gone] = [server.channel(fans, 'general'), server.channel(fans, 'gone')]
    const ana = server.fan('Ana')
    for (const channel of [general, gone]) ana.says(channel, `in ${channel.name}`)
    for (const channel of [general, gone]) await discord.hears(`in ${channel.name}`)
    await discord.stop()
    forgetSessions(server)
    server.update(gone, 'CHANNEL_DELETE')
    ana.says(general, 'meanwhile')
    server.trouble({ method: 'GET', path: /\/messages$/, status: 503, times: 2 })
    await using again = await discord.restart()
    await again.hears('meanwhile')
    await host.until(() => host.events.length === 2)
    expect(host.events.map(({ kind, threadId: thread }) => [kind, thread]).toSorted()).toEqual([
      ['closed', threadId('discord', gone.id)],
      ['opened', threadId('discord', general.id)],
    ])
  })

  it('what could not be stored is tried again before what followed in its channel', async () => {
    await using discord = await connectDiscord()
    const { server, host } = discord
    const ana = server.fan('Ana')
    host.failNext(3)
    for (const text of ['one', 'two', 'three']) ana.says(ana.direct, text)
    await discord.hears('three')
    expect(discord.heard()).toEqual(['one', 'two', 'three'])
  })

  it('fetchSince gives what followed a message, oldest first', async () => {
    await using discord = await connectDiscord()
    const { server, adapter } = discord
    const general = server.channel(server.guild('Fans'), 'general')
    const ana = server.fan('Ana')
    const [first] = ['one', 'two', 'three'].map((text) => ana.says(general, text))
    const since = await adapter.fetchSince?.(threadId('discord', general.id), first?.id ?? '')
    expect(since?.map(({ text }) => text)).toEqual(['two', 'three'])
  })
})
