/** What leaves for Discord, as the wire takes it, and what its refusals mean. */
import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { threadId } from '../../../src/domain/ids.ts'
import { SendError } from '../../../src/errors.ts'
import { objects } from '../../support/discord/checks.ts'
import { type Connected, connectDiscord } from '../../support/discord-adapter.ts'
import { reaction, words } from '../../support/outbound-message.ts'

async function inChannel() {
  const discord = await connectDiscord()
  const general = discord.server.channel(discord.server.guild('Fans'), 'general')
  return { discord, general, thread: threadId('discord', general.id), ana: discord.server.fan('Ana') }
}

const posts = ({ server }: Connected) =>
  server.calls.filter(({ method, path: route }) => method === 'POST' && route.endsWith('/messages'))

async function failureOf(sending: Promise<unknown>): Promise<SendError> {
  const error = await sending.then(
    () => undefined,
    (cause: unknown) => cause,
  )
  if (error instanceof SendError) return error
  throw new Error(`not a SendError: ${String(error)}`)
}

describe('words', () => {
  it('pings nobody, shows no previews, and carries our id as an enforced nonce', async () => {
    const { discord, thread } = await inChannel()
    await using _ = discord
    await discord.adapter.send(words(thread, '@everyone hello <@123456789012345678>', { id: '12-mabc1234' }))
    expect(posts(discord)[0]?.body).toMatchObject({
      content: '@everyone hello \\<@123456789012345678>',
      nonce: '12-mabc1234',
      enforce_nonce: true,
      allowed_mentions: { parse: [], replied_user: false },
      flags: 4,
    })
  })

  it('an accepted send whose answer was lost is not said twice', async () => {
    const { discord, general, thread } = await inChannel()
    await using _ = discord
    const message = words(thread, 'once')
    discord.server.trouble({ method: 'POST', path: /\/messages$/, status: 0, losesAnswer: true })
    const error = await failureOf(discord.adapter.send(message))
    expect(error.isPermanent).toBe(false)
    const { messageId } = await discord.adapter.send(message)
    expect(discord.server.sent(general).map(({ id }) => id)).toEqual([messageId])
  })

  it('replies to the message it answers, and says it all the same when that is gone', async () => {
    const { discord, general, thread, ana } = await inChannel()
    await using _ = discord
    const asked = ana.says(general, 'do you deliver?')
    await discord.adapter.send(words(thread, 'we do', { replyTo: asked.id }))
    await discord.adapter.send(words(thread, 'really', { replyTo: '100000000000000000' }))
    const [first, second] = discord.server.sent(general)
    expect(first?.more.message_reference).toMatchObject({ message_id: asked.id })
    expect(second?.content).toBe('really')
    expect(second?.type).toBe(0)
  })

  it('longer than Discord takes, it is cut at a line, and what follows keeps the order', async () => {
    const { discord, general, thread } = await inChannel()
    await using _ = discord
    const line = `${'word '.repeat(180).trim()}.`
    const message = words(thread, [line, line, line].join('\n'), { buttons: [{ label: 'Yes', value: 'yes' }] })
    const { messageId } = await discord.adapter.send(message)
    const sent = discord.server.sent(general)
    expect(sent.map(({ content }) => content)).toEqual([`${line}\n${line}`, line])
    expect(sent.map(({ more }) => objects(more.components).length)).toEqual([0, 1])
    expect(messageId).toBe(sent.at(-1)?.id)
    await discord.adapter.send(message)
    expect(discord.server.sent(general)).toHaveLength(2)
  })

  it('a person who speaks for themselves is named', async () => {
    const { discord, general, thread } = await inChannel()
    await using _ = discord
    await discord.adapter.send(words(thread, 'I will look into it', { speaker: { kind: 'person', name: 'Mara' } }))
    expect(discord.server.sent(general)[0]?.content).toBe('**Mara:**\nI will look into it')
  })

  it('shows previews when asked to', async () => {
    const { discord, thread } = await inChannel()
    await using _ = discord
    await discord.adapter.send(words(thread, 'see https://example.org', { hasPreview: true }))
    expect(posts(discord)[0]?.body.flags).toBe(0)
  })

  it('an edit replaces words and buttons, and pings nobody either', async () => {
    const { discord, general, thread } = await inChannel()
    await using _ = discord
    const { messageId } = await discord.adapter.send(
      words(thread, 'one moment', { buttons: [{ label: 'Stop', value: 'stop' }] }),
    )
    await discord.adapter.editMessage?.(thread, messageId, words(thread, 'done'))
    const [message] = discord.server.sent(general)
    expect(message?.content).toBe('done')
    expect(message?.more.components).toEqual([])
  })
})

