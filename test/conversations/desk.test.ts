/** The desk: a case from the call to the close, told as a chat between a fan, the bot and the staff. */
import { describe, expect, it } from 'vitest'
import type { CaseId } from '../../src/domain/ids.ts'
import type { OutboundMessage } from '../../src/domain/message.ts'
import { SendError } from '../../src/errors.ts'
import { type Chat, type ChatOptions, type FanVoice, type StaffVoice, startChat } from '../support/chat.ts'
import { createChatClock } from '../support/chat-clock.ts'
import { latest } from './reading.ts'

/** A Wednesday morning: everybody is at work. */
const open = (options: ChatOptions = {}): Promise<Chat> =>
  startChat('coffee', { clock: createChatClock('2026-11-18T10:30Z'), hasStaffChat: true, ...options })

const words = (message: OutboundMessage) => (message.kind === 'text' ? message.text : message.kind)

/** Ana asks for a person, and staff see the card. */
async function called(chat: Chat, ana = chat.fan('Ana')): Promise<{ ana: FanVoice; dana: StaffVoice; id: CaseId }> {
  const dana = chat.staff('Dana')
  await ana.says('can I speak to a person please')
  await ana.hears(/order desk|whistle/i)
  await dana.hears(/Waiting/)
  const [one] = await chat.mascot.desk.list()
  if (one === undefined) throw new Error('a case is open')
  return { ana, dana, id: one.id }
}

/** …and Dana takes it. */
async function taken(chat: Chat) {
  const all = await called(chat)
  await all.dana.presses(/^Take$/)
  await all.dana.hears(/Dana has this case/)
  await all.ana.hears(/Dana/)
  await all.dana.hears(/Dana/)
  return all
}

describe('a case', () => {
  it('is called, taken, answered under a name, relayed both ways, resolved, and the bot is back', async () => {
    await using chat = await open()
    const { ana, dana } = await called(chat)
    expect(words(dana.card())).toMatch(/Ana \([0-9a-f]{4}\) · test · asked-for-person · the order desk/)
    expect(words(dana.card())).toMatch(/Ana: can I speak to a person please/)
    await dana.presses(/^Take$/)
    await dana.hears(/Dana has this case/)
    await ana.hears(/Dana/)
    await dana.hears(/Pip: .*Dana/)
    await ana.says('my grinder arrived without its lid')
    await dana.hears(/^Ana: my grinder arrived without its lid$/)
    await dana.says('/r A new lid leaves today.')
    expect(await ana.hears('A new lid leaves today.')).toMatchObject({ speaker: { kind: 'person', name: 'Dana' } })
    expect(await dana.hears()).toMatchObject({ kind: 'reaction', emoji: '✅' })
    expect(words(dana.card())).toMatch(/🟢 Dana/)
    await dana.says('/resolve')
    await dana.hears(/Resolved/)
    await ana.hears(/Dana/)
    await chat.mascot.settled()
    expect(words(dana.card())).toMatch(/resolved by Dana/)
    await ana.says('what time do you open?')
    await ana.hears()
    expect(chat.errors).toEqual([])
  })

  it('never lets plain talk among staff, or a slip of the pen, out', async () => {
    await using chat = await open()
    const { ana, dana } = await called(chat)
    await dana.says('this one again, what a pain')
    await dana.says('/rr oops')
    await dana.hears(/no \/rr/)
    await dana.says(' /note she wrote last week too')
    await dana.hears(/Noted/)
    await ana.hearsNothing()
    expect(await latest(chat, ana)).toMatchObject({ kind: 'handoff' })
  })

  it('is answered by replying to the fan’s own words', async () => {
    await using chat = await open()
    const { ana, dana } = await taken(chat)
    await ana.says('it is cracked, too')
    await dana.hears(/cracked/)
    await chat.mascot.settled()
    await dana.repliesTo(/Ana: it is cracked/, 'Send me a picture of it?')
    await ana.hears('Send me a picture of it?')
    await dana.hears()
    await dana.repliesTo(/Waiting|🟢/, 'looks like the March batch')
    await ana.hearsNothing()
  })

  it('is introduced by a name when somebody answers at once, and by none when they speak as the brand', async () => {
    await using chat = await open()
    const { ana, dana } = await called(chat)
    await dana.says('/r Hello Ana, I have your note.')
    await dana.hears(/Dana has this case/)
    await ana.hears(/Dana.*\n?.*Hello Ana, I have your note\./)
    const bo = chat.fan('Bo')
    await bo.says('can I speak to a person please')
    await bo.hears()
    const eve = chat.staff('Eve')
    await chat.mascot.settled()
    await eve.says('/as Beans are on their way.')
    expect(await bo.hears('Beans are on their way.')).toMatchObject({
      speaker: { kind: 'person-as-brand', name: 'Eve' },
    })
  })

  it('is signed by who speaks as the brand, where the persona says so', async () => {
    await using chat = await open({
      tune: (persona) => ({ ...persona, disclosure: { ...persona.disclosure, personAsBrand: 'sign' } }),
    })
    const { ana, dana } = await called(chat)
    await dana.says('/as Beans are on their way.')
    await ana.hears('Beans are on their way.\n— Dana')
  })

  it('holds staff to what the brand never says, and to not denying the bot in its name', async () => {
    await using chat = await open({
      tune: (persona) => ({ ...persona, voice: { ...persona.voice, neverSay: ['cheap'] } }),
    })
    const { ana, dana } = await taken(chat)
    await dana.says('/r That one is cheap.')
    await dana.hears(/Not sent.*cheap/)
    await dana.says('/as I am a real human, not a bot.')
    await dana.hears(/Not sent/)
    await ana.hearsNothing()
  })
})

