/** The desk and the clock: nobody on duty, promises, times that run out, silence, opening again, and asking how it was. */
import { describe, expect, it } from 'vitest'
import type { OutboundMessage } from '../../src/domain/message.ts'
import type { Persona } from '../../src/persona/persona.ts'
import { type Chat, startChat } from '../support/chat.ts'
import { createChatClock } from '../support/chat-clock.ts'
import type { ManualClock } from '../support/manual-clock.ts'
import { latest } from './reading.ts'

const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS

async function open(
  startsAt: string,
  handoff: Partial<Persona['handoff']> = {},
): Promise<{ chat: Chat; clock: ManualClock } & AsyncDisposable> {
  const clock = createChatClock(startsAt)
  const chat = await startChat('coffee', {
    clock,
    hasStaffChat: true,
    tune: (persona) => ({ ...persona, handoff: { ...persona.handoff, ...handoff } }),
  })
  return { chat, clock, [Symbol.asyncDispose]: () => chat.mascot.stop() }
}

const words = (message: OutboundMessage) => (message.kind === 'text' ? message.text : message.kind)

async function called(chat: Chat, name = 'Ana') {
  const ana = chat.fan(name)
  await ana.says('can I speak to a person please')
  const said = words(await ana.hears())
  await chat.mascot.settled()
  const one = (await chat.mascot.desk.list()).find(({ fanName }) => fanName === name)
  if (one === undefined) throw new Error('a case is open')
  return { ana, said, id: one.id, dana: chat.staff('Dana') }
}

describe('at night', () => {
  it('nobody is offered; what happens instead is promised, recorded, and kept in the morning', async () => {
    await using it = await open('2026-11-18T02:00Z')
    const { chat, clock } = it
    const { ana, said, dana, id } = await called(chat)
    expect(said).toMatch(/09:00/)
    expect(said).toMatch(/Wed 10:00/)
    expect(said).not.toMatch(/you are number|about \d/i)
    expect(await chat.mascot.desk.read(id)).toMatchObject({
      case: { status: 'waiting', timers: { 'first-response': Date.parse('2026-11-18T10:00Z') } },
    })
    clock.advance(7.5 * HOUR_MS)
    await chat.mascot.settled()
    await dana.says('/r Good morning, Ana.')
    await ana.hears(/Good morning, Ana/)
    clock.advance(HOUR_MS)
    await chat.mascot.settled()
    expect(chat.shown(ana.threadId).join('\n')).not.toMatch(/longer than/)
    expect(await chat.mascot.desk.read(id)).toMatchObject({ case: { breaches: 0, status: 'assigned' } })
  })

  it('the promise that is not kept is admitted once, and the case goes on to the next team', async () => {
    await using it = await open('2026-11-18T02:00Z')
    const { chat, clock } = it
    const { ana, dana, id } = await called(chat)
    clock.advance(8.5 * HOUR_MS)
    await chat.mascot.settled()
    await ana.hears(/longer than/)
    await dana.hears(/Waiting/)
    await dana.hears(/⏰ Time for the first answer ran out/)
    clock.advance(26 * HOUR_MS)
    await chat.mascot.settled()
    await ana.hearsNothing()
    const story = await chat.mascot.desk.read(id)
    expect(story?.case.breaches).toBeGreaterThan(1)
    expect(story?.events.map(({ what }) => what)).toContain('breached')
  })
})

