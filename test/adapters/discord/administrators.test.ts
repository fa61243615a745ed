/** Commands typed as words on Discord, and who may give those that are an administrator's: read from the roles of the server. */
import { describe, expect, it } from 'vitest'
import { plainFace } from '../../support/adapter-host.ts'
import { guildJson } from '../../support/discord/world.ts'
import { connectDiscord } from '../../support/discord-adapter.ts'

const face = { ...plainFace, commands: [...plainFace.commands, { name: 'mascot', about: { en: 'How I take part' } }] }

describe('a command that is typed', () => {
  it('is one in private, and in a server if it is ours or follows a mention', async () => {
    await using discord = await connectDiscord({ face })
    const { server, host } = discord
    const general = server.channel(server.guild('Fans'), 'general')
    const ana = server.fan('Ana')
    const bot = `<@${server.world.bot.id}>`
    ana.says(general, '/help')
    ana.says(general, `${bot} /quiet 2h`)
    ana.says(general, '/roll 2d6')
    ana.says(general, 'try /help')
    await discord.hears('try /help')
    ana.says(ana.direct, '/start spring')
    await discord.hears('/start spring')
    expect(host.messages.map(({ command, isMention }) => [command?.name, command?.args, isMention])).toEqual([
      ['help', '', true],
      ['quiet', '2h', true],
      [undefined, undefined, false],
      [undefined, undefined, false],
      ['start', 'spring', true],
    ])
  })
})

describe('an administrator', () => {
  it('is who may manage the server, by a role or as its owner; for other words nobody is looked up', async () => {
    await using discord = await connectDiscord({ face })
    const { server, host } = discord
    const fans = server.guild('Fans')
    const general = server.channel(fans, 'general')
    const [ana, olga, owner] = [server.fan('Ana'), server.fan('Olga'), server.fan('Olu')]
    server.promotes(fans, olga)
    fans.ownerId = owner.user.id
    const { channels: _, threads: __, ...changed } = guildJson(fans)
    server.gateway.dispatch('GUILD_UPDATE', changed, fans.id)
    for (const fan of [ana, olga, owner]) fan.says(general, '/mascot off')
    olga.says(general, 'hello')
    await discord.hears('hello')
    expect(host.messages.map(({ author }) => author.isAdmin)).toEqual([false, true, true, undefined])
    expect(server.calls.filter(({ path }) => path.startsWith('/guilds/'))).toEqual([])
  })

  it('is known also by what they said while we were away, when Discord names no roles', async () => {
    await using discord = await connectDiscord({ face })
    const { server, host } = discord
    const fans = server.guild('Fans')
    const general = server.channel(fans, 'general')
    const [ana, olga] = [server.fan('Ana'), server.fan('Olga')]
    server.promotes(fans, olga)
    ana.says(general, 'before')
    await discord.hears('before')
    await discord.stop()
    server.gateway.state.refusesResume = true
    ana.says(general, '/mascot off')
    olga.says(general, '/mascot ambient')
    await using again = await discord.restart()
    await again.hears('/mascot ambient')
    expect(host.messages.slice(1).map(({ author }) => author.isAdmin)).toEqual([false, true])
  })

  it('is known while the last session is replayed, before the servers are listed', async () => {
    await using discord = await connectDiscord({ face })
    const { server, host } = discord
    const fans = server.guild('Fans')
    const general = server.channel(fans, 'general')
    const olga = server.fan('Olga')
    server.promotes(fans, olga)
    await discord.stop()
    olga.says(general, '/mascot ambient')
    await using again = await discord.restart()
    await again.hears('/mascot ambient')
    expect(host.messages.map(({ author }) => author.isAdmin)).toEqual([true])
  })

  it('who cannot be looked up is taken for none, and heard all the same', async () => {
    await using discord = await connectDiscord({ face })
    const { server, host } = discord
    const fans = server.guild('Fans')
    const general = server.channel(fans, 'general')
    const olga = server.fan('Olga')
    server.promotes(fans, olga)
    olga.says(general, 'before')
    await discord.hears('before')
    await discord.stop()
    server.gateway.state.refusesResume = true
    server.trouble({
      method: 'GET',
      path: /\/members\//,
      status: 403,
      body: { code: 50001, message: 'Missing Access' },
    })
    olga.says(general, '/mascot ambient')
    await using again = await discord.restart()
    await again.hears('/mascot ambient')
    expect(host.messages.at(-1)?.author.isAdmin).toBe(false)
    expect(host.logged.map(({ message }) => message)).toContain('it is not known who administers a server')
  })
})
