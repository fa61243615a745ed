/** Slash commands and buttons over the wire: acknowledged in time, heard as messages, nothing left "thinking". */
import { describe, expect, it } from 'vitest'
import { threadId } from '../../../src/domain/ids.ts'
import { connectDiscord } from '../../support/discord-adapter.ts'
import { createManualClock } from '../../support/manual-clock.ts'
import { words } from '../../support/outbound-message.ts'

describe('slash commands', () => {
  it('a command is heard with its words and language, and its placeholder goes away', async () => {
    await using discord = await connectDiscord()
    const { server, host } = discord
    const general = server.channel(server.guild('Fans'), 'general')
    const ana = server.fan('Ana')
    const pending = ana.runs(general, 'quiet', '2h', 'zh-CN')
    await server.until(() => pending.placeholder === 'removed')
    expect(pending).toMatchObject({ acknowledged: 5, isEphemeral: true })
    expect(host.messages).toEqual([
      {
        threadId: threadId('discord', general.id),
        id: pending.id,
        sentAt: expect.any(Number),
        author: { accountId: `discord:${ana.user.id}`, name: 'Ana', isBot: false, isAdmin: false, lang: 'zh' },
        surface: 'group',
        text: '/quiet 2h',
        isMention: true,
        command: { name: 'quiet', args: '2h' },
        threadTitle: 'general',
      },
    ])
  })

  it('the answer to a command is an ordinary message in the channel', async () => {
    await using discord = await connectDiscord()
    const { server, adapter } = discord
    const ana = server.fan('Ana')
    const pending = ana.runs(ana.direct, 'help')
    await discord.hears('/help')
    await adapter.send(words(threadId('discord', ana.direct.id), 'Ask me anything.', { replyTo: pending.id }))
    expect(server.sent(ana.direct).map(({ content, type }) => [content, type])).toEqual([['Ask me anything.', 0]])
  })

  it('is acknowledged in time even while the database does not answer', async () => {
    const clock = createManualClock()
    await using discord = await connectDiscord({ clock })
    const { server, host } = discord
    host.hang()
    const ana = server.fan('Ana')
    const pending = ana.runs(ana.direct, 'human')
    await host.until(() => host.offered.length === 1)
    expect(pending.acknowledged).toBeUndefined()
    clock.advance(1_500)
    await server.until(() => pending.acknowledged === 5)
    expect(pending.placeholder).toBe('thinking')
  })

  it('is heard once it can be stored', async () => {
    await using discord = await connectDiscord()
    const { server, host } = discord
    host.failNext(3)
    const ana = server.fan('Ana')
    const pending = ana.runs(ana.direct, 'human')
    await server.until(() => pending.placeholder === 'removed')
    expect(discord.heard()).toEqual(['/human'])
  })

  it('a placeholder that could not be removed is tried again', async () => {
    await using discord = await connectDiscord()
    const { server } = discord
    server.trouble({ method: 'DELETE', path: /@original/, status: 503, times: 2 })
    const ana = server.fan('Ana')
    const pending = ana.runs(ana.direct, 'help')
    await server.until(() => pending.placeholder === 'removed')
  })

  it('an acknowledgement that comes too late loses nothing, and no token gets into the log', async () => {
    await using discord = await connectDiscord()
    const { server, host } = discord
    server.trouble({ path: /callback/, status: 404, body: { code: 10062, message: 'Unknown interaction' } })
    const ana = server.fan('Ana')
    const pending = ana.runs(ana.direct, 'help')
    await discord.hears('/help')
    await host.until(() => host.logged.some(({ level }) => level === 'warn'))
    expect(JSON.stringify(host.logged)).not.toContain(pending.token)
  })
})

describe('buttons', () => {
  it('a press is acknowledged without a trace and heard with value and label', async () => {
    await using discord = await connectDiscord()
    const { server, adapter, host } = discord
    const general = server.channel(server.guild('Fans'), 'general')
    const thread = threadId('discord', general.id)
    await adapter.send(words(thread, 'Sure?', { buttons: [{ label: 'Yes', value: 'yes' }] }))
    const ana = server.fan('Ana')
    const [shown] = server.sent(general)
    if (!shown) throw new Error('nothing sent')
    const pending = ana.presses(shown, 'Yes')
    await server.until(() => pending.acknowledged !== undefined)
    expect(pending).toMatchObject({ acknowledged: 6, placeholder: 'none' })
    await discord.hears('Yes')
    expect(host.messages.at(-1)).toMatchObject({ threadId: thread, id: pending.id, button: 'yes', isMention: true })
  })

  it('works after a restart, however long its value is', async () => {
    await using discord = await connectDiscord()
    const { server, adapter } = discord
    const ana = server.fan('Ana')
    const value = `answer:${'退货-期限-'.repeat(12)}`
    await adapter.send(words(threadId('discord', ana.direct.id), 'Which?', { buttons: [{ label: 'This', value }] }))
    await using again = await discord.restart()
    const [shown] = server.sent(ana.direct)
    if (!shown) throw new Error('nothing sent')
    ana.presses(shown, 'This')
    await again.hears('This')
    expect(again.host.messages.at(-1)?.button).toBe(value)
  })

  it('a select and a button of an older bot are answered too', async () => {
    await using discord = await connectDiscord()
    const { server, host } = discord
    const ana = server.fan('Ana')
    const select = {
      components: [
        {
          type: 1,
          components: [{ type: 3, custom_id: '0=pick', options: [{ label: 'Blue', value: '1=answer:blue' }] }],
        },
      ],
    }
    const button = { components: [{ type: 1, components: [{ type: 2, style: 1, label: 'Old', custom_id: 'old-id' }] }] }
    for (const [message, data] of [
      [select, { component_type: 3, custom_id: '0=pick', values: ['1=answer:blue'] }],
      [button, { component_type: 2, custom_id: 'old-id' }],
    ] as const)
      server.gateway.dispatch('INTERACTION_CREATE', {
        id: server.world.nextId(),
        token: 'a-token',
        type: 3,
        channel_id: ana.direct.id,
        channel: { id: ana.direct.id, type: 1 },
        user: { id: ana.user.id, username: 'ana', global_name: 'Ana' },
        message,
        data,
      })
    await discord.hears('Old')
    expect(host.messages.map(({ text, button: value }) => [text, value])).toEqual([
      ['Blue', 'answer:blue'],
      ['Old', undefined],
    ])
  })
})

