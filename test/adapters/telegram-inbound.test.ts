/** What Telegram delivers, as the rest of the program hears it. Payloads are shaped as core.telegram.org/bots/api describes them. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { threadId } from '../../src/domain/ids.ts'
import type { InboundMessage } from '../../src/domain/message.ts'
import { words } from '../support/outbound-message.ts'
import type { Json } from '../support/telegram/world.ts'
import { type RunningTelegram, runTelegram } from '../support/telegram-adapter.ts'

const GROUP = -1001234567890
const ana = { id: 501, is_bot: false, first_name: 'Ana', last_name: 'Silva', language_code: 'pt-br' }
const us = { id: 7000000001, is_bot: true, first_name: 'Bot', username: 'TidewaterPipBot' }
const privately: Json = { chat: { id: 501, type: 'private', first_name: 'Ana' }, from: ana, date: 1_764_000_000 }
const inGroup: Json = {
  chat: { id: GROUP, type: 'supergroup', title: 'Tidewater regulars' },
  from: ana,
  date: 1_764_000_000,
}
const inTopic: Json = {
  ...inGroup,
  chat: { id: GROUP, type: 'supergroup', title: 'Tidewater regulars', is_forum: true },
  message_thread_id: 42,
  is_topic_message: true,
}
const entity = (type: string, offset: number, length: number, more: Json = {}) => ({ type, offset, length, ...more })
const file = { file_id: 'AgAD', file_unique_id: 'u' }
const attached = (content: Json) => ({ ...privately, ...content })

type Expected = { readonly [K in keyof InboundMessage]?: unknown }
const heardAs: readonly (readonly [string, Json, Expected])[] = [
  [
    'a private message, with the fan’s name and language',
    { ...privately, text: 'hi' },
    {
      threadId: 'telegram:501',
      surface: 'direct',
      text: 'hi',
      sentAt: 1_764_000_000_000,
      isMention: false,
      author: { accountId: 'telegram:501', name: 'Ana Silva', isBot: false, lang: 'pt' },
      threadTitle: 'Ana',
    },
  ],
  [
    'a group message that is not for us',
    { ...inGroup, text: 'anyone for lunch?' },
    { threadId: `telegram:${GROUP}`, surface: 'group', isMention: false, threadTitle: 'Tidewater regulars' },
  ],
  [
    'a mention of us, which reads as the persona’s name',
    { ...inGroup, text: 'hey @tidewaterpipbot, open?', entities: [entity('mention', 4, 16)] },
    { isMention: true, text: 'hey @Pip, open?', mentions: undefined },
  ],
  [
    'a mention behind emoji: offsets count UTF-16 units',
    { ...inGroup, text: '👨‍👩‍👧🎉 @TidewaterPipBot hi', entities: [entity('mention', 11, 16)] },
    { isMention: true, text: '👨‍👩‍👧🎉 @Pip hi' },
  ],
  [
    'a mention of another member',
    { ...inGroup, text: '@marek_w what do you think', entities: [entity('mention', 0, 8)] },
    { isMention: false, mentions: ['telegram:%40marek_w'] },
  ],
  [
    'a mention of a member without a username',
    {
      ...inGroup,
      text: 'Marek, look',
      entities: [entity('text_mention', 0, 5, { user: { id: 77, first_name: 'Marek' } })],
    },
    { isMention: false, mentions: ['telegram:77'], text: 'Marek, look' },
  ],
  [
    'a caption that mentions us',
    {
      ...inGroup,
      photo: [{ ...file, width: 9, height: 9 }],
      caption: '@TidewaterPipBot look',
      caption_entities: [entity('mention', 0, 16)],
    },
    { isMention: true, text: '@Pip look', attachments: [{ kind: 'photo', ref: 'AgAD', mime: 'image/jpeg' }] },
  ],
  [
    'a command of ours by its full name',
    { ...inGroup, text: '/Help@TidewaterPipBot please', entities: [entity('bot_command', 0, 21)] },
    { isMention: true, command: { name: 'help', args: 'please' }, text: '/Help please' },
  ],
  [
    'a command of ours without a name, in a group',
    { ...inGroup, text: '/quiet 2h', entities: [entity('bot_command', 0, 6)] },
    { isMention: true, command: { name: 'quiet', args: '2h' } },
  ],
  [
    'a command we do not have, in a group: another bot’s',
    { ...inGroup, text: '/ban spammer', entities: [entity('bot_command', 0, 4)] },
    { isMention: false, command: undefined },
  ],
  [
    'a command for another bot',
    { ...inGroup, text: '/help@OtherBot', entities: [entity('bot_command', 0, 14)] },
    { isMention: false, command: undefined, mentions: ['telegram:%40otherbot'] },
  ],
  [
    'any command in private',
    { ...privately, text: '/unknown', entities: [entity('bot_command', 0, 8)] },
    { command: { name: 'unknown', args: '' } },
  ],
  [
    'a deep link',
    { ...privately, text: '/start spring-box', entities: [entity('bot_command', 0, 6)] },
    { command: { name: 'start', args: 'spring-box' } },
  ],
  [
    'a deep link whose name had to be encoded',
    {
      ...privately,
      text: `/start u8-${Buffer.from('双十一').toString('base64url')}`,
      entities: [entity('bot_command', 0, 6)],
    },
    { command: { name: 'start', args: '双十一' } },
  ],
  [
    'a reply to us',
    { ...inGroup, text: 'yes', reply_to_message: { ...inGroup, message_id: 9, from: us, text: 'beans?' } },
    { isMention: true, replyTo: { messageId: '9', isToBot: true, accountId: 'telegram:7000000001' } },
  ],
  [
    'a reply to another member',
    {
      ...inGroup,
      text: 'yes',
      reply_to_message: { ...inGroup, message_id: 9, from: { id: 88, first_name: 'Bo' }, text: 'x' },
    },
    { isMention: false, replyTo: { messageId: '9', isToBot: false, accountId: 'telegram:88' } },
  ],
  [
    'a topic is a thread of its own, and its opening note no message replied to',
    {
      ...inTopic,
      text: 'hello',
      reply_to_message: { ...inTopic, message_id: 42, from: us, forum_topic_created: { name: 'Beans', icon_color: 1 } },
    },
    {
      threadId: `telegram:${GROUP}:42`,
      replyTo: undefined,
      isMention: false,
      threadTitle: 'Tidewater regulars / Beans',
    },
  ],
  [
    'the General topic is the group itself',
    { ...inTopic, message_thread_id: 1, text: 'hello' },
    { threadId: `telegram:${GROUP}` },
  ],
  [
    'a thread of replies in a group without topics is no thread of ours',
    { ...inGroup, message_thread_id: 9, text: 'hello' },
    { threadId: `telegram:${GROUP}` },
  ],
  [
    'a comment on the linked channel’s post answers nobody',
    {
      ...inGroup,
      text: 'Pip, price?',
      reply_to_message: {
        ...inGroup,
        message_id: 5,
        is_automatic_forward: true,
        from: { id: 777000, first_name: 'Telegram' },
        sender_chat: { id: -1009, type: 'channel', title: 'News' },
        text: 'New beans',
      },
    },
    { replyTo: undefined, isMention: false },
  ],
  [
    'an anonymous admin is known by the group',
    {
      ...inGroup,
      from: { id: 1087968824, is_bot: true, first_name: 'Group' },
      sender_chat: { id: GROUP, type: 'supergroup', title: 'Tidewater regulars' },
      author_signature: 'barista',
      text: 'welcome',
    },
    { author: { accountId: `telegram:${GROUP}`, name: 'Tidewater regulars (barista)', isBot: false } },
  ],
  [
    'another bot',
    { ...inGroup, from: { id: 66, is_bot: true, first_name: 'Mod' }, text: 'removed' },
    { author: { accountId: 'telegram:66', name: 'Mod', isBot: true } },
  ],
  [
    'a fan’s own topic in a channel’s direct messages',
    {
      ...inGroup,
      chat: { id: -1007, type: 'supergroup', title: 'News', is_direct_messages: true },
      direct_messages_topic: { topic_id: 501, user: ana },
      text: 'hi',
    },
    { threadId: 'telegram:-1007:direct-501', surface: 'direct' },
  ],
  [
    'the largest of a photo’s sizes',
    attached({
      photo: [
        { ...file, file_id: 'big', width: 900, height: 900 },
        { ...file, width: 9, height: 9 },
      ],
    }),
    { text: '', attachments: [{ kind: 'photo', ref: 'big', mime: 'image/jpeg' }] },
  ],
  [
    'a sticker',
    attached({ sticker: { ...file, emoji: '👋', set_name: 'pip', is_animated: false, is_video: false } }),
    { attachments: [{ kind: 'sticker', ref: 'AgAD', mime: 'image/webp', name: 'pip', description: '👋' }] },
  ],
  [
    'a voice message',
    attached({ voice: { ...file, duration: 3, mime_type: 'audio/ogg' } }),
    { attachments: [{ kind: 'voice', ref: 'AgAD', mime: 'audio/ogg' }] },
  ],
  [
    'music',
    attached({ audio: { ...file, duration: 3, performer: 'Sea', title: 'Tide' } }),
    { attachments: [{ kind: 'audio', ref: 'AgAD', description: 'Sea: Tide' }] },
  ],
  [
    'a video with a caption',
    attached({ video: { ...file, mime_type: 'video/mp4' }, caption: 'it leaks' }),
    { text: 'it leaks', attachments: [{ kind: 'video', ref: 'AgAD', mime: 'video/mp4' }] },
  ],
  [
    'a round video',
    attached({ video_note: file }),
    { attachments: [{ kind: 'video', ref: 'AgAD', mime: 'video/mp4' }] },
  ],
  [
    'an animation, which also comes as a document',
    attached({
      animation: { ...file, mime_type: 'video/mp4', file_name: 'a.mp4' },
      document: { ...file, file_name: 'a.mp4' },
    }),
    { attachments: [{ kind: 'video', ref: 'AgAD', mime: 'video/mp4', name: 'a.mp4' }] },
  ],
  [
    'a document',
    attached({ document: { ...file, file_name: 'invoice.pdf', mime_type: 'application/pdf' } }),
    { attachments: [{ kind: 'document', ref: 'AgAD', name: 'invoice.pdf', mime: 'application/pdf' }] },
  ],
  [
    'a location',
    attached({ location: { latitude: 52.5, longitude: 13.4 } }),
    { attachments: [{ kind: 'location', description: '52.5, 13.4' }] },
  ],
  [
    'a venue, which also comes as a location',
    attached({ venue: { title: 'Counter', address: 'Quay 1' }, location: { latitude: 1, longitude: 2 } }),
    { attachments: [{ kind: 'location', name: 'Counter', description: 'Counter, Quay 1' }] },
  ],
  [
    'a contact, without the number',
    attached({ contact: { first_name: 'Bo', phone_number: '+100' } }),
    { attachments: [{ kind: 'contact', name: 'Bo', description: 'Bo' }] },
  ],
  [
    'a poll',
    attached({ poll: { id: 'p', question: 'Dark or light?' } }),
    { attachments: [{ kind: 'poll', ref: 'p', description: 'Dark or light?' }] },
  ],
  [
    'a dice',
    attached({ dice: { emoji: '🎲', value: 4 } }),
    { attachments: [{ kind: 'other', name: 'dice', description: '🎲 4' }] },
  ],
  ['a text of any length', attached({ text: 'x'.repeat(100_000) }), { text: 'x'.repeat(100_000) }],
]

const skipped: readonly (readonly [string, Json])[] = [
  ['a member joining', { message: { ...inGroup, message_id: 1, new_chat_members: [ana] } }],
  ['a pinned message', { message: { ...inGroup, message_id: 1, pinned_message: { message_id: 3 } } }],
  ['a kind of message nobody knows yet', { message: { ...inGroup, message_id: 1, hologram: { depth: 3 } } }],
  [
    'the linked channel’s post in its group',
    {
      message: {
        ...inGroup,
        message_id: 1,
        is_automatic_forward: true,
        sender_chat: { id: -1009, type: 'channel' },
        text: 'New beans',
      },
    },
  ],
  ['a message without an id', { message: { ...inGroup, text: 'x' } }],
  ['a message whose text is none', { message: { ...inGroup, message_id: 1, text: { evil: true } } }],
  ['a message without a chat', { message: { message_id: 1, date: 1, text: 'x' } }],
  ['entities that are none', { message: { ...inGroup, message_id: 1, text: 'x', entities: 'lots' } }],
  ['a message that is null', { message: null }],
  ['an edit without content', { edited_message: {} }],
  [
    'a press without a sender',
    { callback_query: { id: '1', data: 'x', message: { message_id: 1, date: 0, chat: { id: 1 } } } },
  ],
  ['a reaction without its list', { message_reaction: { chat: { id: 1 }, message_id: 1, user: ana, date: 1 } }],
  ['an update of a kind nobody asked for', { purchased_paid_media: {} }],
]

describe('Telegram, heard', () => {
  let running: RunningTelegram
  beforeEach(async () => {
    running = await runTelegram()
  })
  afterEach(() => running[Symbol.asyncDispose]())

  it.each(heardAs)('%s', async (_, message, expected) => {
    const { server, host } = running
    server.push({ message: { message_id: 11, ...message } })
    await host.until(() => host.messages.length > 0)
    const [heard] = host.messages
    expect(heard?.id).toBe('11')
    for (const [key, value] of Object.entries(expected)) expect(Reflect.get(heard ?? {}, key), key).toEqual(value)
  })

  it.each(skipped)('%s is passed over, and what follows is heard', async (_, update) => {
    const { server, host } = running
    server.push(update)
    server.push({ message: { message_id: 12, ...privately, text: 'still here?' } })
    await host.until(() => host.messages.length > 0)
    expect(host.messages.map(({ text }) => text)).toEqual(['still here?'])
    await server.drained()
    expect(host.logged.filter(({ level }) => level === 'error')).toEqual([])
  })

  it('an album stays together, picture by picture', async () => {
    const { server, host } = running
    for (const id of [1, 2, 3])
      server.push({
        message: {
          message_id: id,
          ...privately,
          media_group_id: '9',
          photo: [{ ...file, file_id: `p${id}`, width: 9, height: 9 }],
          ...(id === 1 ? { caption: 'all three cracked' } : {}),
        },
      })
    await host.until(() => host.messages.length === 3)
    expect(host.messages.map(({ attachments }) => attachments?.[0]?.ref)).toEqual(['p1', 'p2', 'p3'])
    expect(host.messages[0]?.text).toBe('all three cracked')
  })

  it('an edit is an event, with our name as the fan means it', async () => {
    const { server, host } = running
    const said = await server.fan('Ana').says('helo')
    const edited_message = {
      ...server.world.chats.get(said.chatId)?.messages.get(said.messageId),
      text: '@TidewaterPipBot hello',
      entities: [entity('mention', 0, 16)],
      edit_date: 1_764_000_100,
    }
    server.push({ edited_message })
    await host.until(() => host.events.length > 0)
    expect(host.events).toEqual([
      {
        kind: 'edited',
        threadId: threadId('telegram', said.chatId),
        messageId: String(said.messageId),
        text: '@Pip hello',
        at: 1_764_000_100_000,
      },
    ])
  })

  it('a live location that moves is no edit', async () => {
    const { server, host } = running
    server.push({
      edited_message: { message_id: 3, ...privately, location: { latitude: 1, longitude: 2 }, edit_date: 2 },
    })
    await server.fan('Ana').says('here')
    await host.until(() => host.messages.length > 0)
    expect(host.events).toEqual([])
  })

  it('a reaction is an event, in the topic its message stands in', async () => {
    const { server, host, adapter } = running
    const topic = server.group('Regulars', { isForum: true }).topic('Beans')
    const fan = server.fan('Ana')
    const sent = await adapter.send(words(threadId('telegram', topic.chatId, topic.topicId ?? 0), 'Fresh today.'))
    await fan.reacts({ chatId: topic.chatId, messageId: Number(sent.messageId) }, ['❤', '🔥'])
    await host.until(() => host.events.length > 0)
    expect(host.events[0]).toMatchObject({
      kind: 'reacted',
      threadId: threadId('telegram', topic.chatId, topic.topicId ?? 0),
      messageId: sent.messageId,
      accountId: `telegram:${fan.id}`,
      emojis: ['❤', '🔥'],
    })
  })

  it('a group that becomes a supergroup has moved, once', async () => {
    const { server, host } = running
    const group = server.group('Regulars', { isBasic: true })
    const grown = await group.grows()
    await server.drained()
    await server.fan('Ana').says('after')
    await host.until(() => host.messages.length > 0)
    expect(host.events.filter(({ kind }) => kind === 'moved').length).toBeGreaterThan(0)
    expect(
      new Set(host.events.map((event) => (event.kind === 'moved' ? `${event.threadId} ${event.to}` : ''))),
    ).toEqual(new Set([`telegram:${group.chatId} telegram:${grown.chatId}`]))
  })

  it('a fan who blocks us closes the thread, and unblocking opens it', async () => {
    const { server, host } = running
    const fan = server.fan('Ana')
    await fan.blocks()
    await fan.unblocks()
    await host.until(() => host.events.length === 2)
    const thread = threadId('telegram', fan.chatId)
    expect(host.events).toMatchObject([
      { kind: 'closed', threadId: thread, reason: 'the fan blocked the bot' },
      { kind: 'opened', threadId: thread },
    ])
  })

  it('being removed from a forum closes every topic we know there, and coming back opens them', async () => {
    const { server, host } = running
    const group = server.group('Regulars', { isForum: true })
    const topic = group.topic('Beans')
    await server.fan('Ana').says('hi', { in: topic })
    await host.until(() => host.messages.length > 0)
    await group.removesBot()
    await group.addsBot()
    await host.until(() => host.events.length === 4)
    expect(host.events.map(({ kind, threadId }) => `${kind} ${threadId}`)).toEqual([
      `closed telegram:${group.chatId}`,
      `closed telegram:${group.chatId}:${topic.topicId}`,
      `opened telegram:${group.chatId}`,
      `opened telegram:${group.chatId}:${topic.topicId}`,
    ])
  })

  it('losing the right to write closes a group, gaining a title changes nothing', async () => {
    const { server, host } = running
    const change = (before: Json, after: Json) =>
      server.push({
        my_chat_member: {
          ...inGroup,
          old_chat_member: { user: us, ...before },
          new_chat_member: { user: us, ...after },
        },
      })
    change({ status: 'member' }, { status: 'administrator', custom_title: 'Pip' })
    change({ status: 'administrator' }, { status: 'restricted', is_member: true, can_send_messages: false })
    change({ status: 'restricted', is_member: true, can_send_messages: false }, { status: 'member' })
    await host.until(() => host.events.length === 2)
    expect(host.events).toMatchObject([
      { kind: 'closed', reason: 'the bot may not write in the group' },
      { kind: 'opened' },
    ])
  })

  it('a topic that is closed and reopened is a door of its own', async () => {
    const { server, host } = running
    const group = server.group('Regulars', { isForum: true })
    const topic = group.topic('Beans')
    await group.closes(topic)
    await group.reopens(topic)
    await host.until(() => host.events.length === 2)
    expect(host.events.map(({ kind, threadId }) => `${kind} ${threadId}`)).toEqual([
      `closed telegram:${group.chatId}:${topic.topicId}`,
      `opened telegram:${group.chatId}:${topic.topicId}`,
    ])
  })

  it('a press is answered at once, even while nothing can be saved', async () => {
    const { server, host, adapter } = running
    const fan = server.fan('Ana')
    const thread = threadId('telegram', fan.chatId)
    const { messageId } = await adapter.send(words(thread, 'Beans?', { buttons: [{ label: 'Dark', value: 'dark' }] }))
    host.hang()
    await fan.presses('Dark')
    await server.until(() => server.calls('answerCallbackQuery').length > 0)
    expect(host.messages).toEqual([])
    expect(host.offered[0]).toMatchObject({ button: 'dark', text: 'Dark', replyTo: { messageId, isToBot: true } })
    host.release()
  })

  it('a press on a message too old to be shown still has its value', async () => {
    const { server, host } = running
    const callback_query = {
      id: '77',
      from: ana,
      chat_instance: '1',
      data: 'dark',
      message: { chat: { id: GROUP, type: 'supergroup' }, message_id: 3, date: 0 },
    }
    server.push({ callback_query })
    await host.until(() => host.messages.length > 0)
    expect(host.messages[0]).toMatchObject({
      id: '3-press-77',
      threadId: `telegram:${GROUP}`,
      button: 'dark',
      text: '',
    })
  })

  it('the value of a long button survives a restart', async () => {
    const { server, host, adapter } = running
    const fan = server.fan('Ana')
    const value = '选项'.repeat(40)
    await adapter.send(words(threadId('telegram', fan.chatId), 'Which?', { buttons: [{ label: 'This', value }] }))
    expect(Buffer.byteLength(String(server.sent()[0]?.buttons[0]?.value))).toBeLessThanOrEqual(64)
    await adapter.stop()
    const { createTelegramAdapter } = await import('../../adapters/telegram/index.ts')
    const next = createTelegramAdapter({ token: server.token, apiRoot: server.root, rate: 'off' })
    await next.start(host.context(), new AbortController().signal)
    await fan.presses('This')
    await host.until(() => host.messages.length > 0)
    expect(host.messages[0]?.button).toBe(value)
    await next.stop()
  })
})

describe('Telegram, among staff', () => {
  it('whatever is said in the staff chat stands in a staff thread, also after the group got topics and a new id', async () => {
    let groupId = 0
    await using running = await runTelegram({
      prepare(server) {
        const group = server.group('Care', { isBasic: true })
        groupId = group.chatId
        return { staffChat: String(groupId) }
      },
    })
    const { server, host } = running
    const mara = server.fan('Mara')
    await mara.says('I take this', { in: { chatId: groupId } })
    await mara.says('hi, me as a fan')
    await host.until(() => host.messages.length === 2)
    expect(host.messages.map(({ isStaffThread }) => isStaffThread)).toEqual([true, undefined])
    server.push({
      message: {
        message_id: 90,
        date: 1,
        chat: { id: groupId, type: 'group', title: 'Care' },
        from: ana,
        migrate_to_chat_id: GROUP,
      },
    })
    server.push({ message: { message_id: 2, ...inTopic, text: 'in a topic now' } })
    await host.until(() => host.messages.length === 3)
    expect(host.messages[2]).toMatchObject({ isStaffThread: true, threadId: `telegram:${GROUP}:42` })
    expect(host.logged.map(({ message }) => message)).toContain(
      `the staff group has a new id: set TELEGRAM_STAFF_CHAT=${GROUP}`,
    )
  })

  it('opens a topic for a handoff and speaks in it', async () => {
    await using running = await runTelegram({
      prepare: (server) => ({ staffChat: String(server.group('Care', { isForum: true }).chatId) }),
    })
    const { server, adapter } = running
    const thread = await adapter.openThread?.(`Ana: cracked dripper ${'and more '.repeat(30)}`)
    expect(thread).toMatch(/^telegram:-100\d+:\d+$/)
    if (thread) await adapter.send(words(thread, 'The story so far'))
    expect(server.sent()[0]).toMatchObject({ text: 'The story so far', topicId: Number(thread?.split(':')[2]) })
  })

  it('has no staff threads without a staff chat', async () => {
    await using running = await runTelegram()
    expect(running.adapter.openThread).toBeUndefined()
  })
})
