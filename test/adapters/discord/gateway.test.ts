/** The gateway over a real WebSocket: refusals at the door, breaks, resumes, and events that are not what they should be. */
import { once } from 'node:events'
import { createServer } from 'node:net'
import { Client, GatewayIntentBits } from 'discord.js'
import { describe, expect, it } from 'vitest'
import { createDiscordAdapter } from '../../../adapters/discord/index.ts'
import { parseConfig } from '../../../src/config.ts'
import { MascotError } from '../../../src/errors.ts'
import { createAdapterHost } from '../../support/adapter-host.ts'
import { connectDiscord } from '../../support/discord-adapter.ts'
import { type DiscordServer, startDiscord } from '../../support/discord-server.ts'
import { createManualClock } from '../../support/manual-clock.ts'

const refusal = (starting: Promise<unknown>): Promise<unknown> =>
  starting.then(
    () => undefined,
    (error: unknown) => error,
  )

const said = (op: number, { gateway }: DiscordServer) => gateway.heard.filter((payload) => payload.op === op).length
const identifies = (server: DiscordServer) => said(2, server)
const resumes = (server: DiscordServer) => said(6, server)

describe('at the door', () => {
  it('a wrong token names its variable and is not shown', async () => {
    const token = 'not.the.right-token-at-all'
    const error = await refusal(connectDiscord({ token }))
    expect(error).toBeInstanceOf(MascotError)
    expect(error).toMatchObject({ code: 'config-invalid', message: expect.stringContaining('DISCORD_BOT_TOKEN') })
    expect(`${String(error)} ${error instanceof Error ? error.stack : ''}`).not.toContain(token)
  })

  it('a token no header can hold is refused as a wrong one', async () => {
    const error = await refusal(connectDiscord({ token: 'two\nlines' }))
    expect(error).toMatchObject({ code: 'config-invalid', message: expect.stringContaining('DISCORD_BOT_TOKEN') })
  })

  it('a token that only the gateway refuses is named too', async () => {
    const error = await refusal(
      connectDiscord({
        prepare: ({ gateway }) => {
          gateway.state.closesWith = 4004
        },
      }),
    )
    expect(error).toMatchObject({ code: 'config-invalid', message: expect.stringContaining('DISCORD_BOT_TOKEN') })
  })

  it('without the message content intent it says which switch to turn, and where', async () => {
    const error = await refusal(
      connectDiscord({
        prepare: ({ gateway }) => {
          gateway.state.privileged = 0
        },
      }),
    )
    expect(error).toMatchObject({
      code: 'config-invalid',
      message: expect.stringMatching(/Message Content Intent.*Bot → Privileged Gateway Intents/),
    })
  })

  it('too few shards name their variable', async () => {
    const error = await refusal(
      connectDiscord({
        prepare: ({ gateway }) => {
          gateway.state.closesWith = 4011
        },
      }),
    )
    expect(error).toMatchObject({ code: 'config-invalid', message: expect.stringContaining('DISCORD_SHARDS') })
  })

  it('while Discord is out of reach it starts all the same, and connects when it can', async () => {
    await using discord = await connectDiscord({
      prepare: (server) => server.trouble({ path: /gateway/, status: 503, times: 2 }),
    })
    await discord.server.until(() => discord.server.gateway.connections === 1)
    const ana = discord.server.fan('Ana')
    await discord.host.until(() => discord.host.logged.some(({ message }) => message === 'connected'))
    ana.says(ana.direct, 'at last')
    await discord.hears('at last')
  })

  it('asks for the six intents it needs and no more', async () => {
    await using discord = await connectDiscord()
    const identify = discord.server.gateway.heard.find(({ op }) => op === 2)
    expect(identify?.d).toMatchObject({
      intents:
        GatewayIntentBits.Guilds |
        GatewayIntentBits.GuildMessages |
        GatewayIntentBits.GuildMessageReactions |
        GatewayIntentBits.DirectMessages |
        GatewayIntentBits.DirectMessageReactions |
        GatewayIntentBits.MessageContent,
    })
  })
})

