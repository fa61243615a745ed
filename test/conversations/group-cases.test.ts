/** In a group a case belongs to its fan: staff have that member, and the persona goes on with all the others. */
import { describe, expect, it } from 'vitest'
import type { Case } from '../../src/domain/case.ts'
import { accountId } from '../../src/domain/ids.ts'
import { tagOf } from '../../src/domain/tag.ts'
import type { DecisionRecord } from '../../src/ports/records.ts'
import { type Chat, type ChatOptions, type FanVoice, startChat } from '../support/chat.ts'
import { createChatClock } from '../support/chat-clock.ts'
import { latest } from './reading.ts'

/** Under the question, wherever it stands among what was said. */
async function pressesYes(fan: FanVoice): Promise<void> {
  let said = await fan.hears()
  while (said.kind !== 'text' || !said.buttons?.some(({ label }) => /yes/i.test(label))) said = await fan.hears()
  await fan.presses(/yes/i)
}

const open = (options: ChatOptions = {}): Promise<Chat> =>
  startChat('coffee', { clock: createChatClock('2026-11-18T10:30Z'), hasStaffChat: true, ...options })

/** Ana called a person in the group, and Dana has her case. */
async function taken(chat: Chat) {
  const [ana, bo] = [chat.fan('Ana', { group: 'quay' }), chat.fan('Bo', { group: 'quay' })]
  const dana = chat.staff('Dana')
  await ana.says('Pip, can I speak to a person please')
  await ana.hears()
  await dana.hears(/Waiting/)
  await dana.presses(/^Take$/)
  await ana.hears(/Dana/)
  await chat.mascot.settled()
  return { ana, bo, dana, thread: dana.threadId ?? ana.threadId }
}

/** All members hear all that is said, so what is told to one of them is read from the decision. */
async function decided(chat: Chat, fan: FanVoice, text: string): Promise<DecisionRecord> {
  await fan.says(text)
  await chat.mascot.settled()
  return await latest(chat, fan)
}

const caseOf = (cases: readonly Case[], name: string) =>
  cases.find(({ fanName }) => fanName === name) ?? expect.fail(`${name} has a case`)

