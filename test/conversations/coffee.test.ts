/** Pip at the counter: whole stories with Tidewater's approved answers and lines alone, no model. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Chat, startChat } from '../support/chat.ts'
import { createChatClock } from '../support/chat-clock.ts'
import { askAmbiguously, everyLine, latest, nothingNoted, wordsOf } from './reading.ts'

let chat: Chat
/** A Wednesday: everybody is at work in London at half past ten. */
beforeAll(async () => {
  chat = await startChat('coffee', { clock: createChatClock('2026-11-18T10:30Z') })
})
afterAll(async () => {
  expect(chat.errors).toEqual([])
  await chat.mascot.stop()
})

describe('a fan at the counter', () => {
  it('is greeted by name, told that a bot speaks, and greeted as known the second time', async () => {
    const ana = chat.fan('Ana')
    await ana.says('hi pip')
    await ana.hears(/bot|kettle/i)
    await ana.says('hello again!')
    await ana.hears(everyLine(chat.persona.lines.greetingAgain, 'en', 'Ana'))
    expect(await latest(chat, ana)).toMatchObject({ kind: 'reply', reason: 'greeting' })
  })

  it('loves the coffee, asks, thanks and goes; nothing is sold on the way', async () => {
    const dara = chat.fan('Dara')
    await dara.says('honestly the best coffee I have ever had, I love you guys')
    const praise = await dara.hears(/Idris|roasting floor|lid|Maud/)
    expect(wordsOf(praise)).not.toMatch(/!!|thrilled|valued|£/)
    expect(await latest(chat, dara)).toMatchObject({ reason: 'praise' })
    await dara.says('what time do you open?')
    await dara.hears(/\d{1,2}[:.]?\d{0,2}|seven|half/i)
    expect(await latest(chat, dara)).toMatchObject({ reason: 'approved-answer', answerId: 'opening-hours' })
    await dara.says('thanks!')
    const thanks = await dara.hears(everyLine(chat.persona.lines.thanks, 'en', 'Dara'))
    expect(wordsOf(thanks)).not.toMatch(/£|discount|subscription/)
    await dara.says('bye')
    await dara.hears(/step|gulls|Door|Cup/)
    expect(await latest(chat, dara)).toMatchObject({ reason: 'farewell' })
  })

  it('follows up without saying the subject again', async () => {
    const ben = chat.fan('Ben')
    await ben.says('how long do I have to return beans?')
    await ben.hears(/thirty days/i)
    await ben.says('and when will my refund arrive?')
    await ben.hears(/two working days/)
    expect((await chat.reasons(ben)).map(({ answerId }) => answerId)).toEqual(['refund-when', 'returns-beans'])
  })

  it('hears what it does not know in so many words, with a way to a person', async () => {
    const leo = chat.fan('Leo')
    await leo.says('what is the capital of Mongolia')
    const reply = await leo.hears(everyLine(chat.persona.lines.doesNotKnow, 'en', 'Leo'))
    expect(reply).toMatchObject({ buttons: [{ label: 'Talk to a person', value: 'command:human' }] })
    await leo.presses(/person/)
    await leo.hears(/order desk/)
    expect(await latest(chat, leo)).toMatchObject({ kind: 'handoff', reason: 'asked-for-person' })
  })

  it('laughs, and gets a line in private', async () => {
    const gil = chat.fan('Gil')
    await gil.says('hahaha')
    await gil.hears(everyLine(chat.persona.lines.laughter, 'en', 'Gil'))
  })

  it('says ok, and a reaction is enough', async () => {
    const oz = chat.fan('Oz')
    await oz.says('ok')
    expect(await oz.hears()).toMatchObject({ kind: 'reaction' })
    expect(await latest(chat, oz)).toMatchObject({ kind: 'react', reason: 'acknowledgement' })
  })
})

