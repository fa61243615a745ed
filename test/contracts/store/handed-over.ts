/** What is handed over in memory: the same leases and fences as what is claimed or taken, without the asking. */
import { describe, expect, test } from 'vitest'
import type { ThreadEvent } from '../../../src/domain/event.ts'
import { accountId } from '../../../src/domain/ids.ts'
import type { InboundMessage } from '../../../src/domain/message.ts'
import type { Claim } from '../../../src/ports/inbox.ts'
import type { Parcel } from '../../../src/ports/outbox.ts'
import {
  ana,
  answer,
  at,
  ben,
  effects,
  message,
  type StoreUnderTest,
  says,
  settle,
  textsOf,
  turnId,
} from '../../support/store-harness.ts'

export function handedOverContract(under: StoreUnderTest): void {
  const now = at.now
  const [cleo, dan] = [accountId('telegram', 'cleo'), accountId('telegram', 'dan')]

  /** What is heard at `now` by somebody who goes on with it at once. */
  async function hear(
    messages: readonly InboundMessage[],
    { places = 8, burstMs = 0, events = [] }: { places?: number; burstMs?: number; events?: ThreadEvent[] } = {},
  ): Promise<Claim[]> {
    const claims: Claim[] = []
    const handOver = { leaseMs: at.leaseMs, places: () => places, taken: (claim: Claim) => void claims.push(claim) }
    await under.store.inbox.accept(messages, { now, burstMs, handOver, events })
    return claims
  }

  async function settleAndSend(claim: Claim, ...texts: string[]): Promise<{ isSettled: boolean; parcels: Parcel[] }> {
    const parcels: Parcel[] = []
    const sendOn = { leaseMs: at.leaseMs, taken: (parcel: Parcel) => void parcels.push(parcel) }
    const turn = { id: turnId(), rows: claim.unread.map(({ row }) => row) }
    const said = effects({ outbox: texts.map(says) })
    const isSettled = await under.store.inbox.settle(claim, turn, said, now, sendOn)
    return { isSettled, parcels }
  }

  describe('a message that is heard and handed over', () => {
    test('is the claim that would have been found, and nobody else finds it', async () => {
      const handed = await hear([message('1')])
      expect(await under.store.inbox.claim(at)).toEqual([])
      const [found] = await under.store.inbox.claim({ ...at, now: now + at.leaseMs + 1 })
      expect(handed).toEqual([{ ...found, lease: handed[0]?.lease, failures: 0 }])
      // Whoever had it and vanished is a failure, as with a claim.
      expect(found?.failures).toBe(1)
    })

    test('is told as heard, so that nobody goes to look for it', async () => {
      const told: string[] = []
      under.store.onNotice((what) => told.push(what))
      await hear([message('1')])
      expect(told).toEqual(['heard'])
      await hear([message('1')])
      expect(told).toEqual(['heard'])
      // One of the two waits to be claimed.
      await hear([message('2'), message('1', ben)])
      expect(told).toEqual(['heard', 'inbox', 'heard'])
    })

    test('is settled by its lease, and by no other once that ran out', async () => {
      const [first] = await hear([message('1')])
      const [second] = await hear([message('1', ben)])
      if (!first || !second) return expect.fail('both were handed over')
      expect(await settle(under.store, first, {}, now)).toBe(true)
      await under.store.inbox.claim({ ...at, now: now + at.leaseMs + 1 })
      expect(await settle(under.store, second, {}, now + at.leaseMs + 2)).toBe(false)
      expect(await hear([message('1')])).toEqual([])
    })

    test('leaves what comes meanwhile to be claimed when its turn is settled', async () => {
      const [claim] = await hear([message('1')])
      expect(await hear([message('2')])).toEqual([])
      expect(await under.store.inbox.claim(at)).toEqual([])
      if (claim) await settle(under.store, claim, {}, now)
      const [next] = await under.store.inbox.claim(at)
      expect(next?.unread.map(({ id }) => id)).toEqual(['2'])
    })

    test('waits to be claimed where more are heard than there are places, where a pause is to be waited for, and beside an event', async () => {
      expect(await hear([message('1'), message('1', ben)], { places: 1 })).toEqual([])
      expect(await under.store.inbox.claim(at)).toHaveLength(2)
      expect(await hear([message('1', cleo)], { burstMs: 500 })).toEqual([])
      const { threadId } = message('1', dan)
      const gone: ThreadEvent = { kind: 'deleted', threadId, messageIds: ['1'], at: now }
      expect(await hear([message('1', dan)], { events: [gone] })).toEqual([])
    })

    test('waits to be claimed where staff have its fan', async () => {
      const [claim] = await hear([message('1')])
      if (!claim) return expect.fail('it was handed over')
      const handoff = { accountId: ana, reason: 'complaint', summary: 'Late.', timers: {}, team: 'care' } as const
      await settle(under.store, claim, { handoff }, now)
      expect(await hear([message('2')])).toEqual([])
      const [found] = await under.store.inbox.claim(at)
      expect(found?.conversation.openCases).toHaveLength(1)
    })
  })

  describe('a reply that is settled and sent on', () => {
    test('is the parcel that would have been found, and nobody else finds it', async () => {
      const [claim] = await hear([message('1')])
      if (!claim) return expect.fail('it was handed over')
      const { isSettled, parcels } = await settleAndSend(claim, 'one', 'two')
      expect(isSettled).toBe(true)
      expect(await under.store.outbox.due(at)).toEqual([])
      const [found] = await under.store.outbox.due({ ...at, now: now + at.leaseMs + 1 })
      expect(parcels).toEqual([{ ...found, lease: parcels[0]?.lease }])
    })

    test('gives the next its turn once it was sent', async () => {
      const [claim] = await hear([message('1')])
      const { parcels } = claim ? await settleAndSend(claim, 'one', 'two') : { parcels: [] }
      const [parcel] = parcels
      if (!parcel) return expect.fail('it was sent on')
      await under.store.outbox.sent(parcel, 'sent-1', now)
      expect(textsOf(await under.store.outbox.due(at))).toEqual(['two'])
    })

    test('waits behind what is to leave there first', async () => {
      await answer(under.store, message('1'), 'first')
      const [claim] = await hear([message('2')])
      const { parcels } = claim ? await settleAndSend(claim, 'second') : expect.fail('it was handed over')
      expect(parcels).toEqual([])
      expect(textsOf(await under.store.outbox.due(at))).toEqual(['first'])
    })

    test('is nothing where the settle came too late', async () => {
      const [claim] = await hear([message('1')])
      await under.store.inbox.claim({ ...at, now: now + at.leaseMs + 1 })
      expect(claim && (await settleAndSend(claim, 'late'))).toEqual({ isSettled: false, parcels: [] })
    })
  })
}
