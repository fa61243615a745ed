/** In Telegram's groups the persona is a guest, over the wire and through the whole program: it answers who calls it, joins in seldom, and can say why it kept quiet. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { accountId, threadId } from '../../src/domain/ids.ts'
import { startMockModel } from '../support/mock-model.ts'
import { type GroupRoom, startTelegramChat, type TelegramChat } from '../support/telegram-chat.ts'
import { everyLine } from './reading.ts'

const MINUTE = 60_000
const people = ['Ana', 'Bo', 'Cleo', 'Dev', 'Eve']

let chat: TelegramChat
beforeAll(async () => {
  chat = await startTelegramChat()
})
afterAll(() => chat[Symbol.asyncDispose]())
beforeEach(() => chat.retune(() => ({})))

const lineOf = (occasion: 'quiet' | 'quietOver' | 'slowDown' | 'inPrivate' | 'apology', fan = 'Ana') =>
  everyLine(chat.persona.lines[occasion], 'en', fan)

/** Small talk that asks for nothing. */
async function chatter(group: GroupRoom, lines: number): Promise<void> {
  for (let n = 0; n < lines; n++)
    await group.member(people[n % people.length] ?? '').says(`the tide was lovely on day ${n}, wasn’t it`)
  await chat.settled()
}

describe('a stranger', () => {
  it('who mentions it for the first time is answered, as a reply, without a welcome speech', async () => {
    const regulars = chat.group('Regulars')
    const said = await regulars.member('Ana').says('@TidewaterPipBot can i bring my dog')
    expect(await regulars.hears(/on a lead/)).toMatchObject({ replyTo: said.messageId })
    await regulars.hearsNothing()
  })

  it('who calls it by name is heard, in any script', async () => {
    const regulars = chat.group('Regulars')
    await regulars.member('阿杰').says('皮皮，可以带狗吗')
    await regulars.hears(/绳/)
  })

  it('is left alone when they talk to somebody else', async () => {
    const regulars = chat.group('Regulars')
    const [ana, bo] = [regulars.member('Ana'), regulars.member('Bo')]
    const { messageId } = await bo.says('I asked Pip for the hours')
    await chat.settled()
    await regulars.hears()
    await ana.says('and did Pip know what time you open?', { replyTo: messageId })
    await ana.says('@bo_b what did Pip say?')
    await regulars.hearsNothing()
    expect((await regulars.reasons()).slice(1)).toEqual(['not-addressed', 'not-addressed'])
  })

  it('is answered in a reply to another member where it is the persona they call', async () => {
    const regulars = chat.group('Regulars')
    const { messageId } = await regulars.member('Bo').says('the tide was lovely, wasn’t it')
    await regulars.member('Ana').says('Pip, can i bring my dog?', { replyTo: messageId })
    await regulars.hears(/on a lead/)
    await regulars.member('Ana').says('@TidewaterPipBot do you have wifi', { replyTo: messageId })
    await regulars.hears(/wifi/i)
    await regulars.member('Ana').says('Pip told me to bring my dog', { replyTo: messageId })
    await regulars.hearsNothing()
  })
})

describe('a message that calls it only once it is changed', () => {
  it.each([
    ['mention', '@TidewaterPipBot can i bring my dog'],
    ['name', 'Pip, can i bring my dog'],
  ])('by a %s is answered once, however often it is changed again', async (_, called) => {
    const regulars = chat.group('Regulars')
    const ana = regulars.member('Ana')
    const said = await ana.says('can i bring my dog')
    await regulars.hearsNothing()
    chat.clock.advance(2 * MINUTE)
    await ana.fan.edits(said, called)
    expect(await regulars.hears(/on a lead/)).toMatchObject({ replyTo: said.messageId })
    await ana.fan.edits(said, `${called} please`)
    await ana.fan.edits(said, `${called} or my cat`)
    await regulars.hearsNothing()
    expect(await regulars.reasons()).toEqual(['not-addressed', 'approved-answer'])
  })

  it('and was answered before is not answered again', async () => {
    const regulars = chat.group('Regulars')
    const ana = regulars.member('Ana')
    const said = await ana.says('Pip, can i bring my dog')
    await regulars.hears(/on a lead/)
    await ana.fan.edits(said, '@TidewaterPipBot can i bring my dog')
    await regulars.hearsNothing()
  })

  it('long after it was said is left alone', async () => {
    const regulars = chat.group('Regulars')
    const ana = regulars.member('Ana')
    const said = await ana.says('can i bring my dog')
    await regulars.hearsNothing()
    chat.clock.advance(16 * MINUTE)
    await ana.fan.edits(said, '@TidewaterPipBot can i bring my dog')
    await regulars.hearsNothing()
    expect(await regulars.reasons()).toEqual(['not-addressed'])
  })

  it('is heard in danger, though it calls nobody', async () => {
    const regulars = chat.group('Regulars')
    const ana = regulars.member('Ana')
    const said = await ana.says('what a day')
    await regulars.hearsNothing()
    chat.clock.advance(MINUTE)
    await ana.fan.edits(said, 'I want to kill myself')
    await regulars.hears()
    expect(await regulars.latest()).toMatchObject({ kind: 'handoff', reason: 'self-harm' })
  })
})

