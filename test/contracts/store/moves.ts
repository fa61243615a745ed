/** moved: the talk goes on elsewhere, in its order, and nothing of either place is lost or confused. */

import { describe, expect, test } from 'vitest'
import type { ThreadEvent } from '../../../src/domain/event.ts'
import { threadId } from '../../../src/domain/ids.ts'
import type { Store } from '../../../src/ports/store.ts'
import { changeCase, noted, takenBy } from '../../support/change-case.ts'
import {
  accept,
  ana,
  answer,
  at,
  ben,
  claimOne,
  group,
  groupMessage,
  happens,
  type message,
  type StoreUnderTest,
  says,
  settle,
  takeOne,
  textsOf,
} from '../../support/store-harness.ts'

const all = { before: Number.MAX_SAFE_INTEGER, limit: 100 }
const to = threadId('telegram', -200)
const moved: Extract<ThreadEvent, { kind: 'moved' }> = { kind: 'moved', threadId: group, to, at: 2_000 }
const there = (id: string, from = ana) => groupMessage(id, from, { threadId: to, text: `there ${id}` })
const complaint = { accountId: ana, reason: 'complaint', summary: 'Beans late.' } as const

export function movesContract(under: StoreUnderTest): void {
  async function transcript(store: Store): Promise<string[]> {
    const conversation = await store.records.conversation(to)
    if (conversation === undefined) return []
    return (await store.memory.recall(conversation.id, ana, all)).transcript.map(({ text }) => text)
  }
  async function openCase(inbound: ReturnType<typeof message>, summary: string, now: number): Promise<void> {
    await accept(under.store, inbound)
    await settle(under.store, await claimOne(under.store), { handoff: { ...complaint, summary } }, now)
  }

  describe('a moved thread', () => {
    test('is the same conversation under the new id; messages of the new place are never taken for old ones', async () => {
      await answer(under.store, groupMessage('1'), 'one')
      const before = await under.store.records.conversation(group)
      await happens(under.store, moved)
      expect(await under.store.records.conversation(group)).toBeUndefined()
      expect(await under.store.records.conversation(to)).toEqual({ ...before, threadId: to })
      expect(await under.store.records.threads('telegram')).toEqual([{ threadId: to }])
      expect(await accept(under.store, there('1'))).toBe(1)
      expect(await transcript(under.store)).toEqual(['text 1', 'one', 'there 1'])
      expect(await under.store.records.threads('telegram')).toEqual([{ threadId: to, lastMessageId: '1' }])
    })

    test('hears what was still to be said, without pointing at messages that are not there', async () => {
      await accept(under.store, groupMessage('1'))
      const reply = { ...says('one'), replyTo: '1' }
      const reaction = { kind: 'reaction', emoji: '👍', messageId: '1', speaker: { kind: 'bot' } } as const
      await settle(under.store, await claimOne(under.store), { outbox: [reaction, reply] })
      await happens(under.store, moved)
      const parcel = await takeOne(under.store)
      expect(parcel.message).toMatchObject({ threadId: to, text: 'one' })
      expect(parcel.message).not.toHaveProperty('replyTo')
      await under.store.outbox.sent(parcel, 'p', at.now)
      expect(await under.store.outbox.nextDueAt()).toBeUndefined()
    })

    test('is answered there, also by a turn that was being thought about', async () => {
      await accept(under.store, groupMessage('1'))
      const claim = await claimOne(under.store)
      await happens(under.store, moved)
      await accept(under.store, groupMessage('2', ben, { threadId: to }))
      expect(await settle(under.store, claim, { outbox: [says('one')] })).toBe(true)
      expect((await takeOne(under.store)).message.threadId).toBe(to)
      const next = await claimOne(under.store, { now: 11_000 })
      expect(next.unread.map(({ id, threadId }) => [id, threadId])).toEqual([['2', to]])
    })

    test('keeps a sender’s word about what it was sending', async () => {
      await answer(under.store, groupMessage('1'), 'one', 'two')
      const parcel = await takeOne(under.store)
      await happens(under.store, moved)
      expect(await under.store.outbox.due(at)).toEqual([])
      await under.store.outbox.sent(parcel, 'p', at.now)
      expect(textsOf([await takeOne(under.store)])).toEqual(['two'])
    })

    test('has said there what was refused at the old place, and is not closed by it', async () => {
      await answer(under.store, groupMessage('1'), 'one', 'two')
      const parcel = await takeOne(under.store)
      await happens(under.store, moved)
      await under.store.outbox.deadLetter(parcel, 'group was upgraded', 12_000, { reason: 'group was upgraded' })
      const again = await takeOne(under.store, { now: 12_000 })
      expect(again.message).toMatchObject({ threadId: to, text: 'one' })
      expect(await under.store.records.deadLetters(9)).toEqual([])
      expect(await under.store.records.conversation(to)).not.toHaveProperty('closed')
    })

    test('is no longer closed; the reactions of the old place stay apart', async () => {
      await accept(under.store, groupMessage('1'))
      const reacted = { kind: 'reacted', messageId: '1', accountId: ana, at: 1 } as const
      await happens(under.store, { kind: 'closed', threadId: group, reason: 'upgraded', at: 1_000 })
      await happens(under.store, { ...reacted, threadId: group, emojis: ['👍'] }, moved)
      await happens(under.store, { ...reacted, threadId: to, emojis: ['🎉'] })
      expect(await under.store.records.conversation(to)).not.toHaveProperty('closed')
      const rows = await under.database.query('select emojis from reactions')
      expect(rows.map(({ emojis }) => emojis).toSorted()).toEqual(['["🎉"]', '["👍"]'])
    })

    test('may be told of twice, by a place never heard, and of itself', async () => {
      await happens(under.store, moved)
      await accept(under.store, groupMessage('1'))
      await happens(under.store, { ...moved, to: group })
      expect(await under.store.records.conversation(group)).toBeDefined()
      await happens(under.store, moved)
      await accept(under.store, there('1'))
      await happens(under.store, moved)
      expect(await transcript(under.store)).toEqual(['text 1', 'there 1'])
    })
  })

  describe('a thread that moved to where we are already', () => {
    test('joins that conversation: rows in their order, each once, all unread ones due', async () => {
      await answer(under.store, groupMessage('1'), 'one')
      await accept(under.store, there('1'), there('2', ben))
      await accept(under.store, groupMessage('2', ben))
      await happens(under.store, moved)
      expect(await transcript(under.store)).toEqual(['text 1', 'one', 'there 1', 'there 2', 'text 2'])
      expect(await under.database.query('select thread_id from conversations')).toMatchObject([{ thread_id: to }])
      expect(await accept(under.store, there('1'))).toBe(0)
      expect(await under.store.inbox.nextDueAt()).toBe(1_000)
      const claim = await claimOne(under.store)
      expect(claim.unread.map(({ text }) => text)).toEqual(['there 1', 'there 2', 'text 2'])
      expect(textsOf([await takeOne(under.store)])).toEqual(['one'])
      expect(await under.store.records.decisions(to, 9)).toHaveLength(1)
    })

    test('brings state, language and summary, where the new place has none of its own', async () => {
      await accept(under.store, groupMessage('1'))
      const old = { lang: 'it', summary: 'Beans.', summaryUpTo: 1, state: { misses: 1, greetedAt: 5 } } as const
      await settle(under.store, await claimOne(under.store), { conversation: old })
      await accept(under.store, there('1'))
      const now = { summary: 'Cups.', summaryUpTo: 2, state: { misses: 3 } }
      await settle(under.store, await claimOne(under.store), { conversation: now })
      await happens(under.store, moved)
      expect(await under.store.records.conversation(to)).toMatchObject({
        ...{ lang: 'it', summary: 'Beans.\nCups.', summaryUpTo: 2, state: { misses: 3, greetedAt: 5 } },
      })
    })

    test('keeps the newer of a fact told in both', async () => {
      const fact = (key: string, value: string) => ({
        consent: { accountId: ana, consent: 'yes' } as const,
        remember: { accountId: ana, facts: [{ key, value }] },
      })
      await accept(under.store, there('1'))
      await settle(under.store, await claimOne(under.store), fact('city', 'Turin'), 12_000)
      await accept(under.store, groupMessage('1'))
      await settle(under.store, await claimOne(under.store), fact('city', 'Milan'), 13_000)
      await accept(under.store, groupMessage('2'))
      await settle(under.store, await claimOne(under.store), fact('cup', 'small'), 13_000)
      await happens(under.store, moved)
      const conversation = await under.store.records.conversation(to)
      if (conversation === undefined) throw new Error('it is where it moved to')
      const { facts } = await under.store.memory.recall(conversation.id, ana, all)
      expect(facts.map(({ value }) => value).toSorted()).toEqual(['Milan', 'small'])
    })

    test('keeps one case open, the one a person has, which is told of the other', async () => {
      await openCase(there('1'), 'Waiting there.', 12_000)
      await openCase(groupMessage('1'), 'Taken here.', 13_000)
      const [waiting, taken] = await under.store.cases.list()
      if (!waiting || !taken) throw new Error('two cases are open')
      await changeCase(under.store, taken.id, takenBy('mia'), 14_000)
      await changeCase(under.store, waiting.id, noted('tom', 'Knows her.'), 14_000)
      await happens(under.store, moved)
      expect(await under.store.records.conversation(to)).toMatchObject({
        openCases: [{ id: taken.id, handler: 'staff', status: 'assigned' }],
      })
      expect(await under.store.cases.story(taken.id, 1)).toMatchObject({
        case: { summary: 'Taken here.\nWaiting there.' },
        notes: [{ staff: 'tom', text: 'Knows her.' }],
      })
      expect(await under.store.cases.get(waiting.id)).toMatchObject({ status: 'closed', closedAt: 11_000 })
    })

    test('has both its turns thought about anew, and a sender at work for it is still believed', async () => {
      await answer(under.store, groupMessage('1'), 'one', 'two')
      await accept(under.store, groupMessage('2'), there('1'))
      const parcel = await takeOne(under.store)
      const claims = await under.store.inbox.claim(at)
      await happens(under.store, moved)
      for (const claim of claims) expect(await settle(under.store, claim, { outbox: [says('late')] })).toBe(false)
      expect(await under.store.outbox.due(at)).toEqual([])
      await under.store.outbox.sent(parcel, 'p', at.now)
      expect(textsOf([await takeOne(under.store)])).toEqual(['two'])
      expect((await claimOne(under.store)).unread.map(({ text }) => text)).toEqual(['text 2', 'there 1'])
    })

    test('finds closed doors there closed for what it brings, too', async () => {
      await answer(under.store, groupMessage('1'), 'one')
      await accept(under.store, there('1'))
      await happens(under.store, { kind: 'closed', threadId: to, reason: 'no rights', at: 1_000 }, moved)
      expect(await under.store.outbox.nextDueAt()).toBeUndefined()
      expect(await under.store.records.deadLetters(9)).toMatchObject([{ reason: 'no rights' }])
    })

    test('takes two stores that move, write and answer at once', async () => {
      const other = await under.open()
      const rounds = Array.from({ length: 12 }, async (_, round) => {
        const store = round % 2 ? other : under.store
        const events = round % 3 ? [] : [moved]
        await store.inbox.accept([groupMessage(`${round}`), there(`${round}`)], { now: 1_000, burstMs: 0, events })
        for (const claim of await store.inbox.claim(at)) await settle(store, claim, { outbox: [says('ok')] })
        for (const parcel of await store.outbox.due(at)) await store.outbox.sent(parcel, 'p', at.now)
      })
      await Promise.all(rounds)
      await happens(other, moved)
      const rows = await under.database.query("select body from messages where direction = 'in' order by id")
      const texts = rows.map(({ body }) => JSON.parse(String(body)).text)
      expect(texts).toHaveLength(24)
      expect((await transcript(under.store)).filter((text) => text !== 'ok')).toEqual(texts)
    })
  })
}
