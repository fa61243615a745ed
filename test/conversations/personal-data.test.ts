/** What a fan gives away goes no further than it must: not into a group, the log, the model or the database. */

import { mkdtemp, readdir, readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { accountId, type CaseId } from '../../src/domain/ids.ts'
import type { OutboundMessage } from '../../src/domain/message.ts'
import { SendError } from '../../src/errors.ts'
import type { Persona } from '../../src/persona/persona.ts'
import { changeCase, takenBy } from '../support/change-case.ts'
import { type Chat, type FanVoice, startChat } from '../support/chat.ts'
import { createChatClock } from '../support/chat-clock.ts'
import { type MockModel, startMockModel } from '../support/mock-model.ts'
import { anyPersonalData, cards, secrets, sentence } from '../words/personal-data-arbitraries.ts'
import { everyLine, latest } from './reading.ts'

const clock = createChatClock('2026-11-18T10:30Z')
const card = '4111 1111 1111 1111'

/** The fan's own lines as they are stored. */
async function stored(chat: Chat, fan: FanVoice): Promise<string> {
  const conversation = await chat.mascot.store.records.conversation(fan.threadId)
  if (!conversation) throw new Error('there is no such conversation')
  const reader = { before: Number.MAX_SAFE_INTEGER, limit: 99 }
  const { transcript } = await chat.mascot.store.memory.recall(conversation.id, accountId('test', 'nobody'), reader)
  return transcript.map(({ text }) => text).join('\n')
}

describe('a card number in a group', () => {
  let chat: Chat
  let refusal: SendError | undefined
  beforeAll(async () => {
    const tune = (persona: Persona): Persona => ({
      ...persona,
      manners: { ...persona.manners, channels: { 'test:group:off': 'off' } },
    })
    const beforeSend = async (message: OutboundMessage) => {
      if (message.kind !== 'deletion') return
      if (refusal) throw refusal
      // As Discord does: the news of the deletion comes before, or with, the answer to the call.
      const { threadId, messageId } = message
      await chat.happens({ kind: 'deleted', threadId, messageIds: [messageId], at: clock.now() })
    }
    chat = await startChat('coffee', { clock, tune, beforeSend })
  })
  beforeEach(() => {
    refusal = undefined
  })
  afterAll(async () => {
    expect(chat.errors).toEqual([])
    expect(chat.logged.join('\n')).not.toContain(card)
    await chat.mascot.stop()
  })

  it.each([
    ['addressed', `pip, my card is ${card}, charge it`],
    ['among members', `${card} exp 12/27`],
    ['in full-width digits', '４１１１１１１１１１１１１１１１'],
  ])('%s, is taken down, and the fan is told why', async (where, text) => {
    const ana = chat.fan('Ana', { group: where })
    await ana.says(text, { id: 'm1' })
    expect(await ana.hears()).toMatchObject({ kind: 'deletion', messageId: 'm1', speaker: { kind: 'bot' } })
    await ana.hears(everyLine(chat.persona.lines.cardInPublic, 'en', 'Ana'))
    await ana.hearsNothing()
    expect(await latest(chat, ana)).toMatchObject({ kind: 'reply', reason: 'card-in-public' })
    expect(await stored(chat, ana)).not.toMatch(/1111|\[card\]/)
  })

  it('is told in the fan’s language', async () => {
    const jie = chat.fan('阿杰', { group: 'zh' })
    await jie.says('我的卡号是6200 0000 0000 0005，帮我退款吧')
    expect(await jie.hears()).toMatchObject({ kind: 'deletion' })
    await jie.hears(everyLine(chat.persona.lines.cardInPublic, 'zh', '阿杰'))
  })

  it('is told of also where the platform does not let us delete, and nothing else changes', async () => {
    refusal = new SendError('the bot may not do this here', { isPermanent: true })
    const bob = chat.fan('Bob', { group: 'no rights' })
    await bob.says(`pip ${card}`)
    await bob.hears(everyLine(chat.persona.lines.cardInPublic, 'en', 'Bob'))
    expect(await stored(chat, bob)).toContain('pip [card]')
    expect(chat.logged.some((line) => line.includes('dead-lettered') && line.includes('may not do this here'))).toBe(
      true,
    )
    await bob.says('pip, do you have wifi?')
    expect(await bob.hears()).toMatchObject({ speaker: { kind: 'approved', answerId: 'wifi-laptops' } })
  })

  it('is told of in quiet, once asked for, too', async () => {
    const eve = chat.fan('Eve', { group: 'hush' })
    await eve.says('/quiet')
    await eve.hears()
    await eve.says(card)
    expect(await eve.hears()).toMatchObject({ kind: 'deletion' })
    await eve.hears(everyLine(chat.persona.lines.cardInPublic, 'en', 'Eve'))
  })

  it('is left alone where the persona is off, but not kept', async () => {
    const ida = chat.fan('Ida', { group: 'off' })
    await ida.says(card)
    await ida.hearsNothing()
    expect(await latest(chat, ida)).toMatchObject({ kind: 'silent', reason: 'channel-off' })
    expect(await stored(chat, ida)).toBe('[card]')
  })

  it('is taken down without a word from us while a person has the conversation', async () => {
    const uma = chat.fan('Uma', { group: 'with staff' })
    await uma.says('pip, can I talk to a person?')
    await uma.hears()
    await chat.mascot.settled()
    const conversation = await chat.mascot.store.records.conversation(uma.threadId)
    const id = conversation?.openCases[0]?.id ?? expect.fail('nobody was called')
    await changeCase(chat.mascot.store, id as CaseId, takenBy('Mia'), clock.now())
    await uma.says(card)
    expect(await uma.hears()).toMatchObject({ kind: 'deletion' })
    await uma.hearsNothing()
    expect(await latest(chat, uma)).toMatchObject({ kind: 'silent', reason: 'staff-has-it' })
  })

  it('gives way to somebody in danger: the crisis line is said, and the message still goes', async () => {
    const sam = chat.fan('Sam', { group: 'danger' })
    await sam.says(`I want to kill myself, here is my card ${card}`)
    expect(await sam.hears()).toMatchObject({ kind: 'deletion' })
    await sam.hears(/emergency number/)
  })

  it.each(['my order is 4111 1111 1111 1112', 'IBAN DE89 3704 0044 0532 0130 00', 'call 13800138000'])(
    'is not %s',
    async (text) => {
      const ned = chat.fan('Ned', { group: `near miss ${text}` })
      await ned.says(text)
      await ned.hearsNothing()
      expect(await stored(chat, ned)).toBe(text)
    },
  )

  it('in private is no reason to delete anything, and is not kept either', async () => {
    const kim = chat.fan('Kim')
    await kim.says(`my card is ${card} and my password is hunter2, do you have wifi?`)
    expect(await kim.hears()).toMatchObject({ kind: 'text' })
    expect(await stored(chat, kim)).toContain('my card is [card] and my password is [secret], do you have wifi?')
  })

  it('edited into a message is not kept', async () => {
    const lou = chat.fan('Lou', { group: 'edits' })
    await lou.says('morning all', { id: 'm1' })
    await lou.hearsNothing()
    await chat.happens({
      kind: 'edited',
      threadId: lou.threadId,
      messageId: 'm1',
      text: `take ${card}`,
      at: clock.now(),
    })
    expect(await stored(chat, lou)).toBe('take [card]')
  })
})

describe('with a model', () => {
  let mock: MockModel
  let chat: Chat
  const words =
    'Card 4111 1111 1111 1111, DE89 3704 0044 0532 0130 00, ID 11010519491231002X, ana@example.com, 13800138000'
  beforeAll(async () => {
    mock = await startMockModel()
    chat = await startChat('coffee', { modelUrl: mock.url, clock })
  })
  beforeEach(() => {
    mock.forgets()
    mock.says(({ wants }) => wants === 'reply', { bubbles: ['I could listen to it all day.'] })
  })
  afterAll(async () => {
    await chat.mascot.stop()
    await mock.close()
  })
  const request = () => mock.requests().at(-1)?.turn ?? ''

  it('masks what it is shown of the message and of the talk before, and says what the brackets are', async () => {
    const ana = chat.fan('Ana')
    await ana.says(`hello, ${words}, what does rain sound like?`)
    await ana.hears()
    expect(request()).toContain('Card [card], [iban], ID [id-number], [e-mail], [phone]')
    expect(request()).toMatch(/data that you are not shown/)
    await ana.says('and what does snow sound like up there?')
    await ana.hears()
    expect(request()).toContain('Card [card], [iban], ID [id-number], [e-mail], [phone]')
    expect(request()).not.toMatch(/1111|3704|110105|example\.com|138001/)
  })

  it('says nothing of brackets where nothing was masked', async () => {
    const bea = chat.fan('Bea')
    await bea.says('what does rain sound like on a tin roof?')
    await bea.hears()
    expect(request()).not.toMatch(/not shown/)
  })

  it('shows how to reach the fan only where the persona says so, and the rest not even then', async () => {
    const tune = (persona: Persona): Persona => ({ ...persona, memory: { ...persona.memory, modelSees: 'as-is' } })
    await using open = await startChat('coffee', { modelUrl: mock.url, clock, tune })
    const cid = open.fan('Cid')
    await cid.says(`hello, ${words}, what does rain sound like?`)
    await cid.hears()
    expect(request()).toContain('Card [card], [iban], ID [id-number], ana@example.com, 13800138000')
  })

  it('makes the running summary of masked text', async () => {
    const tune = (persona: Persona): Persona => ({ ...persona, memory: { ...persona.memory, transcriptTokens: 200 } })
    await using long = await startChat('coffee', { modelUrl: mock.url, clock, tune })
    mock.writes(({ wants }) => wants === 'text', 'They talked about rain.')
    const dan = long.fan('Dan')
    for (let turn = 0; turn < 6; turn++) {
      await dan.says(`${words}. ${'What does rain sound like on a roof of tin? '.repeat(6)}`)
      await dan.hears()
    }
    const summaries = mock.requests().filter(({ wants }) => wants === 'text')
    expect(summaries.length).toBeGreaterThan(0)
    for (const { turn } of summaries) expect(turn).not.toMatch(/1111|3704|110105|ana@example|138001/)
  })

  it('learns no fact with a card in it, whoever noted it', async () => {
    const facts = [
      { key: 'card', value: card },
      { key: 'account', value: '[iban]' },
      { key: 'likes', value: 'rain' },
    ]
    mock.says(({ wants }) => wants === 'reply', { bubbles: ['I could listen to it all day.'], remember: facts })
    const eli = chat.fan('Eli')
    await eli.says('what does rain sound like on the skylight?')
    await eli.hears()
    const conversation = await chat.mascot.store.records.conversation(eli.threadId)
    expect(conversation?.state.pending).toMatchObject({ kind: 'consent', facts: [{ key: 'likes', value: 'rain' }] })
  })

  it('gives staff how to reach the fan, and no card', async () => {
    const fay = chat.fan('Fay')
    await fay.says(`I want to talk to a person. Call 13800138000 or fay@example.com, my card is ${card}`)
    await fay.hears()
    const [handoff] = await chat.mascot.store.cases.list({ status: 'waiting' })
    expect(handoff?.summary).toContain('Call 13800138000 or fay@example.com, my card is [card]')
  })

  it('whatever the fan gives away, the model is not shown it, and no log tells it', async () => {
    let number = 0
    await fc.assert(
      fc.asyncProperty(sentence(anyPersonalData), async ({ text, value }) => {
        mock.forgets()
        mock.says(({ wants }) => wants === 'reply', { bubbles: ['I could listen to it all day.'] })
        const fan = chat.fan(`property ${++number}`)
        await fan.says(`what does rain sound like? ${text}`)
        await fan.hears()
        for (const { turn } of mock.requests()) expect(turn).not.toContain(value)
        expect(chat.logged.join('\n')).not.toContain(value)
      }),
      { numRuns: 40 },
    )
  })
})

describe('the database', () => {
  it('holds no card and no secret, in no file of it', async () => {
    const folder = await mkdtemp(path.join(tmpdir(), 'mascot-personal-data-'))
    const given: string[] = []
    const chat = await startChat('coffee', { databaseUrl: `sqlite:${folder}/mascot.db`, clock })
    for (const { text, value } of fc.sample(sentence(fc.oneof(cards, secrets)), 60)) {
      given.push(value)
      const fan = chat.fan(`fan ${given.length}`, given.length % 2 === 0 ? { group: 'square' } : {})
      await fan.says(text, { attachments: [{ kind: 'photo', description: text }] })
    }
    await chat.mascot.settled()
    const readAll = async () => {
      const files = await readdir(folder)
      return (await Promise.all(files.map((file) => readFile(path.join(folder, file), 'latin1')))).join('\n')
    }
    const running = await readAll()
    await chat.mascot.stop()
    const bytes = `${running}\n${await readAll()}`
    for (const value of given) expect(bytes).not.toContain(Buffer.from(value).toString('latin1'))
    expect(bytes).toContain('[card]')
  })
})
