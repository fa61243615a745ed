/** The ledger of works: numbers, who may be quoted, a withdrawal in the middle of a turn, what is taken down, whole and once. */
import { beforeEach, describe, expect, test } from 'vitest'
import { threadId } from '../../../src/domain/ids.ts'
import type { Outgoing } from '../../../src/domain/message.ts'
import type { Work, WorkOffer } from '../../../src/domain/work.ts'
import type { Store } from '../../../src/ports/store.ts'
import {
  accept,
  ana,
  at,
  ben,
  claimOne,
  happens,
  message,
  type StoreUnderTest,
  says,
  settle,
  takeOne,
} from '../../support/store-harness.ts'

const licence = { text: 'You may.', version: 'a1', lang: 'en', scope: 'Here.', until: 1_000_000 }
const offer: WorkOffer = {
  text: 'Warm rain.',
  message: '1',
  row: 1,
  lang: 'en',
  how: 'offered',
  licence,
  credit: 'Ana',
}
const quoting = ({ id }: Work): Outgoing => ({ ...says('“Warm rain.” — Ana'), work: id }) as Outgoing

export function worksContract(under: StoreUnderTest): void {
  let messages = 0
  const claimed = async (from = ana, store: Store = under.store) => {
    await accept(store, message(`said ${++messages}`, from))
    return await claimOne(store)
  }
  const gives = async (more: Partial<WorkOffer> = {}, store: Store = under.store): Promise<Work> => {
    const claim = await claimed(ana, store)
    const conversation = claim.conversation.id
    await settle(store, claim, { work: { kind: 'offered', account: ana, conversation, offer: { ...offer, ...more } } })
    const [work] = await store.works.ofFan(ana)
    if (!work) throw new Error('nothing was given')
    return work
  }
  const accepted = async ({ number }: Work) =>
    await under.store.works.decide(number, 'accepted', { who: 'Mia', answers: ['rain'], now: 20_000 })

  describe('a work of a fan', () => {
    test('has the words its fan said yes to, and a number of its brand', async () => {
      const first = await gives()
      expect(first).toMatchObject({ ...offer, number: 1, state: 'offered', account: ana, uses: 0 })
      expect((await gives({ text: 'Warm snow.' })).number).toBe(2)
      expect((await gives({ text: ' Warm  rain.' })).number).toBe(2)
      const other = await under.open({ brand: 'other' })
      expect((await gives({}, other)).number).toBe(1)
      expect((await under.store.works.list({ state: 'offered', limit: 1 })).total).toBe(2)
    })

    test('may be quoted once accepted, beside its answers, until its term is over, not by its fan', async () => {
      const work = await gives()
      const { id: conversation } = (await claimed(ben)).conversation
      const quotable = async (answer = 'rain', now = 30_000, account = ben) =>
        (await under.store.works.quotable(answer, { conversation, account, now }))?.id
      expect(await quotable()).toBeUndefined()
      await accepted(work)
      expect(await quotable()).toBe(work.id)
      expect(await quotable('sun')).toBeUndefined()
      expect(await quotable('rain', licence.until)).toBeUndefined()
      expect(await quotable('rain', 30_000, ana)).toBeUndefined()
    })

    test('whose message its fan deletes is shown no more, and nothing of its words is left', async () => {
      const claim = await claimed()
      const { threadId, id: conversation } = claim.conversation
      const [{ id, row }] = claim.unread
      const words = { ...offer, text: 'Cold rain.', message: id, row }
      await settle(under.store, claim, { work: { kind: 'offered', account: ana, conversation, offer: words } })
      const [work] = await under.store.works.ofFan(ana)
      if (work) await accepted(work)
      await happens(under.store, { kind: 'deleted', threadId, messageIds: [id], at: 30_000 })
      expect(await under.store.works.ofFan(ana)).toMatchObject([{ state: 'withdrawn' }])
      expect(await under.everything()).not.toContain('Cold rain')
    })

    test('that its fan takes back keeps its number and what was agreed to, and none of its words, wherever staff were shown them', async () => {
      const shown = {
        ...offer,
        text: 'Cold rain.',
        credit: 'Annalena',
        picture: { kind: 'photo', ref: 'cold-file' },
      } as const
      const byPage = await gives(shown)
      const inChat = await gives({ ...shown, text: 'Cold rain again.' })
      const listing = { ...says('Cold rain, by Annalena'), tellsOf: [byPage.id, inChat.id, ana] } as Outgoing
      await under.store.issues.tell(threadId('telegram', 'staff'), [{ outgoing: listing, quotes: [] }], 20_000)
      await under.store.outbox.sent(await takeOne(under.store, { now: 25_000 }), 'listing', 25_000)
      expect(await under.store.works.withdraw(ana, byPage.number, 30_000)).toBe(true)
      const { number } = inChat
      await settle(under.store, await claimed(), { work: { kind: 'withdrawn', account: ana, number } }, 40_000)
      const emptied = { text: '', credit: '', licence: { ...licence } }
      expect(await under.store.works.ofFan(ana)).toMatchObject([
        { number, state: 'withdrawn', withdrawnAt: 40_000, ...emptied },
        { number: byPage.number, state: 'withdrawn', withdrawnAt: 30_000, ...emptied },
      ])
      expect(await under.everything()).not.toMatch(/Cold rain|Annalena|cold-file/)
      expect((await takeOne(under.store, { now: 50_000 })).message).toMatchObject({
        kind: 'deletion',
        messageId: 'listing',
      })
    })

    test('keeps its words no longer than its term', async () => {
      await gives({ text: 'Cold rain.', credit: 'Annalena' })
      await under.store.works.takeDown(licence.until - 1)
      expect(await under.everything()).toContain('Cold rain')
      await under.store.works.takeDown(licence.until)
      expect(await under.everything()).not.toMatch(/Cold rain|Annalena/)
    })

    test('has a number that no other had, also of a fan who was forgotten, and of one that comes by a file', async () => {
      const one = await gives()
      const two = await gives({ text: 'Hail.' })
      await under.store.memory.forget(ana, {}, 30_000)
      const three = await gives()
      expect([one.number, two.number, three.number]).toEqual([1, 2, 3])
      await under.store.memory.forget(ana, {}, 30_000)
      const carried = {
        ...({
          kind: 'work',
          id: 'w',
          account: ben,
          thread: threadId('telegram', 'ben'),
          message: '1',
          number: 3,
        } as const),
        ...({ text: 'Snow.', lang: 'en', how: 'offered', licence, credit: '', state: 'offered' } as const),
        ...{ offeredAt: 1, answers: [] },
      }
      const fan = { kind: 'fan', accounts: [{ id: ben, name: 'Ben' }], consent: 'unasked' } as const
      await under.store.portables.take([fan, carried], 40_000)
      expect((await gives()).number).toBe(5)
      expect((await under.store.works.ofFan(ben)).map(({ number }) => number)).toEqual([4])
    })

    test('that is withdrawn while a turn quotes it ends that turn, which is thought about anew', async () => {
      const work = await gives()
      await accepted(work)
      const claim = await claimed(ben)
      expect(await under.store.works.withdraw(ana, work.number, 30_000)).toBe(true)
      expect(await settle(under.store, claim, { outbox: [says('Rain.'), quoting(work)] })).toBe(false)
      expect(await under.store.outbox.due(at)).toEqual([])
      expect((await claimOne(under.store)).unread).toHaveLength(1)
      expect(
        await under.store.works.decide(work.number, 'accepted', { who: 'Mia', answers: [], now: 1 }),
      ).toBeUndefined()
    })
  })

  describe('a quote', () => {
    let work: Work
    beforeEach(async () => {
      work = await gives()
      await accepted(work)
      const claim = await claimed(ben)
      expect(await settle(under.store, claim, { outbox: [says('Rain.'), quoting(work)] })).toBe(true)
    })
    const said = async () => {
      const claim = await claimed(ben)
      const { transcript } = await under.store.memory.recall(claim.conversation.id, ben, { before: 1e9, limit: 9 })
      return transcript.map(({ text }) => text).join('|')
    }

    test('counts as used, and is said once in a conversation', async () => {
      expect(await under.store.works.countsOf(ana)).toEqual({ offered: 1, accepted: 1, used: 1 })
      expect(await under.store.works.countsOf(ben)).toEqual({ offered: 0, accepted: 0, used: 0 })
      const { conversation } = await claimed(ben)
      const asked = { conversation: conversation.id, account: ben, now: 30_000 }
      expect(await under.store.works.quotable('rain', asked)).toBeUndefined()
    })

    test('that has not left is never said once it is withdrawn; what it stood beside is', async () => {
      await under.store.works.withdraw(ana, work.number, 30_000)
      expect(await under.store.works.takeDown(30_000)).toBe(1)
      expect(await under.store.works.takeDown(30_000)).toBe(0)
      const parcel = await takeOne(under.store, { now: 40_000 })
      expect(parcel.message).toMatchObject({ text: 'Rain.' })
      await under.store.outbox.sent(parcel, 'm1', 40_000)
      expect(await under.store.outbox.due({ ...at, now: 41_000 })).toEqual([])
      expect(await said()).not.toContain('Warm rain')
    })

    test('that was sent is deleted where it stands, and in what is read of the talk', async () => {
      for (const id of ['m1', 'm2'])
        await under.store.outbox.sent(await takeOne(under.store, { now: 40_000 }), id, 40_000)
      expect(await said()).toContain('Warm rain')
      await under.store.works.decide(work.number, 'declined', { who: 'Mia', answers: [], now: 50_000 })
      await under.store.works.takeDown(50_000)
      expect((await takeOne(under.store, { now: 60_000 })).message).toMatchObject({ kind: 'deletion', messageId: 'm2' })
      expect(await under.everything()).not.toContain('“Warm rain')
    })

    test('that is just leaving is taken down once it has left', async () => {
      const first = await takeOne(under.store, { now: 40_000 })
      await under.store.works.withdraw(ana, work.number, 40_000)
      expect(await under.store.works.takeDown(40_000)).toBe(0)
      await under.store.outbox.sent(first, 'm1', 40_100)
      expect(await under.store.works.takeDown(50_000)).toBe(1)
      expect(await under.everything()).not.toContain('“Warm rain')
    })

    test('of a term that is over is taken down too', async () => {
      expect(await under.store.works.takeDown(licence.until - 1)).toBe(0)
      expect(await under.store.works.takeDown(licence.until)).toBe(1)
    })
  })

  describe('a one-time link to a fan’s own page', () => {
    test('opens once, within its time, and the page ends too', async () => {
      const { ownLinks } = under.store
      await ownLinks.keep('h', ana, 2_000)
      expect(await ownLinks.open('h', 'page', 2_000, 9_000)).toBeUndefined()
      expect(await ownLinks.open('h', 'page', 1_000, 9_000)).toBe(ana)
      expect(await ownLinks.open('h', 'other', 1_000, 9_000)).toBeUndefined()
      expect(await ownLinks.opened('page', 8_999)).toBe(ana)
      expect(await ownLinks.opened('page', 9_000)).toBeUndefined()
    })

    test('ends with a newer one, and is nothing of another brand', async () => {
      const { ownLinks } = under.store
      await ownLinks.keep('old', ana, 2_000)
      await ownLinks.keep('new', ana, 2_000)
      expect(await ownLinks.open('old', 'page', 1_000, 9_000)).toBeUndefined()
      const other = await under.open({ brand: 'other' })
      expect(await other.ownLinks.open('new', 'page', 1_000, 9_000)).toBeUndefined()
    })
  })
}
