/** The gateway over a real WebSocket: refusals at the door, breaks, resumes, and events that are not what they should be. */
import { Client, GatewayIntentBits } from 'discord.js'
import { describe, expect, it } from 'vitest'
import { parseConfig } from '../../../src/config.ts'
import { MascotError } from '../../../src/errors.ts'
import { connectDiscord } from '../../support/discord-adapter.ts'
import { startDiscord } from '../../support/discord-server.ts'

const refusal = (starting: Promise<unknown>): Promise<unknown> =>
  starting.then(
    () => undefined,
    (error: unknown) => error,
  )

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
    expect(discord.host.connections).toEqual([false, true])
    discord.server.gateway.drop()
    await discord.host.until(() => discord.host.connections.length === 4)
    expect(discord.host.connections).toEqual([false, true, false, true])
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

  it('a READY that names nobody ends the session, and the next one begins afresh', async () => {
    await using discord = await connectDiscord()
    const { server } = discord
    server.gateway.op(0, null)
    server.gateway.raw('{"op":0,"t":"READY","s":1,"d":{"user":{}}}')
    await server.until(() => server.gateway.heard.some(({ op }) => op === 6))
    const ana = server.fan('Ana')
    ana.says(ana.direct, 'hello again')
    await discord.hears('hello again')
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

  it('a connection whose heartbeats are not answered is given up and resumed', async () => {
    await using discord = await connectDiscord()
    const { server, clock } = discord
    server.gateway.state.answersHeartbeats = false
    const beats = () => server.gateway.heard.filter(({ op }) => op === 1).length
    clock.advance(41_250)
    await server.until(() => beats() === 1)
    await server.until(() => {
      clock.advance(41_250)
      return server.gateway.heard.some(({ op }) => op === 6)
    })
    server.gateway.state.answersHeartbeats = true
    const ana = server.fan('Ana')
    ana.says(ana.direct, 'alive?')
    await discord.hears('alive?')
  })

  it('heartbeats carry the number of the last event', async () => {
    await using discord = await connectDiscord()
    const { server, clock } = discord
    const ana = server.fan('Ana')
    ana.says(ana.direct, 'one')
    await discord.hears('one')
    clock.advance(41_250)
    await server.until(() => server.gateway.heard.some(({ op, d }) => op === 1 && d === 2))
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

  it('are one setting: a number, or auto, which it is by itself', () => {
    const shardsOf = (DISCORD_SHARDS: string) => parseConfig({ DISCORD_BOT_TOKEN: 'x', DISCORD_SHARDS }).discord?.shards
    expect(['', 'auto', '3'].map(shardsOf)).toEqual(['auto', 'auto', 3])
    expect(() => shardsOf('0')).toThrow(/DISCORD_SHARDS/)
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
