/** Holds: one holder at a time, each with a fence; whoever lost one writes nothing any more. */
import { describe, expect, test } from 'vitest'
import { accountId, threadId } from '../../../src/domain/ids.ts'
import { claimOne, message, type StoreUnderTest } from '../../support/store-harness.ts'

const LONG_MS = 60_000
const SHORT_MS = 40

export function holdsContract(under: StoreUnderTest): void {
  const open = () => under.open({ isShared: true })
  const a = (names: readonly string[], leaseMs = LONG_MS) => ({ owner: 'a', names, leaseMs })
  const b = (names: readonly string[], leaseMs = LONG_MS) => ({ owner: 'b', names, leaseMs })

  describe('holds', () => {
    test('what one has, nobody else takes; released, it is free at once, with a greater fence', async () => {
      const [one, two] = [await open(), await open()]
      const [first] = await one.holds.take(a(['poll']))
      expect(first).toEqual({ name: 'poll', fence: 1 })
      expect(await two.holds.take(b(['poll', 'shard']))).toEqual([{ name: 'shard', fence: 1 }])
      expect(await two.holds.held()).toEqual(['poll', 'shard'])
      await two.holds.release(b(['poll']))
      expect(await two.holds.take(b(['poll']))).toEqual([])
      await one.holds.release(a(['poll']))
      expect(await two.holds.take(b(['poll']))).toEqual([{ name: 'poll', fence: 2 }])
    })

    test('of those that are free no more are taken than asked for', async () => {
      const { holds } = await open()
      await holds.take(b(['1']))
      const taken = await holds.take({ ...a(['0', '1', '2', '3']), most: 2 })
      expect(taken.map(({ name }) => name).sort()).toEqual(['0', '2'])
    })

    test('many who ask at the same moment are one holder', async () => {
      const stores = await Promise.all([open(), open(), open(), open()])
      const taken = await Promise.all(
        stores.map(({ holds }, at) => holds.take({ owner: String(at), names: ['poll'], leaseMs: LONG_MS })),
      )
      expect(taken.flat()).toHaveLength(1)
    })

    test('one that ran out is renewed by its holder as long as nobody has taken it, and then by nobody', async () => {
      const [one, two] = [await open(), await open()]
      await one.holds.take(a(['poll'], SHORT_MS))
      await expect.poll(() => two.holds.held()).toEqual([])
      expect(await one.holds.renew({ owner: 'a', leaseMs: SHORT_MS })).toEqual([{ name: 'poll', fence: 1 }])
      expect(await one.holds.freeIn(['poll'])).toBeGreaterThan(0)
      await expect.poll(() => two.holds.take(b(['poll']))).toEqual([{ name: 'poll', fence: 2 }])
      expect(await one.holds.renew({ owner: 'a', leaseMs: LONG_MS })).toEqual([])
    })

    test('what was read under a hold that another has by now is not written, neither words nor the place', async () => {
      const { holds, inbox } = await open()
      const [old] = await holds.take(a(['poll'], 1))
      if (!old) throw new Error('it was free')
      const options = { now: 1_000, burstMs: 0 }
      const cursor = { name: 'poll', value: '5', hold: old }
      expect(await inbox.accept([message('1')], { ...options, cursor })).toBe(1)
      await expect.poll(() => holds.take(b(['poll']))).toHaveLength(1)
      const beside = inbox.accept([message('3', accountId('telegram', 'ben'))], options)
      const late = inbox.accept([message('2')], { ...options, cursor: { ...cursor, value: '9' } })
      await expect(late).rejects.toMatchObject({ code: 'hold-lost' })
      expect(await beside).toBe(1)
      expect(await inbox.cursor('poll')).toBe('5')
      const claims = await inbox.claim({ now: 2_000, leaseMs: 1, limit: 10 })
      expect(claims.flatMap(({ unread }) => unread.map(({ id }) => id)).sort()).toEqual(['1', '3'])
    })
  })

  describe('leases of a database that several processes share', () => {
    test('end by its clock on PostgreSQL, whatever the clocks of the processes say', async () => {
      if (!under.database.url.startsWith('postgres')) return
      const [one, two] = [await open(), await open()]
      const now = Date.now()
      await one.inbox.accept([message('1')], { now: now - 1_000, burstMs: 0 })
      const claim = await claimOne(one, { now, leaseMs: LONG_MS })
      expect(claim.conversation.threadId).toBe(threadId('telegram', 'ana'))
      // A clock that is an hour ahead of the other's.
      expect(await two.inbox.claim({ now: now + 3_600_000, leaseMs: LONG_MS, limit: 10 })).toEqual([])
      expect(await one.inbox.renew([claim], { now: now - 3_600_000, leaseMs: LONG_MS })).toEqual([])
      expect(await two.inbox.claim({ now: now + 30_000, leaseMs: LONG_MS, limit: 10 })).toEqual([])
    })
  })
}