describe('one of the brand’s own people', () => {
  const channelBot = { id: 136_817_688, is_bot: true, first_name: 'Channel', username: 'Channel_Bot' }
  const as = (id: number, title: string) => ({ from: channelBot, sender_chat: { id, type: 'channel', title } })

  it('who writes as the group or as its channel is left alone, also where they name the persona; any other channel is a member', async () => {
    const regulars = chat.group('Regulars')
    regulars.group.chat.full = { linked_chat_id: -1_009_001 }
    const olga = regulars.member('Olga')
    await olga.says('Pip, can i bring my dog', { content: regulars.group.anonymously })
    await olga.says('Pip, can i bring my dog', { content: as(-1_009_001, 'Tidewater news') })
    await regulars.hearsNothing()
    expect(await regulars.reasons()).toEqual(['brand-itself', 'brand-itself'])
    await olga.says('Pip, can i bring my dog', { content: as(-1_009_002, 'Olga writes') })
    await regulars.hears(/on a lead/)
    expect(
      chat.server.calls('getChat').filter(({ payload }) => payload.chat_id === regulars.place.chatId),
    ).toHaveLength(1)
  })

  it('who answers as the channel in its direct messages has answered: the bot says nothing more, and knows what was said', async () => {
    const direct = chat.group('Tidewater news')
    Object.assign(direct.group.chat, {
      is_direct_messages: true,
      full: { parent_chat: { id: -1_009_003, type: 'channel', title: 'Tidewater news' } },
    })
    const ana = direct.member('Ana')
    const inHerTopic = { direct_messages_topic: { topic_id: 501, user: ana.fan.person } }
    const decisions = async () => {
      await chat.settled()
      return await chat.mascot.store.records.decisions(threadId('telegram', direct.place.chatId, 'direct-501'), 9)
    }
    await ana.says('can i bring my dog', { content: inHerTopic })
    await chat.server.until(() => chat.server.sent().some(({ text }) => /on a lead/.test(text)))
    await chat.settled()
    const before = chat.server.sent().length
    chat.clock.advance(MINUTE)
    await ana.says('Yes, and a bowl of water is on us.', {
      content: { ...inHerTopic, ...as(-1_009_003, 'Tidewater news') },
    })
    expect((await decisions())[0]).toMatchObject({ kind: 'silent', reason: 'brand-itself' })
    expect(chat.server.sent().slice(before)).toEqual([])
    const place = await chat.mascot.store.records.conversation(threadId('telegram', direct.place.chatId, 'direct-501'))
    if (!place) throw new Error('they talk')
    const all = { before: Number.MAX_SAFE_INTEGER, limit: 9 }
    const account = accountId('telegram', ana.fan.id)
    const { transcript } = await chat.mascot.store.memory.recall(place.id, account, all)
    expect(transcript.at(-1)).toMatchObject({ from: 'brand', speaker: { kind: 'person', name: 'Tidewater news' } })
  })
})

