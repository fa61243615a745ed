/** The Discord of our tests is as strict as the real one. */
import { once } from 'node:events'
import { Client, GatewayIntentBits } from 'discord.js'
import { describe, expect, it } from 'vitest'
import { startDiscord } from '../../support/discord-server.ts'

describe('the wire fake', () => {
  const identify = (token: string, more = {}) => ({ op: 2, d: { token, intents: 0, properties: {}, ...more } })
  const beat = { op: 1, d: null }
  const faults: readonly (readonly [string, number, (token: string) => readonly unknown[]])[] = [
    ['a word before it is known', 4003, () => [{ op: 3, d: {} }]],
    ['what is no JSON', 4002, () => ['{']],
    ['more than 4096 bytes', 4002, (token) => [identify(token, { more: 'x'.repeat(4_096) })]],
    ['an operation it does not know', 4001, (token) => [identify(token), { op: 99 }]],
    ['a second identify', 4005, (token) => [identify(token), identify(token)]],
    ['a wrong token', 4004, () => [identify('wrong')]],
    ['intents that are not switched on', 4014, (token) => [identify(token, { intents: 1 << 1 })]],
    ['a shard beyond its count', 4010, (token) => [identify(token, { shard: [2, 2] })]],
    ['a hundred and twenty-one sends in a minute', 4008, (token) => [identify(token), ...Array(120).fill(beat)]],
  ]

  it.each(faults)('closes on %s', async (_, code, said) => {
    await using server = await startDiscord()
    const socket = new WebSocket(`${server.gateway.url}?v=10&encoding=json`)
    await once(socket, 'open')
    for (const one of said(server.token)) socket.send(typeof one === 'string' ? one : JSON.stringify(one))
    const [closed] = await once(socket, 'close')
    expect(closed.code).toBe(code)
  })

  it('closes on another version, and on compression, which it does not speak', async () => {
    await using server = await startDiscord()
    for (const query of ['v=9&encoding=json', 'v=10&encoding=etf', 'v=10&encoding=json&compress=zlib-stream']) {
      const [closed] = await once(new WebSocket(`${server.gateway.url}?${query}`), 'close')
      expect(closed.code).toBe(4012)
    }
  })

  it('closes on whom it has not heard for two heartbeats', async () => {
    await using server = await startDiscord()
    server.gateway.state.heartbeatMs = 20
    const [closed] = await once(new WebSocket(`${server.gateway.url}?v=10&encoding=json`), 'close')
    expect(closed.code).toBe(4009)
  })

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