describe('buttons, pictures, reactions', () => {
  it('five buttons in a row, links as link buttons, other links as words', async () => {
    const { discord, general, thread } = await inChannel()
    await using _ = discord
    const buttons = [
      ...Array.from({ length: 6 }, (_, index) => ({ label: `Choice ${index}`, value: `answer:${index}` })),
      { label: 'Shop', url: 'https://example.org/shop' },
      { label: 'Mail us', url: 'mailto:care@example.org' },
    ]
    await discord.adapter.send(words(thread, 'Which?', { buttons }))
    const [message] = discord.server.sent(general)
    const rows = objects(message?.more.components).map((row) => objects(row.components))
    expect(rows.map((row) => row.length)).toEqual([5, 2])
    expect(rows[1]?.[1]).toEqual({ type: 2, style: 5, label: 'Shop', url: 'https://example.org/shop' })
    expect(message?.content).toBe('Which?\nMail us: mailto:care@example.org')
  })

  it('a label too long for Discord is shortened, two buttons may have one value, and one value too long says its label', async () => {
    const { discord, general, thread, ana } = await inChannel()
    await using _ = discord
    const { randomBytes } = await import('node:crypto')
    const endless = randomBytes(400).toString('base64url')
    const buttons = [
      { label: '很'.repeat(200), value: 'long' },
      { label: 'A', value: 'same' },
      { label: 'B', value: 'same' },
      { label: 'Endless', value: endless },
    ]
    await discord.adapter.send(words(thread, 'Which?', { buttons }))
    const [message] = discord.server.sent(general)
    if (!message) throw new Error('nothing sent')
    ana.presses(message, 'B')
    ana.presses(message, 'Endless')
    await discord.hears('Endless')
    expect(discord.host.messages.filter(({ isOwn }) => !isOwn).map(({ text, button }) => [text, button])).toEqual([
      ['B', 'same'],
      ['Endless', undefined],
    ])
  })

  it('a file of the persona goes along with the words; a picture on the web is shown', async () => {
    const { discord, general, thread } = await inChannel()
    await using _ = discord
    const file = path.join(await mkdtemp(path.join(tmpdir(), 'mascot-')), 'wave.png')
    await writeFile(file, 'not really a picture')
    await discord.adapter.send(words(thread, 'hi!', { media: { kind: 'sticker', path: file } }))
    await discord.adapter.send(words(thread, 'look', { media: { kind: 'photo', url: 'https://example.org/a.png' } }))
    await discord.adapter.send(words(thread, 'watch', { media: { kind: 'video', url: 'https://example.org/a.mp4' } }))
    expect(posts(discord).map(({ files, body }) => [files, body.embeds, body.content])).toEqual([
      [[{ name: 'wave.png', size: 20 }], undefined, 'hi!'],
      [[], [{ image: { url: 'https://example.org/a.png' } }], 'look'],
      [[], undefined, 'watch\nhttps://example.org/a.mp4'],
    ])
    expect(discord.server.sent(general)).toHaveLength(3)
  })

  it('where a permission is missing for the picture or the reply, the words go out without it', async () => {
    const { discord, general, thread, ana } = await inChannel()
    await using _ = discord
    const file = path.join(await mkdtemp(path.join(tmpdir(), 'mascot-')), 'wave.png')
    await writeFile(file, 'not really a picture')
    const asked = ana.says(general, 'hello?')
    for (const code of [50013, 160002])
      discord.server.trouble({ method: 'POST', path: /\/messages$/, status: 403, body: { code, message: 'Missing' } })
    await discord.adapter.send(words(thread, 'hi!', { media: { kind: 'photo', path: file }, replyTo: asked.id }))
    expect(discord.server.sent(general).map(({ content, more }) => [content, more.attachments, more.type])).toEqual([
      ['hi!', [], undefined],
    ])
  })

  it('a picture may come without words; a file that is not there costs no words, and without any is a clear, permanent failure', async () => {
    const { discord, general, thread } = await inChannel()
    await using _ = discord
    await discord.adapter.send(words(thread, '', { media: { kind: 'photo', url: 'https://example.org/a.png' } }))
    expect(discord.server.sent(general)).toHaveLength(1)
    const media = { kind: 'photo', path: '/nowhere/a.png' } as const
    await discord.adapter.send(words(thread, 'all the same', { media }))
    expect(discord.server.sent(general).at(-1)?.content).toBe('all the same')
    const error = await failureOf(discord.adapter.send(words(thread, '', { media })))
    expect(error).toMatchObject({ isPermanent: true, message: 'a.png cannot be read' })
  })

  it('reacts, also with an emoji that Discord knows only without its colour sign', async () => {
    const { discord, general, thread, ana } = await inChannel()
    await using _ = discord
    const said = ana.says(general, 'thanks!')
    await discord.adapter.send(reaction(thread, said.id, '👍'))
    discord.server.trouble({
      method: 'PUT',
      path: /reactions/,
      status: 400,
      body: { code: 10014, message: 'Unknown Emoji' },
    })
    await discord.adapter.send(reaction(thread, said.id, '❤️'))
    expect([...said.reactions.keys()]).toEqual(['👍', '❤'])
  })

  it('shows typing, and does not mind when it cannot', async () => {
    const { discord, general, thread } = await inChannel()
    await using _ = discord
    await discord.adapter.showTyping?.(thread)
    discord.server.trouble({ path: /typing/, status: 403, body: { code: 50001, message: 'Missing Access' } })
    await discord.adapter.showTyping?.(thread)
    expect(discord.server.calls.map(({ path: route }) => route)).toContain(`/channels/${general.id}/typing`)
  })
})

