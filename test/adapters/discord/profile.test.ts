/** The persona's face on Discord: set once, left alone while nothing changes, and no part holding up another. */
import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Face } from '../../../src/ports/adapter.ts'
import { plainFace } from '../../support/adapter-host.ts'
import { isObject } from '../../support/discord/checks.ts'
import { type Connected, connectDiscord } from '../../support/discord-adapter.ts'

async function face(): Promise<Face> {
  const avatarPath = path.join(await mkdtemp(path.join(tmpdir(), 'mascot-')), 'pip.png')
  await writeFile(avatarPath, 'a picture')
  return { ...plainFace, avatarPath, bio: { en: 'The otter of Tidewater Coffee. A bot, and proud of it.' } }
}

const changes = ({ server }: Connected) =>
  server.calls
    .filter(({ method }) => method === 'PATCH' || method === 'PUT')
    .map(({ method, path: route }) => `${method} ${route}`)

describe('the profile', () => {
  it('name, bio, commands and picture are set', async () => {
    await using discord = await connectDiscord()
    await discord.adapter.setProfile?.(await face())
    const { world } = discord.server
    expect(world.bot.username).toBe('Pip')
    expect(world.description).toBe('The otter of Tidewater Coffee. A bot, and proud of it.')
    expect(world.bot.avatar).not.toBeNull()
    expect(world.commands.map(({ name }) => name)).toEqual(['help', 'quiet', 'mydata'])
    expect(world.commands[0]).toMatchObject({
      description: 'What I can do',
      description_localizations: { 'en-US': 'What I can do', 'zh-CN': '我能做什么' },
      contexts: [0, 1],
    })
  })

  it('nothing is set again while nothing changed, also after a restart', async () => {
    await using discord = await connectDiscord()
    const first = await face()
    await discord.adapter.setProfile?.(first)
    const before = changes(discord)
    await discord.adapter.setProfile?.(first)
    await using again = await discord.restart()
    await again.adapter.setProfile?.(first)
    expect(changes(again)).toEqual(before)
  })

  it('only what changed is set', async () => {
    await using discord = await connectDiscord()
    const first = await face()
    await discord.adapter.setProfile?.(first)
    const before = changes(discord).length
    await discord.adapter.setProfile?.({ ...first, name: 'Pippa' })
    await writeFile(first.avatarPath ?? '', 'another picture')
    await discord.adapter.setProfile?.({ ...first, name: 'Pippa' })
    expect(changes(discord).slice(before)).toEqual(['PATCH /users/@me', 'PATCH /users/@me'])
  })

  it("names the operator gave a command stay, and so do the application's other commands", async () => {
    await using discord = await connectDiscord()
    const { world } = discord.server
    world.commands = [
      { id: '100000000000000001', type: 1, name: 'help', description: 'old', name_localizations: { de: 'hilfe' } },
      { id: '100000000000000002', type: 4, name: 'launch', description: '', handler: 2 },
    ]
    await discord.adapter.setProfile?.(plainFace)
    expect(world.commands.find(({ name }) => name === 'help')?.name_localizations).toEqual({ de: 'hilfe' })
    expect(world.commands.map(({ name }) => name)).toContain('launch')
  })

  it('a command for administrators is offered to who may manage the server, and set once', async () => {
    await using discord = await connectDiscord()
    const mascot = { name: 'mascot', about: { en: 'How I take part' }, isForAdministrators: true }
    const face = { ...plainFace, commands: [...plainFace.commands, mascot] }
    await discord.adapter.setProfile?.(face)
    const { commands } = discord.server.world
    expect(commands.find(({ name }) => name === 'mascot')).toMatchObject({ default_member_permissions: '32' })
    expect(commands.find(({ name }) => name === 'help')).not.toHaveProperty('default_member_permissions')
    const before = changes(discord)
    await discord.adapter.setProfile?.(face)
    expect(changes(discord)).toEqual(before)
  })

  it('a part that Discord refuses is logged, and the others are set', async () => {
    await using discord = await connectDiscord()
    const { server, host } = discord
    server.trouble({
      method: 'PATCH',
      path: /users/,
      status: 429,
      headers: { 'retry-after': '3000', 'x-ratelimit-scope': 'user' },
      body: { message: 'You are changing your username too fast', retry_after: 3000 },
    })
    await discord.adapter.setProfile?.(await face())
    expect(host.logged.filter(({ level }) => level === 'warn').map(({ details }) => details)).toEqual([
      { what: 'name', reason: expect.stringMatching(/wait/) },
    ])
    expect(server.world.commands).toHaveLength(3)
    expect(server.world.bot.avatar).not.toBeNull()
    expect(server.calls.every(({ body }) => isObject(body))).toBe(true)
  })

  it('a persona saved under a new name answers to it in what it reads', async () => {
    await using discord = await connectDiscord()
    const { server } = discord
    await discord.adapter.setProfile?.({ ...plainFace, name: 'Pippa' })
    const ana = server.fan('Ana')
    ana.says(ana.direct, `<@${server.world.bot.id}> hello`)
    await discord.hears('@Pippa hello')
  })
})