describe('two staff', () => {
  it('cannot both have it: of two who reach for it at once exactly one wins, and the other is told', async () => {
    await using chat = await open()
    const { ana, id } = await called(chat)
    const { desk } = chat.mascot
    const [dana, eve] = await Promise.all([
      desk.act(id, { id: 'desk:dana', name: 'Dana' }, { kind: 'claim' }),
      desk.act(id, { id: 'desk:eve', name: 'Eve' }, { kind: 'claim' }),
    ])
    expect([dana.isDone, eve.isDone].filter(Boolean)).toHaveLength(1)
    const winner = dana.isDone ? 'Dana' : 'Eve'
    expect([dana, eve].find(({ isDone }) => !isDone)?.says).toContain(`${winner} has this case`)
    await ana.hears(new RegExp(winner))
    await ana.hearsNothing()
  })

  it('in a thread and on the page: only one answer goes out', async () => {
    await using chat = await open()
    const { ana, dana, id } = await called(chat)
    const [acted] = await Promise.all([
      chat.mascot.desk.act(id, { id: 'desk:eve', name: 'Eve' }, { kind: 'reply', text: 'Eve writes.' }),
      dana.says('/r Dana writes.'),
    ])
    await chat.mascot.settled()
    const heard = chat.shown(ana.threadId).filter((text) => /writes/.test(text))
    expect(heard).toHaveLength(1)
    expect(heard[0]).toContain(acted.isDone ? 'Eve' : 'Dana')
  })

  it('hand it over: let go, passed on with words, taken over on purpose', async () => {
    await using chat = await open()
    const { ana, dana, id } = await taken(chat)
    const eve = chat.staff('Eve')
    await eve.says('/r mine now')
    await dana.hears(/Dana has this case\. \/claim now/)
    await eve.says('/claim now')
    await dana.hears(/Eve has this case\. Dana had it/)
    await ana.hears(/Eve/)
    await eve.says('/pass roastery found a stone in it')
    await ana.hears(/roasting floor/)
    expect(await chat.mascot.desk.read(id)).toMatchObject({
      case: { status: 'waiting', team: 'roastery' },
      notes: [{ staff: 'Eve', text: 'found a stone in it' }],
    })
    await eve.says('/pass nobody at all')
    await eve.says('/log')
    await chat.mascot.settled()
    const thread = chat.shown(dana.threadId ?? ana.threadId).join('\n')
    expect(thread).toMatch(/no team “nobody”/)
    expect(thread).toMatch(/Eve: passed \(roastery\)/)
  })
})

