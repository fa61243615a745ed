/** In a group the persona is a guest: it hears its name in any script, leaves the others alone, and can say why about every message. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { accountId } from '../../src/domain/ids.ts'
import type { Limits, Persona } from '../../src/persona/persona.ts'
import { type Chat, startChat } from '../support/chat.ts'
import { createChatClock } from '../support/chat-clock.ts'
import { authorOf, everyLine, latest, wordsOf } from './reading.ts'

let chat: Chat
const clock = createChatClock('2026-11-18T10:30Z')
beforeAll(async () => {
  chat = await startChat('coffee', { clock })
})
afterAll(async () => {
  expect(chat.errors).toEqual([])
  await chat.mascot.stop()
})

let groups = 0
const inGroup = (name: string, group = `group ${++groups}`) => chat.fan(name, { group })

function answersBotsOnce({ manners, ...persona }: Persona): Persona {
  return { ...persona, manners: { ...manners, bots: { answer: 'once', windowMinutes: 60 } } }
}

describe('its name', () => {
  it.each([
    'Pip, do you have wifi?',
    'do you have wifi, pip?',
    'hey PIP do you have wifi',
    'pippo do you have wifi',
    'Ｐｉｐ do you have wifi',
    'Pip:do you have wifi',
  ])('%j is for us', async (text) => {
    const ana = inGroup('Ana')
    await ana.says(text)
    expect(await ana.hears()).toMatchObject({ speaker: { kind: 'approved', answerId: 'wifi-laptops' } })
  })

  it.each(['皮皮，满多少包邮', '皮皮鸟满多少包邮', '请问满多少包邮啊皮皮'])('%s 是叫它', async (text) => {
    const jie = inGroup('阿杰')
    await jie.says(text)
    await jie.hears(/30/)
    expect(await latest(chat, jie)).toMatchObject({ reason: 'approved-answer', answerId: 'delivery-cost' })
  })

  it.each([
    'the pipeline at work is down again',
    'who wants to go for a walk',
    'pipe dreams',
    'do you have wifi at home, Ben?',
    '我今天好累',
  ])('%j is not', async (text) => {
    const ana = inGroup('Ana')
    await ana.says(text)
    await ana.hearsNothing()
    expect(await latest(chat, ana)).toMatchObject({ kind: 'silent', reason: 'not-addressed' })
  })

  it('called Aurèle or Aurele, 小零 or Nova Zero, each persona hears its own', async () => {
    await using house = await startChat('leather', { clock })
    const aya = house.fan('Aya', { group: 'salon' })
    await aya.says('AURELE, what are your opening hours')
    await aya.hears(/Tuesday to Saturday/)
    await aya.says('Pip, what are your opening hours')
    await aya.hearsNothing()
    await using signal = await startChat('electronics', { clock })
    const zhe = signal.fan('阿哲', { group: '玩家群' })
    await zhe.says('小零充电宝能带上飞机吗')
    await zhe.hears(/74 Wh/)
    await zhe.says('nova zero, how long is the warranty')
    await zhe.hears(/one year/i)
  })
})

describe('whom it leaves alone', () => {
  it('answers a mention, a reply to it and a command, and answers as a reply', async () => {
    const ana = inGroup('Ana')
    await ana.says('do you have wifi?', { id: 'm-1', isMention: true })
    expect(await ana.hears()).toMatchObject({ replyTo: 'm-1' })
    await ana.says('and what time do you open?', { replyTo: { messageId: 'ours', isToBot: true } })
    await ana.hears()
    await ana.says('/help')
    await ana.hears(everyLine(chat.persona.lines.help, 'en', 'Ana'))
  })

  it('a reply to another member is theirs, even if it names us', async () => {
    const ana = inGroup('Ana')
    await ana.says('Pip told me so', { replyTo: { messageId: 'bo-1', isToBot: false } })
    await ana.hearsNothing()
    expect(await latest(chat, ana)).toMatchObject({ reason: 'not-addressed' })
  })

  it('words that begin with another member’s name are theirs', async () => {
    const ana = inGroup('Ana')
    await ana.says('@ben did pip answer you?', { mentions: [accountId('test', 'Ben')] })
    await ana.hearsNothing()
    expect(await latest(chat, ana)).toMatchObject({ reason: 'not-addressed' })
  })

  it('another bot and our own echo are never answered', async () => {
    const group = `group ${++groups}`
    const robo = inGroup('Robo', group)
    await robo.says('Pip, do you have wifi?', { author: { ...authorOf('Robo'), isBot: true }, isMention: true })
    await robo.hearsNothing()
    expect(await latest(chat, robo)).toMatchObject({ reason: 'other-bot' })
    await robo.says('Wifi yes, Pip here', { isOwn: true })
    await robo.hearsNothing()
    expect(await chat.reasons(robo)).toHaveLength(1)
  })

  it('another bot gets its one answer where the manners say so, and again only when the window is over', async () => {
    await using polite = await startChat('coffee', { clock, tune: answersBotsOnce })
    const author = { ...authorOf('Robo'), isBot: true }
    const robo = polite.fan('Robo', { group: 'bots' })
    await robo.says('Pip has wifi', { author })
    await robo.says('/help', { author, isMention: true, command: { name: 'help', args: '' } })
    await robo.hearsNothing()
    await robo.says('do you have wifi?', { author, isMention: true })
    await robo.hears(/wifi/i)
    await robo.says('thanks, and what time do you open?', { author, replyTo: { messageId: 'ours', isToBot: true } })
    await robo.says('can i bring my dog', { author, isMention: true })
    await robo.hearsNothing()
    const other = { ...authorOf('Cleverbot'), isBot: true }
    await robo.says('can i bring my dog', { author: other, isMention: true })
    await robo.hears(/on a lead/)
    clock.advance(60 * 60_000)
    await robo.says('can i bring my dog', { author, isMention: true })
    await robo.hears(/on a lead/)
    const reasons = (await polite.reasons(robo)).map(({ reason }) => reason).toReversed()
    expect(reasons).toEqual([
      'other-bot',
      'other-bot',
      'approved-answer',
      'bot-answered',
      'bot-answered',
      'approved-answer',
      'approved-answer',
    ])
  })

  it('no case is opened for a bot, and nothing is asked of it or kept', async () => {
    await using polite = await startChat('coffee', { clock, tune: answersBotsOnce })
    const author = { ...authorOf('Robo'), isBot: true }
    const robo = polite.fan('Robo', { group: 'bots' })
    await robo.says('I want to speak to a person', { author, isMention: true })
    await robo.says('my parcel arrived smashed, I will sue you', { author, isMention: true })
    await robo.hearsNothing()
    expect((await polite.reasons(robo)).map(({ kind, reason }) => [kind, reason])).toEqual([
      ['silent', 'other-bot'],
      ['silent', 'other-bot'],
    ])
    expect(await polite.mascot.store.cases.list()).toEqual([])
    expect(polite.errors).toEqual([])
  })

  it('asked for quiet it keeps quiet that long, hears commands all the same, and then answers again', async () => {
    const ana = inGroup('Ana')
    await ana.says('/quiet 30m')
    await ana.hears()
    await ana.says('Pip, do you have wifi?')
    await ana.hearsNothing()
    expect(await latest(chat, ana)).toMatchObject({ kind: 'silent', reason: 'asked-for-quiet' })
    await ana.says('/help')
    await ana.hears(everyLine(chat.persona.lines.help, 'en', 'Ana'))
    clock.advance(31 * 60_000)
    await ana.says('Pip, do you have wifi?')
    await ana.hears()
    expect(await latest(chat, ana)).toMatchObject({ answerId: 'wifi-laptops' })
  })

  it('told to speak again it does so at once', async () => {
    const ana = inGroup('Ana')
    await ana.says('/quiet 2h')
    await ana.hears()
    await ana.says('/quiet off')
    await ana.hears()
    await ana.says('Pip, do you have wifi?')
    await ana.hears()
  })

  it('private matters are not settled before others', async () => {
    const ana = inGroup('Ana')
    await ana.says('/mydata')
    expect(wordsOf(await ana.hears())).toMatch(/private|directly/)
  })
})

describe('what was read late, as after an outage', () => {
  const hourAgo = () => ({ sentAt: clock.now() - 3 * 3_600_000 })

  it('is left, while what the same member asks in time is answered', async () => {
    await using slow = await startChat('coffee', {
      clock,
      tune: ({ manners, ...persona }) => ({ ...persona, manners: { ...manners, burstMs: 400 } }),
    })
    const ana = slow.fan('Ana', { group: 'harbour' })
    await ana.says('Pip, do you have wifi?', hourAgo())
    await ana.says('Pip, can i bring my dog')
    await ana.hears(/on a lead/)
    await ana.hearsNothing()
    expect((await slow.reasons(ana)).map(({ answerId, rows }) => [answerId, rows.length])).toEqual([['dogs', 2]])
    await ana.says('Pip, I want to speak to a person', hourAgo())
    await ana.says('Pip, and do you have wifi?')
    await ana.hears()
    expect(await latest(slow, ana)).toMatchObject({ kind: 'handoff', reason: 'asked-for-person' })
    const bo = slow.fan('Bo', { group: 'pier' })
    await bo.says('Pip, do you have wifi?', hourAgo())
    await bo.says('never mind')
    await bo.hearsNothing()
    expect(await latest(slow, bo)).toMatchObject({ kind: 'silent', reason: 'too-old' })
  })

  it.each([
    ['Pip, I want to kill myself', 'self-harm'],
    ['Pip, my parcel arrived smashed, this is a disgrace, I want to complain', 'public-complaint'],
    ['Pip, I want to speak to a person', 'asked-for-person'],
  ])('is heard all the same: %j', async (text, reason) => {
    const ana = inGroup('Ana')
    await ana.says(text, hourAgo())
    await ana.hears()
    expect(await latest(chat, ana)).toMatchObject({ reason })
  })

  it('is done all the same when it was set for good', async () => {
    const ana = inGroup('Ana')
    const author = { ...authorOf('Ana'), isAdmin: true }
    await ana.says('/mascot off', { ...hourAgo(), author })
    await ana.hears(/silent/)
    await ana.says('/help', hourAgo())
    await ana.hearsNothing()
    expect(await latest(chat, ana)).toMatchObject({ reason: 'too-old' })
  })
})

describe('limits', () => {
  const limits: Limits = {
    fanPerMinute: 3,
    fanPerDay: 100,
    conversationPerMinute: 8,
    modelTokensPerDay: 1_000_000,
    modelTokensPerFanPerDay: 1_000_000,
  }
  const startLimited = () =>
    startChat('coffee', {
      clock,
      tune: (persona) => ({ ...persona, manners: { ...persona.manners, burst: 'each', limits } }),
    })

  it('a fan who writes too much is told once, then met with silence; others are not', async () => {
    await using limited = await startLimited()
    const ana = limited.fan('Ana', { group: 'busy' })
    for (let n = 0; n < 6; n++) await ana.says('Pip, do you have wifi?')
    for (let n = 0; n < 3; n++) expect(await ana.hears()).toMatchObject({ speaker: { kind: 'approved' } })
    await ana.hears(everyLine(limited.persona.lines.slowDown, 'en', 'Ana'))
    await ana.hearsNothing()
    expect((await limited.reasons(ana)).map(({ reason }) => reason)).toEqual([
      'fan-limit',
      'fan-limit',
      'fan-limit-told',
      'approved-answer',
      'approved-answer',
      'approved-answer',
    ])
    const bo = limited.fan('Bo', { group: 'quiet corner' })
    await bo.says('Pip, do you have wifi?')
    await bo.hears()
    clock.advance(61_000)
    await ana.says('Pip, do you have wifi?')
    expect(await ana.hears()).toMatchObject({ speaker: { kind: 'approved' } })
  })

  it('a conversation too busy is left in peace for a while', async () => {
    await using limited = await startLimited()
    const fans = ['Ana', 'Bo', 'Cleo', 'Dev'].map((name) => limited.fan(name, { group: 'roaring' }))
    for (const fan of fans) for (let n = 0; n < 3; n++) await fan.says('Pip, do you have wifi?')
    await limited.mascot.settled()
    const reasons = (await limited.reasons(fans[0] ?? limited.fan('Ana'))).map(({ reason }) => reason)
    expect(reasons.filter((reason) => reason === 'approved-answer' || reason === 'said-above')).toHaveLength(8)
    expect(reasons.filter((reason) => reason === 'conversation-limit')).toHaveLength(4)
  })
})

describe('explainable silence', () => {
  it('every message that stays unanswered has a reason, and every message a decision', async () => {
    const group = `group ${++groups}`
    const ana = inGroup('Ana', group)
    const bo = inGroup('Bo', group)
    const said = ['morning all', 'anyone at the quay?', 'pip hi', 'the pipe burst', '😀', 'ok', '   ', 'see you there']
    for (const [index, text] of said.entries()) await (index % 2 === 0 ? ana : bo).says(text)
    await chat.mascot.settled()
    const decisions = await chat.reasons(ana)
    expect(new Set(decisions.flatMap(({ rows }) => rows)).size).toBe(said.length)
    for (const { kind, reason } of decisions) if (kind === 'silent') expect(reason).not.toBe('')
  })
})