describe('a busy group of five, where it may join in', () => {
  beforeEach(() => chat.retune(() => ({ group: 'ambient' })))

  it('speaks exactly twice', async () => {
    const regulars = chat.group('Regulars')
    await chatter(regulars, 10)
    await regulars.member('Cleo').says('can i bring my dog')
    await regulars.hears(/on a lead/)
    await regulars.member('Dev').says('do you have wifi')
    expect(await regulars.latest(), 'it rests').toMatchObject({ kind: 'silent', reason: 'talk-budget' })

    chat.clock.advance(15 * MINUTE)
    await regulars.member('Eve').says('do you have wifi')
    expect(await regulars.latest(), 'and rests longer, as nobody took it up').toMatchObject({ reason: 'talk-budget' })
    await chatter(regulars, 5)
    chat.clock.advance(10 * MINUTE)
    await regulars.member('Bo').says('do you have wifi')
    await regulars.hears()
    expect(await regulars.latest()).toMatchObject({ answerId: 'wifi-laptops' })

    chat.clock.advance(30 * MINUTE)
    await regulars.member('Ana').says('do you do oat milk')
    await regulars.hearsNothing()
    const reasons = await regulars.reasons()
    expect(reasons.filter((reason) => reason === 'approved-answer')).toHaveLength(2)
    expect(new Set(reasons)).toEqual(new Set(['not-addressed', 'approved-answer', 'talk-budget']))
  })

  it('keeps to its share of voice even where it need not rest', async () => {
    await chat.retune(({ ambient }) => ({ group: 'ambient', ambient: { ...ambient, cooldownMinutes: 0 } }))
    const regulars = chat.group('Regulars')
    await regulars.member('Ana').says('can i bring my dog')
    await regulars.hears()
    await regulars.member('Bo').says('do you have wifi')
    expect(await regulars.latest()).toMatchObject({ reason: 'talk-budget' })
    await chatter(regulars, 12)
    await regulars.member('Bo').says('do you have wifi')
    await regulars.hears()
  })

  it('is silent unasked at night, and answers who calls it', async () => {
    const night = await startTelegramChat({ startsAt: '2026-11-18T22:15Z', manners: () => ({ group: 'ambient' }) })
    await using _ = night
    const regulars = night.group('Regulars')
    await regulars.member('Ana').says('can i bring my dog')
    await regulars.hearsNothing()
    expect(await regulars.latest()).toMatchObject({ kind: 'silent', reason: 'quiet-hours' })
    await regulars.member('Ana').says('Pip, can i bring my dog')
    await regulars.hears(/on a lead/)
  })

  it('what is said to a member by name, or as a reply, is theirs', async () => {
    const regulars = chat.group('Regulars')
    const [ana, bo] = [regulars.member('Ana'), regulars.member('Bo')]
    const { messageId } = await bo.says('off to the harbour')
    await ana.says('Bo, what time do you open')
    await regulars.hearsNothing()
    await ana.says('what time do you open', { replyTo: messageId })
    await regulars.hearsNothing()
    expect(await regulars.reasons()).toEqual(['not-addressed', 'not-addressed', 'not-addressed'])
    await ana.says('Bo, did Pip say what time you open?')
    await regulars.hears()
    await ana.says('what time do you open')
    expect(await regulars.latest()).not.toMatchObject({ reason: 'not-addressed' })
  })
})

