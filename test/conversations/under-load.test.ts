/** When more is said than can be listened to at once: who called is answered first, and nobody else keeps them waiting. */
import { afterEach, describe, expect, it } from 'vitest'
import { accountId, threadId } from '../../src/domain/ids.ts'
import type { InboundMessage } from '../../src/domain/message.ts'
import { type Chat, type ChatOptions, startChat } from '../support/chat.ts'
import { createChatClock } from '../support/chat-clock.ts'

const started: Chat[] = []
async function start(options: ChatOptions = {}): Promise<Chat> {
  const chat = await startChat('coffee', options)
  started.push(chat)
  return chat
}
afterEach(async () => {
  for (const chat of started.splice(0)) {
    expect(chat.errors).toEqual([])
    await chat.mascot.stop()
  }
})

const lounge = threadId('test', 'group', 'lounge')

/** What so many members say to each other, one after the other. */
function talk(messages: number, members: number): InboundMessage[] {
  return Array.from({ length: messages }, (_, n) => ({
    threadId: lounge,
    id: `talk-${n}`,
    sentAt: Date.now(),
    author: { accountId: accountId('test', `member-${n % members}`), name: `Member ${n % members}`, isBot: false },
    surface: 'group',
    text: `nice weather in town ${n}`,
    isMention: false,
  }))
}

describe('members of a group talk among themselves by the hundreds', () => {
  it('whoever mentions us is answered before their talk is read, which takes a few turns for all of it', async () => {
    const chat = await start()
    const ana = chat.fan('Ana', { group: 'lounge' })
    const weigh = ({ text }: InboundMessage) => (text.includes('wifi') ? 1 : 0)
    const mention = { ...talk(1, 1)[0], id: 'ana', text: 'Pip, do you have wifi?' } as InboundMessage
    const from = { accountId: accountId('test', 'Ana'), name: 'Ana', isBot: false }
    const all = [...talk(220, 60), { ...mention, author: from }]
    await chat.mascot.store.inbox.accept(all, { now: Date.now(), burstMs: 0, weigh })
    expect(await ana.hears()).toMatchObject({ speaker: { answerId: 'wifi-laptops' } })
    await ana.hearsNothing()
    const turns = (await chat.reasons(ana)).toReversed()
    expect(turns[0]).toMatchObject({ reason: 'approved-answer', rows: [221] })
    expect(turns.slice(1).map(({ reason, rows }) => `${reason} ${rows.length}`)).toEqual([
      'not-addressed 100',
      'not-addressed 100',
      'not-addressed 20',
    ])
  })

  it('whoever is in danger among them is heard, though nobody was called', async () => {
    const chat = await start()
    const ana = chat.fan('Ana', { group: 'lounge' })
    const [first, ...others] = talk(120, 60)
    const said = { ...first, id: 'ana', text: 'I am going to kill myself tonight' } as InboundMessage
    const from = { accountId: accountId('test', 'Ana'), name: 'Ana', isBot: false }
    await chat.mascot.store.inbox.accept([...others, { ...said, author: from }], {
      now: Date.now(),
      burstMs: 0,
      weigh: () => 0,
    })
    await ana.hears()
    expect((await chat.reasons(ana)).map(({ reason }) => reason)).toContain('self-harm')
  })
})

describe('one chat floods us, a fetch full of it after the other', () => {
  it('whoever writes elsewhere meanwhile waits for a turn or two of it, and not for its end', async () => {
    const [hands, hand] = [12, 100]
    const sent: string[] = []
    const chat = await start({
      clock: createChatClock('2026-11-18T10:30Z'),
      tune: (persona) => ({ ...persona, manners: { ...persona.manners, burst: 'each' } }),
      beforeSend: async ({ threadId }) => void sent.push(threadId),
    })
    const flood = threadId('test', 'Zed')
    const said = (id: string, name: string, text: string): InboundMessage => ({
      ...{ threadId: threadId('test', name), id, sentAt: 0, surface: 'direct', text, isMention: true },
      author: { accountId: accountId('test', name), name, isBot: false },
    })
    for (let n = 0; n < hands; n++) {
      const messages = Array.from({ length: hand }, (_, at) => said(`${n}-${at}`, 'Zed', `do you have decaf? ${at}`))
      await chat.offers({ messages, hasMore: true })
    }
    await chat.offers({ messages: [said('ana', 'Ana', 'do you have wifi?')] })
    expect(await chat.fan('Ana').hears()).toMatchObject({ speaker: { answerId: 'wifi-laptops' } })
    const before = sent.slice(0, sent.indexOf(threadId('test', 'Ana')))
    expect(before.filter((place) => place === flood).length).toBeLessThan(5)
  })
})
