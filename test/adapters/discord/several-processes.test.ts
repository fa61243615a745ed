/** Several processes share a bot's shards among them: each is held by one, and goes on elsewhere where it was. */
import { expect, it, onTestFinished } from 'vitest'
import { createDiscordAdapter } from '../../../adapters/discord/index.ts'
import { shardOf } from '../../../adapters/discord/wire/shards.ts'
import { systemClock } from '../../../src/clock.ts'
import { createLog } from '../../../src/log.ts'
import { createHoldKeeper } from '../../../src/program/hold-keeper.ts'
import { createWake } from '../../../src/wake.ts'
import { createAdapterHost } from '../../support/adapter-host.ts'
import { identifies, resumes } from '../../support/discord/said-to-gateway.ts'
import type { Channel } from '../../support/discord/world.ts'
import { type DiscordServer, startDiscord } from '../../support/discord-server.ts'
import { postgresTestDatabase, useStore } from '../../support/store-harness.ts'

const under = useStore(postgresTestDatabase)
const host = createAdapterHost({ clock: systemClock })

function channelOf(shard: number, server: DiscordServer): Channel {
  for (let tries = 1; ; tries++) {
    const guild = server.guild(`of shard ${shard}`)
    if (shardOf(guild.id, 2) === shard) return server.channel(guild, 'general')
    for (let steps = 0; steps < tries; steps++) server.world.nextId()
  }
}

async function startProcess(server: DiscordServer) {
  const store = await under.open({ isShared: true })
  const { holds, paces } = store
  if (!paces) throw new Error('PostgreSQL has paces')
  const wake = createWake(systemClock)
  store.onNotice((what) => what === 'holds' && wake.wake())
  const lines: string[] = []
  const log = createLog({ level: 'info', destination: { write: (line) => void lines.push(line) } })
  const among = createHoldKeeper({ holds, paces, clock: systemClock, wake, log })
  const adapter = createDiscordAdapter({ token: server.token, apiRoot: server.apiRoot, shards: 2 })
  await adapter.start({ ...host.context(), among }, new AbortController().signal)
  let isStopped = false
  const stop = async () => {
    if (!isStopped) await adapter.stop()
    isStopped = true
  }
  onTestFinished(stop)
  const held = () => lines.filter((line) => line.includes('held by this process')).length
  return { adapter, stop, held }
}

it('one shard each, taken over with its session, so that nothing said meanwhile is missed', async () => {
  let now = Date.now()
  await using server = await startDiscord({ now: () => now++ })
  server.gateway.state.maxConcurrency = 2
  const channels = [channelOf(0, server), channelOf(1, server)]
  const ana = server.fan('Ana')
  const heard = () => host.messages.map(({ text }) => text)
  const hears = (text: string) => expect.poll(heard, { timeout: 60_000 }).toContain(text)

  const first = await startProcess(server)
  const ready = () => server.gateway.dispatched.filter(({ t }) => t === 'READY').length
  await expect.poll(ready, { timeout: 60_000 }).toBe(2)
  expect(identifies(server)).toBe(2)
  const second = await startProcess(server)
  // The first leaves one to the second, which goes on with its session.
  await expect.poll(() => second.held(), { timeout: 60_000 }).toBe(1)
  await expect.poll(() => resumes(server), { timeout: 60_000 }).toBe(1)
  for (const [shard, channel] of channels.entries()) ana.says(channel, `hello ${shard}`)
  await Promise.all([hears('hello 0'), hears('hello 1')])
  // Whoever hears a shard or not can send, and show the way into private talk.
  expect(second.adapter.privateLink?.('x')).toContain(server.world.bot.id)

  await first.stop()
  for (const [shard, channel] of channels.entries()) ana.says(channel, `meanwhile ${shard}`)
  await Promise.all([hears('meanwhile 0'), hears('meanwhile 1')])
  expect(identifies(server)).toBe(2)
  expect(resumes(server)).toBe(2)
  expect(heard().filter((text) => text === 'hello 0')).toHaveLength(1)
})
