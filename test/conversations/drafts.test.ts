/** Draft mode: the bot drafts and a person sends, told as a chat between a fan, the bot and the staff. */
import { describe, expect, it } from 'vitest'
import type { DraftId } from '../../src/domain/ids.ts'
import type { Persona } from '../../src/persona/persona.ts'
import { type Chat, type ChatOptions, startChat } from '../support/chat.ts'
import { createChatClock } from '../support/chat-clock.ts'
import { latest, wordsOf } from './reading.ts'

const staffDana = { id: 'test:Dana', name: 'Dana' }

const drafting = (persona: Persona): Persona => ({ ...persona, manners: { ...persona.manners, drafts: 'all' } })

const open = (options: ChatOptions = {}): Promise<Chat> =>
  startChat('coffee', { clock: createChatClock('2026-11-18T10:30Z'), hasStaffChat: true, tune: drafting, ...options })

async function drafted(chat: Chat, ana = chat.fan('Ana'), says = 'how long do I have to return beans?') {
  await ana.says(says)
  await chat.mascot.settled()
  const dana = chat.staff('Dana')
  const [one] = await chat.mascot.desk.list()
  if (one === undefined) throw new Error('a case holds the draft')
  const thread = dana.threadId ?? ('' as never)
  return { ana, dana, one, shown: () => chat.shown(thread) }
}

