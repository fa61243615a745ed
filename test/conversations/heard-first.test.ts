/** Danger, a call for a person, and what a fan asks about their own data are heard whatever else keeps the persona silent. */
import { describe, expect, it } from 'vitest'
import { wordsOfOutgoing } from '../../src/domain/message.ts'
import type { Limits, Persona } from '../../src/persona/persona.ts'
import { type Chat, type ChatOptions, type FanVoice, startChat } from '../support/chat.ts'
import { createChatClock } from '../support/chat-clock.ts'
import { authorOf, everyLine, latest, wordsOf } from './reading.ts'

const clock = createChatClock('2026-11-18T10:30Z')
const open = (options: ChatOptions = {}): Promise<Chat> =>
  startChat('coffee', { clock, hasStaffChat: true, ...options })

const withManners =
  (manners: Partial<Persona['manners']>) =>
  (persona: Persona): Persona => ({ ...persona, manners: { ...persona.manners, ...manners } })

const urgent = [
  ['I want to kill myself', 'self-harm'],
  ['I bit on a piece of metal in your beans and my mouth is bleeding', 'health'],
  ['/human', 'asked-for-person'],
  ['can I speak to a person please', 'asked-for-person'],
  ['/forget', 'command'],
  ['/privacy', 'command'],
] as const

const inGroup = (text: string) => (text.startsWith('/') ? text : `Pip, ${text}`)

/** What was decided for these words, said in a place of their own. */
async function decidedFor(text: string, reason: string, fan: FanVoice, chat: Chat): Promise<void> {
  await fan.says(text)
  await fan.hears()
  expect(await latest(chat, fan)).toMatchObject({ reason })
}

describe('in spite of quiet', () => {
  it.each(urgent)('%s is heard', async (text, reason) => {
    await using chat = await open()
    const ana = chat.fan('Ana', { group: 'quay' })
    await ana.says('/quiet 2h')
    await ana.hears()
    await decidedFor(inGroup(text), reason, ana, chat)
  })
})

describe('in spite of a channel where it is off', () => {
  it.each(urgent)('%s is heard', async (text, reason) => {
    await using chat = await open({ tune: withManners({ group: 'off' }) })
    await decidedFor(inGroup(text), reason, chat.fan('Ana', { group: 'quay' }), chat)
  })

  it('a life in danger is heard where nobody called it', async () => {
    await using chat = await open({ tune: withManners({ group: 'off' }) })
    await decidedFor('I want to kill myself', 'self-harm', chat.fan('Ana', { group: 'quay' }), chat)
  })
})

describe('in spite of limits', () => {
  const limits: Limits = {
    fanPerMinute: 1,
    fanPerDay: 100,
    conversationPerMinute: 100,
    modelTokensPerDay: 1_000_000,
    modelTokensPerFanPerDay: 1_000_000,
  }

  it.each(urgent)(
    'of the fan, %s is heard: by who is to be told of them, and by who was told',
    async (text, reason) => {
      await using chat = await open({ tune: withManners({ burst: 'each', limits }) })
      const [ana, bo] = [chat.fan('Ana'), chat.fan('Bo')]
      await ana.says('do you have wifi?')
      await ana.hears()
      await decidedFor(text, reason, ana, chat)
      for (let n = 0; n < 3; n++) await bo.says('do you have wifi?')
      for (let n = 0; n < 2; n++) await bo.hears()
      await bo.hearsNothing()
      await decidedFor(text, reason, bo, chat)
    },
  )

  it.each(urgent)('of the conversation, %s is heard', async (text, reason) => {
    const busy = { ...limits, fanPerMinute: 9, conversationPerMinute: 1 }
    await using chat = await open({ tune: withManners({ burst: 'each', limits: busy }) })
    const ana = chat.fan('Ana', { group: 'quay' })
    await ana.says('Pip, do you have wifi?')
    await ana.hears()
    await ana.says('Pip, do you have wifi?')
    await ana.hearsNothing()
    await decidedFor(inGroup(text), reason, ana, chat)
  })
})