describe('cards', () => {
  const card = (more: Parameters<typeof words>[2] = {}): Parameters<typeof words>[2] => ({
    isCard: true,
    media: { kind: 'photo', url: 'https://tidewater.example/tamper.jpg' },
    buttons: [{ label: 'Take a look', url: 'https://tidewater.example/tamper' }],
    ...more,
  })
  const said = 'Skipper *Tamper* · £18.00\nPresses flat.\nComes as oak, ash.'

  it('a product is an embed: its name and price lead to its page, with the sentence, the picture and the button', async () => {
    const { discord, general, thread } = await inChannel()
    await using _ = discord
    await discord.adapter.send(words(thread, said, card()))
    const [sent] = discord.server.sent(general)
    expect(sent?.content).toBe('')
    expect(sent?.more).toMatchObject({
      flags: 0,
      embeds: [
        {
          title: 'Skipper **Tamper** · £18.00',
          description: 'Presses flat.\nComes as oak, ash.',
          url: 'https://tidewater.example/tamper',
          image: { url: 'https://tidewater.example/tamper.jpg' },
        },
      ],
      components: [{ components: [{ label: 'Take a look', style: 5 }] }],
    })
  })

  it('its picture may be a file of the persona’s, and one that is not there costs no card', async () => {
    const { discord, general, thread } = await inChannel()
    await using _ = discord
    const file = path.join(await mkdtemp(path.join(tmpdir(), 'mascot-')), 'Öl & Essig.png')
    await writeFile(file, 'png')
    await discord.adapter.send(words(thread, said, card({ media: { kind: 'photo', path: file } })))
    await discord.adapter.send(words(thread, said, card({ media: { kind: 'photo', path: `${file}.gone` } })))
    const [whole, bare] = discord.server.sent(general)
    expect(whole?.more).toMatchObject({
      embeds: [{ image: { url: 'attachment://picture.png' } }],
      attachments: [{ filename: 'picture.png' }],
    })
    expect(bare?.more).toMatchObject({ embeds: [{ title: 'Skipper **Tamper** · £18.00' }], attachments: [] })
    expect(objects(bare?.more.embeds)[0]).not.toHaveProperty('image')
  })

  it('where embeds may not be shown, the words of the card go out, and so do those beside any picture on the web', async () => {
    const { discord, general, thread } = await inChannel()
    await using _ = discord
    general.refusesEmbeds = true
    await discord.adapter.send(words(thread, said, card()))
    await discord.adapter.send(
      words(thread, 'look', { media: { kind: 'photo', url: 'https://tidewater.example/a.jpg' } }),
    )
    expect(discord.server.sent(general).map(({ content }) => content)).toEqual([
      'Skipper **Tamper** · £18.00\nPresses flat.\nComes as oak, ash.',
      'look',
    ])
  })

  it('a name longer than a title may be is said in words', async () => {
    const { discord, general, thread } = await inChannel()
    await using _ = discord
    await discord.adapter.send(words(thread, `${'Long '.repeat(60).trim()}\nA thing.`, card()))
    expect(discord.server.sent(general)[0]?.content).toMatch(/^Long .*\nA thing\.$/)
  })

  it('a card that is changed stays a card', async () => {
    const { discord, general, thread } = await inChannel()
    await using _ = discord
    const { messageId } = await discord.adapter.send(words(thread, said, card()))
    await discord.adapter.editMessage?.(thread, messageId, words(thread, 'Skipper Tamper\nSold out.', card()))
    const call = discord.server.calls.findLast(({ method }) => method === 'PATCH')
    expect(call?.body).toMatchObject({ content: '', embeds: [{ title: 'Skipper Tamper', description: 'Sold out.' }] })
    expect(discord.server.sent(general)).toHaveLength(1)
  })
})

