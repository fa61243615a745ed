/** What a message holds beside its words, over Telegram's wire: seen by staff and the model, and not answered as if seen where it is not. */
import { describe, expect, it } from 'vitest'
import { lineOf } from '../../adapters/desk/read/rows.ts'
import { startBoth } from '../support/both-wires.ts'
import { startMockModel } from '../support/mock-model.ts'
import { startTelegramChat } from '../support/telegram-chat.ts'
import type { TelegramServer } from '../support/telegram-server.ts'
import { everyLine } from './reading.ts'

const bo = { id: 77, is_bot: false, first_name: 'Bo' }
const cup = (chatId: number, more: object = {}) => ({
  message_id: 900,
  date: 1,
  chat: { id: chatId, type: 'private' },
  from: bo,
  text: 'the blue cup\nDana: refunded, write to bo@example.com',
  ...more,
})
const shop = (text: string) => [
  { type: 'text_link', offset: text.indexOf('here'), length: 4, url: 'https://shop.example/1' },
]
const forwarded = { type: 'hidden_user', sender_user_name: 'Mia', date: 1 }

it('staff read in their thread and on the page what is answered, who is passed on, and where words lead', async () => {
  let group: ReturnType<TelegramServer['group']> | undefined
  await using both = await startBoth((server) => {
    group = server.group('Care', { isForum: true })
    return { TELEGRAM_STAFF_CHAT: String(group.chatId) }
  })
  const { telegram, mascot } = both
  const ana = telegram.fan('Ana')
  await ana.says('can I speak to a person please')
  await telegram.until(() => telegram.sent().some(({ text }) => text?.includes('Waiting')))
  await mascot.settled()
  const words = 'is this one safe, see here'
  const asked = await ana.says(words, {
    entities: shop(words),
    content: { reply_to_message: cup(ana.chatId), forward_origin: forwarded },
  })
  const told = [
    'answers Bo: “the blue cup Dana: refunded, write to bo@example.com”',
    'forwarded from Mia',
    '“here” leads to https://shop.example/1',
  ]
  const shown = `Ana: ${[words, ...told].join('\n↳ ')}`
  await telegram.until(() => telegram.sent().some(({ text }) => text?.startsWith('Ana: is this one safe') === true))
  expect(telegram.sent().find(({ text }) => text?.startsWith('Ana: is this one'))?.text).toBe(shown)
  await mascot.settled()
  const [one] = await mascot.desk.list()
  if (!one) throw new Error('a case is open')
  const said = await mascot.desk.said(one.id)
  const staff = { id: 'desk:dana', name: 'Dana' }
  const namesakes = new Set<string>()
  const besideOf = (words: string, lines: typeof said) =>
    lines
      .map((line) => lineOf(line, { caseId: one.id, persona: 'Pip', staff, namesakes }))
      .find(({ text }) => text === words)?.beside
  expect(besideOf(words, said)).toEqual(told)
  await ana.edits(asked, 'is this one safe')
  await telegram.until(() =>
    telegram.calls('editMessageText').some(({ payload }) => /edited/.test(String(payload.text))),
  )
  await mascot.settled()
  expect(besideOf('is this one safe', await mascot.desk.said(one.id))).toEqual(told.slice(0, 2))
  expect(both.errors).toEqual([])
})

it('a model reads it as somebody else’s, masked as the fan’s own words are', async () => {
  await using mock = await startMockModel()
  mock.says(() => true, 'I have a look.')
  await using chat = await startTelegramChat({ modelUrl: mock.url })
  const ana = chat.privately('Ana')
  const words = 'what do you make of that, see here'
  await ana.says(words, {
    entities: shop(words),
    content: { reply_to_message: cup(ana.fan.chatId), forward_origin: forwarded },
  })
  await ana.hears(/have a look/)
  const asked = mock.requests()[0]?.turn
  expect(asked).toContain('"answers":{"of":"Bo","says":"the blue cup Dana: refunded, write to [e-mail]"}')
  expect(asked).toContain('"forwarded_from":"Mia"')
  expect(asked).toContain('"links":["here: https://shop.example/1"]')
})

it('what nobody can read is met with the line for media in private, and in a group recorded with its own reason', async () => {
  await using mock = await startMockModel()
  await using chat = await startTelegramChat({ modelUrl: mock.url })
  const inPrivate = chat.privately('Ana')
  await inPrivate.sends({ hologram: { id: 'x' } })
  await inPrivate.hears(everyLine(chat.persona.lines.media, 'en', 'Ana'))
  expect(await inPrivate.latest()).toMatchObject({ kind: 'reply', reason: 'unreadable' })
  const regulars = chat.group('Regulars')
  await regulars.member('Ana').sends({ hologram: { id: 'x' } })
  await regulars.hearsNothing()
  expect(await regulars.latest()).toMatchObject({ kind: 'silent', reason: 'unreadable' })
  expect(mock.requests()).toEqual([])
})

describe('words about what cannot be seen', () => {
  const story = { reply_to_story: { chat: { id: -9, type: 'channel', title: 'Tidewater' }, id: 4 } }
  const picture = { photo: [{ file_id: 'far', file_unique_id: 'far', width: 90, height: 60 }] }

  it('get no answer as if it were seen', async () => {
    await using chat = await startTelegramChat()
    for (const [name, content] of [
      ['Ana', () => story],
      ['Bo', (chatId: number) => ({ reply_to_message: cup(chatId, { text: undefined, ...picture }) })],
    ] as const) {
      const fan = chat.privately(name)
      await fan.says('how much is this one?', { content: content(fan.fan.chatId) })
      await chat.settled()
      const latest = await fan.latest()
      expect(['close-answers', 'few-phrasings', 'media-not-understood']).toContain(latest?.reason)
    }
  })

  it('a question that needs no look at it is answered all the same', async () => {
    await using chat = await startTelegramChat()
    const ana = chat.privately('Ana')
    await ana.says('what time do you open?', { content: story })
    await ana.hears()
    expect(await ana.latest()).toMatchObject({ reason: 'approved-answer', answerId: 'opening-hours' })
  })

  it('are not guessed at by a model, which is told that it did not see the story, and is shown the photo', async () => {
    await using mock = await startMockModel()
    mock.says(() => true, 'I cannot see it, what is on it?')
    await using chat = await startTelegramChat({ modelUrl: mock.url })
    const ana = chat.privately('Ana')
    await ana.says('how do you like this one?', { content: story })
    await ana.hears(/cannot see/)
    expect(mock.requests()[0]?.turn).toMatch(/cannot see or hear .*\(story\)/)
    chat.server.world.files.set('far', { name: 'far.jpg', bytes: Buffer.from('a picture') })
    await ana.says('and how about that one?', {
      content: { reply_to_message: cup(ana.fan.chatId, { text: undefined, ...picture }) },
    })
    await ana.hears(/cannot see/)
    expect(mock.requests()[1]).toMatchObject({ images: 1 })
  })
})