describe('a draft', () => {
  it('waits with its reasons, leaves at a press as the bot’s words, and the case is done', async () => {
    await using chat = await open()
    const { ana, dana, one, shown } = await drafted(chat)
    await ana.hearsNothing()
    expect(one).toMatchObject({ reason: 'draft', status: 'waiting', handler: 'bot' })
    expect(one.timers['first-response']).toBeGreaterThan(0)
    const draft = shown().at(-1) ?? ''
    expect(draft).toMatch(/^✍️ Draft for Ana, not sent yet:\n.*thirty days/is)
    expect(draft).toMatch(/Why: approved-answer · answer [\w-]+ · \d+ % sure/)
    await dana.presses(/^Send$/)
    expect(await ana.hears(/thirty days/i)).toMatchObject({
      speaker: { kind: 'approved', sentBy: { id: 'test:Dana', name: 'Dana' } },
    })
    await chat.mascot.settled()
    expect(shown().join('\n')).toMatch(/✅ Sent by Dana as it was:/)
    expect(await chat.mascot.desk.list()).toEqual([])
    expect((await latest(chat, ana)).flags).toContain('draft')
    expect(chat.errors).toEqual([])
  })

  it('shares one thread with the next, and what was said stands between them', async () => {
    await using chat = await open()
    const { ana, dana, shown } = await drafted(chat)
    const thread = dana.threadId
    await dana.presses(/^Send$/)
    await ana.hears()
    await chat.mascot.settled()
    await ana.says('what time do you open?')
    await chat.mascot.settled()
    expect(dana.threadId).toBe(thread)
    expect(shown().filter((text) => /^✍️ Draft/.test(text))).toHaveLength(1)
    expect(shown().some((text) => /^Ana: what time do you open\?/.test(text))).toBe(true)
    await ana.hearsNothing()
  })

  it('goes out in other words as the brand’s, which pass the voice check like all that staff say', async () => {
    await using chat = await open()
    const { ana, dana, shown } = await drafted(chat)
    await dana.presses(/^Edit$/)
    await chat.mascot.settled()
    expect(shown().at(-1)).toMatch(/Reply to this, or to the draft/)
    await dana.repliesTo(/Reply to this, or to the draft/, 'I am not a bot, and it is thirty days.')
    await chat.mascot.settled()
    expect(shown().join('\n')).toMatch(/⛔ Not sent: the brand does not say/)
    await ana.hearsNothing()
    await dana.repliesTo(/^✍️ Draft/, 'Thirty days, Ana, opened bags too.')
    expect(await ana.hears('Thirty days, Ana, opened bags too.')).toMatchObject({
      speaker: { kind: 'person-as-brand', name: 'Dana', id: 'test:Dana' },
    })
    await chat.mascot.settled()
    expect(shown().join('\n')).toMatch(/✏️ Sent by Dana in other words/)
  })

  it('is dropped at a press, and the fan hears nothing', async () => {
    await using chat = await open()
    const { ana, dana, shown } = await drafted(chat)
    await dana.presses(/^Drop$/)
    await ana.hearsNothing()
    expect(shown().join('\n')).toMatch(/🗑 Not sent \(Dana\)/)
    expect(await chat.mascot.desk.list()).toEqual([])
  })

  it('that was dropped has told the fan nothing: that a bot speaks is said with the next, and once only', async () => {
    await using chat = await open()
    const { ana, dana } = await drafted(chat)
    await dana.presses(/^Drop$/)
    await chat.mascot.settled()
    await ana.says('how long do I have to return beans, please?')
    await chat.mascot.settled()
    await dana.presses(/^Send$/)
    await ana.hears(/^Pip here, the bot[^\n]*\n.*hirty days/is)
    await chat.mascot.settled()
    await ana.says('how long do I have to return beans?')
    await chat.mascot.settled()
    await dana.presses(/^Send$/)
    expect(wordsOf(await ana.hears(/hirty days/i))).not.toMatch(/Pip here/)
  })

  it('that was never sent, before a person who handed back: that a bot speaks is told by the line for that, and not again', async () => {
    await using chat = await open()
    const { ana, dana } = await drafted(chat)
    await dana.says('/claim')
    await chat.mascot.settled()
    await dana.says('/r Dana here, one moment.')
    await chat.mascot.settled()
    await dana.says('/back')
    await ana.hears(/./)
    await ana.hears(/one moment/)
    expect(wordsOf(await ana.hears())).toMatch(/\bbot\b/i)
    await chat.mascot.settled()
    await ana.says('how long do I have to return beans, please?')
    await chat.mascot.settled()
    await dana.presses(/^Send$/)
    expect(wordsOf(await ana.hears(/hirty days/i))).not.toMatch(/Pip here/)
    expect(chat.errors).toEqual([])
  })

  it('of one fan goes to that fan alone where several are worked on together; which is meant has to be said', async () => {
    await using chat = await open()
    const { ana, one } = await drafted(chat)
    const bo = chat.fan('Bo')
    await bo.says('what time do you open?')
    await chat.mascot.settled()
    const [theirs] = (await chat.mascot.desk.list()).filter(({ fanName }) => fanName === 'Bo')
    const { isDone } = await chat.mascot.desk.act(theirs?.id ?? ('' as never), staffDana, {
      kind: 'join',
      lead: one.id,
    })
    expect(isDone).toBe(true)
    await chat.mascot.settled()
    const send = async (id: typeof one.id, draft?: DraftId) =>
      await chat.mascot.desk.act(id, staffDana, { kind: 'send-draft', ...(draft && { draft }) })
    expect(await send(one.id)).toMatchObject({ isDone: false, says: expect.stringMatching(/Several drafts wait/) })
    const [his] = await chat.mascot.desk.drafts(theirs?.id ?? ('' as never), 1)
    expect(await send(one.id, his?.id)).toMatchObject({ isDone: true, says: expect.stringMatching(/Sent to Bo/) })
    await bo.hears(/open|seven|7/i)
    await ana.hearsNothing()
    expect(await send(one.id)).toMatchObject({ isDone: true, says: expect.stringMatching(/Sent to Ana/) })
    await ana.hears(/thirty days/i)
    await bo.hearsNothing()
  })

  it('is sent once, however often and by whomever it is pressed; who is second is told who was first', async () => {
    await using chat = await open()
    const { ana, dana, shown } = await drafted(chat)
    const [draft] = await chat.mascot.desk.drafts((await chat.mascot.desk.list())[0]?.id ?? ('' as never), 5)
    const press = { button: `desk:dsend:${draft?.id}`, isMention: true }
    await Promise.all([dana.says('Send', press), chat.staff('Lee').says('Send', press), dana.says('Send', press)])
    await ana.hears(/thirty days/i)
    await ana.hearsNothing()
    expect(shown().filter((text) => /(Dana|Lee) has sent this draft already/.test(text))).toHaveLength(2)
    const one = await chat.mascot.desk.act(
      draft?.caseId ?? ('' as never),
      { id: 'desk:kim', name: 'Kim' },
      {
        kind: 'send-draft',
        ...(draft ? { draft: draft.id } : {}),
      },
    )
    expect(one).toMatchObject({ isDone: false, says: expect.stringMatching(/has sent this draft already/) })
  })

  it('of two who press at the same moment in two places, one wins', async () => {
    await using chat = await open()
    const { ana, one } = await drafted(chat)
    const { desk } = chat.mascot
    const [draft] = await desk.drafts(one.id, 1)
    if (draft === undefined) throw new Error('a draft waits')
    const press = (name: string) =>
      desk.act(one.id, { id: `desk:${name}`, name }, { kind: 'send-draft', draft: draft.id })
    const acted = await Promise.all([press('Kim'), press('Lee'), press('Noa')])
    expect(acted.filter(({ isDone }) => isDone)).toHaveLength(1)
    await ana.hears()
    await ana.hearsNothing()
  })

  it('is out of date once the fan writes more: one new draft answers both, the old one can no longer be sent', async () => {
    await using chat = await open()
    const { ana, dana, one, shown } = await drafted(chat)
    const [old] = await chat.mascot.desk.drafts(one.id, 1)
    await ana.says('and what time do you open?')
    await chat.mascot.settled()
    expect(shown().some((text) => /^♻️ Out of date, Ana has written since/.test(text))).toBe(true)
    const drafts = await chat.mascot.desk.drafts(one.id, 5)
    expect(drafts.map(({ state }) => state)).toEqual(['open', 'stale'])
    expect(shown().findLast((text) => /^✍️/.test(text))).toMatch(/thirty days/i)
    await dana.says('Send', { button: `desk:dsend:${old?.id}` })
    await ana.hearsNothing()
    expect(shown().at(-1)).toMatch(/Ana has written more since/)
    await dana.says('/send')
    await ana.hears(/thirty days/i)
  })

  it('is out of date when the fan edits what was asked', async () => {
    await using chat = await open()
    const ana = chat.fan('Ana')
    await ana.says('how long do I have to return beans?', { id: 'a1' })
    await chat.mascot.settled()
    const [one] = await chat.mascot.desk.list()
    await chat.happens({
      kind: 'edited',
      threadId: ana.threadId,
      messageId: 'a1',
      text: 'what time do you open?',
      at: 9e12,
    })
    await chat.mascot.settled()
    const drafts = await chat.mascot.desk.drafts(one?.id ?? ('' as never), 5)
    expect(drafts.map(({ state }) => state)).toEqual(['open', 'stale'])
    await ana.hearsNothing()
  })
})