describe('a link into private', () => {
  it('is a button that opens the private channel, and is heard there with what it carries', async () => {
    await using discord = await connectDiscord()
    const { server, host, adapter } = discord
    const general = server.channel(server.guild('Fans'), 'general')
    const ana = server.fan('Ana')
    const url = adapter.privateLink?.('双十一')
    expect(url).toMatch(/^https:\/\/discord\.com\/users\/\d+\?start=/)
    const buttons = [{ label: 'In private', url: url ?? '' }]
    await adapter.send(words(threadId('discord', general.id), 'Not out here.', { buttons }))
    const [shown] = server.sent(general)
    server.trouble({ method: 'POST', path: /^\/users\/@me\/channels$/, status: 503 })
    const press = shown && ana.presses(shown, 'In private')
    await discord.hears('/start 双十一')
    expect(press?.acknowledged).toBe(6)
    expect(host.messages.filter(({ isOwn }) => !isOwn)).toEqual([
      expect.objectContaining({
        threadId: threadId('discord', ana.direct.id),
        surface: 'direct',
        command: { name: 'start', args: '双十一' },
      }),
    ])
  })

  it('that Discord does not let us open is logged and costs nothing else', async () => {
    await using discord = await connectDiscord()
    const { server, host, adapter } = discord
    const general = server.channel(server.guild('Fans'), 'general')
    const ana = server.fan('Ana')
    const buttons = [{ label: 'In private', url: adapter.privateLink?.('case') ?? '' }]
    await adapter.send(words(threadId('discord', general.id), 'Not out here.', { buttons }))
    const [shown] = server.sent(general)
    const refused = { status: 400, body: { code: 50033, message: 'Invalid Recipient(s)' } }
    server.trouble({ method: 'POST', path: /^\/users\/@me\/channels$/, ...refused })
    const press = shown && ana.presses(shown, 'In private')
    await host.until(() => host.logged.some(({ message }) => message.startsWith('a private channel could not')))
    await server.until(() => press?.acknowledged === 6)
    expect(host.messages.filter(({ isOwn }) => !isOwn)).toEqual([])
  })

  it('too long for a button leads to the profile of the bot', async () => {
    await using discord = await connectDiscord()
    const { server, adapter } = discord
    const ana = server.fan('Ana')
    const noise = Array.from({ length: 300 }, (_, index) =>
      String.fromCharCode(0x4e00 + ((index * 7919) % 20_000)),
    ).join('')
    const url = adapter.privateLink?.(noise) ?? ''
    await adapter.send(words(threadId('discord', ana.direct.id), 'Here.', { buttons: [{ label: 'Go', url }] }))
    expect(server.sent(ana.direct)[0]?.content).toContain('Go: https://discord.com/users/')
  })
})

it.each([
  ['who may manage the server', '32', true],
  ['an administrator', '8', true],
  ['a member', '2048', false],
])('%s is known as such when they run a command', async (_, permissions, isAdmin) => {
  await using discord = await connectDiscord()
  const { server, host } = discord
  const general = server.channel(server.guild('Fans'), 'general')
  const ana = server.fan('Ana')
  server.gateway.dispatch('INTERACTION_CREATE', {
    id: server.world.nextId(),
    token: 'a-token',
    type: 2,
    guild_id: general.guild?.id,
    channel_id: general.id,
    channel: { id: general.id, type: 0, name: 'general' },
    member: { user: { id: ana.user.id, username: 'ana', global_name: 'Ana' }, nick: null, roles: [], permissions },
    data: { id: server.world.nextId(), type: 1, name: 'mascot', options: [{ name: 'text', type: 3, value: 'off' }] },
  })
  await discord.hears('/mascot off')
  expect(host.messages[0]?.author).toMatchObject({ isAdmin })
})
