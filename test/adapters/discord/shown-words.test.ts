/** What a message on Discord shows beside its content is heard with it. */
import { describe, expect, it } from 'vitest'
import type { Payload } from '../../support/discord/world.ts'
import { connectDiscord } from '../../support/discord-adapter.ts'

const order = { title: 'Order 81', url: 'https://shop.example/81', fields: [{ name: 'Total', value: '24 €' }] }
const snapshot = (message: Payload) => ({ flags: 1 << 14, message_snapshots: [{ message }] })

describe('words outside the content', () => {
  it('a forward that is only an embed is heard as its words, marked as somebody else’s', async () => {
    await using discord = await connectDiscord()
    const ana = discord.server.fan('Ana')
    ana.says(ana.direct, '', snapshot({ content: '', embeds: [{ type: 'rich', ...order }] }))
    await discord.hears('Order 81\nTotal: 24 €')
    expect(discord.host.messages[0]).toMatchObject({
      forwarded: {},
      links: [{ text: 'Order 81', url: 'https://shop.example/81' }],
    })
    expect(discord.host.messages[0]?.unreadable).toBeUndefined()
  })

  it('components are read through all they lie in', async () => {
    await using discord = await connectDiscord()
    const ana = discord.server.fan('Ana')
    const section = {
      type: 9,
      components: [{ type: 10, content: 'We ship today' }],
      accessory: { type: 2, style: 5, label: 'Track', url: 'https://shop.example/t' },
    }
    const components = [{ type: 17, components: [{ type: 10, content: 'News' }, section] }]
    ana.says(ana.direct, '', snapshot({ content: '', flags: 1 << 15, components }))
    await discord.hears('News\nWe ship today')
    expect(discord.host.messages[0]?.links).toEqual([{ text: 'Track', url: 'https://shop.example/t' }])
  })

  it('the preview of a link beside words is not taken for words', async () => {
    await using discord = await connectDiscord()
    const ana = discord.server.fan('Ana')
    ana.says(ana.direct, 'https://a.example', {
      embeds: [{ type: 'link', title: 'Free money', url: 'https://a.example' }],
    })
    await discord.hears('https://a.example')
    expect(discord.host.messages[0]?.links).toBeUndefined()
  })

  it('nor is one that its site dresses up, under another address than was typed; a bot’s embed is', async () => {
    await using discord = await connectDiscord()
    const { server, host } = discord
    const general = server.channel(server.guild('Fans'), 'general')
    const embeds = [{ type: 'rich', ...order }]
    const ana = server.fan('Ana')
    const said = ana.says(general, 'see https://sho.rt/x', { embeds })
    ana.says(general, 'and that?', { replyTo: said.id })
    server.gateway.dispatch(
      'MESSAGE_CREATE',
      {
        ...{ id: server.world.nextId(), channel_id: general.id, type: 0, content: 'New order', embeds },
        author: { id: server.world.nextId(), username: 'shop', bot: true },
      },
      general.guild?.id,
    )
    await discord.hears('New order\nOrder 81\nTotal: 24 €')
    expect(discord.heard().slice(0, 2)).toEqual(['see https://sho.rt/x', 'and that?'])
    expect(host.messages[1]?.replyTo?.text).toBe('see https://sho.rt/x')
  })

  it('a message in which nothing can be read still arrives, and says what it was', async () => {
    await using discord = await connectDiscord()
    const ana = discord.server.fan('Ana')
    ana.says(ana.direct, '', snapshot({ content: '' }))
    ana.says(ana.direct, '', { components: [{ type: 12 }] })
    ana.says(ana.direct, '')
    ana.says(ana.direct, 'last')
    await discord.hears('last')
    expect(discord.host.messages.map(({ unreadable }) => unreadable)).toEqual([
      'forward',
      'components',
      'empty',
      undefined,
    ])
  })

  it('all files of a message are heard with their sizes, and those of the message it answers', async () => {
    await using discord = await connectDiscord()
    const { server, host } = discord
    const ana = server.fan('Ana')
    const files = ['a.png', 'b.png', 'c.pdf'].map((filename, index) => ({
      ...{ id: `10000000000000001${index}`, filename, url: `https://cdn/${filename}`, size: 100 + index },
      content_type: filename.endsWith('png') ? 'image/png' : 'application/pdf',
    }))
    const first = ana.says(ana.direct, 'these', { attachments: files })
    ana.says(ana.direct, 'are they safe?', { replyTo: first.id })
    await discord.hears('are they safe?')
    expect(host.messages[0]?.attachments?.map(({ kind, size }) => [kind, size])).toEqual([
      ['photo', 100],
      ['photo', 101],
      ['document', 102],
    ])
    expect(host.messages[1]?.replyTo).toMatchObject({ text: 'these', authorName: 'Ana' })
    expect(host.messages[1]?.replyTo?.attachments).toHaveLength(3)
  })
})