describe('a storm of mentions', () => {
  const questions = ['what time do you open', 'can i bring my dog', 'do you have wifi']
  /** 12 of 20 ask for the hours. */
  const asked = (n: number) => questions[n < 12 ? 0 : 1 + (n % 2)] ?? ''

  it('of twenty members gets one reply, to what most of them asked', async () => {
    await chat.retune(() => ({ burstMs: 5_000 }))
    const regulars = chat.group('Regulars')
    for (let n = 0; n < 20; n++) await regulars.member(`Fan ${n}`).says(`@TidewaterPipBot ${asked(n)}`)
    await regulars.hears(/half seven|7:30/i)
    await regulars.hearsNothing()
    const latest = await regulars.latest()
    expect(latest).toMatchObject({ answerId: 'opening-hours' })
    expect(latest.rows).toHaveLength(20)
  })

  it('does not drown one who is in danger', async () => {
    await chat.retune(() => ({ burstMs: 5_000 }))
    const regulars = chat.group('Regulars')
    for (let n = 0; n < 10; n++) await regulars.member(`Fan ${n}`).says(`@TidewaterPipBot ${asked(n)}`)
    const { messageId } = await regulars.member('Zoe').says('@TidewaterPipBot I want to kill myself tonight')
    await chat.settled()
    expect(await regulars.reasons()).toEqual(expect.arrayContaining(['approved-answer', 'self-harm']))
    expect(await regulars.hears(/emergency/)).toMatchObject({ replyTo: messageId })
    await regulars.hears(/116 123/)
    await regulars.hears(/person here/)
    await regulars.hears(/half seven|7:30/i)
  })

  it('is shown to a model as a whole, and answered once', async () => {
    await using mock = await startMockModel()
    mock.says(() => true, 'Half seven, all of you. Dogs too.')
    await using withModel = await startTelegramChat({ modelUrl: mock.url, manners: () => ({ burstMs: 5_000 }) })
    const regulars = withModel.group('Regulars')
    for (let n = 0; n < 20; n++) await regulars.member(`Fan ${n}`).says(`@TidewaterPipBot ${asked(n)} and why?`)
    await withModel.settled()
    await regulars.hears(/all of you/)
    await regulars.hearsNothing()
    const [request] = mock.requests().filter(({ wants }) => wants === 'reply')
    for (let n = 0; n < 20; n++) expect(request?.turn).toContain(`Fan ${n}`)
    expect(request?.turn).toMatch(/one short reply for all/)
  })
})

describe('one member', () => {
  it('cannot use up what the group has', async () => {
    await chat.retune(({ limits }) => ({
      burst: 'each',
      limits: { ...(limits === 'off' ? defaults : limits), fanPerMinute: 3, conversationPerMinute: 8 },
    }))
    const regulars = chat.group('Regulars')
    for (let n = 0; n < 12; n++) await regulars.member('Ana').says('Pip, do you have wifi')
    await chat.settled()
    for (let n = 0; n < 3; n++) await regulars.hears()
    await regulars.hears(lineOf('slowDown'))
    await regulars.hearsNothing()
    await regulars.member('Bo').says('Pip, can i bring my dog')
    await regulars.hears(/on a lead/)
    expect((await regulars.reasons()).filter((reason) => reason === 'fan-limit')).toHaveLength(8)
  })
})
const defaults = {
  fanPerMinute: 12,
  fanPerDay: 300,
  conversationPerMinute: 30,
  modelTokensPerDay: 1_000_000,
  modelTokensPerFanPerDay: 100_000,
}

describe('another bot', () => {
  it('is never answered, also when it mentions or answers us', async () => {
    const regulars = chat.group('Regulars')
    const robo = chat.server.fan('Robo', { is_bot: true, username: 'RoboBot' })
    await regulars.member('Ana').says('@TidewaterPipBot can i bring my dog')
    const { messageId } = await regulars.hears()
    for (let n = 0; n < 5; n++) await robo.says('@TidewaterPipBot do you have wifi', { in: regulars.place })
    await robo.says('do you have wifi', { in: regulars.place, replyTo: messageId })
    await regulars.hearsNothing()
    expect((await regulars.latest()).reason).toBe('other-bot')
  })
})

describe('asked to be quiet', () => {
  it('by a member it says so once, hears commands all the same, and comes back by itself', async () => {
    const regulars = chat.group('Regulars')
    const [ana, bo] = [regulars.member('Ana'), regulars.member('Bo')]
    await ana.says('/quiet 30m')
    await regulars.hears(lineOf('quiet'))
    await bo.says('Pip, can i bring my dog')
    await bo.says('@TidewaterPipBot can i bring my dog')
    await regulars.hearsNothing()
    expect((await regulars.reasons()).slice(1)).toEqual(['asked-for-quiet', 'asked-for-quiet'])
    await bo.says('/help@TidewaterPipBot')
    await regulars.hears()
    chat.clock.advance(31 * MINUTE)
    await bo.says('Pip, can i bring my dog')
    await regulars.hears(/on a lead/)
  })

  it('/quiet off ends it at once', async () => {
    const regulars = chat.group('Regulars')
    const ana = regulars.member('Ana')
    await ana.says('/quiet 2h')
    await regulars.hears(lineOf('quiet'))
    await ana.says('/quiet off')
    await regulars.hears(lineOf('quietOver'))
    await ana.says('Pip, can i bring my dog')
    await regulars.hears(/on a lead/)
  })

  it('by a member where only administrators may, it says nothing', async () => {
    await chat.retune(({ quiet }) => ({ quiet: { ...quiet, who: 'admins' } }))
    const regulars = chat.group('Regulars')
    const olga = regulars.member('Olga')
    regulars.group.promotes(olga.fan)
    await regulars.member('Ana').says('/quiet')
    await regulars.hearsNothing()
    expect(await regulars.latest()).toMatchObject({ kind: 'silent', reason: 'not-allowed' })
    await olga.says('/quiet')
    await regulars.hears()
  })
})

