/** Pictures both ways: a photo reaches a model that sees, one that does not says so; stickers go with light replies by mood or occasion. */
import { describe, expect, it } from 'vitest'
import type { OutboundMessage } from '../../src/domain/message.ts'
import { startChat } from '../support/chat.ts'
import { createChatClock } from '../support/chat-clock.ts'
import { startDiscordChat } from '../support/discord-chat.ts'
import { startMockModel } from '../support/mock-model.ts'
import type { Fan } from '../support/telegram/people.ts'
import { startTelegramChat, type TelegramChat } from '../support/telegram-chat.ts'

const MINUTE = 60_000
const photo = (id: string) => ({ photo: [{ file_id: id, file_unique_id: id, width: 90, height: 60 }] })

function keep(chat: TelegramChat, id: string): void {
  chat.server.world.files.set(id, { name: `${id}.jpg`, bytes: Buffer.from(`the picture ${id}`) })
}

describe('a photo', () => {
  it('sent on Telegram is shown to a model that sees, as the file itself', async () => {
    await using mock = await startMockModel()
    mock.says(() => true, 'What a sight, I like it.')
    await using chat = await startTelegramChat({ modelUrl: mock.url })
    keep(chat, 'lid')
    const inPrivate = chat.privately('Ana')
    await inPrivate.sends({ ...photo('lid'), caption: 'look at this!' })
    await inPrivate.hears(/a sight/)
    const [request] = mock.requests()
    expect(request).toMatchObject({ images: 1 })
    expect(request?.turn).not.toMatch(/cannot see/)
  })

  it('that cannot be fetched is not guessed at', async () => {
    await using mock = await startMockModel()
    mock.says(() => true, 'I cannot see it, what is on it?')
    await using chat = await startTelegramChat({ modelUrl: mock.url })
    const inPrivate = chat.privately('Ana')
    await inPrivate.sends({ ...photo('gone'), caption: 'is this normal?' })
    await inPrivate.hears(/cannot see/)
    expect(mock.requests()[0]).toMatchObject({
      images: 0,
      turn: expect.stringMatching(/cannot see or hear .*\(photo\)/),
    })
  })

  it('is kept from a model that sees none, which is told so', async () => {
    await using mock = await startMockModel()
    mock.says(() => true, 'I cannot see it, what is on it?')
    mock.failsWith(400, { message: 'image input is not supported', when: ({ images }) => images > 0 })
    await using chat = await startTelegramChat({ modelUrl: mock.url })
    keep(chat, 'lid')
    const inPrivate = chat.privately('Ana')
    await inPrivate.sends({ ...photo('lid'), caption: 'is this normal?' })
    await inPrivate.hears(/cannot see/)
    expect(mock.requests().at(-1)).toMatchObject({ images: 0, turn: expect.stringMatching(/cannot see the pictures/) })
  })

  it.each<[string, (fan: Fan) => object]>([
    ['a story', () => ({ reply_to_story: { chat: { id: -9, type: 'channel', title: 'Tidewater' }, id: 4 } })],
    [
      'somebody’s photo',
      ({ chatId }) => ({
        reply_to_message: { message_id: 900, date: 1, chat: { id: chatId, type: 'private' }, ...photo('far') },
      }),
    ],
    ['a photo of their own', () => photo('own')],
  ])(
    'that nobody looked at is asked about, %s: a model answers, and never a likeness in the words',
    async (_, sent) => {
      await using mock = await startMockModel()
      mock.says(() => true, 'Which one do you mean? I would like to know.')
      await using chat = await startTelegramChat({ modelUrl: mock.url })
      const inPrivate = chat.privately('Ana')
      const content = sent(inPrivate.fan)
      await inPrivate.sends({ ...content, [`${'photo' in content ? 'caption' : 'text'}`]: 'how much is this one?' })
      await inPrivate.hears(/Which one do you mean/)
      expect(mock.requests()).toHaveLength(1)
      expect((await inPrivate.latest()).answerId).toBeUndefined()
    },
  )

  it('of an album are all shown, in one turn', async () => {
    await using mock = await startMockModel()
    mock.says(() => true, 'Three cracked lids.')
    await using chat = await startTelegramChat({ modelUrl: mock.url, manners: () => ({ burstMs: 5_000 }) })
    const inPrivate = chat.privately('Ana')
    for (const id of ['one', 'two', 'three']) {
      keep(chat, id)
      await inPrivate.sends({
        ...photo(id),
        media_group_id: '9',
        ...(id === 'one' ? { caption: 'what do you make of these?' } : {}),
      })
    }
    await inPrivate.hears(/Three/)
    await inPrivate.hearsNothing()
    expect(mock.requests()[0]).toMatchObject({ images: 3 })
  })

  it('sent on Discord is shown by its address', async () => {
    await using mock = await startMockModel()
    mock.says(() => true, 'What a sight, I like it.')
    await using chat = await startDiscordChat({ modelUrl: mock.url })
    const inPrivate = chat.privately('Ana')
    const file = { id: chat.server.world.nextId(), filename: 'lid.jpg', content_type: 'image/jpeg', size: 9 }
    const attachments = [{ ...file, url: 'https://cdn.example/lid.jpg', proxy_url: 'https://cdn.example/lid.jpg' }]
    inPrivate.says('look at this!', { attachments })
    await inPrivate.hears(/a sight/)
    expect(mock.requests()[0]).toMatchObject({ images: 1 })
  })
})

