/** The whole program on Discord: a fan, a group, a command, a restart; everything real but Discord itself. */
import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { createDiscordAdapter } from '../../../adapters/discord/index.ts'
import { systemClock } from '../../../src/clock.ts'
import { parseConfig } from '../../../src/config.ts'
import { createLog } from '../../../src/log.ts'
import { loadPersona } from '../../../src/persona/load/load.ts'
import { startMascot } from '../../../src/program/mascot.ts'
import { type DiscordServer, startDiscord } from '../../support/discord-server.ts'

const coffee = fileURLToPath(new URL('../../../personas/coffee', import.meta.url))

async function startOn(server: DiscordServer, database: string) {
  const loaded = await loadPersona(coffee)
  const config = parseConfig({
    DATABASE_URL: database,
    DISCORD_BOT_TOKEN: server.token,
    DISCORD_API_ROOT: server.apiRoot,
  })
  if (!config.discord) throw new Error('Discord is not configured')
  return await startMascot({
    config,
    persona: { ...loaded, manners: { ...loaded.manners, burstMs: 0, limits: 'off' } },
    adapters: [createDiscordAdapter(config.discord)],
    clock: systemClock,
    log: createLog({ level: 'silent' }),
  })
}

describe('Mascot on Discord', () => {
  it('greets in private, stays out of talk that is not for it, answers when it is, and picks up after a restart', async () => {
    await using server = await startDiscord()
    const database = `sqlite:${path.join(await mkdtemp(path.join(tmpdir(), 'mascot-')), 'story.db')}`
    const general = server.channel(server.guild('Fans'), 'general')
    const [ana, ben] = [server.fan('Ana'), server.fan('Ben')]
    const first = await startOn(server, database)

    ana.says(ana.direct, 'hi pip')
    await server.until(() => server.sent(ana.direct).length === 1)
    expect(server.sent(ana.direct)[0]?.content).not.toBe('')

    ben.says(general, 'anyone up for football on sunday?')
    const asked = ana.says(general, `<@${server.world.bot.id}> what are you?`)
    await server.until(() => server.sent(general).length > 0)
    await first.settled()
    expect(server.sent(general)[0]?.more.message_reference).toMatchObject({ message_id: asked.id })

    const pending = ben.runs(ben.direct, 'help')
    await server.until(() => server.sent(ben.direct).length > 0 && pending.placeholder === 'removed')

    await first.stop()
    const before = server.sent(ana.direct).length
    ana.says(ana.direct, 'are you a bot?')
    await using second = await startOn(server, database)
    await server.until(() => server.sent(ana.direct).length > before)
    await second.settled()
    const nonces = server.sent().map(({ nonce }) => nonce)
    expect(new Set(nonces).size).toBe(nonces.length)
  })
})
