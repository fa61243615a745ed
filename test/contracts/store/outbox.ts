/** The outbox: order, retries, dead letters, and one sender at a time. */
import { describe, expect, test } from 'vitest'
import { accountId, threadId } from '../../../src/domain/ids.ts'
import {
  accept,
  ana,
  answer,
  at,
  ben,
  claimOne,
  message,
  type StoreUnderTest,
  says,
  settle,
  takeOne,
  textsOf,
} from '../../support/store-harness.ts'

export function outboxContract(under: StoreUnderTest): void {
  describe('the outbox', () => {
    test('hands out what is to be said in its order, one at a time', async () => {
      await answer(under.store, message('1'), 'one', 'two')
      await answer(under.store, message('2'), 'three')
      const heard: string[] = []
      for (let now = 10_000; now < 10_003; now++) {
        const parcel = await takeOne(under.store, { now })
        expect(await under.store.outbox.due({ ...at, now })).toEqual([])
        heard.push(...textsOf([parcel]))
        await under.store.outbox.sent(parcel, `sent-${now}`, now)
      }
      expect(heard).toEqual(['one', 'two', 'three'])
      expect(await under.store.outbox.nextDueAt()).toBeUndefined()
    })

    test('hands out the words to whoever is in danger first, and is even-handed again afterwards', async () => {
      await answer(under.store, message('1', ben), 'to ben')
      await under.store.inbox.accept([message('1')], { now: 5_000, burstMs: 0, weigh: () => 2 })
      await settle(under.store, await claimOne(under.store), { outbox: [says('to ana')] }, 11_000)
      const cleo = accountId('telegram', 'cleo')
      await accept(under.store, message('1', cleo))
      const handoff = { accountId: cleo, reason: 'self-harm', summary: 'in danger' } as const
      await settle(under.store, await claimOne(under.store), { outbox: [says('to cleo')], handoff }, 11_500)
      const parcels = await under.store.outbox.due({ ...at, now: 12_000 })
      expect(textsOf(parcels)).toEqual(['to ana', 'to cleo', 'to ben'])
      for (const parcel of parcels) await under.store.outbox.sent(parcel, 'sent', 12_000)
      await answer(under.store, message('2'), 'to ana again')
      await answer(under.store, message('2', ben), 'to ben again')
      expect(textsOf(await under.store.outbox.due({ ...at, now: 13_000 }))).toEqual(['to ana again', 'to ben again'])
    })

    test('hands out what is due on one platform alone, if asked', async () => {
      const other = message('1', accountId('dis cord', 'ana'), { threadId: threadId('dis cord', 'ana') })
      await answer(under.store, message('1'), 'on telegram')
      await answer(under.store, other, 'on discord')
      const due = (platform: string) => under.store.outbox.due({ ...at, platform })
      expect(textsOf(await due('dis cord'))).toEqual(['on discord'])
      expect(textsOf(await due('nowhere'))).toEqual([])
      expect(textsOf(await due('telegram'))).toEqual(['on telegram'])
    })

    test('says where a message goes, and names it the same over retries', async () => {
      await answer(under.store, message('1'), 'one')
      const parcel = await takeOne(under.store)
      expect(parcel).toMatchObject({
        attempts: 0,
        message: { ...says('one'), threadId: 'telegram:ana', surface: 'direct' },
      })
      // Discord takes a nonce of at most 25 characters.
      expect(parcel.message.id.length).toBeLessThanOrEqual(25)
      await under.store.outbox.retry(parcel, 12_000, 'busy')
      const again = await takeOne(under.store, { now: 12_000 })
      expect(again.attempts).toBe(1)
      expect(again.message).toEqual(parcel.message)
    })

    test('keeps later messages behind one that waits for its retry; other conversations go on', async () => {
      await answer(under.store, message('1'), 'one', 'two')
      const parcel = await takeOne(under.store)
      await under.store.outbox.retry(parcel, 20_000, 'flood')
      await answer(under.store, message('2'), 'three')
      expect(await under.store.outbox.nextDueAt()).toBe(20_000)
      await answer(under.store, message('1', ben), 'to ben')
      expect(textsOf(await under.store.outbox.due({ ...at, now: 19_999 }))).toEqual(['to ben'])
      expect(textsOf(await under.store.outbox.due({ ...at, now: 20_000 }))).toContain('one')
    })

    test('puts aside what can never be sent, with its reason, and goes on', async () => {
      await answer(under.store, message('1'), 'one', 'two')
      const parcel = await takeOne(under.store)
      await under.store.outbox.deadLetter(parcel, 'blocked by the fan', 11_000)
      expect(textsOf([await takeOne(under.store, { now: 11_000 })])).toEqual(['two'])
      expect(await under.store.records.deadLetters(5)).toEqual([
        { message: parcel.message, reason: 'blocked by the fan', at: 11_000 },
      ])
      expect(await (await under.open({ brand: 'tide' })).records.deadLetters(5)).toEqual([])
    })

    test('holds a conversation for longer when asked by its sender, and for nobody who has lost it', async () => {
      await answer(under.store, message('1'), 'one')
      await answer(under.store, message('1', ben), 'to ben')
      const parcels = await under.store.outbox.due(at)
      expect(parcels).toHaveLength(2)
      await under.store.outbox.renew(parcels, { now: 10_900, leaseMs: 1_000 })
      expect(await under.store.outbox.due({ ...at, now: 11_500 })).toEqual([])
      expect(await under.store.outbox.due({ ...at, now: 11_900 })).toHaveLength(2)
      await under.store.outbox.renew(parcels, { now: 11_950, leaseMs: 10_000 })
      expect(await under.store.outbox.due({ ...at, now: 12_900 })).toHaveLength(2)
    })

    test('never hands the same message to two senders', async () => {
      const other = await under.open()
      const fans = Array.from({ length: 30 }, (_, index) => `telegram:${index}` as typeof ana)
      await accept(under.store, ...fans.map((fan) => message('1', fan)))
      for (const claim of await under.store.inbox.claim({ ...at, limit: 30 })) {
        await settle(under.store, claim, { outbox: [says('one'), says('two')] })
      }
      const rounds = Array.from({ length: 10 }, () =>
        [under.store, other].map((store) => store.outbox.due({ ...at, limit: 4 })),
      )
      let parcels = (await Promise.all(rounds.flat())).flat()
      parcels = parcels.concat(await other.outbox.due({ ...at, limit: 100 }))
      expect(parcels).toHaveLength(30)
      expect(new Set(parcels.map(({ message }) => message.id)).size).toBe(30)
      expect(new Set(textsOf(parcels))).toEqual(new Set(['one']))
    })

    test('frees what a vanished sender held when its lease runs out', async () => {
      await answer(under.store, message('1'), 'one')
      const lost = await takeOne(under.store, { now: 10_000 })
      expect(await under.store.outbox.due({ ...at, now: 10_999 })).toEqual([])
      expect(await under.store.outbox.nextDueAt()).toBe(11_000)
      expect((await takeOne(under.store, { now: 11_000 })).message).toEqual(lost.message)
    })

    test('believes a late sender that it did send, and nothing else', async () => {
      await answer(under.store, message('1'), 'one', 'two')
      const late = await takeOne(under.store, { now: 10_000 })
      const holder = await takeOne(under.store, { now: 11_000 })
      await under.store.outbox.deadLetter(late, 'late', 11_100)
      await under.store.outbox.retry(late, 50_000, 'late')
      expect(await under.store.records.deadLetters(5)).toEqual([])
      await under.store.outbox.sent(late, 'platform-1', 11_200)
      expect(await under.store.outbox.due({ ...at, now: 11_200 })).toEqual([])
      await under.store.outbox.retry(holder, 50_000, 'busy')
      expect(textsOf([await takeOne(under.store, { now: 50_000 })])).toEqual(['two'])
    })

    test('keeps the platform’s id of what was sent for the transcript', async () => {
      await answer(under.store, message('1'), 'one')
      await under.store.outbox.sent(await takeOne(under.store), 'platform-1', 11_000)
      await accept(under.store, message('2'))
      const { conversation, unread } = await claimOne(under.store)
      const { transcript } = await under.store.memory.recall(conversation.id, ana, { before: unread[0].row, limit: 9 })
      expect(transcript).toMatchObject([
        { from: 'fan', text: 'text 1', messageId: '1' },
        { from: 'brand', text: 'one', messageId: 'platform-1' },
      ])
    })

    test('sees no other brand', async () => {
      await answer(under.store, message('1'), 'one')
      const other = await under.open({ brand: 'tide' })
      expect(await other.outbox.due(at)).toEqual([])
      expect(await other.outbox.nextDueAt()).toBeUndefined()
      await accept(other, message('1'))
      const parcel = await takeOne(under.store)
      await other.outbox.sent(parcel, 'foreign', 10_500)
      await under.store.outbox.retry(parcel, 12_000, 'busy')
      expect(textsOf([await takeOne(under.store, { now: 12_000 })])).toEqual(['one'])
    })
  })
}