it('a voice message is never heard, and a model is told so', async () => {
  await using mock = await startMockModel()
  mock.says(() => true, 'I have no ears for that, write it to me?')
  await using chat = await startTelegramChat({ modelUrl: mock.url })
  const inPrivate = chat.privately('Ana')
  await inPrivate.sends({ voice: { file_id: 'v', file_unique_id: 'v', duration: 3 }, caption: 'listen' })
  await inPrivate.hears(/no ears/)
  expect(mock.requests()[0]?.turn).toMatch(/cannot see or hear .*\(voice\)/)
})

describe('a sticker', () => {
  const moods = { greeting: ['wave.webp', 'assets/hello.webp'], bright: ['sun.png'] }
  const mediaOf = (message: OutboundMessage) => (message.kind === 'text' ? message.media : undefined)

  it('goes with a light reply by its occasion, at most once in half an hour, and rotates', async () => {
    const clock = createChatClock('2026-11-18T10:30Z')
    await using chat = await startChat('coffee', {
      clock,
      tune: (persona) => ({ ...persona, image: { ...persona.image, moods } }),
    })
    const ana = chat.fan('Ana')
    await ana.says('hi pip')
    const first = mediaOf(await ana.hears())
    expect(first).toMatchObject({ kind: 'sticker', path: expect.stringMatching(/coffee\/assets\/(wave|hello)\.webp$/) })
    await ana.says('hi again')
    expect(mediaOf(await ana.hears())).toBeUndefined()
    await ana.says('do you have wifi')
    expect(mediaOf(await ana.hears())).toBeUndefined()
    clock.advance(31 * MINUTE)
    await ana.says('hello pip')
    const second = mediaOf(await ana.hears())
    expect(second?.path).not.toBe(first?.path)
  })

  it('or a picture goes with a model’s reply by its mood, and none to a fan who is upset', async () => {
    await using mock = await startMockModel()
    mock.says(() => true, { bubbles: ['I like it there, it makes me squint.'], mood: 'bright' })
    await using chat = await startChat('coffee', {
      modelUrl: mock.url,
      tune: (persona) => ({ ...persona, image: { ...persona.image, moods } }),
    })
    const [ana, bo] = [chat.fan('Ana'), chat.fan('Bo')]
    await ana.says('what is it like down there today?')
    expect(mediaOf(await ana.hears())).toMatchObject({
      kind: 'photo',
      path: expect.stringMatching(/assets\/sun\.png$/),
    })
    mock.says(() => true, { bubbles: ['I hear you.'], mood: 'bright', kind: 'chat', heat: 0.7 })
    await bo.says('what is it like down there today?')
    expect(mediaOf(await bo.hears())).toBeUndefined()
  })
})