describe('how it takes part', () => {
  it('is an administrator’s to set, and nobody else’s', async () => {
    const regulars = chat.group('Regulars')
    const [ana, olga] = [regulars.member('Ana'), regulars.member('Olga')]
    regulars.group.promotes(olga.fan)
    await ana.says('/mascot off')
    await regulars.hearsNothing()
    expect(await regulars.latest()).toMatchObject({ kind: 'silent', reason: 'not-allowed' })

    await olga.says('/mascot off')
    await regulars.hears(/silent/)
    await ana.says('Pip, can i bring my dog')
    await regulars.hearsNothing()
    expect(await regulars.latest()).toMatchObject({ kind: 'silent', reason: 'channel-off' })

    await olga.says('/mascot ambient')
    await regulars.hears(/join in/)
    await chatter(regulars, 20)
    await ana.says('can i bring my dog')
    await regulars.hears(/on a lead/)

    await olga.says('/mascot mention', { content: regulars.group.anonymously })
    await regulars.hears(/turns to me/)
    await ana.says('do you have wifi')
    await regulars.hearsNothing()
    expect(await regulars.latest()).toMatchObject({ kind: 'silent', reason: 'not-addressed' })
  })

  it('may be another in each topic', async () => {
    const forum = chat.group('Forum', { isForum: true })
    const [beans, news] = [forum.topic('Beans'), forum.topic('News')]
    await chat.retune(() => ({
      channels: { [beans.threadId]: 'ambient', [news.threadId]: 'off', [forum.threadId]: 'mention' },
    }))
    await beans.member('Ana').says('can i bring my dog')
    await beans.hears(/on a lead/)
    await news.member('Ana').says('Pip, can i bring my dog')
    await news.hearsNothing()
    expect(await news.latest()).toMatchObject({ reason: 'channel-off' })
    await forum.member('Ana').says('can i bring my dog')
    await forum.hearsNothing()
    await forum.member('Ana').says('Pip, can i bring my dog')
    await forum.hears(/on a lead/)
  })

  it('with privacy mode on hears mentions, replies and commands alone', async () => {
    await using discreet = await startTelegramChat({ hasPrivacyMode: true, manners: () => ({ group: 'ambient' }) })
    const regulars = discreet.group('Regulars')
    const ana = regulars.member('Ana')
    await ana.says('can i bring my dog')
    await ana.says('Pip, can i bring my dog')
    await regulars.hearsNothing()
    expect(await regulars.reasons()).toEqual([])
    await ana.says('@TidewaterPipBot can i bring my dog')
    const { messageId } = await regulars.hears(/on a lead/)
    await ana.says('do you have wifi', { replyTo: messageId })
    await regulars.hears()
    expect(await regulars.latest()).toMatchObject({ answerId: 'wifi-laptops' })
  })

  it('with privacy mode on hears of a message first when its author adds the mention', async () => {
    await using discreet = await startTelegramChat({ hasPrivacyMode: true })
    const regulars = discreet.group('Regulars')
    const ana = regulars.member('Ana')
    const said = await ana.says('can i bring my dog')
    await ana.fan.edits(said, 'can i bring my dog please')
    await regulars.hearsNothing()
    expect(await regulars.reasons()).toEqual([])
    await ana.fan.edits(said, '@TidewaterPipBot can i bring my dog')
    await regulars.hears(/on a lead/)
    await ana.fan.edits(said, '@TidewaterPipBot can i bring my dog please')
    const late = await ana.says('do you have wifi')
    discreet.clock.advance(16 * MINUTE)
    await ana.fan.edits(late, '@TidewaterPipBot do you have wifi')
    await regulars.hearsNothing()
  })
})
