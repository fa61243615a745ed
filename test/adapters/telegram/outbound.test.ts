/** What we say, as Telegram's server takes it; the fake refuses whatever the real one would. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { nearestEmoji } from '../../../adapters/telegram/out/nearest-emoji.ts'
import { campaignLink } from '../../../adapters/telegram/wire/link.ts'
import { type ThreadId, threadId } from '../../../src/domain/ids.ts'
import { SendError } from '../../../src/errors.ts'
import { reaction, words } from '../../support/outbound-message.ts'
import type { Fan } from '../../support/telegram/people.ts'
import { type RunningTelegram, runTelegram } from '../../support/telegram-adapter.ts'

describe('Telegram, spoken to', () => {
  let running: RunningTelegram
  let ana: Fan
  let thread: ThreadId
  let folder: string
  beforeEach(async () => {
    running = await runTelegram()
    ana = running.server.fan('Ana')
    ana.hasStarted()
    thread = threadId('telegram', ana.chatId)
    folder = mkdtempSync(join(tmpdir(), 'mascot-telegram-'))
  })
  afterEach(async () => {
    rmSync(folder, { recursive: true, force: true })
    await running[Symbol.asyncDispose]()
  })
  const last = () => running.server.sent().at(-1)
  const picture = (name = 'pip.jpg') => {
    const path = join(folder, name)
    writeFileSync(path, 'not really a picture')
    return path
  }

  it('formatting becomes entities, and links have no preview', async () => {
    await running.adapter.send(words(thread, '*Fresh* today: [menu](https://tide.example)'))
    expect(last()).toMatchObject({
      text: 'Fresh today: menu',
      entities: [
        { type: 'bold', offset: 0, length: 5 },
        { type: 'text_link', offset: 13, length: 4, url: 'https://tide.example' },
      ],
      payload: { link_preview_options: { is_disabled: true } },
    })
    await running.adapter.send(words(thread, 'https://tide.example', { hasPreview: true }))
    expect(last()?.payload).toMatchObject({ link_preview_options: { is_disabled: false } })
  })

  it('a text of 10,000 characters comes in three parts, the reply on the first and the buttons under the last', async () => {
    const said = await ana.says('tell me everything')
    const text = 'All about beans. '.repeat(600)
    const { messageId } = await running.adapter.send(
      words(thread, text, { replyTo: String(said.messageId), buttons: [{ label: 'More', value: 'more' }] }),
    )
    const sent = running.server.sent()
    expect(sent.map(({ replyTo, buttons }) => [replyTo, buttons.length])).toEqual([
      [said.messageId, 0],
      [undefined, 0],
      [undefined, 1],
    ])
    expect(messageId).toBe(String(sent.at(-1)?.messageId))
  })

  it('a long text goes on where it was held up', async () => {
    const message = words(thread, 'All about beans. '.repeat(600))
    const { server, adapter } = running
    server.fail('sendMessage', { after: 1 })
    await expect(adapter.send(message)).rejects.toMatchObject({ isPermanent: false })
    expect(server.sent().length).toBe(1)
    await adapter.send(message)
    expect(server.sent().length).toBe(3)
    const said = server.sent().map(({ text }) => text)
    expect(said.join(' ')).toBe(message.text.trim())
  })

  it('buttons with short labels share a row, long labels are clipped, a link the server would refuse is left out', async () => {
    await running.adapter.send(
      words(thread, 'Which?', {
        buttons: [
          { label: 'Dark', value: 'dark' },
          { label: 'Light', value: 'light' },
          { label: 'Something much longer that nobody could ever read on the button of a telephone', value: 'long' },
          { label: 'Shop', url: 'https://tide.example/shop' },
          { label: 'Broken', url: 'http://localhost/x' },
        ],
      }),
    )
    const markup = last()?.payload.reply_markup
    expect(markup).toMatchObject({
      inline_keyboard: [
        [
          { text: 'Dark', callback_data: 'dark' },
          { text: 'Light', callback_data: 'light' },
        ],
        [{ text: expect.stringMatching(/^.{10,47}…$/), callback_data: 'long' }],
        [{ text: 'Shop', url: 'https://tide.example/shop' }],
      ],
    })
  })

  it('a reply to a message that was deleted goes out as it is', async () => {
    await running.adapter.send(words(thread, 'Yes, until six.', { replyTo: '4711' }))
    expect(last()).toMatchObject({ text: 'Yes, until six.' })
    expect(last()?.replyTo).toBeUndefined()
  })

  it('words to a press answer the message with the button', async () => {
    await running.adapter.send(words(thread, 'Which?', { buttons: [{ label: 'Dark', value: 'dark' }] }))
    const asked = last()?.messageId
    await ana.presses('Dark')
    await running.host.until(() => running.host.messages.length > 0)
    await running.adapter.send(words(thread, 'Dark it is.', { replyTo: running.host.messages[0]?.id ?? '' }))
    expect(last()?.replyTo).toBe(asked)
  })

  it('in a topic it speaks in that topic, in General without any', async () => {
    const group = running.server.group('Regulars', { isForum: true })
    const { topicId = 0 } = group.topic('Beans')
    await running.adapter.send(words(threadId('telegram', group.chatId, topicId), 'here'))
    expect(last()).toMatchObject({ chatId: group.chatId, topicId })
    await running.adapter.send(words(threadId('telegram', group.chatId, 1), 'there'))
    expect(last()?.payload).not.toHaveProperty('message_thread_id')
  })

  it('a named person is named above their words', async () => {
    await running.adapter.send(words(thread, '*Hi*, I looked.', { speaker: { kind: 'person', name: 'Mara' } }))
    expect(last()).toMatchObject({
      text: 'Mara:\nHi, I looked.',
      entities: [
        { type: 'bold', offset: 0, length: 4 },
        { type: 'bold', offset: 6, length: 2 },
      ],
    })
  })

  it('a picture carries its words, and is uploaded only once', async () => {
    const path = picture()
    const media = { kind: 'photo', path } as const
    await running.adapter.send(words(thread, '*Look*', { media, buttons: [{ label: 'Nice', value: 'nice' }] }))
    expect(last()).toMatchObject({ method: 'sendPhoto', text: 'Look', buttons: [{ label: 'Nice' }] })
    await running.adapter.send(words(thread, 'Again', { media }))
    expect(last()?.payload.photo).toMatch(/^file-\d+$/)
    expect(running.server.world.files.size).toBe(1)
  })

  it('a sticker goes before its words, a long caption behind its picture', async () => {
    await running.adapter.send(words(thread, 'Morning!', { media: { kind: 'sticker', path: picture('wave.webp') } }))
    const caption = 'So many words. '.repeat(90)
    await running.adapter.send(
      words(thread, caption, { media: { kind: 'document', url: 'https://tide.example/guide.pdf' } }),
    )
    expect(running.server.sent().map(({ method, text }) => `${method} ${text.length}`)).toEqual([
      'sendSticker 0',
      'sendMessage 8',
      'sendDocument 0',
      `sendMessage ${caption.trim().length}`,
    ])
  })

  it('a picture that is missing or refused never costs the words', async () => {
    await running.adapter.send(words(thread, 'one', { media: { kind: 'photo', path: join(folder, 'none.jpg') } }))
    await running.adapter.send(words(thread, 'two', { media: { kind: 'sticker', path: join(folder, 'none.webp') } }))
    await running.adapter.send(words(thread, 'three', { media: { kind: 'photo', url: 'https://nowhere' } }))
    expect(running.server.sent().map(({ method, text }) => `${method} ${text}`)).toEqual([
      'sendMessage one',
      'sendMessage two',
      'sendMessage three',
    ])
  })

  it('a reaction that Telegram allows is given as it is, another as the nearest', async () => {
    const said = await ana.says('thank you!')
    await running.adapter.send(reaction(thread, String(said.messageId), '❤️'))
    expect(last()).toMatchObject({ method: 'setMessageReaction', emoji: '❤' })
    await running.adapter.send(reaction(thread, String(said.messageId), '💙'))
    expect(last()?.emoji).toBe('❤')
    expect(['😂', '😭', '🙌🏽', '☕', '🤷‍♀️', ''].map(nearestEmoji)).toEqual(['🤣', '😭', '👏', '👍', '🤷‍♀', '👍'])
  })

  it('where a group allows only some reactions, 👍 has to do', async () => {
    const group = running.server.group('Regulars')
    group.chat.allowedReactions = ['👍']
    const said = await ana.says('thanks', { in: group })
    const sent = await running.adapter.send(reaction(threadId('telegram', group.chatId), String(said.messageId), '🔥'))
    expect(last()?.emoji).toBe('👍')
    expect(sent.messageId).toBe(String(said.messageId))
  })

  it('typing is shown where we speak, and its failure is nobody’s trouble', async () => {
    await running.adapter.showTyping?.(thread)
    expect(running.server.calls('sendChatAction')).toMatchObject([
      { payload: { chat_id: ana.chatId, action: 'typing' } },
    ])
    running.server.fail('sendChatAction', { code: 400, description: 'Bad Request: chat not found' })
    await running.adapter.showTyping?.(thread)
  })

  it('a message can be changed, also into what it is, and a caption too', async () => {
    const { adapter, server } = running
    const { messageId } = await adapter.send(words(thread, 'Open till five.'))
    await adapter.editMessage?.(thread, messageId, words(thread, 'Open till *six*.'))
    expect(server.world.chats.get(ana.chatId)?.messages.get(Number(messageId))?.text).toBe('Open till six.')
    await adapter.editMessage?.(thread, messageId, words(thread, 'Open till *six*.'))
    const photo = await adapter.send(words(thread, 'This', { media: { kind: 'photo', path: picture() } }))
    await adapter.editMessage?.(thread, photo.messageId, words(thread, 'That'))
    expect(last()).toMatchObject({ method: 'editMessageCaption', text: 'That' })
    await expect(adapter.editMessage?.(thread, '4711', words(thread, 'x'))).rejects.toMatchObject({ isPermanent: true })
  })

  it('a message to a group that became a supergroup arrives there, and the move is told', async () => {
    const { server, adapter, host } = running
    const group = server.group('Regulars', { isBasic: true })
    const next = server.group('Regulars')
    group.chat.movedTo = next.chatId
    await adapter.send(words(threadId('telegram', group.chatId), 'still here'))
    expect(last()).toMatchObject({ chatId: next.chatId, text: 'still here' })
    expect(host.events).toMatchObject([{ kind: 'moved', to: `telegram:${next.chatId}` }])
  })

  it('a closed topic is a permanent failure and a closed thread, its group stays open', async () => {
    const { server, adapter, host } = running
    const group = server.group('Regulars', { isForum: true })
    const topic = group.topic('Beans')
    const inTopic = threadId('telegram', group.chatId, topic.topicId ?? 0)
    const note = group.chat.topics.get(topic.topicId ?? 0)
    if (note) note.isClosed = true
    await expect(adapter.send(words(inTopic, 'x'))).rejects.toMatchObject({
      isPermanent: true,
      message: /topic is closed/,
    })
    expect(host.events).toMatchObject([{ kind: 'closed', threadId: inTopic }])
    expect(host.events.length).toBe(1)
  })

  it('nothing to say, or a thread that is not ours, is a permanent failure', async () => {
    const { adapter } = running
    await expect(adapter.send(words(thread, '  '))).rejects.toMatchObject({ isPermanent: true })
    await expect(adapter.send(words(threadId('telegram', 'nobody'), 'x'))).rejects.toBeInstanceOf(SendError)
    await expect(adapter.send(words(threadId('discord', 1), 'x'))).rejects.toMatchObject({ isPermanent: true })
  })
})

describe('a campaign link', () => {
  it('is what the adapter offers for a private talk, once it knows its own name', async () => {
    await using running = await runTelegram()
    expect(running.adapter.privateLink?.('case-7')).toBe('https://t.me/TidewaterPipBot?start=case-7')
    expect(running.adapter.privateLink?.('x'.repeat(65))).toBeUndefined()
  })

  it.each([
    ['spring-box', 'https://t.me/PipBot?start=spring-box'],
    ['双十一', `https://t.me/PipBot?start=u8-${Buffer.from('双十一').toString('base64url')}`],
  ])('%s is %s', (name, link) => {
    expect(campaignLink('@PipBot', name)).toBe(link)
  })

  it.each(['', 'x'.repeat(65), '长'.repeat(30)])('a name that does not fit is refused: %s', (name) => {
    expect(() => campaignLink('PipBot', name)).toThrow(/does not fit/)
  })
})
