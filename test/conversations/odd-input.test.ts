/** Whatever is typed, pasted or sent by a script: each brand takes a sane decision, throws nothing and logs no error. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Chat, startChat } from '../support/chat.ts'
import { createChatClock } from '../support/chat-clock.ts'
import { authorOf, latest } from './reading.ts'

const inputs: readonly (readonly [string, string])[] = [
  ['a message of a megabyte', 'do you have wifi? '.repeat(58_000)],
  ['a megabyte without a space', 'x'.repeat(1_000_000)],
  ['a megabyte of Chinese', '充'.repeat(1_000_000)],
  ['lone surrogates', 'hello \uD800 and \uDC00 you'],
  ['right to left, with overrides', 'שלום \u202Eolleh\u202C מה שלומך'],
  ['zero-width characters', 'h\u200Be\u200Cl\u200Dl\uFEFFo\u2060'],
  ['combining marks piled up', `Z${'\u0351\u036B\u0353\u036A'.repeat(500)}algo`],
  ['NUL and other controls', 'hi\u0000\u0001\u0002\u001B[31m there\u0000'],
  ['line separators', 'one\u2028two\u2029three\r\n\r\n\r\nfour'],
  ['markup', '<script>alert(1)</script><b>bold</b> [x](javascript:alert(1)) **hi**'],
  ['SQL', "'; drop table messages; --"],
  ['a template', '{fan} {{brand}} %s %d $1 {persona}'],
  ['a regular expression that hurts', `${'a'.repeat(5_000)}!`],
  ['brackets without end', '('.repeat(20_000)],
  ['a very long word of digits', '1'.repeat(30_000)],
  ['a link of ten thousand characters', `https://example.com/${'a/'.repeat(5_000)}`],
  ['tag characters', 'hi\u{E0041}\u{E0042}\u{E007F}'],
]
const saysNothing: readonly (readonly [string, string])[] = [
  ['only white space', ' \t \n \u3000 \u00A0 '],
  ['nothing at all', ''],
  ['only zero-width characters', '\u200B\u200C\u200D\uFEFF\u2060'],
]
const names: readonly (readonly [string, string])[] = [
  ['markup', '<img src=x onerror=alert(1)> & "friends"'],
  ['a placeholder', '{brand} {fan}'],
  ['a mention and markdown', '@everyone **Boss** [click](https://evil.example)'],
  ['nothing', ''],
  ['hidden characters', '\u202Eana\u200B\u0000'],
  ['a megabyte', 'n'.repeat(1_000_000)],
  ['a lone surrogate', 'Ana\uD83D'],
]

describe.each(['coffee', 'leather', 'electronics'])('%s', (brand) => {
  let chat: Chat
  let fans = 0
  beforeAll(async () => {
    chat = await startChat(brand, { clock: createChatClock('2026-11-18T10:30Z') })
  })
  afterAll(() => chat.mascot.stop())
  const newFan = () => chat.fan(`fan ${++fans}`)

  it.each(inputs)('%s', async (_, text) => {
    const fan = newFan()
    await fan.says(text)
    await fan.hears()
    await chat.mascot.settled()
    expect(['reply', 'clarify', 'handoff', 'react']).toContain((await latest(chat, fan)).kind)
    await expectSane(fan.threadId)
  })

  it.each(saysNothing)('%s: nothing was said, nothing is answered', async (_, text) => {
    const fan = newFan()
    await fan.says(text)
    await fan.hearsNothing()
    expect(await latest(chat, fan)).toMatchObject({ kind: 'silent', reason: 'nothing-said' })
    expect(chat.errors).toEqual([])
  })

  it.each(['😀', '❤️', '👍', '😡😡😡', '🤔', '🇫🇷', '👨‍👩‍👧‍👦🏳️‍🌈👍🏽'])('only %s', async (emoji) => {
    const fan = newFan()
    await fan.says(emoji)
    await chat.mascot.settled()
    expect((await latest(chat, fan)).kind).toMatch(/reply|react|silent/)
    expect(chat.errors).toEqual([])
  })

  it.each(names)('a fan whose name is %s', async (_, name) => {
    for (const text of ['hello', 'you again, thanks', 'can I talk to a person please']) {
      const fan = newFan()
      await fan.says(text, { author: { ...authorOf(`fan ${fans}`), name } })
      const said = JSON.stringify(await fan.hears())
      expect(said).not.toMatch(/<img|\{brand\}|\{fan\}|@everyone|\*\*|evil\.example|\\u202e|\\u0000/i)
      expect(said.length).toBeLessThan(5_000)
    }
    await chat.mascot.settled()
    expect(chat.errors).toEqual([])
  })

  it('two hundred messages at once, of one fan', async () => {
    const fan = newFan()
    await Promise.all(Array.from({ length: 200 }, (_, n) => fan.says(`message number ${n} about nothing much`)))
    await chat.mascot.settled()
    const decisions = await chat.reasons(fan)
    expect(new Set(decisions.flatMap(({ rows }) => rows)).size).toBe(200)
    expect(chat.errors).toEqual([])
  })

  it('odd attachments, buttons and commands', async () => {
    const fan = newFan()
    await fan.says('', { attachments: [{ kind: 'other' }, { kind: 'poll', description: '<b>?</b>' }] })
    await fan.hears()
    for (const button of [
      '',
      'answer:',
      'answer:no-such',
      'command:',
      'command:no-such',
      '__proto__',
      'yes',
      'x'.repeat(9_999),
    ]) {
      await fan.says('pressed', { button, isMention: true })
    }
    for (const text of ['/nosuch', '/', '/help me please', '/FORGET', '/quiet 99999999d', '/constructor'])
      await fan.says(text)
    await chat.mascot.settled()
    expect(chat.errors).toEqual([])
  })

  async function expectSane(thread: Parameters<Chat['mascot']['store']['records']['conversation']>[0]): Promise<void> {
    expect(chat.errors).toEqual([])
    const conversation = await chat.mascot.store.records.conversation(thread)
    if (!conversation) throw new Error('no conversation')
    const { transcript } = await chat.mascot.store.memory.recall(conversation.id, authorOf(`fan ${fans}`).accountId, {
      before: Number.MAX_SAFE_INTEGER,
      limit: 20,
    })
    for (const { from, text } of transcript) {
      if (from !== 'brand') continue
      expect(text.length).toBeLessThanOrEqual(1_000)
      expect(text).not.toMatch(/<script|javascript:|drop table|\{fan\}|\{brand\}/)
    }
  }
})
