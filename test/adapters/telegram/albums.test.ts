/** Several files in one message, as Telegram's server takes them. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type ThreadId, threadId } from '../../../src/domain/ids.ts'
import type { ReviewedText } from '../../../src/domain/message.ts'
import { words } from '../../support/outbound-message.ts'
import type { Fan } from '../../support/telegram/people.ts'
import { type RunningTelegram, runTelegram } from '../../support/telegram-adapter.ts'

const said = (text: string) => text as ReviewedText

describe('Telegram, given several files', () => {
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

  it('photos and videos are one album, documents another, each with all its ids; the words stand under the first', async () => {
    const files = [
      ...[1, 2].map((nth) => ({ kind: 'photo' as const, path: picture(`p${nth}.jpg`) })),
      { kind: 'video' as const, path: picture('v.mp4') },
      ...[1, 2].map((nth) => ({ kind: 'document' as const, path: picture(`d${nth}.pdf`) })),
      { kind: 'voice' as const, path: picture('v.ogg') },
    ]
    const [media, ...moreMedia] = files
    const message = words(thread, 'All of it', { ...(media && { media }), moreMedia, ifRefused: said('none came') })
    const { messageId, parts } = await running.adapter.send(message)
    expect(running.server.sent().map(({ method, text }) => `${method} ${text}`.trim())).toEqual([
      'sendMediaGroup All of it',
      ...['sendMediaGroup', 'sendMediaGroup', 'sendMediaGroup', 'sendMediaGroup', 'sendVoice'],
    ])
    expect(running.server.calls('sendMediaGroup')).toHaveLength(2)
    expect(parts).toHaveLength(6)
    expect(messageId).toBe(parts?.at(-1))
    await running.adapter.editWhole?.(thread, parts ?? [], { ...message, text: said('All of them') })
    expect(last()).toMatchObject({ method: 'editMessageCaption', text: 'All of them', messageId: Number(parts?.[0]) })
    expect(running.server.calls('deleteMessage')).toEqual([])
  })

  it('eleven photos are two messages of Telegram’s, ten and one; buttons under an album stand under words of their own', async () => {
    const [media, ...moreMedia] = Array.from({ length: 11 }, (_, nth) => ({
      ...{ kind: 'photo' as const, path: picture(`p${nth}.jpg`) },
    }))
    await running.adapter.send(words(thread, 'Many', { ...(media && { media }), moreMedia }))
    expect(running.server.calls().flatMap(({ method }) => (method.startsWith('send') ? [method] : []))).toEqual([
      'sendMediaGroup',
      'sendPhoto',
    ])
    const buttons = [{ label: 'Nice', value: 'nice' }]
    await running.adapter.send(
      words(thread, 'Which?', { ...(media && { media }), moreMedia: moreMedia.slice(0, 1), buttons }),
    )
    expect(last()).toMatchObject({ method: 'sendMessage', text: 'Which?', buttons: [{ label: 'Nice' }] })
  })

  it('of an album that is refused each file is tried alone; if one is refused, all of it is taken back and said', async () => {
    const { server, adapter } = running
    const [media, second] = ['a.jpg', 'b.jpg'].map((name) => ({ kind: 'photo' as const, path: picture(name) }))
    if (!media || !second) throw new Error('two pictures')
    server.fail('sendMediaGroup', { code: 400, description: 'Bad Request: IMAGE_PROCESS_FAILED', times: 2 })
    const sent = await adapter.send(words(thread, 'Both', { media, moreMedia: [second], ifRefused: said('none came') }))
    expect(sent.parts).toHaveLength(2)
    expect(server.sent().map(({ method, text }) => `${method} ${text}`.trim())).toEqual(['sendPhoto Both', 'sendPhoto'])
    server.fail('sendPhoto', { code: 400, description: 'Bad Request: IMAGE_PROCESS_FAILED', after: 1 })
    await adapter.send(words(thread, 'Again', { media, moreMedia: [second], ifRefused: said('none came') }))
    expect(last()).toMatchObject({ method: 'sendMessage', text: 'none came' })
    expect(server.calls('deleteMessage')).toHaveLength(1)
  })

  it('a caption that grows too long for its picture leaves it and stands behind', async () => {
    const { adapter, server } = running
    const media = { kind: 'photo', path: picture() } as const
    const { messageId } = await adapter.send(words(thread, 'Open till five.', { media }))
    const long = 'Open till six. '.repeat(90).trim()
    const { parts } = (await adapter.editWhole?.(thread, [messageId], words(thread, long, { media }))) ?? {}
    expect(parts).toHaveLength(2)
    const kept = server.world.chats.get(ana.chatId)?.messages
    expect(kept?.get(Number(parts?.[0]))?.caption).toBe('')
    expect(kept?.get(Number(parts?.[1]))?.text).toBe(long)
  })
})
