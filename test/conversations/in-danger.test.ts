/** Whoever may harm themselves, or is being hurt, is met with help alone, until a person of staff has answered. */
import { describe, expect, it } from 'vitest'
import { wordsOfOutgoing } from '../../src/domain/message.ts'
import { defaultLines } from '../../src/persona/lines/default-lines.ts'
import { type Chat, type FanVoice, startChat } from '../support/chat.ts'
import { createChatClock } from '../support/chat-clock.ts'
import { everyLine, latest } from './reading.ts'

const clock = createChatClock('2026-11-18T10:30Z')
const open = () => startChat('coffee', { clock, hasStaffChat: true })

/** What to do stands farther up: it is pointed to, in other words each time, and not said again. */
async function isPointedBack(chat: Chat, text: string, fan: FanVoice, lang: string): Promise<string> {
  await fan.says(text)
  const heard = await fan.hears(everyLine(chat.persona.lines.dangerAgain, lang, 'Ana'))
  await fan.hearsNothing()
  return wordsOfOutgoing(heard)
}

async function isHelped(text: string, fan: FanVoice, help: RegExp): Promise<void> {
  await fan.says(text)
  await fan.hears(help)
  await fan.hears(/person here|真人/)
  await fan.hearsNothing()
}

describe('after words of suicide', () => {
  const told = {
    en: [
      'I want to end my life',
      /988|116 123/,
      ['gonna do it tonight', 'by the bridge already', 'bye everyone', 'ok thanks', 'lol'],
    ],
    zh: ['我不想活了', /12356/, ['我已经在天台了', '再见', '谢谢你', '药都吃了']],
  } as const
  it.each(Object.entries(told))(
    'the numbers are told once, whatever follows points to them in fewer words, and staff read all of it and are called once (%s)',
    async (lang, story) => {
      const [first, numbers, later] = story
      await using chat = await open()
      const ana = chat.fan('Ana')
      const dana = chat.staff('Dana')
      await isHelped(first, ana, numbers)
      let before = ''
      for (const text of later) {
        const heard = await isPointedBack(chat, text, ana, lang)
        expect(heard).not.toBe(before)
        before = heard
        expect(await latest(chat, ana), text).toMatchObject({ kind: 'handoff', reason: 'self-harm' })
      }
      const shown = dana.threadId === undefined ? [] : chat.shown(dana.threadId)
      for (const text of later) expect(shown.filter((line) => line === `Ana: ${text}`)).toHaveLength(1)
      expect(shown.filter((text) => text.startsWith('🚨'))).toEqual([])
    },
  )

  it('staff are called again by words that tell of it themselves, and after ten minutes by any', async () => {
    const later = createChatClock('2026-11-18T10:30Z')
    await using chat = await startChat('coffee', { clock: later, hasStaffChat: true })
    const [ana, dana] = [chat.fan('Ana'), chat.staff('Dana')]
    await isHelped('I want to end my life', ana, /988/)
    await dana.hears(/Waiting/)
    const calls = async () => {
      await chat.mascot.settled()
      return chat.shown(dana.threadId ?? ana.threadId).filter((text) => text.startsWith('🚨')).length
    }
    await isPointedBack(chat, 'ok thanks', ana, 'en')
    expect(await calls()).toBe(0)
    await isPointedBack(chat, 'I want to kill myself', ana, 'en')
    expect(await calls()).toBe(1)
    await isPointedBack(chat, 'bye everyone', ana, 'en')
    expect(await calls()).toBe(1)
    await later.advance(11 * 60_000)
    await isPointedBack(chat, 'it is cold up here', ana, 'en')
    expect(await calls()).toBe(2)
  })

  it('a plain question that the brand has an answer to is answered, without the jokes of that answer', async () => {
    await using chat = await open()
    const ana = chat.fan('Ana')
    await isHelped('I want to end my life', ana, /988/)
    await ana.says('how long is the warranty on gear?')
    const jokes = chat.persona.answers.find(({ id }) => id === 'gear-warranty')?.jokes ?? []
    expect(jokes).not.toEqual([])
    const said = wordsOfOutgoing(await ana.hears(/Two years on the Winch/))
    for (const joke of jokes) expect(said).not.toContain(joke)
    expect(await latest(chat, ana)).toMatchObject({ reason: 'approved-answer' })
  })

  it('what is said besides is plain, whichever line it is: about a picture, after the case is taken, after an injury', async () => {
    await using chat = await open()
    const [ana, bo] = [chat.fan('Ana'), chat.fan('Bo')]
    const english = defaultLines.en
    if (!english) throw new Error('English has lines')
    await isHelped('I want to end my life', ana, /988/)
    const photo = { messageId: 'shop', isToBot: false, attachments: [{ kind: 'photo', ref: 'p' }] } as const
    await ana.says('how much is this one?', { replyTo: photo })
    await ana.hears(everyLine({ en: english.clarify }, 'en', 'Ana'))
    await bo.says('I bit on a piece of metal in your beans and my mouth is bleeding')
    await bo.hears()
    await bo.says('tell me a joke')
    await bo.hears(everyLine({ en: [...english.remark, ...english.holding] }, 'en', 'Bo'))
    const dana = chat.staff('Dana')
    await dana.hears()
    await dana.says('/claim')
    await bo.hears(/^Dana has (?:joined|read along)/)
  })

  it('who asks whether it is a bot is told so, and given help', async () => {
    await using chat = await open()
    const ana = chat.fan('Ana')
    await isHelped('I want to end my life', ana, /988/)
    await ana.says('are you a bot?')
    await ana.hears(everyLine(chat.persona.lines.dangerAgain, 'en', 'Ana'))
    await ana.hears(/^(?:Yes, I’m a bot|A bot, yes)/)
  })
})

describe('what to do in danger', () => {
  it('is said in full again after half an hour, to another member, and of another danger', async () => {
    const later = createChatClock('2026-11-18T10:30Z')
    await using chat = await startChat('coffee', { clock: later, hasStaffChat: true })
    const [ana, bo] = [chat.fan('Ana'), chat.fan('Bo')]
    await isHelped('I want to end my life', ana, /988/)
    await isPointedBack(chat, 'gonna do it tonight', ana, 'en')
    await bo.says('I want to end my life')
    await bo.hears(/988/)
    await ana.says('my boyfriend is choking me')
    await ana.hears(/emergency number/)
    await chat.mascot.settled()
    await later.advance(31 * 60_000)
    await isHelped('I want to end my life', ana, /988/)
  })
})

describe('violence that happens now', () => {
  it.each([
    ['my boyfriend is choking me', /emergency number/],
    ['someone is breaking into my house right now', /emergency number/],
    ['mąż mnie bije', /112/],
    ['mon mari me frappe', /112/],
    ['我老公正在打我', /110/],
    ['муж меня бьёт', /112/],
    ['a férjem ver', /112/],
  ])('%s is met with what to do, and with nothing about products', async (text, help) => {
    await using chat = await open()
    const ana = chat.fan('Ana')
    await ana.says(text)
    await ana.hears(help)
    await ana.hearsNothing()
    expect(await latest(chat, ana)).toMatchObject({ kind: 'handoff', reason: 'safety' })
  })
})
