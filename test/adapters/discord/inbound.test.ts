/** What happens on Discord, over the wire, and how it is heard. */
import { describe, expect, it } from 'vitest'
import { accountId, threadId } from '../../../src/domain/ids.ts'
import { connectDiscord } from '../../support/discord-adapter.ts'

const account = (user: { id: string }) => accountId('discord', user.id)
const thread = (channel: { id: string }) => threadId('discord', channel.id)

describe('messages', () => {
  it('a message in a channel of a server is heard in a group thread named after the channel', async () => {
    await using discord = await connectDiscord()
    const { server } = discord
    const general = server.channel(server.guild('Fans'), 'general')
    const ana = server.fan('Ana')
    const said = ana.says(general, 'hello all')
    await discord.hears('hello all')
    expect(discord.host.messages[0]).toEqual({
      threadId: thread(general),
      id: said.id,
      sentAt: expect.any(Number),
      author: { accountId: account(ana.user), name: 'Ana', isBot: false },
      surface: 'group',
      text: 'hello all',
      isMention: false,
      threadTitle: 'general',
    })
  })

  it('a private message is heard as direct, also from a fan never met before', async () => {
    await using discord = await connectDiscord()
    const ana = discord.server.fan('Ana')
    ana.says(ana.direct, 'psst')
    await discord.hears('psst')
    expect(discord.host.messages[0]).toMatchObject({ threadId: thread(ana.direct), surface: 'direct' })
  })

  it('a thread and a forum post are threads of their own', async () => {
    await using discord = await connectDiscord()
    const { server } = discord
    const fans = server.guild('Fans')
    const side = server.thread(server.channel(fans, 'general'), 'side talk')
    const post = server.thread(server.channel(fans, 'help', 15), 'my grinder')
    const ana = server.fan('Ana')
    ana.says(side, 'in a thread')
    ana.says(post, 'in a post')
    await discord.hears('in a thread')
    await discord.hears('in a post')
    expect(discord.host.messages.map(({ threadId: id, threadTitle }) => [id, threadTitle])).toEqual([
      [thread(side), 'side talk'],
      [thread(post), 'my grinder'],
    ])
  })

  it('a mention of the bot reads as its name and counts; everyone and other roles do not', async () => {
    await using discord = await connectDiscord()
    const { server, host } = discord
    const fans = server.guild('Fans')
    const general = server.channel(fans, 'general')
    server.join(fans)
    const [ana, ben] = [server.fan('Ana'), server.fan('Ben')]
    const [, regulars, own] = fans.roles
    ana.says(general, `<@${server.world.bot.id}> do you deliver?`)
    ana.says(general, '@everyone look')
    ana.says(general, `<@&${String(regulars?.id)}> look`)
    ana.says(general, `<@&${String(own?.id)}> are you there?`)
    ana.says(general, `<@${ben.user.id}> see <#${general.id}>`)
    await discord.hears('@Ben see #general')
    expect(host.messages.map(({ text, isMention }) => [text, isMention])).toEqual([
      ['@Pip do you deliver?', true],
      ['@everyone look', false],
      ['@Regulars look', false],
      ['@Pip are you there?', true],
      ['@Ben see #general', false],
    ])
    expect(host.messages.at(-1)?.mentions).toEqual([account(ben.user)])
  })

  it('a reply says to whom: the bot, another fan, or a message that is gone', async () => {
    await using discord = await connectDiscord()
    const { server, host, adapter } = discord
    const general = server.channel(server.guild('Fans'), 'general')
    const [ana, ben] = [server.fan('Ana'), server.fan('Ben')]
    const { messageId } = await adapter.send({
      ...{ kind: 'reaction', id: '1-a', surface: 'group', speaker: { kind: 'bot' } },
      threadId: thread(general),
      messageId: ana.says(general, 'first').id,
      emoji: '👍',
    })
    const ours = server.world.addMessage(general, server.world.bot, 'at your service')
    ana.says(general, 'to the bot', { replyTo: ours.id })
    ben.says(general, 'to ana', { replyTo: messageId })
    ben.says(general, 'to nobody', { replyTo: '100000000000000000' })
    await discord.hears('to nobody')
    expect(host.messages.slice(1).map(({ replyTo }) => replyTo)).toEqual([
      {
        messageId: ours.id,
        isToBot: true,
        accountId: account(server.world.bot),
        authorName: 'Pip',
        text: 'at your service',
      },
      { messageId, isToBot: false, accountId: account(ana.user), authorName: 'Ana', text: 'first' },
      { messageId: '100000000000000000', isToBot: false },
    ])
  })

  it('our own words are own; other bots and webhooks are bots; what the system says is not heard', async () => {
    await using discord = await connectDiscord()
    const { server, host } = discord
    const general = server.channel(server.guild('Fans'), 'general')
    const ana = server.fan('Ana')
    const other = server.world.addUser('Other', true)
    server.redeliver(server.world.addMessage(general, server.world.bot, 'mine'))
    server.redeliver(server.world.addMessage(general, other, 'beep'))
    ana.says(general, 'from outside', { webhook_id: '100000000000000001' })
    ana.says(general, '', { type: 7 })
    ana.says(general, 'last')
    await discord.hears('last')
    expect(host.messages.map(({ text, isOwn, author }) => [text, isOwn, author.isBot])).toEqual([
      ['mine', true, true],
      ['beep', undefined, true],
      ['from outside', undefined, true],
      ['last', undefined, false],
    ])
  })

  it('files, voice messages, stickers and polls come as attachments; previews of links do not', async () => {
    await using discord = await connectDiscord()
    const { server, host } = discord
    const ana = server.fan('Ana')
    const file = { id: '100000000000000002', filename: 'a', url: 'https://cdn/a', size: 1 }
    ana.says(ana.direct, 'photo', { attachments: [{ ...file, content_type: 'image/png', description: 'a mug' }] })
    ana.says(ana.direct, 'voice', { flags: 1 << 13, attachments: [{ ...file, content_type: 'audio/ogg' }] })
    ana.says(ana.direct, 'paper', { attachments: [{ ...file, content_type: 'application/pdf' }] })
    ana.says(ana.direct, 'sticker', { sticker_items: [{ id: '100000000000000003', name: 'wave', format_type: 1 }] })
    ana.says(ana.direct, 'poll', {
      poll: {
        question: { text: 'Which?' },
        answers: [
          { answer_id: 1, poll_media: { text: 'Red' } },
          { answer_id: 2, poll_media: { text: 'Blue' } },
        ],
      },
    })
    ana.says(ana.direct, 'link', { embeds: [{ title: 'a page' }] })
    await discord.hears('link')
    expect(
      host.messages.map(({ attachments }) => attachments?.map(({ kind, description }) => [kind, description])),
    ).toEqual([
      [['photo', 'a mug']],
      [['voice', undefined]],
      [['document', undefined]],
      [['sticker', 'wave']],
      [['poll', 'Which? Red / Blue']],
      undefined,
    ])
  })

  it('what is forwarded is heard with its words', async () => {
    await using discord = await connectDiscord()
    const ana = discord.server.fan('Ana')
    ana.says(ana.direct, '', {
      message_reference: { type: 1, message_id: '100000000000000004', channel_id: '100000000000000005' },
      message_snapshots: [{ message: { content: 'is this you?', attachments: [] } }],
    })
    await discord.hears('is this you?')
    expect(discord.host.messages[0]?.replyTo).toBeUndefined()
  })

  it('the threads of the staff channel are staff threads, also one that was archived and never listed', async () => {
    await using discord = await connectDiscord()
    const { server } = discord
    const desk = server.channel(server.guild('Team'), 'desk')
    const old = server.silently(() => server.thread(desk, 'an old case'))
    await using again = await discord.restart({ staffChannel: desk.id })
    server.fan('Mara').says(old, 'looking into it')
    await again.hears('looking into it')
    expect(again.host.messages.at(-1)).toMatchObject({ isStaffThread: true, threadTitle: 'an old case' })
  })
})

