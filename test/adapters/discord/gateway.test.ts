/** The gateway over a real WebSocket: refusals at the door, and events that are not what they should be. */
import { GatewayIntentBits } from 'discord.js'
import { describe, expect, it } from 'vitest'
import { MascotError } from '../../../src/errors.ts'
import { identifies, resumes } from '../../support/discord/said-to-gateway.ts'
import { connectDiscord } from '../../support/discord-adapter.ts'

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

  it('asks who leaves where the operator has switched that on, and goes on without once it is switched off', async () => {
    const [members, content] = [GatewayIntentBits.GuildMembers, GatewayIntentBits.MessageContent]
    await using discord = await connectDiscord({
      prepare: ({ gateway, world }) => {
        world.applicationFlags |= 1 << 15
        gateway.state.privileged = members | content
      },
    })
    const { gateway } = discord.server
    const asked = () =>
      gateway.heard.filter(({ op }) => op === 2).map(({ d }) => Number((d as { intents: number }).intents))
    expect(asked().map((intents) => (intents & members) !== 0)).toEqual([true])
    gateway.state.privileged = content
    gateway.state.refusesResume = true
    gateway.drop()
    await discord.host.until(() => discord.host.connections.length === 3)
    expect(asked().map((intents) => (intents & members) !== 0)).toEqual([true, true, false])
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
