/** accept and claim. */
import { describe, expect, test } from 'vitest'
import {
  accept,
  ana,
  at,
  ben,
  claimOne,
  group,
  groupMessage,
  message,
  type StoreUnderTest,
  says,
  settle,
} from '../../support/store-harness.ts'

export function inboxContract(under: StoreUnderTest): void {
  describe('accept', () => {
    test('is durable when it resolves: another store reads the messages and the cursor', async () => {
      const cursor = { name: 'telegram', value: '17' }
      await under.store.inbox.accept([message('1'), message('2')], { now: 1_000, burstMs: 0, cursor })
      const other = await under.open()
      expect(await other.inbox.cursor('telegram')).toBe('17')
      expect((await claimOne(other)).unread.map(({ id }) => id)).toEqual(['1', '2'])
    })

    test('keeps a cursor that comes without messages, and knows no other', async () => {
      await under.store.inbox.accept([], { now: 1_000, burstMs: 0, cursor: { name: 'telegram', value: '18' } })
      expect(await under.store.inbox.cursor('telegram')).toBe('18')
      expect(await under.store.inbox.cursor('discord')).toBeUndefined()
    })

    test('writes neither the messages nor the cursor when it fails', async () => {
      const broken = { ...message('2'), sentAt: 1n as unknown as number }
      const cursor = { name: 'telegram', value: '19' }
      await expect(
        under.store.inbox.accept([message('1'), broken], { now: 1_000, burstMs: 0, cursor }),
      ).rejects.toThrow()
      expect(await under.store.inbox.cursor('telegram')).toBeUndefined()
      expect(await under.store.inbox.nextDueAt()).toBeUndefined()
    })

    test('drops what it knows already, within a call and between calls', async () => {
      expect(await accept(under.store, message('1'), message('1'), message('2'))).toBe(2)
      expect(await accept(under.store, message('2'), message('3'))).toBe(1)
      expect((await claimOne(under.store)).unread.map(({ id }) => id)).toEqual(['1', '2', '3'])
    })

    test('takes the same message id in another thread for another message', async () => {
      expect(await accept(under.store, message('1', ana), message('1', ben))).toBe(2)
    })

    test('does not make a settled conversation due for a duplicate', async () => {
      await accept(under.store, message('1'))
      await settle(under.store, await claimOne(under.store))
      expect(await accept(under.store, message('1'))).toBe(0)
      expect(await under.store.inbox.nextDueAt()).toBeUndefined()
    })

    test('counts for each of many calls at once what was new in it, and keeps their order', async () => {
      const calls = Array.from({ length: 60 }, (_, index) => message(String(index % 50), index % 2 ? ana : ben))
      const counts = await Promise.all(calls.map((call) => accept(under.store, call)))
      expect(counts.slice(0, 50)).toEqual(Array(50).fill(1))
      expect(counts.slice(50)).toEqual(Array(10).fill(0))
      for (const { unread } of await under.store.inbox.claim(at)) {
        const ids = unread.map(({ id }) => Number(id))
        expect(ids).toEqual(ids.toSorted((a, b) => a - b))
        expect(ids).toHaveLength(25)
      }
    })

    test('fails alone when another call at the same moment is fine', async () => {
      const broken = { ...message('2'), threadId: 5n as unknown as ReturnType<typeof message>['threadId'] }
      const results = await Promise.allSettled([accept(under.store, message('1')), accept(under.store, broken)])
      expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected'])
    })

    test('makes a burst due once it pauses, and at the latest four pauses after its first message', async () => {
      const due = async (id: string, now: number) => {
        await under.store.inbox.accept([message(id)], { now, burstMs: 100 })
        return under.store.inbox.nextDueAt()
      }
      expect(await due('1', 1_000)).toBe(1_100)
      expect(await due('2', 1_090)).toBe(1_190)
      expect(await due('3', 1_180)).toBe(1_280)
      expect(await due('4', 1_270)).toBe(1_370)
      expect(await due('5', 1_360)).toBe(1_400)
      expect(await due('6', 1_390)).toBe(1_400)
      expect(await under.store.inbox.claim({ ...at, now: 1_399 })).toEqual([])
      expect((await claimOne(under.store, { now: 1_400 })).unread).toHaveLength(6)
    })

    test('tells whoever waits for the inbox, unless nothing was new', async () => {
      const heard: string[] = []
      under.store.onNotice((what) => heard.push(what))
      await accept(under.store, message('1'))
      await accept(under.store, message('1'))
      expect(heard).toEqual(['inbox'])
    })
  })

  describe('claim', () => {
    test('hands over a conversation with all its unread messages and their rows, in order', async () => {
      await accept(under.store, groupMessage('1', ana), groupMessage('2', ben), groupMessage('3', ana))
      const claim = await claimOne(under.store)
      expect(claim.conversation).toMatchObject({ threadId: group, surface: 'group', openCases: [], state: {} })
      expect(claim.unread.map(({ text }) => text)).toEqual(['text 1', 'text 2', 'text 3'])
      const rows = claim.unread.map(({ row }) => row)
      expect(rows).toEqual(rows.toSorted((a, b) => a - b))
    })

    test('takes the longest due first, up to the limit, and nothing that is not due', async () => {
      const fans = ['c', 'a', 'd', 'b'].map((name) => `telegram:${name}` as typeof ana)
      for (const [index, fan] of fans.entries()) {
        await under.store.inbox.accept([message('1', fan)], { now: 1_000 + index * 1_000, burstMs: 0 })
      }
      const claims = await under.store.inbox.claim({ now: 3_500, leaseMs: 1_000, limit: 2 })
      expect(claims.map(({ conversation }) => conversation.threadId)).toEqual(['telegram:c', 'telegram:a'])
      expect(await under.store.inbox.claim({ now: 3_500, leaseMs: 1_000, limit: 9 })).toHaveLength(1)
    })

    test('is exclusive: two stores that claim at once never share a conversation', async () => {
      const other = await under.open()
      const fans = Array.from({ length: 40 }, (_, index) => `telegram:${index}` as typeof ana)
      await accept(under.store, ...fans.map((fan) => message('1', fan)))
      const rounds = Array.from({ length: 10 }, () =>
        [under.store, other].map((store) => store.inbox.claim({ ...at, limit: 3 })),
      )
      let claims = (await Promise.all(rounds.flat())).flat()
      // What both had reached for at the same moment is still free.
      claims = claims.concat(await under.store.inbox.claim({ ...at, limit: 100 }))
      const threads = claims.map(({ conversation }) => conversation.threadId)
      expect(threads).toHaveLength(40)
      expect(new Set(threads).size).toBe(40)
    })

    test('leaves a held conversation alone, new messages or not, until its lease runs out', async () => {
      await accept(under.store, message('1'))
      const first = await claimOne(under.store, { now: 10_000, leaseMs: 1_000 })
      await accept(under.store, message('2'))
      expect(await under.store.inbox.claim({ ...at, now: 10_999 })).toEqual([])
      expect(await under.store.inbox.nextDueAt()).toBe(11_000)
      const second = await claimOne(under.store, { now: 11_000 })
      expect(second.unread.map(({ id }) => id)).toEqual(['1', '2'])
      expect(second.lease).not.toBe(first.lease)
    })

    test('counts failures in a row: releases and holders that vanished', async () => {
      await accept(under.store, message('1'))
      const first = await claimOne(under.store, { now: 10_000 })
      await under.store.inbox.release(first, 20_000)
      expect(first.failures).toBe(0)
      expect((await claimOne(under.store, { now: 20_000 })).failures).toBe(1)
      const third = await claimOne(under.store, { now: 30_000 })
      expect(third.failures).toBe(2)
      await settle(under.store, third)
      await accept(under.store, message('2'))
      expect((await claimOne(under.store, { now: 40_000 })).failures).toBe(0)
    })

    test('can be renewed while it is held, and not afterwards', async () => {
      await accept(under.store, message('1'))
      const claim = await claimOne(under.store, { now: 10_000 })
      expect(await under.store.inbox.renew(claim, { now: 10_900, leaseMs: 1_000 })).toBe(true)
      expect(await under.store.inbox.claim({ ...at, now: 11_500 })).toEqual([])
      await claimOne(under.store, { now: 11_900 })
      expect(await under.store.inbox.renew(claim, { now: 11_950, leaseMs: 1_000 })).toBe(false)
    })

    test('given back is due again when asked, in order, and only by its holder', async () => {
      await accept(under.store, message('1'), message('2'))
      const claim = await claimOne(under.store, { now: 10_000 })
      await under.store.inbox.release(claim, 15_000)
      expect(await under.store.inbox.nextDueAt()).toBe(15_000)
      expect(await under.store.inbox.claim({ ...at, now: 14_999 })).toEqual([])
      expect((await claimOne(under.store, { now: 15_000 })).unread.map(({ id }) => id)).toEqual(['1', '2'])
      await under.store.inbox.release(claim, 15_001)
      expect(await under.store.inbox.claim({ ...at, now: 15_500 })).toEqual([])
    })

    test('never sees another brand, which may have the same thread', async () => {
      const other = await under.open({ brand: 'tide' })
      await accept(under.store, message('1'))
      expect(await other.inbox.claim(at)).toEqual([])
      expect(await other.inbox.nextDueAt()).toBeUndefined()
      expect(await accept(other, message('1'))).toBe(1)
      const theirs = await claimOne(other)
      const ours = await claimOne(under.store)
      expect(theirs.conversation.id).not.toBe(ours.conversation.id)
      expect(await settle(other, ours, { outbox: [says('not mine')] })).toBe(false)
      expect(await settle(under.store, ours)).toBe(true)
    })
  })
}
