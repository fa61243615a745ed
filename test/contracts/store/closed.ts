/** closed and opened: what cannot be said is put aside with its reason, and said again once it can be. */
import { describe, expect, test } from 'vitest'
import type { ThreadEvent } from '../../../src/domain/event.ts'
import { wordsOfOutgoing } from '../../../src/domain/message.ts'
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
  message,
  type StoreUnderTest,
  says,
  settle,
  takeOne,
  textsOf,
} from '../../support/store-harness.ts'

const closed: ThreadEvent = { kind: 'closed', threadId: group, reason: 'removed from the group', at: 2_000 }
const opened: ThreadEvent = { kind: 'opened', threadId: group, at: 3_000 }

export function closedContract(under: StoreUnderTest): void {
  async function deadReasons(): Promise<[string, string][]> {
    const dead = await under.store.records.deadLetters(9)
    return dead.map(({ message, reason }) => [wordsOfOutgoing(message), reason])
  }

  describe('a closed thread', () => {
    test('keeps why and since when, and what was to be said there is dead-lettered with the reason', async () => {
      await answer(under.store, groupMessage('1'), 'one', 'two')
      await answer(under.store, message('1'), 'elsewhere')
      await happens(under.store, closed)
      const mark = { reason: 'removed from the group', at: 2_000 }
      expect((await under.store.records.conversation(group))?.closed).toEqual(mark)
      expect(textsOf(await under.store.outbox.due(at))).toEqual(['elsewhere'])
      expect(await deadReasons()).toEqual([
        ['two', mark.reason],
        ['one', mark.reason],
      ])
      expect((await under.store.records.deadLetters(1))[0]?.at).toBe(11_000)
    })

    test('still has its turns settled and its decisions kept; what they say is dead-lettered at once', async () => {
      await accept(under.store, groupMessage('1'))
      const claim = await claimOne(under.store)
      await happens(under.store, closed)
      const heard: string[] = []
      under.store.onNotice((what) => heard.push(what))
      expect(await settle(under.store, claim, { outbox: [says('one')] }, 12_000)).toBe(true)
      expect(await under.store.outbox.nextDueAt()).toBeUndefined()
      expect(await deadReasons()).toEqual([['one', 'removed from the group']])
      expect(await under.store.records.decisions(group, 9)).toHaveLength(1)
      await accept(under.store, groupMessage('2'))
      expect((await claimOne(under.store, { now: 12_000 })).conversation.closed?.at).toBe(2_000)
    })

    test('is spoken in again once it is opened; what was dead-lettered stays so', async () => {
      await answer(under.store, groupMessage('1'), 'one')
      await happens(under.store, closed)
      await happens(under.store, opened)
      expect(await under.store.records.conversation(group)).not.toHaveProperty('closed')
      await answer(under.store, groupMessage('2'), 'two')
      expect(textsOf([await takeOne(under.store)])).toEqual(['two'])
      expect(await deadReasons()).toEqual([['one', 'removed from the group']])
    })

    test('stays closed when an older opening comes late', async () => {
      await accept(under.store, groupMessage('1'))
      await happens(under.store, closed, { ...opened, at: 1_500 })
      expect(await under.store.records.conversation(group)).toHaveProperty('closed')
    })

    test('in private opens when the fan writes again, in a group it does not', async () => {
      const { threadId } = message('1')
      await accept(under.store, message('1'), groupMessage('1'))
      await happens(under.store, { ...closed, threadId }, closed)
      await accept(under.store, message('2', ana, { sentAt: 2_000 }))
      expect(await under.store.records.conversation(threadId)).toHaveProperty('closed')
      const echo = message('3', ana, { sentAt: 5_000, isOwn: true })
      await accept(under.store, echo, groupMessage('2', ben, { sentAt: 5_000 }))
      expect(await under.store.records.conversation(threadId)).toHaveProperty('closed')
      await accept(under.store, message('4', ana, { sentAt: 2_001 }))
      expect(await under.store.records.conversation(threadId)).not.toHaveProperty('closed')
      expect(await under.store.records.conversation(group)).toHaveProperty('closed')
    })

    test('is believed to have heard what a sender was just saying', async () => {
      await answer(under.store, groupMessage('1'), 'one', 'two')
      const parcel = await takeOne(under.store)
      await happens(under.store, closed)
      await under.store.outbox.sent(parcel, 'p', 12_000)
      expect(await deadReasons()).toEqual([['two', 'removed from the group']])
      await happens(under.store, opened)
      await answer(under.store, groupMessage('2'), 'three')
      expect(textsOf([await takeOne(under.store)])).toEqual(['three'])
    })

    test('has nothing tried again that a sender failed to say meanwhile', async () => {
      await answer(under.store, groupMessage('1'), 'one')
      const parcel = await takeOne(under.store)
      await happens(under.store, closed)
      await under.store.outbox.retry(parcel, 12_000, 'busy')
      expect(await under.store.outbox.nextDueAt()).toBeUndefined()
      expect(await deadReasons()).toEqual([['one', 'removed from the group']])
    })

    test('that nobody knows is ignored, unless its first message comes in the same call', async () => {
      await happens(under.store, closed)
      expect(await under.store.records.conversation(group)).toBeUndefined()
      await under.store.inbox.accept([groupMessage('1')], { now: 1_000, burstMs: 0, events: [closed] })
      expect(await under.store.records.conversation(group)).toHaveProperty('closed')
    })

    test('is also what a sender found closed: the rest of the queue goes with it', async () => {
      await answer(under.store, groupMessage('1'), 'one', 'two')
      await answer(under.store, message('1'), 'elsewhere')
      const parcels = await under.store.outbox.due(at)
      const [parcel] = parcels.filter(({ message }) => message.threadId === group)
      if (parcel === undefined) throw new Error('the group is due')
      await under.store.outbox.deadLetter(parcel, 'Forbidden: kicked', 12_000, { reason: 'kicked' })
      expect((await under.store.records.conversation(group))?.closed).toEqual({ reason: 'kicked', at: 12_000 })
      expect(await deadReasons()).toEqual([
        ['two', 'kicked'],
        ['one', 'Forbidden: kicked'],
      ])
      expect(await under.store.records.conversation(message('1').threadId)).not.toHaveProperty('closed')
    })

    test('is not closed by a sender that lost its lease', async () => {
      await answer(under.store, groupMessage('1'), 'one')
      const late = await takeOne(under.store, { now: 10_000 })
      const holder = await takeOne(under.store, { now: 11_000 })
      await under.store.outbox.deadLetter(late, 'late', 11_100, { reason: 'late' })
      expect(await under.store.records.conversation(group)).not.toHaveProperty('closed')
      await under.store.outbox.sent(holder, 'p', 11_200)
      expect(await deadReasons()).toEqual([])
    })
  })
}