describe('while staff have one member’s case', () => {
  it('that member is left to them, and another is answered as ever', async () => {
    await using chat = await open()
    const { ana, bo } = await taken(chat)
    expect(await decided(chat, ana, 'Pip, do you have wifi?')).toMatchObject({ kind: 'silent', reason: 'staff-has-it' })
    expect(await decided(chat, bo, 'Pip, do you have wifi?')).toMatchObject({ answerId: 'wifi-laptops' })
    expect(await decided(chat, bo, 'Pip, am I talking to a person?')).toMatchObject({ reason: 'is-it-a-bot' })
    expect(chat.errors).toEqual([])
  })

  it('another who calls for a person gets a case of their own, which staff take and close apart', async () => {
    await using chat = await open()
    const { ana, bo, dana } = await taken(chat)
    expect(await decided(chat, bo, 'Pip, can I speak to a person please')).toMatchObject({
      kind: 'handoff',
      reason: 'asked-for-person',
    })
    const cases = await chat.mascot.desk.list()
    expect(cases).toHaveLength(2)
    const [hers, his] = [caseOf(cases, 'Ana'), caseOf(cases, 'Bo')]
    expect([hers, his]).toMatchObject([
      { status: 'assigned', handler: 'staff' },
      { status: 'waiting', handler: 'bot' },
    ])
    expect(hers.staffThread).not.toBe(his.staffThread)
    expect(hers.summary).not.toContain('Bo')
    expect(await decided(chat, bo, 'Pip, do you have wifi?')).toMatchObject({ answerId: 'wifi-laptops' })
    const eve = { id: 'desk:eve', name: 'Eve' }
    expect(await chat.mascot.desk.act(his.id, eve, { kind: 'claim' })).toMatchObject({ isDone: true })
    expect(await decided(chat, bo, 'Pip, do you have wifi?')).toMatchObject({ reason: 'staff-has-it' })
    dana.goesTo(hers.staffThread ?? ana.threadId)
    await dana.says('/back')
    await chat.mascot.settled()
    expect(await chat.mascot.desk.list()).toMatchObject([{ id: his.id, handler: 'staff' }])
    expect(await decided(chat, ana, 'Pip, can i bring my dog')).toMatchObject({ answerId: 'dogs' })
    expect(await decided(chat, bo, 'Pip, can i bring my dog')).toMatchObject({ reason: 'staff-has-it' })
    expect(chat.errors).toEqual([])
  })

  it('staff are shown what the member of the case says and is told, and nobody else', async () => {
    await using chat = await open()
    const { ana, bo, dana, thread } = await taken(chat)
    expect(await decided(chat, bo, 'Pip, do you have wifi?')).toMatchObject({ answerId: 'wifi-laptops' })
    expect(await decided(chat, bo, 'Pip, can I speak to a person please')).toMatchObject({ kind: 'handoff' })
    const his = caseOf(await chat.mascot.desk.list(), 'Bo')
    const eve = { id: 'desk:eve', name: 'Eve' }
    await chat.mascot.desk.act(his.id, eve, { kind: 'reply', text: 'Eve to Bo.' })
    await ana.says('Pip, it is the blue lid')
    await chat.mascot.settled()
    dana.goesTo(thread)
    await dana.says('/r The blue one leaves today.')
    await chat.mascot.settled()
    const [, ...relayed] = chat.shown(thread)
    const shown = relayed.join('\n')
    expect(shown).toMatch(/^Ana \([0-9a-f]{4}\): Pip, it is the blue lid$/m)
    expect(shown).not.toMatch(/wifi|Eve to Bo|Bo \(/)
    const [, ...relayedOfBo] = chat.shown(his.staffThread ?? thread)
    expect(relayedOfBo.join('\n')).not.toMatch(/blue/)
  })

  it('a line that quoted a member who was forgotten reads as it did, without the quotation and not as one that was edited', async () => {
    await using chat = await open({ tellsAlone: true })
    const { ana, bo, thread } = await taken(chat)
    const bos = accountId('test', 'Bo')
    await ana.says('Pip, that one is mine', {
      replyTo: {
        messageId: 'bo-1',
        isToBot: false,
        authorName: 'Bo',
        text: 'the red lid',
        ...(bos && { accountId: bos }),
      },
    })
    await chat.mascot.settled()
    const shown = () => chat.shown(thread).filter((text) => text.includes('that one is mine'))
    expect(shown()).toEqual([expect.stringMatching(/answers Bo: “the red lid”/)])
    await bo.says('Pip, /forget', { command: { name: 'forget', args: '' }, isMention: true })
    await chat.mascot.settled()
    await pressesYes(bo)
    await chat.mascot.settled()
    expect(shown()).toEqual([expect.stringMatching(/^Ana \([0-9a-f]{4}\): Pip, that one is mine$/)])
  })

  it('two of one name, and one who takes another’s name, are told apart by a tag that stays', async () => {
    await using chat = await open()
    const group = chat.fan('Ana', { group: 'quay' })
    const [one, other] = ['ana-1', 'ana-2'].map((id) => accountId('test', id))
    if (!one || !other) throw new Error('two of them')
    const says = async (text: string, account: typeof one, name: string) => {
      await group.says(text, { author: { accountId: account, name, isBot: false } })
      await chat.mascot.settled()
    }
    await says('Pip, can I speak to a person please', one, 'Ana')
    await says('Pip, can I speak to a person please', other, 'Ana')
    const cases = await chat.mascot.desk.list()
    const threadOf = (account: typeof one) =>
      cases.find((each) => each.accountId === account)?.staffThread ?? expect.fail(`${account} has a staff thread`)
    expect(chat.shown(threadOf(one))[0]).toContain(`Ana (${tagOf(one)}) · test, in a group`)
    expect(chat.shown(threadOf(other))[0]).toContain(`Ana (${tagOf(other)}) · test, in a group`)
    await says('Pip, it is the red lid', one, 'Bo')
    expect(chat.shown(threadOf(one))).toContain(`Bo (${tagOf(one)}): Pip, it is the red lid`)
    expect(tagOf(one)).not.toBe(tagOf(other))
  })

  it('an injury of another member is a case of theirs', async () => {
    await using chat = await open()
    const { bo } = await taken(chat)
    expect(
      await decided(chat, bo, 'Pip, I bit on a piece of metal in your beans and my mouth is bleeding'),
    ).toMatchObject({ kind: 'handoff' })
    const cases = await chat.mascot.desk.list()
    expect(cases.map(({ fanName, reason, status }) => [fanName, reason, status])).toEqual([
      ['Ana', 'asked-for-person', 'assigned'],
      ['Bo', 'health', 'waiting'],
    ])
  })

  it.each([
    ['nobody else speaks', []],
    ['another member is answered', ['Pip, do you have wifi?']],
  ])('that member’s injury, told to the others, reaches staff at once where %s', async (_, others) => {
    await using chat = await open({
      tune: ({ manners, ...persona }) => ({ ...persona, manners: { ...manners, burstMs: 400 } }),
    })
    const { ana, bo, dana, thread } = await taken(chat)
    await ana.says('see you on Sunday')
    await dana.says('/snooze 2h')
    await chat.mascot.settled()
    const injury = 'I bit on a piece of metal in their beans and my mouth is bleeding'
    await Promise.all([ana.says(injury), ...others.map((words) => bo.says(words))])
    await chat.mascot.settled()
    const [hers] = await chat.mascot.desk.list()
    expect(hers).toMatchObject({ reason: 'health', status: 'assigned', handler: 'staff' })
    expect(hers?.snoozedUntil).toBeUndefined()
    expect(hers?.timers['next-response']).toBeDefined()
    const shown = chat.shown(thread)
    expect(shown).toContain(`Ana (${tagOf(accountId('test', 'Ana'))}): ${injury}`)
    expect(shown.filter((line) => line.startsWith('🚨'))).toEqual([expect.stringMatching(/health.*not to us/)])
    expect(chat.errors).toEqual([])
  })

  it('in a storm the others get their one reply, and the member is left to staff, whose clock runs', async () => {
    await using chat = await open({
      tune: ({ manners, ...persona }) => ({ ...persona, manners: { ...manners, burstMs: 400 } }),
    })
    const { ana } = await taken(chat)
    const others = ['Bo', 'Cleo', 'Dev', 'Eli'].map((name) => chat.fan(name, { group: 'quay' }))
    const call = { isMention: true }
    await Promise.all([ana, ...others].map((fan) => fan.says('do you have wifi?', call)))
    await chat.mascot.settled()
    expect(await latest(chat, ana)).toMatchObject({ answerId: 'wifi-laptops' })
    expect(chat.shown(ana.threadId).filter((line) => /wifi/i.test(line))).toHaveLength(1)
    const [mine] = await chat.mascot.desk.list()
    expect(mine?.timers['next-response']).toBeDefined()
  })
})

describe('when another member is forgotten', () => {
  it('neither the card nor the lines of a case in the same group keep a word or the name of theirs', async () => {
    await using chat = await open({ tellsAlone: true })
    const [ana, bo] = [chat.fan('Ana', { group: 'quay' }), chat.fan('Bo', { group: 'quay' })]
    await ana.says('my boat is called Salty Dream', { id: 'hers' })
    const replyTo = { messageId: 'hers', isToBot: false, accountId: accountId('test', 'Ana'), authorName: 'Ana' }
    const answered = { replyTo: { ...replyTo, text: 'my boat is called Salty Dream' } }
    await bo.says('Pip, I agree, can I speak to a person please', answered)
    await chat.mascot.settled()
    await bo.says('nice name', answered)
    await chat.mascot.settled()
    const his = caseOf(await chat.mascot.desk.list(), 'Bo')
    const shown = () => chat.shown(his.staffThread ?? expect.fail('staff have a thread')).join('\n')
    expect(shown()).toMatch(/^Ana \(\w+\): my boat/m)
    expect(shown().match(/answers Ana: “my boat/g)?.length).toBeGreaterThan(1)
    await ana.says('/forget')
    await chat.mascot.settled()
    await pressesYes(ana)
    await chat.mascot.settled()
    expect(shown()).not.toMatch(/Ana|Salty/)
    expect(shown()).toMatch(/Bo.*nice name/)
    const story = await chat.mascot.store.cases.story(his.id, 20)
    expect(JSON.stringify(story)).not.toMatch(/Ana|Salty/)
    expect(chat.errors).toEqual([])
  })
})