describe('what never waits', () => {
  it.each([
    ['danger', 'I want to kill myself', /./],
    ['a command', '/help', /./],
    ['what is kept of a fan', '/mydata', /./],
    ['who calls for a person', 'can I speak to a person please', /order desk|whistle/i],
    ['who asks whether it is a bot', 'are you a bot?', /bot/i],
  ])('%s', async (_, says, answer) => {
    await using chat = await open()
    const ana = chat.fan('Ana')
    await ana.says(says)
    await ana.hears(answer)
    expect(chat.errors).toEqual([])
  })

  it('a call for a person makes a real case of one that held a draft, and the draft still waits there', async () => {
    await using chat = await open()
    const { ana, one } = await drafted(chat)
    await ana.says('/human')
    await ana.hears(/order desk|whistle/i)
    await chat.mascot.settled()
    const [now] = await chat.mascot.desk.list()
    expect(now).toMatchObject({ id: one.id, reason: 'asked-for-person', status: 'waiting' })
    expect((await chat.mascot.desk.drafts(one.id, 5)).map(({ state }) => state)).toEqual(['open'])
  })
})

describe('where drafts wait', () => {
  it('staff switch it on for one conversation, and off again', async () => {
    await using chat = await open({ tune: (persona) => persona })
    const ana = chat.fan('Ana')
    const dana = chat.staff('Dana')
    await ana.says('can I speak to a person please')
    await ana.hears()
    await chat.mascot.settled()
    await dana.says('/drafts on')
    await chat.mascot.settled()
    await ana.says('how long do I have to return beans?')
    await ana.hearsNothing()
    await dana.says('/drafts off')
    await chat.mascot.settled()
    await ana.says('what time do you open?')
    await ana.hears()
    const bo = chat.fan('Bo')
    await bo.says('how long do I have to return beans?')
    await bo.hears(/thirty days/i)
  })

  it('or the persona’s list of channels says so', async () => {
    await using chat = await open({
      tune: (persona) => ({ ...persona, manners: { ...persona.manners, drafts: ['test:Ana'] } }),
    })
    const ana = chat.fan('Ana')
    await ana.says('how long do I have to return beans?')
    await ana.hearsNothing()
    const bo = chat.fan('Bo')
    await bo.says('how long do I have to return beans?')
    await bo.hears(/thirty days/i)
  })

  it('in a group each member’s case holds their own draft, and it answers their message there', async () => {
    await using chat = await open()
    const ana = chat.fan('Ana', { group: 'beans' })
    await ana.says('Pip, how long do I have to return beans?', { id: 'g1', isMention: true })
    await ana.hearsNothing()
    const dana = chat.staff('Dana')
    await dana.presses(/^Send$/)
    expect(await ana.hears(/thirty days/i)).toMatchObject({ replyTo: 'g1' })
  })
})

