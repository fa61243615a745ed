/** What befalls a talk on Telegram: complaints that go on in private, edits, moves, doors that close and open, outages. Over the wire, through the whole program. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Occasion } from '../../src/persona/schema/schema.ts'
import { startMockModel } from '../support/mock-model.ts'
import { startTelegramChat, type TelegramChat } from '../support/telegram-chat.ts'
import { everyLine } from './reading.ts'

const HOUR = 3_600_000

let chat: TelegramChat
beforeAll(async () => {
  chat = await startTelegramChat()
})
afterAll(() => chat[Symbol.asyncDispose]())
beforeEach(() => chat.retune(() => ({})))

let groups = 0
const startGroup = (options = {}) => chat.group(`Regulars ${++groups}`, options)
let strangers = 0
const stranger = () => `Fan ${++strangers}`
const lineOf = (occasion: Occasion, fan: string) => everyLine(chat.persona.lines[occasion], 'en', fan)
const stateIn = async (room: { threadId: Parameters<typeof chat.mascot.store.records.conversation>[0] }) =>
  (await chat.mascot.store.records.conversation(room.threadId))?.state

describe('a complaint in a group', () => {
  it('gets one short word and the way into private, where it is heard', async () => {
    const regulars = startGroup()
    const name = stranger()
    const [ana, inPrivate] = [regulars.member(name), chat.privately(name)]
    await ana.says('@TidewaterPipBot my parcel arrived smashed, this is a disgrace, I want to complain')
    const said = await regulars.hears(lineOf('inPrivate', name))
    expect(said.buttons).toEqual([{ label: 'Talk in private', url: 'https://t.me/TidewaterPipBot?start=case' }])
    await regulars.hearsNothing()
    expect(await regulars.latest()).toMatchObject({ kind: 'reply', reason: 'public-complaint' })

    await ana.follows(/private/)
    await inPrivate.hears(lineOf('apology', name))
    expect(await stateIn(inPrivate)).toMatchObject({ cameBy: 'case' })
    await inPrivate.says('nobody answers and I want to file a complaint about your service, it is a disgrace')
    await inPrivate.hears()
    expect(await inPrivate.latest()).toMatchObject({ kind: 'handoff', reason: 'complaint' })
    await regulars.hearsNothing()
  })

  it('that speaks of danger is met where it stands', async () => {
    const regulars = startGroup()
    await regulars.member(stranger()).says('@TidewaterPipBot your kettle caught fire and burned my hand')
    await regulars.hears()
    expect(await regulars.latest()).toMatchObject({ kind: 'handoff', reason: expect.stringMatching(/health|safety/) })
  })
})

describe('a link', () => {
  it('has its campaign on record, the first for good', async () => {
    const inPrivate = chat.privately(stranger())
    await inPrivate.says('/start spring-box')
    await inPrivate.hears()
    await inPrivate.says(`/start u8-${Buffer.from('双十一').toString('base64url')}`)
    await inPrivate.hears()
    expect(await stateIn(inPrivate)).toMatchObject({ cameBy: 'spring-box' })
  })

  it('may be in any script', async () => {
    const inPrivate = chat.privately(stranger())
    await inPrivate.says(`/start u8-${Buffer.from('双十一').toString('base64url')}`)
    await inPrivate.hears()
    expect(await stateIn(inPrivate)).toMatchObject({ cameBy: '双十一' })
  })
})

it('what was told in private never surfaces in the group', async () => {
  await using mock = await startMockModel()
  mock.says(() => true, 'Noted.')
  await using withModel = await startTelegramChat({ modelUrl: mock.url })
  const [inPrivate, regulars] = [withModel.privately('Ana'), withModel.group('Regulars')]
  await inPrivate.says('please remember that I have two parrots')
  await inPrivate.hears(/Noted/)
  await inPrivate.hears()
  await inPrivate.presses(/Yes/)
  await inPrivate.hears(everyLine(withModel.persona.lines.consentYes, 'en', 'Ana'))
  await inPrivate.says('so what would they like?')
  await inPrivate.hears()
  expect(mock.requests().at(-1)?.turn, 'in private it knows').toContain('two parrots')
  await regulars.member('Ana').says('@TidewaterPipBot what do you know about me?')
  await regulars.hears()
  expect(mock.requests().at(-1)?.turn, 'in the group it does not').not.toContain('two parrots')
})

describe('a question', () => {
  it('edited before the reply left is thought about again', async () => {
    const regulars = startGroup()
    const ana = regulars.member(stranger())
    chat.server.fail('sendMessage', { code: 429, description: 'Too Many Requests', parameters: { retry_after: 30 } })
    const before = chat.server.calls('sendMessage').length
    const said = await ana.says('@TidewaterPipBot do you have wifi')
    await chat.server.until(() => chat.server.calls('sendMessage').length > before)
    await ana.fan.edits(said, '@TidewaterPipBot can i bring my dog')
    await chat.server.drained()
    chat.clock.advance(31_000)
    expect(await regulars.hears(/on a lead/)).toMatchObject({ replyTo: said.messageId })
    await regulars.hearsNothing()
    const [first, second] = await chat.mascot.store.records.decisions(regulars.threadId, 10)
    expect([first, second].flatMap((one) => one?.flags)).toContain('taken-back')
  })

  it('edited after the reply is left as it was answered', async () => {
    const regulars = startGroup()
    const ana = regulars.member(stranger())
    const said = await ana.says('@TidewaterPipBot do you have wifi')
    await regulars.hears()
    await ana.fan.edits(said, '@TidewaterPipBot can i bring my dog')
    await regulars.hearsNothing()
  })

  it('deleted before the reply left is answered all the same, as Telegram tells bots of no deletions', async () => {
    const regulars = startGroup()
    const ana = regulars.member(stranger())
    await chat.retune(() => ({ burstMs: 5_000 }))
    const said = await ana.says('@TidewaterPipBot can i bring my dog')
    regulars.group.chat.messages.delete(said.messageId)
    await chat.settled()
    expect((await regulars.hears(/on a lead/)).replyTo).toBeUndefined()
  })
})

describe('a group', () => {
  it('that becomes a supergroup in the middle goes on, with what was set in it', async () => {
    const small = startGroup({ isBasic: true })
    const name = stranger()
    small.group.promotes(small.member('Olga').fan)
    await small.member('Olga').says('/mascot off')
    await small.hears(/silent/)
    const grown = await small.grows()
    await grown.member(name).says('Pip, can i bring my dog')
    await grown.hearsNothing()
    expect(await grown.latest()).toMatchObject({ reason: 'channel-off' })
    await grown.member('Olga').says('/mascot mention')
    await grown.hears(/turns to me/)
    await grown.member(name).says('Pip, can i bring my dog')
    await grown.hears(/on a lead/)
    await small.hearsNothing()
  })

  it('that removes the bot hears nothing more, until it is added again', async () => {
    const regulars = startGroup()
    const ana = regulars.member(stranger())
    await ana.says('Pip, do you have wifi')
    await regulars.hears()
    await regulars.group.removesBot()
    await ana.says('Pip, can i bring my dog')
    await regulars.hearsNothing()
    const { reason } = (await chat.mascot.store.records.deadLetters(1))[0] ?? {}
    expect(reason).toBe('the bot was removed from the group')
    await regulars.group.addsBot()
    await ana.says('Pip, can i bring my dog')
    await regulars.hears(/on a lead/)
  })
})

it('a fan who blocks us costs nothing, and is answered when they come back', async () => {
  const inPrivate = chat.privately(stranger())
  await inPrivate.says('do you have wifi')
  await inPrivate.hears()
  await inPrivate.fan.blocks()
  await chat.settled()
  expect((await chat.mascot.store.records.conversation(inPrivate.threadId))?.closed?.reason).toBe(
    'the fan blocked the bot',
  )
  await inPrivate.fan.unblocks()
  await inPrivate.says('can i bring my dog')
  await inPrivate.hears(/on a lead/)
})

it('typing is shown while it thinks about what is for it, and for nothing else', async () => {
  await using mock = await startMockModel()
  await using withModel = await startTelegramChat({ modelUrl: mock.url })
  const regulars = withModel.group('Regulars')
  await regulars.member('Bo').says('what a tide today')
  await regulars.hearsNothing()
  expect(withModel.server.calls('sendChatAction')).toEqual([])
  mock.hangs()
  await regulars.member('Ana').says('@TidewaterPipBot what do gulls dream of?')
  await mock.hanging()
  await withModel.server.until(() => withModel.server.calls('sendChatAction').length > 0)
  expect(withModel.server.calls('sendChatAction')[0]?.payload).toMatchObject({ chat_id: regulars.place.chatId })
})

describe('without a model', () => {
  const photo = { photo: [{ file_id: 'AgAD', file_unique_id: 'u', width: 90, height: 60 }] }

  it('a photo without words is met with a word about it', async () => {
    const name = stranger()
    const inPrivate = chat.privately(name)
    await inPrivate.sends(photo)
    await inPrivate.hears(lineOf('media', name))
    expect(await inPrivate.latest()).toMatchObject({ reason: 'media-not-understood' })
  })

  it.each<[string, Record<string, unknown>]>([
    ['sticker', { sticker: { file_id: 's', file_unique_id: 's', emoji: '👋', is_animated: false, is_video: false } }],
    ['voice message', { voice: { file_id: 'v', file_unique_id: 'v', duration: 3 } }],
    ['video', { video: { file_id: 'v', file_unique_id: 'v', duration: 3, width: 9, height: 9 } }],
    ['document', { document: { file_id: 'd', file_unique_id: 'd', file_name: 'invoice.pdf' } }],
    ['location', { location: { latitude: 52.5, longitude: 13.4 } }],
    ['contact', { contact: { first_name: 'Bo', phone_number: '+100' } }],
    ['poll', { poll: { id: 'p', question: 'Dark or light?', options: [] } }],
  ])('a %s without words, too', async (_, content) => {
    const name = stranger()
    const inPrivate = chat.privately(name)
    await inPrivate.sends(content)
    await inPrivate.hears(lineOf('media', name))
  })

  it('a comment under a post of the channel is answered as any other, the post itself is not', async () => {
    const regulars = startGroup()
    const post = {
      is_automatic_forward: true,
      from: { id: 777_000, is_bot: false, first_name: 'Telegram' },
      sender_chat: { id: -1009, type: 'channel', title: 'News' },
    }
    const { messageId } = await regulars.member(stranger()).says('Pip, new beans are in', { content: post })
    await regulars.hearsNothing()
    await regulars.member(stranger()).says('Pip, can i bring my dog', { replyTo: messageId })
    await regulars.hears(/on a lead/)
  })

  it('in a group only as a reply to it', async () => {
    const regulars = startGroup()
    const name = stranger()
    const ana = regulars.member(name)
    await ana.sends(photo)
    await regulars.hearsNothing()
    await ana.says('Pip, do you have wifi')
    const { messageId } = await regulars.hears()
    await ana.sends(photo, { replyTo: messageId })
    await regulars.hears(lineOf('media', name))
  })

  it('a button that is pressed does what it says', async () => {
    const regulars = startGroup()
    const ana = regulars.member(stranger())
    await ana.says('@TidewaterPipBot what is the capital of Mongolia')
    await regulars.hears()
    await ana.presses(/person/)
    await regulars.hears()
    expect(await regulars.latest()).toMatchObject({ kind: 'handoff', reason: 'asked-for-person' })
    expect(chat.server.calls('answerCallbackQuery').length).toBeGreaterThan(0)
  })
})

describe('after an outage', () => {
  it('a late question is answered in private and left alone in a group, as the manners say', async () => {
    await using other = await startTelegramChat()
    const [inPrivate, regulars] = [other.privately('Ana'), other.group('Regulars')]
    await other.isAway(async () => {
      await inPrivate.says('can i bring my dog')
      await regulars.member('Ana').says('Pip, can i bring my dog')
      other.clock.advance(3 * HOUR)
    })
    await inPrivate.hears(/on a lead/)
    await regulars.hearsNothing()
    expect(await regulars.latest()).toMatchObject({ kind: 'silent', reason: 'too-old' })
    await regulars.member('Ana').says('Pip, can i bring my dog')
    await regulars.hears(/on a lead/)
  })

  it('where late messages are to be acknowledged, one line says so', async () => {
    const manners = ({ stale }: TelegramChat['persona']['manners']) =>
      ({ stale: { ...stale, direct: 'acknowledge', group: 'acknowledge' } }) as const
    await using other = await startTelegramChat({ manners })
    const [inPrivate, regulars] = [other.privately('Ana'), other.group('Regulars')]
    const late = everyLine(other.persona.lines.late, 'en', 'Ana')
    await other.isAway(async () => {
      await inPrivate.says('can i bring my dog')
      await inPrivate.says('and do you have wifi')
      await regulars.member('Ana').says('Pip, can i bring my dog')
      await regulars.member('Bo').says('nice weather')
      other.clock.advance(3 * HOUR)
    })
    await inPrivate.hears(late)
    await regulars.hears(late)
    await regulars.hearsNothing()
    expect(await regulars.reasons()).toEqual(['late', 'not-addressed'])
  })
})

it('everything unanswered has a reason', async () => {
  await chat.settled()
  for (const { threadId } of await chat.mascot.store.records.threads('telegram'))
    for (const { kind, reason, rows } of await chat.mascot.store.records.decisions(threadId, 200)) {
      expect(rows.length, `${threadId} ${kind}`).toBeGreaterThan(0)
      expect(reason, `${threadId} ${kind}`).not.toBe('')
    }
})
