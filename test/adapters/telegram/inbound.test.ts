/** What Telegram delivers, as the rest of the program hears it. Payloads are shaped as core.telegram.org/bots/api describes them. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { threadId } from '../../../src/domain/ids.ts'
import { words } from '../../support/outbound-message.ts'
import {
  ana,
  entity,
  file,
  GROUP,
  heardAs,
  inGroup,
  inTopic,
  privately,
  skipped,
  us,
} from '../../support/telegram/payloads.ts'
import type { Json } from '../../support/telegram/world.ts'
import { type RunningTelegram, runTelegram } from '../../support/telegram-adapter.ts'

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
        links: [],
        attachments: [],
        isMention: true,
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
    fan.hasStarted()
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
    fan.hasStarted()
    const value = '选项'.repeat(40)
    await adapter.send(words(threadId('telegram', fan.chatId), 'Which?', { buttons: [{ label: 'This', value }] }))
    expect(Buffer.byteLength(String(server.sent()[0]?.buttons[0]?.value))).toBeLessThanOrEqual(64)
    await adapter.stop()
    const { createTelegramAdapter } = await import('../../../adapters/telegram/index.ts')
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