describe('threads for staff', () => {
  it.each([
    ['a text channel', 0],
    ['a forum', 15],
  ])('a handoff gets a thread of its own in %s', async (_, type) => {
    await using first = await connectDiscord()
    const desk = first.server.channel(first.server.guild('Team'), 'desk', type)
    await using discord = await first.restart({ staffChannel: desk.id })
    const title = `Ana: my parcel *never* came ${'and so on '.repeat(20)}`
    const opened = await discord.adapter.openThread?.(title)
    const thread = [...discord.server.world.channels.values()].find(({ parentId }) => parentId === desk.id)
    expect(opened).toBe(threadId('discord', thread?.id ?? ''))
    expect(thread?.name).toHaveLength(100)
    discord.server.fan('Mara').says(thread ?? desk, 'on it')
    await discord.hears('on it')
    expect(discord.host.messages.at(-1)?.isStaffThread).toBe(true)
  })

  it('without a staff channel there are none', async () => {
    await using discord = await connectDiscord()
    expect(discord.adapter.openThread).toBeUndefined()
  })
})

describe('refusals', () => {
  const api = (status: number, code: number) => ({ status, body: { code, message: 'Discord says no' } })
  it.each([
    ['the channel is gone', api(404, 10003), true, true, /does not exist/],
    ['the bot cannot see the channel', api(403, 50001), true, true, /View Channel/],
    ['the fan takes no direct messages', api(403, 50007), true, true, /direct messages/],
    ['the thread is archived', api(400, 50083), true, true, /archived/],
    ['the thread is locked', api(400, 160005), true, true, /locked/],
    ['a permission is missing', api(403, 50013), true, false, /permission/],
    ['AutoMod blocks it', api(400, 200000), true, false, /AutoMod/],
    ['the message is malformed', api(400, 50035), true, false, /malformed/],
    ['slow mode', api(400, 20016), false, false, /slow mode/],
    ['the channel is written to too fast', api(400, 20028), false, false, /too fast/],
    ['the token was reset', api(401, 0), false, false, /DISCORD_BOT_TOKEN/],
    ['Discord has a fault', { status: 502 }, false, false, /HTTP 502/],
    ['something new', api(400, 99999), true, false, /99999/],
  ])('%s', async (_, trouble, isPermanent, isGone, reason) => {
    const { discord, thread } = await inChannel()
    await using _discord = discord
    discord.server.trouble({ method: 'POST', path: /\/messages$/, ...trouble })
    const error = await failureOf(discord.adapter.send(words(thread, 'do not repeat me')))
    expect(error.isPermanent).toBe(isPermanent)
    expect(error.message).toMatch(reason)
    expect(`${error.message} ${error.stack} ${JSON.stringify(error)}`).not.toMatch(/do not repeat me|fake\./)
    if (isGone) await discord.host.until(() => discord.host.events.length === 1)
    expect(discord.host.events.map(({ kind }) => kind)).toEqual(isGone ? ['closed'] : [])
    await discord.adapter.send(words(thread, 'next'))
  })

  it('a long wait is handed back at once instead of being waited out; the outbox knows how long', async () => {
    const { discord, thread } = await inChannel()
    await using _ = discord
    discord.server.trouble({
      method: 'POST',
      path: /\/messages$/,
      status: 429,
      headers: { 'retry-after': '45.2', 'x-ratelimit-scope': 'shared' },
      body: { message: 'slow mode', retry_after: 45.2, code: 20016 },
    })
    const error = await failureOf(discord.adapter.send(words(thread, 'hello')))
    expect(error.isPermanent).toBe(false)
    expect(error.retryAfterMs).toBeGreaterThanOrEqual(45_200)
  })

  it('a limit of all of the bot’s calls is handed back, too, with its wait', async () => {
    const { discord, thread } = await inChannel()
    await using _ = discord
    discord.server.trouble({
      method: 'POST',
      path: /\/messages$/,
      status: 429,
      headers: { 'retry-after': '12', 'x-ratelimit-global': 'true', 'x-ratelimit-scope': 'global' },
      body: { message: 'You are being rate limited.', retry_after: 12, global: true },
    })
    const error = await failureOf(discord.adapter.send(words(thread, 'hello')))
    expect(error.isPermanent).toBe(false)
    expect(error.retryAfterMs).toBeGreaterThanOrEqual(12_000)
  })

  it("a burst larger than a bucket keeps to the bucket's limit and loses nothing", async () => {
    const { discord, general, thread } = await inChannel()
    await using _ = discord
    discord.server.rest.bucketSize = 2
    await Promise.all(['one', 'two', 'three'].map((text) => discord.adapter.send(words(thread, text))))
    expect(discord.server.sent(general).map(({ content }) => content)).toEqual(['one', 'two', 'three'])
    expect(discord.server.calls.filter(({ status }) => status === 429)).toEqual([])
  })

  it('a thread that is none of Discord’s is a permanent failure', async () => {
    await using discord = await connectDiscord()
    const error = await failureOf(discord.adapter.send(words(threadId('telegram', 1, 'x'), 'hello')))
    expect(error.isPermanent).toBe(true)
  })
})
