/** A lesser server stands in for Discord: ids that only count up, no place named to resume at, no more in its answers than it must say. */
import { expect, it } from 'vitest'
import { connectDiscord } from '../../support/discord-adapter.ts'
import { startDiscord } from '../../support/discord-server.ts'
import { createManualClock } from '../../support/manual-clock.ts'

const HOUR = 3_600_000

async function connectLean() {
  const clock = createManualClock({ skipsBelowMs: 10_000 })
  const server = await startDiscord({ isLean: true, now: () => clock.now() })
  return await connectDiscord({ server, clock })
}

it('what is said there is heard with its time, sent to, and resumed', async () => {
  await using discord = await connectLean()
  const { server, host, clock } = discord
  const general = server.channel(server.guild('Fans'), 'general')
  const ana = server.fan('Ana')
  ana.says(general, `<@${server.world.bot.id}> hello`)
  await discord.hears('@Pip hello')
  expect(host.messages[0]).toMatchObject({ isMention: true, sentAt: Math.trunc(clock.now()), surface: 'group' })
  server.gateway.drop()
  await server.until(() => server.gateway.connections === 0)
  ana.says(ana.direct, 'in private')
  await discord.hears('in private')
  expect(host.messages[1]).toMatchObject({ surface: 'direct' })
  expect(server.gateway.heard.some(({ op }) => op === 6)).toBe(true)
})

it('after an hour away every talk is read on from its last message', async () => {
  await using discord = await connectLean()
  const { server, host, clock } = discord
  const general = server.channel(server.guild('Fans'), 'general')
  const ana = server.fan('Ana')
  ana.says(general, 'before')
  ana.says(ana.direct, 'before, in private')
  await discord.hears('before, in private')
  await discord.hears('before')
  await discord.stop()
  server.gateway.state.refusesResume = true
  ana.says(general, 'meanwhile')
  ana.says(ana.direct, 'meanwhile, in private')
  const saidAt = Math.trunc(clock.now())
  clock.advance(HOUR)
  await using again = await discord.restart()
  await again.hears('meanwhile')
  await again.hears('meanwhile, in private')
  expect(host.messages.slice(2).map(({ sentAt }) => sentAt)).toEqual([saidAt, saidAt])
})

it('a message without a kind and a time of its own is heard all the same', async () => {
  await using discord = await connectLean()
  const { server } = discord
  const general = server.channel(server.guild('Fans'), 'general')
  const author = { id: '77', username: 'ana' }
  server.gateway.dispatch(
    'MESSAGE_CREATE',
    { id: '9001', channel_id: general.id, content: 'short', author },
    general.guild?.id,
  )
  await discord.hears('short')
})