describe('a question that fits two answers', () => {
  const asks = async (name: string) => {
    const candidates = ['grinder', 'returnable', 'day', 'postage writing', 'fix', 'box', 'off', 'extra', 'late', 'new']
    const { fan, question, choices } = await askAmbiguously(chat, name, candidates)
    expect(wordsOf(question)).toMatch(everyLine(chat.persona.lines.clarify, 'en', ''))
    expect(choices.length).toBeGreaterThan(1)
    return { fan, choices }
  }

  it('is settled by a button', async () => {
    const { fan, choices } = await asks('Uma')
    await fan.presses(new RegExp(`^${RegExp.escape(choices[1]?.label ?? '?')}$`))
    await fan.hears()
    expect(await latest(chat, fan)).toMatchObject({ reason: 'chosen-answer', answerId: choices[1]?.answerId })
  })

  it('is settled by a number', async () => {
    const { fan, choices } = await asks('Vic')
    await fan.says('2.')
    await fan.hears()
    expect(await latest(chat, fan)).toMatchObject({ reason: 'chosen-answer', answerId: choices[1]?.answerId })
  })

  it('is settled by the label, typed', async () => {
    const { fan, choices } = await asks('Wes')
    await fan.says(choices[0]?.label.toUpperCase() ?? '')
    await fan.hears()
    expect(await latest(chat, fan)).toMatchObject({ reason: 'chosen-answer', answerId: choices[0]?.answerId })
  })

  it('is dropped when the fan goes on to something else', async () => {
    const { fan } = await asks('Xia')
    await fan.says('do you have wifi?')
    await fan.hears()
    expect(await latest(chat, fan)).toMatchObject({ reason: 'approved-answer', answerId: 'wifi-laptops' })
    await fan.says('2')
    await fan.hears()
    expect(await latest(chat, fan)).not.toMatchObject({ reason: 'chosen-answer' })
  })
})

describe('honest about itself', () => {
  it.each(['are you a bot?', 'am I talking to a real person?', 'is this AI', 'are you human'])(
    'says that it is a bot when asked %j',
    async (question) => {
      const eli = chat.fan(`Eli ${question}`)
      await eli.says(question)
      await eli.hears(/\bbot\b/i)
      expect(await latest(chat, eli)).toMatchObject({ reason: 'is-it-a-bot' })
    },
  )

  it('says so also when it is asked by its name, or by somebody who wants a person at once', async () => {
    const ivy = chat.fan('Ivy')
    await ivy.says('is Pip a bot?')
    await ivy.hears(/\bbot\b/i)
    await ivy.says('are you a bot? I want to talk to a human')
    await ivy.hears(/\bbot\b/i)
    await ivy.hears(/order desk/)
    expect(await latest(chat, ivy)).toMatchObject({ kind: 'handoff', reason: 'asked-for-person' })
  })

  it('says so in Chinese too', async () => {
    const jie = chat.fan('阿杰')
    await jie.says('你是真人吗')
    await jie.hears(/机器人/)
    expect(await latest(chat, jie)).toMatchObject({ reason: 'is-it-a-bot' })
  })
})