describe('events that are not what they should be', () => {
  const frames: readonly (readonly [string, string])[] = [
    ['no JSON', '{"op":0,"t":"MESSAGE_CREATE"'],
    ['nothing', ''],
    ['null', 'null'],
    ['a list', '[1,2]'],
    ['a message without anything', '{"op":0,"t":"MESSAGE_CREATE","s":90,"d":null}'],
    ['a message without an author', '{"op":0,"t":"MESSAGE_CREATE","s":91,"d":{"id":"1","channel_id":{}}}'],
    [
      'a message whose mentions are a number',
      '{"op":0,"t":"MESSAGE_CREATE","s":92,"d":{"id":"100000000000000001","channel_id":"100000000000000002","type":0,"content":"x","timestamp":"y","author":{"id":"100000000000000003","username":"z"},"mentions":7}}',
    ],
    [
      'a message whose poll is empty',
      '{"op":0,"t":"MESSAGE_CREATE","s":93,"d":{"id":"100000000000000004","channel_id":"100000000000000002","type":0,"content":"x","timestamp":"y","author":{"id":"100000000000000003","username":"z"},"poll":{}}}',
    ],
    ['a server without an id', '{"op":0,"t":"GUILD_CREATE","s":94,"d":{"channels":"many"}}'],
    [
      'an interaction without a person',
      '{"op":0,"t":"INTERACTION_CREATE","s":95,"d":{"id":"100000000000000005","type":2}}',
    ],
    ['a reaction without an emoji', '{"op":0,"t":"MESSAGE_REACTION_ADD","s":96,"d":{"user_id":1}}'],
    ['a deletion of nothing', '{"op":0,"t":"MESSAGE_DELETE_BULK","s":97,"d":{"ids":{"length":3}}}'],
    ['a hello without an interval', '{"op":10,"d":null}'],
    ['a second hello', '{"op":10,"d":{"heartbeat_interval":1}}'],
    ['an event whose name is a number', '{"op":0,"t":7,"s":98,"d":{}}'],
    ['an event whose number is a word', '{"op":0,"t":"GUILD_UPDATE","s":"many","d":{}}'],
    ['an acknowledgement of something', '{"op":11,"d":{"ok":[]}}'],
    ['an unknown operation', '{"op":"seven","d":{}}'],
  ]

  it.each(frames)('%s: is passed over, and the next message is heard on the same connection', async (_, frame) => {
    await using discord = await connectDiscord()
    const { server } = discord
    const ana = server.fan('Ana')
    server.gateway.raw(frame)
    ana.says(ana.direct, 'still there?')
    await discord.hears('still there?')
    expect(server.gateway.heard.filter(({ op }) => op === 2)).toHaveLength(1)
    expect(server.gateway.connections).toBe(1)
  })

  it('none of it gets into the log', async () => {
    await using discord = await connectDiscord()
    const ana = discord.server.fan('Ana')
    discord.server.gateway.raw('{"op":0,"t":"MESSAGE_CREATE","s":9,"d":{"content":"my secret"}}')
    ana.says(ana.direct, 'still there?')
    await discord.hears('still there?')
    expect(discord.host.logged.some(({ level }) => level === 'warn')).toBe(true)
    expect(JSON.stringify(discord.host.logged)).not.toContain('my secret')
  })

  it.each([
    ['names nobody', '{"op":0,"t":"READY","s":1,"d":{"user":{}}}'],
    ['says nothing', '{"op":0,"t":"READY","s":1,"d":null}'],
  ])('a READY that %s ends the connection, and the next one goes on with the session', async (_, frame) => {
    await using discord = await connectDiscord()
    const { server } = discord
    server.gateway.raw(frame)
    await server.until(() => server.gateway.heard.some(({ op }) => op === 6))
    const ana = server.fan('Ana')
    ana.says(ana.direct, 'hello again')
    await discord.hears('hello again')
  })

  it.each([
    ['for good', false],
    ['without saying for how long', null],
    ['in words', { resumable: 'perhaps' }],
  ])('a session that is invalid %s is followed by a new one', async (_, d) => {
    await using discord = await connectDiscord()
    const { server } = discord
    server.gateway.op(9, d)
    await server.until(() => identifies(server) === 2 && server.gateway.connections === 1)
    const ana = server.fan('Ana')
    ana.says(ana.direct, 'hello again')
    await discord.hears('hello again')
  })

  it('a session that is invalid for a moment is resumed', async () => {
    await using discord = await connectDiscord()
    const { server } = discord
    server.gateway.op(9, true)
    await server.until(() => resumes(server) === 1)
    expect(identifies(server)).toBe(1)
  })

  it('a dozen reasons to end at once make one new connection', async () => {
    await using discord = await connectDiscord()
    const { server } = discord
    for (const op of [7, 9, 7, 9, 7, 7]) server.gateway.op(op, true)
    await server.until(() => resumes(server) === 1)
    const ana = server.fan('Ana')
    ana.says(ana.direct, 'once')
    await discord.hears('once')
    expect([server.gateway.connections, identifies(server), resumes(server)]).toEqual([1, 1, 1])
  })
})