describe('a draft and a person', () => {
  it('who answers in its place drops it, and has the case', async () => {
    await using chat = await open()
    const { ana, dana, one } = await drafted(chat)
    await dana.says('/r Dana here: thirty days.')
    await ana.hears(/thirty days/)
    await chat.mascot.settled()
    expect((await chat.mascot.desk.drafts(one.id, 1))[0]).toMatchObject({ state: 'dropped', by: 'Dana' })
    expect((await chat.mascot.desk.list())[0]).toMatchObject({ reason: 'stepped-in', assignee: 'Dana' })
  })

  it('is due like any answer: staff hear when its time ran out, and the fan, who knows of nothing, does not', async () => {
    const clock = createChatClock('2026-11-18T10:30Z')
    await using chat = await open({ clock })
    const { ana, one, shown } = await drafted(chat)
    clock.advance((one.timers['first-response'] ?? 0) - clock.now() + 1_000)
    await expect.poll(() => shown().join('\n')).toMatch(/⏰ Time for the first answer ran out/)
    await ana.hearsNothing()
    expect((await chat.mascot.desk.drafts(one.id, 1))[0]).toMatchObject({ state: 'open' })
  })

  it('nobody who comes too late sends it: it expires, and the case still waits', async () => {
    const clock = createChatClock('2026-11-18T10:30Z')
    await using chat = await open({ clock })
    const { ana, one, shown } = await drafted(chat)
    clock.advance(25 * 3_600_000)
    await expect.poll(async () => (await chat.mascot.desk.drafts(one.id, 1))[0]?.state).toBe('expired')
    await expect.poll(() => shown().join('\n')).toMatch(/⌛ Nobody sent this in time/)
    expect((await chat.mascot.desk.list())[0]).toMatchObject({ status: 'waiting' })
    await ana.hearsNothing()
  })

  it('what the fan asked to forget takes the draft along', async () => {
    await using chat = await open()
    const { ana } = await drafted(chat)
    await ana.says('/forget')
    await ana.hears()
    await ana.presses(/./)
    await ana.hears()
    await chat.mascot.settled()
    expect(await chat.mascot.store.drafts.counts(0)).toEqual([])
  })

  it('the record counts how drafts ended, by what they were about', async () => {
    await using chat = await open()
    const { ana, dana } = await drafted(chat)
    await dana.presses(/^Send$/)
    await ana.hears()
    const counts = await chat.mascot.store.drafts.counts(0)
    expect(counts).toEqual([{ topic: expect.any(String), state: 'sent', count: 1 }])
  })
})