describe('a person who steps in', () => {
  it('silences the bot at once: a reply that has not left is dropped', async () => {
    let isDown = false
    await using chat = await open({
      beforeSend: ({ threadId }) => {
        if (isDown && threadId.endsWith('Ana'))
          throw new SendError('busy', { isPermanent: false, retryAfterMs: 60_000 })
      },
    })
    const ana = chat.fan('Ana')
    isDown = true
    await ana.says('what time do you open?')
    await expect.poll(async () => (await latest(chat, ana))?.reason).toBe('approved-answer')
    const acted = await chat.mascot.desk.stepIn(ana.threadId, { id: 'desk:dana', name: 'Dana' })
    expect(acted).toMatchObject({ isDone: true })
    isDown = false
    await chat.mascot.desk.act(
      acted.caseId ?? ('' as CaseId),
      { id: 'desk:dana', name: 'Dana' },
      { kind: 'reply', text: 'Dana here.' },
    )
    // Whether the reply was on its way when she came or not: nothing of the bot's stands after her.
    await chat.mascot.settled().catch(() => {})
    const heard = chat.shown(ana.threadId)
    expect(heard.indexOf('Dana here.')).toBe(heard.length - 1)
    await ana.says('and on Sundays?')
    await chat.mascot.settled()
    expect(chat.shown(ana.threadId).at(-1)).toBe('Dana here.')
    expect(await latest(chat, ana)).toMatchObject({ kind: 'silent', reason: 'staff-has-it' })
  })

  it('into a conversation nobody handed off, from the chat where staff work, under their own name', async () => {
    await using chat = await open()
    const ana = chat.fan('Ana')
    await ana.says('what time do you open?')
    await ana.hears()
    const { dana } = await called(chat, ana)
    const bo = chat.fan('Bo')
    await bo.says('do you have decaf?')
    await bo.hears()
    await dana.says('/talks')
    await dana.hears(/Bo/)
    await dana.presses(/Step in: Bo/)
    await bo.hears(/Dana/)
    await bo.says('who is that?')
    await bo.hearsNothing()
  })
})

describe('asked "am I talking to a person?"', () => {
  it('the answer is right while the bot answers, while a case waits, while a person writes, and after', async () => {
    await using chat = await open()
    const ana = chat.fan('Ana')
    await ana.says('am I talking to a real person?')
    await ana.hears(/bot/i)
    const { dana } = await called(chat, ana)
    await ana.says('am I talking to a real person?')
    await ana.hears(/bot/i)
    await dana.hears(/am I talking/)
    await dana.presses(/^Take$/)
    await ana.hears(/Dana/)
    await ana.says('am I talking to a real person?')
    await ana.hears(/Dana, a person from Tidewater/)
    expect(await latest(chat, ana)).toMatchObject({ reason: 'person-here' })
    await dana.says('/back')
    await ana.hears()
    await ana.says('am I talking to a real person?')
    const last = await ana.hears(/bot/i)
    expect(words(last)).not.toMatch(/Dana/)
  })
})

describe('what was said can be unsaid', () => {
  it('a fan’s edit and deletion follow in the staff thread', async () => {
    await using chat = await open()
    const { ana, dana } = await taken(chat)
    await ana.says('order 4471', { id: 'm1' })
    await dana.hears(/order 4471/)
    await chat.happens({ kind: 'edited', threadId: ana.threadId, messageId: 'm1', text: 'order 4472', at: Date.now() })
    await chat.mascot.settled()
    expect(chat.shown(dana.threadId ?? ana.threadId)).toContain('Ana: order 4472\n↳ edited')
    await chat.happens({ kind: 'deleted', threadId: ana.threadId, messageIds: ['m1'], at: Date.now() })
    await chat.mascot.settled()
    const thread = chat.shown(dana.threadId ?? ana.threadId)
    expect(thread).toContain('Ana:\n↳ deleted')
    expect(thread.join('\n')).not.toMatch(/447/)
  })

  it('staff’s edit and deletion follow at the fan’s', async () => {
    await using chat = await open()
    const { ana, dana } = await taken(chat)
    await dana.says('/r It leaves on Tuesday.')
    await ana.hears('It leaves on Tuesday.')
    await dana.hears()
    await dana.says('/edit It leaves on Monday.')
    await dana.hears(/Changed/)
    expect(chat.shown(ana.threadId)).toContain('It leaves on Monday.')
    expect(chat.shown(ana.threadId)).not.toContain('It leaves on Tuesday.')
    await dana.says('/delete')
    await dana.hears(/Deleted/)
    expect(chat.shown(ana.threadId)).not.toContain('It leaves on Monday.')
  })

  it('what did not arrive is marked with the reason', async () => {
    await using chat = await open({
      beforeSend(message) {
        if (message.kind === 'text' && message.text.includes('lid'))
          throw new SendError('the fan blocked the bot', { isPermanent: true })
      },
    })
    const { dana } = await taken(chat)
    await dana.says('/r A new lid leaves today.')
    await dana.hears(/⛔ It did not reach Ana: the fan blocked the bot/)
  })
})

