/** A pressed button belongs to the question it stands under, however the talk went on; when that is over it is said in words. */
import { describe, expect, it } from 'vitest'
import { DAY_MS, MINUTE_MS } from '../../src/domain/durations.ts'
import { accountId } from '../../src/domain/ids.ts'
import type { OutboundMessage } from '../../src/domain/message.ts'
import type { Persona } from '../../src/persona/persona.ts'
import { type Chat, type FanVoice, startChat } from '../support/chat.ts'
import { createChatClock } from '../support/chat-clock.ts'
import { everyLine } from './reading.ts'

const open = (clock = createChatClock('2026-11-18T10:30Z')) => startChat('coffee', { clock })

/** As a platform brings a press on a button that stands further up. */
async function presses(fan: FanVoice, message: OutboundMessage, label: string): Promise<void> {
  const buttons = message.kind === 'text' ? (message.buttons ?? []) : []
  const value = buttons.find((button) => button.label === label)?.value ?? expect.fail(`there is no ${label}`)
  await fan.says(label, { button: value, isMention: true })
}

async function kept(chat: Chat, name: string): Promise<number> {
  const { messages = [] } = await chat.mascot.store.memory.exportFan(accountId('test', name))
  return messages.length
}

describe('whether to be forgotten', () => {
  it('is answered by the button under the question, also when something else was said since', async () => {
    await using chat = await open()
    const ana = chat.fan('Ana')
    await ana.says('/forget')
    const question = await ana.hears(everyLine(chat.persona.lines.forgetAsk, 'en', 'Ana'))
    await ana.says('do you have wifi?')
    await ana.hears()
    await presses(ana, question, 'Yes')
    await ana.hears(everyLine(chat.persona.lines.forgotten, 'en', 'Ana'))
    expect(await kept(chat, 'Ana')).toBeLessThanOrEqual(1)
    expect(chat.errors).toEqual([])
  })

  it('is answered with No in the same way, and nothing is deleted', async () => {
    await using chat = await open()
    const ana = chat.fan('Ana')
    await ana.says('/forget')
    const question = await ana.hears()
    await ana.says('do you have wifi?')
    await ana.hears()
    await presses(ana, question, 'No')
    await ana.hears(everyLine(chat.persona.lines.forgetKept, 'en', 'Ana'))
    expect(await kept(chat, 'Ana')).toBeGreaterThan(3)
    await presses(ana, question, 'Yes')
    await ana.hears(/no longer open.*\/forget/)
  })

  it('is over after a day, which is said with the way to ask anew', async () => {
    const clock = createChatClock('2026-11-18T10:30Z')
    await using chat = await open(clock)
    const ana = chat.fan('Ana')
    await ana.says('/forget')
    const question = await ana.hears()
    clock.advance(DAY_MS + MINUTE_MS)
    await presses(ana, question, 'Yes')
    await ana.hears(/no longer open.*\/forget/)
    expect(await kept(chat, 'Ana')).toBeGreaterThan(2)
  })

  it('is nobody else’s to answer', async () => {
    await using chat = await startChat('coffee', { clock: createChatClock('2026-11-18T10:30Z'), tellsAlone: true })
    const ana = chat.fan('Ana', { group: 'square' })
    const bo = chat.fan('Bo', { group: 'square' })
    await bo.says('pip, do you have wifi?')
    await ana.hears()
    await ana.says('/forget')
    const question = await ana.hears(everyLine(chat.persona.lines.forgetAsk, 'en', 'Ana'))
    await presses(bo, question, 'Yes')
    await ana.hearsNothing()
    expect(await kept(chat, 'Bo')).toBeGreaterThan(1)
    expect(await kept(chat, 'Ana')).toBeGreaterThan(0)
    await presses(ana, question, 'Yes')
    await ana.hears(everyLine(chat.persona.lines.forgotten, 'en', 'Ana'))
  })

  it('asked under a button of an older program, is answered while it stands, and in words afterwards', async () => {
    await using chat = await open()
    const ana = chat.fan('Ana')
    await ana.says('/forget')
    await ana.hears()
    await ana.says('do you have wifi?')
    await ana.hears()
    await ana.says('Yes', { button: 'yes' })
    await ana.hears(/no longer open/)
  })
})

describe('whether something may be remembered', () => {
  it('is answered by its own button after another question, with what was told before', async () => {
    await using chat = await open()
    const ana = chat.fan('Ana')
    await ana.says('my name is Ana and I am vegan')
    let question = await ana.hears()
    while (question.kind !== 'text' || !question.buttons?.some(({ label }) => label === 'Yes'))
      question = await ana.hears()
    await ana.says('do you have wifi?')
    await ana.hears()
    await presses(ana, question, 'Yes')
    await ana.hears(everyLine(chat.persona.lines.consentYes, 'en', 'Ana'))
    const { facts = [] } = await chat.mascot.store.memory.exportFan(accountId('test', 'Ana'))
    expect(facts.length).toBeGreaterThan(0)
    await presses(ana, question, 'Yes')
    await ana.hears(/no longer open/)
  })
})

describe('where the bot drafts and a draft waits', () => {
  const drafting = (persona: Persona): Persona => ({ ...persona, manners: { ...persona.manners, drafts: 'all' } })
  const openDrafting = () =>
    startChat('coffee', { clock: createChatClock('2026-11-18T10:30Z'), hasStaffChat: true, tune: drafting })

  it('a yes to the question whether to be forgotten is no draft, and the fan is forgotten', async () => {
    await using chat = await openDrafting()
    const ana = chat.fan('Ana')
    await ana.says('how long do I have to return beans?')
    await chat.mascot.settled()
    await ana.says('/forget')
    await ana.hears(everyLine(chat.persona.lines.forgetAsk, 'en', 'Ana'))
    await chat.mascot.settled()
    await ana.says('yes')
    await ana.hears(everyLine(chat.persona.lines.forgotten, 'en', 'Ana'))
    expect(await kept(chat, 'Ana')).toBeLessThanOrEqual(1)
    expect(await chat.mascot.desk.list()).toEqual([])
  })

  it('a no to it leaves the draft as it was, while other words are more of what was asked', async () => {
    await using chat = await openDrafting()
    const ana = chat.fan('Ana')
    await ana.says('how long do I have to return beans?')
    await chat.mascot.settled()
    const drafted = async () => {
      const [one] = await chat.mascot.desk.list()
      const [draft] = one ? await chat.mascot.store.drafts.ofCase(one.id, 9) : []
      return draft?.state === 'open' ? draft.turnId : undefined
    }
    const before = await drafted()
    expect(before).toBeDefined()
    await ana.says('/forget')
    await ana.hears()
    await ana.says('no')
    await ana.hears(everyLine(chat.persona.lines.forgetKept, 'en', 'Ana'))
    expect(await drafted()).toBe(before)
    await ana.says('no')
    await ana.hearsNothing()
    expect(await drafted()).not.toBe(before)
    expect(chat.errors).toEqual([])
  })
})
