/** The same question from another member minutes later: what was said is pointed to, not said again; and never where everybody is owed the words. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { MINUTE_MS } from '../../src/domain/durations.ts'
import type { OutboundMessage } from '../../src/domain/message.ts'
import { type Chat, type FanVoice, startChat } from '../support/chat.ts'
import { createChatClock } from '../support/chat-clock.ts'
import type { ManualClock } from '../support/manual-clock.ts'
import { startMockModel } from '../support/mock-model.ts'
import { type GroupRoom, startTelegramChat, type TelegramChat } from '../support/telegram-chat.ts'
import { everyLine, latest, wordsOf } from './reading.ts'

const asks = 'Pip, can i bring my dog'

describe('over the wire', () => {
  let chat: TelegramChat
  let regulars: GroupRoom
  beforeEach(async () => {
    chat = await startTelegramChat()
    regulars = chat.group('Regulars')
  })
  afterEach(() => chat[Symbol.asyncDispose]())
  const above = () => everyLine(chat.persona.lines.saidAbove, 'en', 'Bo')

  it('another member is pointed to it by a reply to it; a third one too; the first hears it again in full', async () => {
    await regulars.member('Ana').says(asks)
    const { messageId } = await regulars.hears(/on a lead/)
    chat.clock.advance(3 * MINUTE_MS)
    await regulars.member('Bo').says('Pip, are dogs allowed?')
    const pointed = await regulars.hears(above())
    expect(pointed.replyTo).toBe(messageId)
    expect(pointed.text).not.toMatch(/on a lead/)
    expect(await regulars.latest()).toMatchObject({ kind: 'reply', reason: 'said-above', answerId: 'dogs' })
    await regulars.member('Cleo').says(asks)
    expect((await regulars.hears(/up here/)).replyTo).toBe(messageId)
    await regulars.member('Ana').says(asks)
    await regulars.hears(/lead/)
  })

  it('later than that it is said again in full, and so it is in another group and in private', async () => {
    await regulars.member('Ana').says(asks)
    await regulars.hears(/on a lead/)
    const others = chat.group('Others')
    await others.member('Bo').says(asks)
    await others.hears(/lead/)
    const alone = chat.privately('Bo')
    await alone.says('can i bring my dog')
    await alone.hears(/lead/)
    chat.clock.advance(11 * MINUTE_MS)
    await regulars.member('Bo').says(asks)
    await regulars.hears(/lead/)
  })

  it('as the operator sets it, always in full', async () => {
    await chat.retune(() => ({ sayAgainMinutes: 0 }))
    await regulars.member('Ana').says(asks)
    await regulars.hears(/on a lead/)
    chat.clock.advance(1)
    await regulars.member('Bo').says(asks)
    await regulars.hears(/lead/)
  })

  it('where it joins in unasked, it has nothing to add', async () => {
    await chat.retune((manners) => ({
      group: 'ambient',
      ambient: { ...manners.ambient, cooldownMinutes: 0, share: 1 },
    }))
    await regulars.member('Ana').says('can i bring my dog')
    await regulars.hears(/on a lead/)
    await regulars.member('Bo').says('can i bring my dog')
    await regulars.hearsNothing()
    expect(await regulars.latest()).toMatchObject({ kind: 'silent', reason: 'said-above' })
  })
})

describe('never', () => {
  let clock: ManualClock
  let chat: Chat
  const member = (name: string) => chat.fan(name, { group: 'regulars' })
  beforeEach(async () => {
    clock = createChatClock('2026-11-18T10:30Z')
    chat = await startChat('coffee', { clock })
  })
  afterEach(() => chat.mascot.stop())
  const last = async (fan: FanVoice): Promise<OutboundMessage> => {
    await chat.mascot.settled()
    let message = await fan.hears()
    for (;;) {
      const next = await Promise.race([fan.hears(), chat.mascot.settled().then(() => undefined)])
      if (next === undefined) return message
      message = next
    }
  }

  it('where the words bind the brand: everybody who asks is told them', async () => {
    const [ana, bo] = [member('Ana'), member('Bo')]
    await ana.says('Pip, how long do I have to return beans?')
    await ana.hears(/hirty days/)
    await bo.hears(/hirty days/)
    await bo.says('Pip, how long do I have to return beans?')
    expect(wordsOf(await bo.hears(/hirty days/))).toMatch(/refund/i)
    expect(await latest(chat, bo)).toMatchObject({ reason: 'approved-answer', answerId: 'returns-beans' })
  })

  it('in danger or for a complaint', async () => {
    const [ana, bo] = [member('Ana'), member('Bo')]
    for (const fan of [ana, bo]) {
      await fan.says('Pip, I want to kill myself')
      await last(fan)
      expect(await latest(chat, fan)).toMatchObject({ kind: 'handoff', reason: 'self-harm' })
    }
    for (const fan of [ana, bo]) {
      await fan.says('Pip, my parcel came broken and nobody answers me, this is a disgrace')
      await chat.mascot.settled()
      expect((await latest(chat, fan)).reason).not.toBe('said-above')
    }
  })
})

it('a model is told that the answer stands above', async () => {
  await using mock = await startMockModel()
  mock.says(/./, { bubbles: ['On a lead, yes.'], used: ['dogs'] })
  await using chat = await startChat('coffee', {
    modelUrl: mock.url,
    clock: createChatClock('2026-11-18T10:30Z'),
    tune: (persona) => ({ ...persona, manners: { ...persona.manners, group: 'ambient' } }),
  })
  const [ana, bo] = [chat.fan('Ana', { group: 'g' }), chat.fan('Bo', { group: 'g' })]
  // Unasked it is the approved answer that is given.
  await ana.says('can i bring my dog')
  await ana.hears(/on a lead/)
  await chat.mascot.settled()
  await bo.says(asks)
  await chat.mascot.settled()
  expect(mock.requests().at(-1)?.turn).toContain('Another member was told "dogs" minutes ago')
})