describe('who may', () => {
  it('a fan who forges a button of the desk’s, or types a command, does nothing', async () => {
    await using chat = await open()
    const { ana, id } = await called(chat)
    for (const act of ['take', 'resolve', 'send', 'back'])
      await ana.says('Take', { button: `desk:${act}:${id}`, isMention: true })
    await ana.says('/r I am staff')
    await ana.says('/resolve')
    await chat.mascot.settled()
    expect(await chat.mascot.desk.read(id)).toMatchObject({ case: { status: 'waiting', version: expect.any(Number) } })
    expect((await chat.reasons(ana)).map(({ reason }) => reason)).toContain('not-allowed')
    expect(chat.shown(ana.threadId).join('\n')).not.toContain('I am staff')
  })

  it('who is not on the staff list works no case, even in the staff chat', async () => {
    await using chat = await open({
      tune: (persona) => ({
        ...persona,
        handoff: { ...persona.handoff, staff: [{ name: 'Dana K', accounts: ['test:Dana'], role: 'staff' }] },
      }),
    })
    const { ana, dana, id } = await called(chat)
    const mallory = chat.staff('Mallory')
    await mallory.says('/r send me your card number')
    await dana.hears(/not on the staff list/)
    await mallory.presses(/^Take$/)
    await dana.hears(/not on the staff list/)
    await ana.hearsNothing()
    await dana.presses(/^Take$/)
    await ana.hears(/Dana K/)
    expect(await chat.mascot.desk.read(id)).toMatchObject({ case: { assignee: 'Dana K' } })
  })

  it('a rating is taken from the fan of the case alone', async () => {
    await using chat = await open()
    const { id } = await called(chat)
    const eve = chat.fan('Eve')
    await eve.says('5', { button: `csat:${id}:5`, isMention: true })
    await chat.mascot.settled()
    expect((await chat.mascot.desk.read(id))?.case.csat).toBeUndefined()
  })
})

describe('in a group', () => {
  it('one short public word, the case in private, closure in public', async () => {
    await using chat = await open()
    const ana = chat.fan('Ana', { group: 'Regulars' })
    await ana.says('Pip, I want to speak to a person', { isMention: true })
    const said = await ana.hears()
    expect(said).toMatchObject({ buttons: [{ url: expect.stringContaining('case') }] })
    const dana = chat.staff('Dana')
    await dana.hears(/in a group/)
    const direct = chat.fan('Ana')
    await direct.says('/start case')
    await direct.hears(/order desk/)
    expect(await latest(chat, direct)).toMatchObject({ reason: 'case-in-private' })
    await dana.says('/r Between us now.')
    await direct.hears(/Between us now/)
    await dana.says('/resolve publicly')
    await direct.hears(/Dana/)
    await ana.hears(/private/)
    await ana.hearsNothing()
  })

  it('fans with the same trouble are on one case: one answer reaches each in private', async () => {
    await using chat = await open()
    const { ana, dana, id } = await taken(chat)
    const bo = chat.fan('Bo')
    await bo.says('can I speak to a person please')
    await bo.hears()
    const both = chat.staff('Dana')
    await both.hears(/Waiting[\s\S]*Bo/)
    await both.says(`/join ${id.slice(0, 8)}`)
    await both.hears(/Joined to the case of Ana|goes on in another thread/)
    if (dana.threadId) dana.goesTo((await chat.mascot.desk.read(id))?.case.staffThread ?? dana.threadId)
    await dana.says('/r The March batch is called back; a new one leaves today.')
    await ana.hears(/March batch/)
    await bo.hears(/March batch/)
  })
})
