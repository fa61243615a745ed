/** Records: what an adapter catches up from. */
import { describe, expect, test } from 'vitest'
import { accountId, threadId } from '../../../src/domain/ids.ts'
import {
  accept,
  ana,
  answer,
  at,
  ben,
  claimOne,
  groupMessage,
  message,
  type StoreUnderTest,
  settle,
  takeOne,
} from '../../support/store-harness.ts'

export function recordsContract(under: StoreUnderTest): void {
  test('the threads inside one thread of a platform are found without its others', async () => {
    const inside = [threadId('telegram', -100, 7), threadId('telegram', -100, 'direct-8')]
    const beside = [threadId('telegram', -100), threadId('telegram', -1001), threadId('telegram', -10, 7)]
    for (const thread of [...inside, ...beside])
      await accept(under.store, message('1', ana, { threadId: thread, surface: 'group' }))
    const found = await under.store.records.threads('telegram', threadId('telegram', -100))
    expect(found.map((one) => one.threadId).sort()).toEqual(inside.sort())
    expect(await under.store.records.threads('telegram')).toHaveLength(5)
  })

  test('the words of a turn are found by it: what was heard, what was said', async () => {
    const { threadId: thread } = message('1')
    await answer(under.store, message('1'), 'one')
    await answer(under.store, message('2'), 'two')
    const decisions = await under.store.records.decisions(thread, 9)
    const turns = decisions.map(({ turnId }) => turnId)
    const words = await under.store.records.words(thread, turns)
    const byWords = [...words.values()].toSorted((a, b) => `${a.said}`.localeCompare(`${b.said}`))
    expect(byWords).toEqual([
      { heard: [message('1').text], said: ['one'] },
      { heard: [message('2').text], said: ['two'] },
    ])
    expect(await under.store.records.words(thread, [])).toEqual(new Map())
    expect(await under.store.records.words(threadId('telegram', 'nobody'), turns)).toEqual(
      new Map(turns.map((turn) => [turn, { heard: [], said: [] }])),
    )
  })

  test('a talk is found by what the fan in it is called; the size of the database and the versions that spoke are told', async () => {
    await answer(under.store, message('1'), 'one')
    const { threadId: thread, author } = message('1')
    expect(await under.store.records.threadsOf(author.name, 5)).toEqual([thread])
    expect(await under.store.records.threadsOf('nobody', 5)).toEqual([])
    expect(await under.store.records.bytes()).toBeGreaterThan(10_000)
    const versions = await under.store.records.versions(0)
    expect([...versions.values()].reduce((all, count) => all + count, 0)).toBeLessThanOrEqual(1)
    expect(await under.store.records.versions(at.now + 1_000_000)).toEqual(new Map())
  })

  describe('the threads of a platform', () => {
    test('are all found, however many, each once', async () => {
      const fans = Array.from({ length: 2_003 }, (_, nth) => message(`${nth}`, accountId('telegram', nth)))
      await under.store.inbox.accept(fans, { now: 1_000, burstMs: 0 })
      const found = await under.store.records.threads('telegram')
      expect(new Set(found.map(({ threadId: id }) => id)).size).toBe(2_003)
      expect(found).toHaveLength(2_003)
    })

    test('are those with a conversation, each with the last message heard there', async () => {
      await answer(under.store, message('1'), 'one')
      await under.store.outbox.sent(await takeOne(under.store), 'ours', at.now)
      await accept(under.store, groupMessage('8'), groupMessage('7'))
      const elsewhere = { threadId: threadId('telegramlike', 'x') }
      await accept(under.store, message('9', accountId('telegramlike', 'x'), elsewhere))
      expect(
        (await under.store.records.threads('telegram')).toSorted((a, b) => (a.threadId < b.threadId ? -1 : 1)),
      ).toEqual([
        { threadId: threadId('telegram', -100, 'fans'), lastMessageId: '7' },
        { threadId: threadId('telegram', 'ana'), lastMessageId: '1' },
      ])
    })

    test('are none where nobody talked, and none of another brand', async () => {
      await accept(under.store, message('1'))
      expect(await under.store.records.threads('discord')).toEqual([])
      expect(await (await under.open({ brand: 'tide' })).records.threads('telegram')).toEqual([])
    })

    test('whose messages are all too old have none to go on from', async () => {
      await answer(under.store, message('1'), 'pending')
      await under.store.memory.expire(5_000)
      expect(await under.store.records.threads('telegram')).toEqual([{ threadId: message('1').threadId }])
    })
  })

  describe('the workload', () => {
    const nothing = {
      unread: { count: 0 },
      failing: 0,
      unsent: { count: 0 },
      deadLetters: 0,
      cases: { waiting: { count: 0 }, assigned: { count: 0 } },
      breached: 0,
    }

    test('of a brand that has nothing to do is nothing, whatever another has', async () => {
      await answer(under.store, message('1'), 'pending')
      await accept(under.store, groupMessage('2'))
      expect(await (await under.open({ brand: 'tide' })).records.workload()).toEqual(nothing)
    })

    test('tells how many conversations are unread and since when, also of a turn that is tried again later', async () => {
      const { inbox, records } = under.store
      await inbox.accept([message('1')], { now: 2_000, burstMs: 0 })
      await inbox.accept([message('2'), groupMessage('3')], { now: 3_000, burstMs: 0 })
      expect(await records.workload()).toEqual({ ...nothing, unread: { count: 2, since: 2_000 } })
      const [claim] = await inbox.claim({ ...at, limit: 1 })
      if (!claim) throw new Error('a conversation is due')
      await inbox.release(claim, 99_000)
      expect(await records.workload()).toEqual({ ...nothing, unread: { count: 2, since: 2_000 }, failing: 1 })
      await settle(under.store, await claimOne(under.store))
      expect(await records.workload()).toMatchObject({ unread: { count: 1 } })
    })

    test('tells what is unsent since it was said, however often it was tried, and what is dead', async () => {
      const { outbox, records } = under.store
      await answer(under.store, message('1'), 'one', 'two')
      expect(await records.workload()).toEqual({ ...nothing, unsent: { count: 2, since: at.now } })
      await outbox.retry(await takeOne(under.store), 20_000, 'later')
      expect(await records.workload()).toMatchObject({ unsent: { count: 2, since: at.now } })
      await outbox.deadLetter(await takeOne(under.store, { now: 20_000 }), 'never', 20_000)
      await outbox.sent(await takeOne(under.store, { now: 20_000 }), 'ours', 20_000)
      expect(await records.workload()).toEqual({ ...nothing, deadLetters: 1 })
    })

    test('tells the cases that are open, the oldest of them, and the next promise that is due', async () => {
      const { records } = under.store
      for (const [fan, now, due] of [
        [ana, 12_000, 40_000],
        [ben, 13_000, 30_000],
      ] as const) {
        await accept(under.store, message('1', fan))
        const timers = { 'first-response': due, silence: 20_000 }
        const handoff = { accountId: fan, reason: 'complaint', summary: 'Late.', timers } as const
        await settle(under.store, await claimOne(under.store), { handoff }, now)
      }
      expect(await records.workload()).toMatchObject({
        cases: { waiting: { count: 2, since: 12_000 }, assigned: { count: 0 } },
        breached: 0,
        promiseDueAt: 30_000,
      })
    })
  })
}