describe('breaks', () => {
  it.each([
    ['the line breaks', undefined],
    ['Discord closes with 4000', 4000],
    ['Discord closes with 4008', 4008],
  ])('when %s the session is resumed, and what was said meanwhile is sent again', async (_, code) => {
    await using discord = await connectDiscord()
    const { server } = discord
    const ana = server.fan('Ana')
    server.gateway.drop(code)
    ana.says(ana.direct, 'while you were away')
    await discord.hears('while you were away')
    expect(server.gateway.heard.filter(({ op }) => op === 6)).toHaveLength(1)
    expect(server.calls.filter(({ path }) => path.includes('messages'))).toEqual([])
  })

  it('asked to reconnect, it does, and resumes', async () => {
    await using discord = await connectDiscord()
    const { server } = discord
    const ana = server.fan('Ana')
    server.gateway.op(7, null)
    await server.until(() => server.gateway.heard.some(({ op }) => op === 6))
    ana.says(ana.direct, 'welcome back')
    await discord.hears('welcome back')
  })

  it('resumes at the address Discord gave for it', async () => {
    const elsewhere = await startDiscord()
    await using _ = elsewhere
    await using discord = await connectDiscord({
      prepare: ({ gateway }) => {
        gateway.state.resumeUrl = elsewhere.gateway.url
      },
    })
    discord.server.gateway.drop()
    await elsewhere.until(() => elsewhere.gateway.heard.some(({ op }) => op === 6))
  })

  it('after a refused resume the channels are read instead', async () => {
    await using discord = await connectDiscord()
    const { server } = discord
    const fans = server.guild('Fans')
    const general = server.channel(fans, 'general')
    const ana = server.fan('Ana')
    ana.says(general, 'before')
    ana.says(ana.direct, 'before, in private')
    await discord.hears('before, in private')
    server.gateway.state.refusesResume = true
    server.gateway.drop()
    server.silently(() => {
      ana.says(general, 'meanwhile')
      ana.says(ana.direct, 'meanwhile, in private')
    })
    await discord.hears('meanwhile')
    await discord.hears('meanwhile, in private')
  })

  it('what was said while the gateway could not be reached is sent again, at its own address if need be', async () => {
    const gone = await startDiscord()
    await gone[Symbol.asyncDispose]()
    await using discord = await connectDiscord({
      prepare: ({ gateway }) => {
        gateway.state.resumeUrl = gone.gateway.url
      },
    })
    const { server } = discord
    const ana = server.fan('Ana')
    server.gateway.drop()
    ana.says(ana.direct, 'while the line was down')
    await discord.hears('while the line was down')
    expect([identifies(server), resumes(server)]).toEqual([1, 1])
  })

  it('a resume that Discord never answers is given up, and a new session begins', async () => {
    await using discord = await connectDiscord()
    const { server, clock } = discord
    server.gateway.state.ignoresResume = true
    server.gateway.drop()
    await server.until(() => resumes(server) === 1)
    clock.advance(30_000)
    await server.until(() => identifies(server) === 2)
    const ana = server.fan('Ana')
    ana.says(ana.direct, 'hello again')
    await discord.hears('hello again')
  })

  it('the longer it cannot connect, the longer it waits between its tries', async () => {
    await using discord = await connectDiscord()
    const { server, clock } = discord
    const before = clock.sleeps.length
    server.gateway.state.closesWith = 1013
    server.gateway.drop()
    const waits = () => clock.sleeps.slice(before).filter((ms) => ms < 10_000)
    await discord.host.until(() => waits().length >= 5)
    server.gateway.state.closesWith = undefined
    clock.advance(60_000)
    await server.until(() => resumes(server) === 1)
    const [first, ...later] = waits()
    expect(first).toBe(0)
    for (const [failures, ms] of later.slice(0, 4).entries()) {
      expect(ms).toBeGreaterThanOrEqual(500 * 2 ** failures)
      expect(ms).toBeLessThanOrEqual(1_000 * 2 ** failures)
    }
  })

  it('a connection whose heartbeats are not answered is given up and resumed', async () => {
    await using discord = await connectDiscord({
      prepare: ({ gateway }) => {
        gateway.state.heartbeatMs = 60
        gateway.state.answersHeartbeats = false
      },
    })
    const { server } = discord
    await server.until(() => resumes(server) > 0)
    server.gateway.state.answersHeartbeats = true
    const ana = server.fan('Ana')
    ana.says(ana.direct, 'alive?')
    await discord.hears('alive?')
    expect(identifies(server)).toBe(1)
  })

  it('heartbeats carry the number of the last event', async () => {
    await using discord = await connectDiscord({
      prepare: ({ gateway }) => {
        gateway.state.heartbeatMs = 60
      },
    })
    const { server } = discord
    const ana = server.fan('Ana')
    ana.says(ana.direct, 'one')
    await discord.hears('one')
    await server.until(() => server.gateway.heard.some(({ op, d }) => op === 1 && d === 2))
  })

  it('refused while it runs, it tells the operator what to switch on, and comes back once that is done', async () => {
    await using discord = await connectDiscord()
    const { server, host, clock } = discord
    server.gateway.state.privileged = 0
    server.gateway.state.refusesResume = true
    server.gateway.drop()
    await host.until(() => host.logged.some(({ level, message }) => level === 'error' && /Intent/.test(message)))
    server.gateway.state.privileged = 1 << 15
    clock.advance(5 * 60_000)
    const ana = server.fan('Ana')
    await host.until(() => host.logged.filter(({ message }) => message === 'connected').length === 2)
    ana.says(ana.direct, 'hello again')
    await discord.hears('hello again')
  })
})

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