describe('what happens besides messages', () => {
  it('an edit, a deletion, several at once', async () => {
    await using discord = await connectDiscord()
    const { server, host } = discord
    const general = server.channel(server.guild('Fans'), 'general')
    const ana = server.fan('Ana')
    const [one, two, three] = ['one', 'two', 'three'].map((text) => ana.says(general, text))
    if (!one || !two || !three) throw new Error('nothing said')
    ana.edits(one, 'one, I mean')
    ana.deletes(one)
    ana.deletes(two, three)
    await host.until(() => host.events.length === 3)
    expect(host.events).toEqual([
      {
        kind: 'edited',
        threadId: thread(general),
        messageId: one.id,
        text: 'one, I mean',
        attachments: [],
        at: expect.any(Number),
      },
      { kind: 'deleted', threadId: thread(general), messageIds: [one.id], at: expect.any(Number) },
      { kind: 'deleted', threadId: thread(general), messageIds: [two.id, three.id], at: expect.any(Number) },
    ])
  })

  it('a preview that arrives is no edit, and an edit of ours is none either', async () => {
    await using discord = await connectDiscord()
    const { server, host, adapter } = discord
    const general = server.channel(server.guild('Fans'), 'general')
    const ana = server.fan('Ana')
    const said = ana.says(general, 'https://example.org')
    server.gateway.dispatch('MESSAGE_UPDATE', {
      ...{ id: said.id, channel_id: general.id, type: 0, content: said.content, timestamp: new Date().toISOString() },
      author: { id: ana.user.id, username: 'ana' },
      edited_timestamp: null,
      embeds: [{}],
    })
    await adapter.showTyping?.(thread(general))
    ana.edits(said, 'changed')
    await host.until(() => host.events.length > 0)
    expect(host.events.map((event) => event.kind === 'edited' && event.text)).toEqual(['changed'])
  })

  it('reactions come as the whole set a member has given', async () => {
    await using discord = await connectDiscord()
    const { server, host } = discord
    const general = server.channel(server.guild('Fans'), 'general')
    const [ana, ben] = [server.fan('Ana'), server.fan('Ben')]
    const said = ana.says(general, 'ta-da')
    ben.reacts(said, '👍')
    ben.reacts(said, '🔥')
    ana.reacts(said, '🔥')
    ben.reacts(said, '👍', true)
    ben.reacts(said, '🔥', true)
    await host.until(() => host.events.length === 5)
    expect(host.events.map((event) => event.kind === 'reacted' && [event.accountId, event.emojis])).toEqual([
      [account(ben.user), ['👍']],
      [account(ben.user), ['👍', '🔥']],
      [account(ana.user), ['🔥']],
      [account(ben.user), ['🔥']],
      [account(ben.user), []],
    ])
  })

  it('a thread that its moderators close is closed, and opened when they open it again', async () => {
    await using discord = await connectDiscord()
    const { server, host } = discord
    const side = server.thread(server.channel(server.guild('Fans'), 'general'), 'side talk')
    side.isArchived = true
    server.update(side, 'THREAD_UPDATE')
    side.isLocked = true
    server.update(side, 'THREAD_UPDATE')
    side.isArchived = false
    side.isLocked = false
    server.update(side, 'THREAD_UPDATE')
    await host.until(() => host.events.length === 2)
    expect(host.events.map(({ kind }) => kind)).toEqual(['closed', 'opened'])
  })

  it('a deleted channel closes with its threads; being removed from a server closes every thread heard there', async () => {
    await using discord = await connectDiscord()
    const { server, host } = discord
    const fans = server.guild('Fans')
    server.join(fans)
    const general = server.channel(fans, 'general')
    const side = server.thread(general, 'side talk')
    const other = server.channel(fans, 'other')
    const silent = server.channel(fans, 'silent')
    const ana = server.fan('Ana')
    for (const channel of [general, side, other]) ana.says(channel, `in ${channel.name}`)
    for (const channel of [general, side, other]) await discord.hears(`in ${channel.name}`)
    server.update(general, 'CHANNEL_DELETE')
    await host.until(() => host.events.length === 2)
    server.kick(fans)
    await host.until(() => host.events.length === 3)
    server.join(fans)
    await host.until(() => host.events.length === 4)
    expect(host.events.map((event) => [event.kind, event.threadId])).toEqual([
      ['closed', thread(general)],
      ['closed', thread(side)],
      ['closed', thread(other)],
      ['opened', thread(other)],
    ])
    expect(host.events.some((event) => event.threadId === thread(silent))).toBe(false)
  })

  it('a member who goes, or is made to go, has left every channel of that server that is known; the bot itself and other bots leave none', async () => {
    await using discord = await connectDiscord()
    const { server, host } = discord
    const fans = server.guild('Fans')
    server.join(fans)
    const elsewhere = server.guild('Elsewhere')
    server.join(elsewhere)
    const [general, other] = [server.channel(fans, 'general'), server.channel(fans, 'other')]
    const [silent, far] = [server.channel(fans, 'silent'), server.channel(elsewhere, 'far')]
    const ana = server.fan('Ana')
    for (const channel of [general, other, far]) ana.says(channel, `in ${channel.name}`)
    for (const channel of [general, other, far]) await discord.hears(`in ${channel.name}`)
    const goes = (user: object) => server.gateway.dispatch('GUILD_MEMBER_REMOVE', { guild_id: fans.id, user }, fans.id)
    goes({ id: '77', username: 'another', bot: true })
    goes({})
    goes({ id: ana.user.id, username: 'Ana' })
    await host.until(() => host.events.length === 2)
    expect(host.events).toEqual(
      [general, other].map((channel) => ({
        ...{ kind: 'left', threadId: thread(channel), accountId: `discord:${ana.user.id}`, at: expect.any(Number) },
      })),
    )
    expect(host.events.some(({ threadId }) => threadId === thread(silent))).toBe(false)
  })

  it('whoever is taken out of a private thread has left that alone; out of a public one they may still write there', async () => {
    await using discord = await connectDiscord()
    const { server, host } = discord
    const general = server.channel(server.guild('Fans'), 'general')
    const [hidden, side] = [server.thread(general, 'hidden', 12), server.thread(general, 'side')]
    const ana = server.fan('Ana')
    for (const channel of [hidden, side]) ana.says(channel, `in ${channel.name}`)
    for (const channel of [hidden, side]) await discord.hears(`in ${channel.name}`)
    for (const { id } of [side, hidden])
      server.gateway.dispatch(
        'THREAD_MEMBERS_UPDATE',
        { id, guild_id: general.guild?.id, removed_member_ids: [ana.user.id] },
        general.guild?.id,
      )
    await host.until(() => host.events.length === 1)
    expect(host.events).toMatchObject([{ kind: 'left', threadId: thread(hidden), accountId: `discord:${ana.user.id}` }])
  })

  it('a server that is only down is not closed', async () => {
    await using discord = await connectDiscord()
    const { server, host } = discord
    const fans = server.guild('Fans')
    server.join(fans)
    const general = server.channel(fans, 'general')
    const ana = server.fan('Ana')
    ana.says(general, 'hello')
    await discord.hears('hello')
    server.gateway.dispatch('GUILD_DELETE', { id: fans.id, unavailable: true }, fans.id)
    ana.says(general, 'still here')
    await discord.hears('still here')
    expect(host.events).toEqual([])
  })
})
