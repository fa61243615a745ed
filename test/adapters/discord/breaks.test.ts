/** When the line breaks, Discord asks to come again or the program ends: sessions go on, and nothing waits for a dead peer. */
import { once } from 'node:events'
import { createServer } from 'node:net'
import { describe, expect, it } from 'vitest'
import { createDiscordAdapter } from '../../../adapters/discord/index.ts'
import { createAdapterHost } from '../../support/adapter-host.ts'
import { identifies, resumes } from '../../support/discord/said-to-gateway.ts'
import { connectDiscord } from '../../support/discord-adapter.ts'
import { startDiscord } from '../../support/discord-server.ts'

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

  it('a gateway that ends each connection at once is left in peace more and more', async () => {
    await using discord = await connectDiscord()
    const { server, clock, host } = discord
    const before = clock.sleeps.length
    server.gateway.state.closesOnceReady = 4000
    server.gateway.drop()
    const waits = () => clock.sleeps.slice(before).filter((ms) => ms < 10_000)
    await host.until(() => waits().length >= 7)
    server.gateway.state.closesOnceReady = undefined
    clock.advance(60_000)
    const ana = server.fan('Ana')
    ana.says(ana.direct, 'steady now')
    await discord.hears('steady now')
    expect(waits().slice(0, 3)).toEqual([0, 0, 0])
    expect(waits()[6]).toBeGreaterThanOrEqual(4_000)
    expect(identifies(server)).toBe(1)
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