describe('by day', () => {
  it('a fan is told how long it has taken lately, and the place in the queue when it grows', async () => {
    await using it = await open('2026-11-18T10:00Z')
    const { chat, clock } = it
    for (const [index, name] of ['Ana', 'Bo', 'Cy', 'Di', 'Ed'].entries()) {
      const { id } = await called(chat, name)
      clock.advance((index + 1) * 4 * MINUTE_MS)
      await chat.mascot.desk.act(id, { id: 'desk:dana', name: 'Dana' }, { kind: 'reply', text: 'Here I am.' })
      await chat.mascot.desk.act(id, { id: 'desk:dana', name: 'Dana' }, { kind: 'resolve', isSilent: true })
    }
    const first = await called(chat, 'Flo')
    expect(first.said).toMatch(/about 20 minutes/)
    expect(first.said).not.toMatch(/number/)
    await called(chat, 'Gus')
    const third = await called(chat, 'Hal')
    expect(third.said).toMatch(/number 3 in line/)
  })

  it('a case that nobody answers in time goes to the next team; what a person forgot goes back to all', async () => {
    await using it = await open('2026-11-18T10:00Z', {
      teams: {
        care: { name: { en: 'the order desk' }, next: 'duty' },
        duty: { name: { en: 'the duty manager' } },
      },
    })
    const { chat, clock } = it
    const { ana, dana, id } = await called(chat)
    clock.advance(61 * MINUTE_MS)
    await chat.mascot.settled()
    await ana.hears(/longer than[\s\S]*duty manager/)
    expect(await chat.mascot.desk.read(id)).toMatchObject({ case: { team: 'duty', breaches: 1, status: 'waiting' } })
    await dana.says('/r Sorry, Ana. Here I am.')
    await ana.hears(/Here I am/)
    await ana.says('so where is it?')
    await chat.mascot.settled()
    clock.advance(121 * MINUTE_MS)
    await chat.mascot.settled()
    expect(await chat.mascot.desk.read(id)).toMatchObject({ case: { status: 'waiting', breaches: 2, handler: 'bot' } })
    expect(chat.shown(dana.threadId ?? ana.threadId).join('\n')).toMatch(/Dana no longer has it/)
  })

  it('a case keeps the times of its own reason, whatever its fan writes afterwards', async () => {
    await using it = await open('2026-11-18T10:00Z', {
      sla: {
        firstResponseMinutes: 60,
        nextResponseMinutes: 120,
        resolutionHours: 48,
        rules: [{ reasons: ['asked-for-person'], firstResponseMinutes: 7, nextResponseMinutes: 9 }],
      },
    })
    const { chat, clock } = it
    const { ana, dana, id } = await called(chat)
    const due = async (kind: 'first-response' | 'next-response') => {
      const timers = (await chat.mascot.desk.read(id))?.case.timers
      return Math.round(((timers?.[kind] ?? Number.NaN) - clock.now()) / MINUTE_MS)
    }
    expect(await due('first-response')).toBe(7)
    await ana.says('and I was charged twice for my order')
    await chat.mascot.settled()
    expect(await due('first-response')).toBe(7)
    await dana.says('/r Here I am, Ana.')
    await chat.mascot.settled()
    for (const words of ['my beans came late, this is a complaint', 'do you have wifi?']) {
      await ana.says(words)
      await chat.mascot.settled()
      expect(await due('next-response'), words).toBe(9)
    }
    expect((await chat.mascot.desk.read(id))?.case.reason).toBe('asked-for-person')
  })

  it('times differ by reason and by how long a fan is known', async () => {
    await using it = await open('2026-11-18T10:00Z', {
      sla: {
        firstResponseMinutes: 60,
        nextResponseMinutes: 120,
        resolutionHours: 48,
        rules: [
          { reasons: ['payment'], firstResponseMinutes: 5 },
          { reasons: [], fans: 'known', firstResponseMinutes: 20 },
        ],
      },
    })
    const { chat, clock } = it
    const due = async (name: string) => {
      const found = (await chat.mascot.desk.list()).find(({ fanName }) => fanName === name)
      return ((found?.timers['first-response'] ?? 0) - (found?.openedAt ?? 0)) / MINUTE_MS
    }
    await called(chat, 'Ana')
    expect(await due('Ana')).toBe(60)
    const bo = chat.fan('Bo')
    await bo.says('you charged me twice')
    await bo.hears()
    expect(await due('Bo')).toBe(5)
    const cy = chat.fan('Cy')
    await cy.says('hello')
    await cy.hears()
    clock.advance(35 * 24 * HOUR_MS)
    await called(chat, 'Cy')
    expect(await due('Cy')).toBe(20)
  })

  it('put off until later, the case comes back by itself, or when the fan writes', async () => {
    await using it = await open('2026-11-18T10:00Z')
    const { chat, clock } = it
    const { ana, dana, id } = await called(chat)
    await dana.says('/r I ask the roasters.')
    await ana.hears(/roasters/)
    await dana.says('/snooze 2h')
    await chat.mascot.settled()
    expect((await chat.mascot.desk.read(id))?.case.snoozedUntil).toBeGreaterThan(clock.now() + HOUR_MS)
    clock.advance(2 * HOUR_MS + 1)
    await chat.mascot.settled()
    expect(chat.shown(dana.threadId ?? ana.threadId).join('\n')).toMatch(/⏰ Dana: this was put off until now/)
    await dana.says('/snooze 2h')
    await ana.says('any news?')
    await chat.mascot.settled()
    expect((await chat.mascot.desk.read(id))?.case).not.toHaveProperty('snoozedUntil')
  })

  it('nobody says more: the bot takes over again, says so, and knows what was done', async () => {
    await using it = await open('2026-11-18T10:00Z', { silenceMinutes: 30 })
    const { chat, clock } = it
    const { ana, dana, id } = await called(chat)
    await dana.says('/r A new lid is on its way.')
    await ana.hears(/new lid/)
    await chat.mascot.settled()
    clock.advance(31 * MINUTE_MS)
    await chat.mascot.settled()
    await ana.hears(/Pip|back|counter/i)
    expect(await chat.mascot.desk.read(id)).toMatchObject({
      case: { status: 'closed', outcome: 'silence', handler: 'bot' },
    })
    const conversation = await chat.mascot.store.records.conversation(ana.threadId)
    expect(conversation?.summary).toMatch(/person \(Dana\).*asked-for-person/)
    await ana.says('what time do you open?')
    await ana.hears()
    expect(await latest(chat, ana)).toMatchObject({ reason: 'approved-answer' })
  })
})