describe('in spite of lateness', () => {
  it.each(urgent)('%s is heard, in a group and in private', async (text, reason) => {
    await using chat = await open({ tune: withManners({ stale: { minutes: 30, direct: 'leave', group: 'leave' } }) })
    const late = { sentAt: clock.now() - 3 * 3_600_000 }
    for (const fan of [chat.fan('Ana'), chat.fan('Bo', { group: 'quay' })]) {
      await fan.says(inGroup(text), late)
      await fan.hears()
      expect(await latest(chat, fan)).toMatchObject({ reason })
    }
  })
})

describe('while staff have the conversation', () => {
  async function taken(chat: Chat, ana: FanVoice) {
    const dana = chat.staff('Dana')
    await ana.says('Pip, can I speak to a person please')
    await ana.hears()
    await dana.hears(/Waiting/)
    await dana.presses(/^Take$/)
    await ana.hears(/Dana/)
    await chat.mascot.settled()
    return dana
  }

  it.each([
    ['I want to kill myself', 'self-harm', /./],
    ['I bit on a piece of metal in your beans and my mouth is bleeding', 'health', /Your health first/],
    ['my power bank exploded and burned my hand', 'health', /Your health first/],
  ])('%s is answered, and staff see it on the case that is open', async (text, reason, line) => {
    await using chat = await open()
    const ana = chat.fan('Ana')
    const dana = await taken(chat, ana)
    await ana.says('it is about order 4471')
    await ana.hearsNothing()
    await dana.says('/snooze 2h')
    await chat.mascot.settled()
    await ana.says(text)
    await ana.hears(line)
    expect(await latest(chat, ana)).toMatchObject({ kind: 'handoff', reason })
    await chat.mascot.settled()
    const thread = chat.shown(dana.threadId ?? ana.threadId)
    expect(thread.some((line) => line.startsWith('🚨') && line.includes(reason))).toBe(true)
    expect(thread).toContain(`Ana: ${text}`)
    const cases = await chat.mascot.desk.list()
    expect(cases).toMatchObject([{ status: 'assigned', assignee: 'Dana', handler: 'staff' }])
    expect(cases[0]?.snoozedUntil).toBeUndefined()
    expect(cases[0]?.timers['next-response']).toBeGreaterThan(clock.now())
    expect(wordsOf(dana.card())).toContain(text)
    expect(chat.errors).toEqual([])
  })

  it.each([
    ['/human', 'holding'],
    ['can I speak to a person please', 'holding'],
    ['are you a bot? can I speak to a person please', 'person-here'],
    ['/privacy', 'command'],
    ['/mydata', 'command'],
    ['/forget', 'command'],
  ])('%s gets its answer, and the case stays with who has it', async (text, reason) => {
    await using chat = await open()
    const ana = chat.fan('Ana')
    await taken(chat, ana)
    await decidedFor(text, reason, ana, chat)
    expect(await chat.mascot.desk.list()).toMatchObject([{ status: 'assigned', handler: 'staff' }])
    await ana.says('and where is my parcel?')
    await ana.hearsNothing()
    expect(await latest(chat, ana)).toMatchObject({ reason: 'staff-has-it' })
  })

  it('who said /forget is forgotten by a yes', async () => {
    await using chat = await open()
    const ana = chat.fan('Ana')
    await taken(chat, ana)
    await ana.says('/forget')
    await ana.hears()
    await ana.presses(/yes/i)
    await ana.hears(everyLine(chat.persona.lines.forgotten, 'en', 'Ana'))
    expect(await chat.mascot.desk.list()).toEqual([])
  })

  it.each(['Ana', 'Bo'])(
    '%s said /forget in a group: a yes alone, without the name, is asked about under buttons, where its fan sees them',
    async (name) => {
      await using chat = await open({ tellsAlone: true })
      const fan = chat.fan(name, { group: 'quay' })
      if (name === 'Ana') await taken(chat, fan)
      await fan.says('/forget')
      await fan.hears()
      await fan.says('yes')
      await fan.hears(everyLine(chat.persona.lines.forgetAsk, 'en', name))
      await fan.presses(/yes/i)
      // What named them in the group is taken down first.
      let said = await fan.hears()
      while (said.kind === 'deletion') said = await fan.hears()
      expect(wordsOfOutgoing(said)).toMatch(everyLine(chat.persona.lines.forgotten, 'en', name))
    },
  )

  it('a yes to what staff asked is not taken for one to /forget', async () => {
    await using chat = await open()
    const ana = chat.fan('Ana')
    const dana = await taken(chat, ana)
    await ana.says('/forget')
    await ana.hears()
    await dana.says('/r Is it the blue lid?')
    await ana.hears(/blue lid/)
    await ana.says('yes')
    await ana.hearsNothing()
    expect(await latest(chat, ana)).toMatchObject({ reason: 'staff-has-it' })
  })
})