describe('stopping', () => {
  it('does not wait for a gateway that no longer listens', async () => {
    await using discord = await connectDiscord()
    discord.server.gateway.deafen()
    await discord.stop()
  })

  it('does not wait for a connection that is being made', async () => {
    const silent = createServer().listen(0, '127.0.0.1')
    await once(silent, 'listening')
    const address = silent.address()
    const url = `ws://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`
    await using server = await startDiscord()
    server.trouble({ path: /gateway\/bot/, status: 200, body: { url } })
    const adapter = createDiscordAdapter({ token: server.token, apiRoot: server.apiRoot, shards: 1 })
    const listening = new AbortController()
    const starting = adapter.start(createAdapterHost().context(), listening.signal)
    const [socket] = await once(silent, 'connection')
    listening.abort()
    await Promise.all([starting, adapter.stop(), once(socket, 'close')])
    silent.close()
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
    await using one = await connectDiscord({ shards: { ids: [0, 1], count: 4 } })
    const { server, host, clock } = one
    const two = await connectDiscord({ shards: { ids: [2, 3], count: 4 }, server, host, clock })
    const ana = server.fan('Ana')
    const channels = Array.from({ length: 8 }, (_, number) =>
      server.channel(server.guild(`server ${number}`), 'general'),
    )
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

describe('the wire fake', () => {
  it("the SDK's own client gets along with it: logs in, hears, and speaks", async () => {
    await using server = await startDiscord()
    const general = server.channel(server.guild('Fans'), 'general')
    const client = new Client({
      intents: [GatewayIntentBits.Guilds, GatewayIntentBits.GuildMessages, GatewayIntentBits.MessageContent],
      rest: { api: server.apiRoot },
    })
    const heard = new Promise<string>((resolve) => client.on('messageCreate', (message) => resolve(message.content)))
    await client.login(server.token)
    await new Promise<void>((resolve) => (client.isReady() ? resolve() : client.once('clientReady', () => resolve())))
    server.fan('Ana').says(general, 'hello client')
    expect(await heard).toBe('hello client')
    const channel = await client.channels.fetch(general.id)
    if (!channel?.isSendable()) throw new Error('not sendable')
    await channel.send({
      content: 'hello fake',
      nonce: 'n1',
      enforceNonce: true,
      allowedMentions: { parse: [], repliedUser: false },
    })
    expect(server.sent(general).map(({ content }) => content)).toEqual(['hello fake'])
    await client.destroy()
  })
})