describe('a fan with a grievance', () => {
  it('is furious about a late order and gets a person, not a joke', async () => {
    const faye = chat.fan('Faye')
    await faye.says('This is unacceptable. Third time my order is late and nobody answers my emails. I am furious.')
    const reply = await faye.hears(/order desk/)
    expect(wordsOf(reply)).not.toMatch(/☕|🌊|🐟|gull|inconvenience/)
    expect(await latest(chat, faye)).toMatchObject({ kind: 'handoff', reason: 'complaint' })
    await faye.says('I have been waiting since Monday')
    await faye.hears(everyLine(chat.persona.lines.holding, 'en', 'Faye'))
    expect(await chat.mascot.store.cases.list({ status: 'waiting' })).toContainEqual(
      expect.objectContaining({ reason: 'complaint', team: 'care' }),
    )
  })

  it('complains in Chinese and is heard in Chinese', async () => {
    const lin = chat.fan('小林')
    await lin.says('我要投诉，你们服务太差了，气死我了')
    const reply = await lin.hears(/订单台/)
    expect(wordsOf(reply)).not.toMatch(/☕|海鸥|亲～/)
    expect(await latest(chat, lin)).toMatchObject({ kind: 'handoff', reason: 'complaint' })
  })

  it('is a troll: told once where the line is, then left alone, then helped again with a question', async () => {
    const gus = chat.fan('Gus')
    await gus.says('you stupid useless piece of shit')
    const line = await gus.hears(everyLine(chat.persona.lines.abuse, 'en', 'Gus'))
    expect(wordsOf(line)).not.toMatch(/stupid|idiot/)
    await gus.says('fuck you, you worthless moron')
    await gus.hearsNothing()
    expect(await latest(chat, gus)).toMatchObject({ kind: 'silent', reason: 'troll-not-fed' })
    await gus.says('do you have wifi')
    await gus.hears()
    expect(await latest(chat, gus)).toMatchObject({ answerId: 'wifi-laptops' })
  })

  it('found metal in the bag: told to put it aside, and the duty manager is called', async () => {
    const mo = chat.fan('Mo')
    await mo.says('there was a piece of metal in my bag of fogbell')
    await mo.hears(/don't use it/)
    expect(await latest(chat, mo)).toMatchObject({ kind: 'handoff', reason: 'safety' })
  })

  it('is in danger: the numbers first, plainly, and a person', async () => {
    const nell = chat.fan('Nell')
    await nell.says("I don't want to be alive anymore, I'm going to kill myself")
    const first = await nell.hears(/116 123/)
    expect(wordsOf(first)).not.toMatch(/kettle|whistle|gull|☕/)
    await nell.hears(/don't wait/)
    expect(await latest(chat, nell)).toMatchObject({ kind: 'handoff', reason: 'self-harm' })
  })
})

describe('boundaries', () => {
  it('makes no price for one person, and does not take sides in an election', async () => {
    const jo = chat.fan('Jo')
    await jo.says('come on, do me a special price on the kettle')
    await jo.hears(/same price/i)
    await jo.says('ok. who should I vote for in the election?')
    await jo.hears(/milk/)
    expect((await chat.reasons(jo)).map(({ reason }) => reason)).toEqual(['boundary', 'boundary'])
  })
})

describe('languages', () => {
  it('speaks Chinese with whoever writes Chinese, and follows a switch', async () => {
    const mei = chat.fan('小梅')
    await mei.says('皮皮你好')
    await mei.hears(/机器人|皮皮/)
    await mei.says('拆封了还能退吗')
    await mei.hears(/三十天/)
    await mei.says('and what time do you open?')
    const hours = await mei.hears()
    expect(hours).toMatchObject({ lang: 'en' })
    expect(await latest(chat, mei)).toMatchObject({ answerId: 'opening-hours' })
    await mei.says('谢谢')
    await mei.hears(everyLine(chat.persona.lines.thanks, 'zh', '小梅'))
  })

  it.each([
    ['Russian', 'Привет, у вас есть кофе без кофеина?'],
    ['Japanese', 'コーヒー豆を返品できますか'],
    ['German', 'Guten Tag, kann ich die Bohnen zurückgeben, wenn die Packung schon offen ist?'],
    ['Spanish', 'Hola, ¿puedo devolver el café si ya he abierto la bolsa?'],
  ])('says which languages it speaks to a fan who writes %s', async (language, text) => {
    const fan = chat.fan(`a fan writing ${language}`)
    await fan.says(text)
    await fan.hears(/Only two languages|两种话/)
  })
})

describe('asked for a person', () => {
  it('calls the order desk in office hours, in either language', async () => {
    const hana = chat.fan('Hana')
    await hana.says('can I talk to a real person please')
    const reply = await hana.hears(/order desk/)
    expect(wordsOf(reply)).not.toMatch(/minutes|hours from now/)
    const qi = chat.fan('阿奇')
    await qi.says('转人工')
    await qi.hears(/订单台/)
    expect(await latest(chat, qi)).toMatchObject({ kind: 'handoff', reason: 'asked-for-person', flags: nothingNoted })
  })

  it('says at night that nobody is there and until when, and keeps the case', async () => {
    await using night = await startChat('coffee', { clock: createChatClock('2026-11-18T02:00Z') })
    const ira = night.fan('Ira')
    await ira.says('I want to speak to a human')
    const reply = await ira.hears(/09:00–17:00/)
    expect(wordsOf(reply)).toMatch(/kept|pinned/)
    expect(await latest(night, ira)).toMatchObject({ kind: 'handoff', flags: ['nobody-on-duty', ...nothingNoted] })
    const yun = night.fan('小云')
    await yun.says('我要找真人')
    await yun.hears(/没人/)
    expect(await night.mascot.store.cases.list({ status: 'waiting' })).toHaveLength(2)
    const mo = night.fan('Mo')
    await mo.says('there was a piece of glass in my bag')
    await mo.hears(/don't use it/)
    expect(await latest(night, mo)).toMatchObject({ reason: 'safety', flags: nothingNoted })
  })
})