describe('after it is resolved', () => {
  async function resolved(chat: Chat, reasonText = 'can I speak to a person please') {
    const ana = chat.fan('Ana')
    const dana = chat.staff('Dana')
    await ana.says(reasonText)
    await ana.hears()
    await chat.mascot.settled()
    await dana.says('/r All is well.')
    await ana.hears(/All is well/)
    await dana.says('/resolve')
    await ana.hears(/Dana/)
    await chat.mascot.settled()
    return { ana, dana }
  }

  it('the fan is asked once how it was, by buttons, and may say more', async () => {
    await using it = await open('2026-11-18T10:00Z')
    const { chat, clock } = it
    const { ana } = await resolved(chat)
    clock.advance(3 * MINUTE_MS)
    const asked = await ana.hears(/1 is poor/)
    expect(asked.kind === 'text' && asked.buttons?.map(({ label }) => label)).toEqual(['1', '2', '3', '4', '5'])
    await ana.presses(/^4$/)
    await ana.hears(/add/)
    await ana.says('quick, but the lid is blue now')
    await ana.hears(/Thank you|passed it on/)
    const closed = async () => (await chat.mascot.desk.list({ status: 'closed' }))[0]
    const one = await closed()
    expect(one).toMatchObject({ csat: 4, csatComment: 'quick, but the lid is blue now' })
    // The buttons stand there still.
    const press = (number: number) => ana.says(String(number), { button: `csat:${one?.id}:${number}`, isMention: true })
    await press(4)
    await ana.hears(/Thank you|passed it on/)
    await press(5)
    await ana.hears(/add/)
    expect(await closed()).toMatchObject({ csat: 5 })
    clock.advance(48 * HOUR_MS)
    await ana.hearsNothing()
  })

  it.each([
    ['their next message', 0, 'I want to kill myself', 'self-harm'],
    [
      'a word on how it was',
      3 * MINUTE_MS,
      'I bit on a piece of metal in your beans and my mouth is bleeding',
      'health',
    ],
  ])('danger told in %s is answered as danger, on a case of its own', async (_, afterMs, words, reason) => {
    await using it = await open('2026-11-18T10:00Z')
    const { chat, clock } = it
    const { ana } = await resolved(chat)
    if (afterMs > 0) {
      clock.advance(afterMs)
      await ana.hears(/1 is poor/)
      await ana.presses(/^2$/)
      await ana.hears(/add/)
    }
    await ana.says(words)
    await ana.hears()
    expect(await latest(chat, ana)).toMatchObject({ kind: 'handoff', reason })
    expect(await chat.mascot.desk.list()).toMatchObject([{ reason, status: 'waiting' }])
  })

  it('never after a safety case', async () => {
    await using it = await open('2026-11-18T10:00Z')
    const { chat, clock } = it
    const { ana } = await resolved(chat, 'I found a piece of glass in my beans')
    clock.advance(48 * HOUR_MS)
    await ana.hearsNothing()
  })

  it('the fan’s next message opens it again, within the time set; thanks do not', async () => {
    await using it = await open('2026-11-18T10:00Z')
    const { chat, clock } = it
    const { ana, dana } = await resolved(chat)
    await ana.says('thank you!')
    await ana.hears()
    expect((await chat.mascot.desk.list()).length).toBe(0)
    await ana.says('wait, the lid is the wrong size')
    await ana.hears(/opened it again|open/i)
    expect(await latest(chat, ana)).toMatchObject({ reason: 'reopened' })
    await chat.mascot.settled()
    expect(chat.shown(dana.threadId ?? ana.threadId).join('\n')).toMatch(/🔄 Ana wrote again; Dana had it/)
    await dana.says('/r Then a third one leaves today.')
    await ana.hears(/third one/)
    await dana.says('/resolve silently')
    await chat.mascot.settled()
    await ana.hearsNothing()
    clock.advance(25 * HOUR_MS)
    await ana.says('what time do you open?')
    await ana.hears()
    expect(await latest(chat, ana)).toMatchObject({ reason: 'approved-answer' })
  })
})