describe('a case that nobody has taken yet', () => {
  it('takes up an injury told later: the fan hears what to do, and staff see it', async () => {
    await using chat = await open()
    const ana = chat.fan('Ana')
    const dana = chat.staff('Dana')
    await ana.says('can I speak to a person please')
    await ana.hears()
    await dana.hears(/Waiting/)
    await ana.says('I bit on a piece of metal in your beans and my mouth is bleeding')
    await ana.hears(/Your health first/)
    await chat.mascot.settled()
    expect(chat.shown(dana.threadId ?? ana.threadId).some((line) => line.startsWith('🚨'))).toBe(true)
    const team = chat.persona.handoff.route.health ?? expect.fail('somebody is called for it')
    expect(await chat.mascot.desk.list()).toMatchObject([{ reason: 'health', team }])
    const called = chat.shown(dana.threadId ?? ana.threadId).filter((line) => line.startsWith('🚨'))
    expect(called).toEqual([expect.stringContaining(`It is with ${chat.persona.handoff.teams[team]?.name['en']} now.`)])
    expect(wordsOf(dana.card())).toContain('the duty manager')
  })
})

describe('the clock of a case that is open', () => {
  const quick = (persona: Persona): Persona => {
    const rule = { reasons: ['self-harm' as const], firstResponseMinutes: 2, nextResponseMinutes: 3 }
    const { handoff } = persona
    return { ...persona, handoff: { ...handoff, sla: { ...handoff.sla, rules: [rule] } } }
  }
  const inMinutes = (at: number | undefined) => Math.round(((at ?? 0) - clock.now()) / 60_000)

  it.each([
    ['waits', 'first-response', 2],
    ['is with somebody', 'next-response', 3],
  ] as const)('that %s runs as fast as the danger asks, also after the next message', async (status, kind, minutes) => {
    await using chat = await open({ tune: quick })
    const ana = chat.fan('Ana')
    const dana = chat.staff('Dana')
    const card = () => wordsOf(dana.card())
    await ana.says('can I speak to a person please')
    await ana.hears()
    await dana.hears(/Waiting/)
    if (status !== 'waits') {
      await dana.says('/r What is it about?')
      await ana.hears(/What is it about/)
    }
    await ana.says('I want to kill myself')
    for (let n = 0; n < 2; n++) await ana.hears()
    await chat.mascot.settled()
    const [told] = await chat.mascot.desk.list()
    expect(told).toMatchObject({ reason: 'self-harm' })
    expect(inMinutes(told?.timers[kind])).toBe(minutes)
    expect(card()).toContain('self-harm')
    await dana.says('/r I am here.')
    await ana.hears(/I am here/)
    await ana.says('thank you')
    await ana.hearsNothing()
    await chat.mascot.settled()
    expect(inMinutes((await chat.mascot.desk.list())[0]?.timers['next-response'])).toBe(3)
  })
})

describe('what is not urgent', () => {
  it('stays unheard in quiet, over limits and where staff have it, as before', async () => {
    await using chat = await open()
    const ana = chat.fan('Ana', { group: 'quay' })
    await ana.says('/quiet 2h')
    await ana.hears()
    await ana.says('Pip, my parcel never came', { author: authorOf('Ana') })
    await ana.hearsNothing()
    expect(await latest(chat, ana)).toMatchObject({ reason: 'asked-for-quiet' })
  })
})
