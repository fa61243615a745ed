/** What sets fans apart, titles, the circle and what is said unasked: kept, read back, and gone with the fan. */
import { describe, expect, test } from 'vitest'
import { DAY_MS } from '../../../src/domain/durations.ts'
import { accountId, threadId } from '../../../src/domain/ids.ts'
import { bot } from '../../../src/domain/speaker.ts'
import type { NewEvidence } from '../../../src/domain/standing.ts'
import { forStaff } from '../../../src/persona/voice/voice.ts'
import { accept, groupMessage, message, type StoreUnderTest, settle } from '../../support/store-harness.ts'

const ana = accountId('telegram', 'ana')
const bo = accountId('telegram', 'bo')
const now = 10 * DAY_MS

export function standingsContract(under: StoreUnderTest): void {
  let said = 0
  async function claimOf(account: typeof ana, isGroup = false) {
    const text = `said ${++said}`
    const one = isGroup ? groupMessage(text, account) : message(text, account, { threadId: account as never })
    await accept(under.store, one)
    const claims = await under.store.inbox.claim({ now, leaseMs: 1_000, limit: 100 })
    const own = claims.find(({ unread: [first] }) => first.author.accountId === account)
    if (!own) throw new Error(`${account} has nothing to settle`)
    return own
  }
  async function shows(what: NewEvidence['what'], account: typeof ana, by?: typeof ana, isGroup = false) {
    const claim = await claimOf(by ?? account, isGroup)
    const row = claim.unread[0].row
    const one = { what, key: by ?? '', row, at: now, weight: 2, accountId: account, ...(by ? { by } : {}) }
    await settle(under.store, claim, { evidence: [one] }, now)
    return claim.conversation
  }
  const words = (text: string) => [{ kind: 'text' as const, text: forStaff(text), speaker: bot }]

  describe('what sets a fan apart', () => {
    test('is kept once for each key, with where it was seen, and goes with the fan whose words they were', async () => {
      await shows('thanked', ana, bo, true)
      await shows('thanked', ana, bo, true)
      const { evidence } = await under.store.standings.of(ana)
      expect(evidence).toMatchObject([{ what: 'thanked', weight: 2, at: now, isPublic: true }])
      const going = await claimOf(bo)
      await settle(under.store, going, { forget: bo }, now)
      expect((await under.store.standings.of(ana)).evidence).toEqual([])
    })

    test('ends with one word, until another', async () => {
      await shows('reach', ana)
      await settle(under.store, await claimOf(ana), { standing: { kind: 'off', account: ana } }, now)
      await shows('reach', ana)
      expect(await under.store.standings.of(ana)).toMatchObject({ choices: { offAt: now }, evidence: [] })
      await settle(under.store, await claimOf(ana), { standing: { kind: 'on', account: ana } }, now)
      await shows('reach', ana)
      expect((await under.store.standings.of(ana)).evidence).toHaveLength(1)
    })
  })

  describe('a no that comes in a file', () => {
    const taken = async () =>
      await under.store.portables.take([{ kind: 'standing', account: ana, offAt: 5, circle: 'no', circleAt: 5 }], now)

    test('counts where evidence alone made a place for choices here, and ends that evidence', async () => {
      await shows('reach', ana)
      await taken()
      expect(await under.store.standings.of(ana)).toMatchObject({ choices: { offAt: 5, circle: 'no' }, evidence: [] })
      await settle(under.store, await claimOf(ana), { standing: { kind: 'on', account: ana } }, now)
      expect((await under.store.standings.of(ana)).evidence).toEqual([])
    })

    test('stands against an invitation that was not answered, and not against a yes given here', async () => {
      const answers = (answer: 'asked' | 'yes') => ({ standing: { kind: 'circle', account: ana, answer } }) as const
      await settle(under.store, await claimOf(ana), answers('asked'), now)
      await taken()
      expect((await under.store.standings.of(ana)).choices.circle).toBe('no')
      await settle(under.store, await claimOf(ana), answers('yes'), now + 1)
      await taken()
      expect((await under.store.standings.of(ana)).choices.circle).toBe('yes')
    })
  })

  describe('of two joined accounts', () => {
    const away = accountId('discord', 'ana')
    const joined = async () => {
      await shows('reach', ana)
      await shows('reach', away)
      await under.store.portables.take([{ kind: 'link', id: 'l1', a: ana, b: away, madeAt: 1 }], now)
    }

    test('a no to the circle holds over a later yes of the other', async () => {
      await shows('reach', ana)
      await shows('reach', away)
      const answer = (account: typeof ana, answer: 'yes' | 'no') =>
        ({ standing: { kind: 'circle', account, answer } }) as const
      await settle(under.store, await claimOf(ana), answer(ana, 'no'), now)
      await settle(under.store, await claimOf(away), answer(away, 'yes'), now + 1)
      await joined()
      expect((await under.store.standings.of(away)).choices.circle).toBe('no')
    })

    test('the last vote counts, once', async () => {
      await joined()
      const { circle } = under.store
      const number = await circle.ask({ question: 'which?', options: ['blue', 'green'], by: 'Dana' }, [], now)
      await settle(under.store, await claimOf(ana), { vote: { number, choice: 0, account: ana } }, now)
      await settle(under.store, await claimOf(away), { vote: { number, choice: 1, account: away } }, now)
      expect((await circle.get(number))?.votes).toEqual([0, 1])
    })
  })

  describe('a title', () => {
    test('is looked for when something is seen, given, told once, and ended', async () => {
      const { titles } = under.store
      const { id: conversation } = await shows('thanked', ana, bo, true)
      expect(await titles.due(now, 10)).toEqual([ana])
      await titles.looked(ana, now, now + DAY_MS)
      expect(await titles.due(now, 10)).toEqual([])
      await titles.give({
        accountId: ana,
        conversation,
        title: 'lamp',
        name: 'Lamplighter',
        since: now,
        shown: 'words',
      })
      const [held] = await titles.toTell(ana)
      expect(held).toMatchObject({ title: 'lamp', name: 'Lamplighter', shown: 'words' })
      const id = held?.id ?? ''
      await settle(under.store, await claimOf(ana), { titlesTold: { given: [id], ended: [] } }, now)
      expect(await titles.toTell(ana)).toEqual([])
      expect(await titles.heldBy([ana])).toHaveLength(1)
      await titles.end(id, now, false)
      expect(await titles.heldBy([ana])).toEqual([])
      expect(await titles.toTell(ana)).toMatchObject([{ id, endedAt: now }])
    })
  })

  describe('the circle', () => {
    test('is asked into once, in private, and it counts as said unasked', async () => {
      const { circle, firstWords } = under.store
      await shows('reach', ana)
      const talk = await circle.talkWith(ana)
      if (!talk) throw new Error('there is a talk')
      expect(await circle.invite(ana, talk, words('come?'), now)).toBe(true)
      expect(await circle.invite(ana, talk, words('come?'), now)).toBe(false)
      expect(await firstWords.about(ana, talk.conversation, now - 1)).toMatchObject({ toFan: 1, here: 1 })
      expect(await firstWords.countSince(now - 1)).toEqual([{ reason: 'circle-invitation', count: 1 }])
      await settle(under.store, await claimOf(ana), { standing: { kind: 'circle', account: ana, answer: 'yes' } }, now)
      expect(await circle.members()).toBe(1)
    })

    test('has rounds with a vote a member, counted until they are closed', async () => {
      const { circle } = under.store
      const posts = [{ threadId: threadId('telegram', -5), outgoing: () => words('which?') }]
      const number = await circle.ask({ question: 'which?', options: ['blue', 'green'], by: 'Dana' }, posts, now)
      for (const choice of [0, 1])
        await settle(under.store, await claimOf(ana), { vote: { number, choice, account: ana } }, now)
      expect(await circle.get(number)).toMatchObject({ isOpen: true, votes: [0, 1], suggestions: [] })
      expect(await circle.close(number, now)).toBe(true)
      expect(await circle.close(number, now)).toBe(false)
      await settle(under.store, await claimOf(bo), { vote: { number, choice: 0, account: bo } }, now)
      expect(await circle.get(number)).toMatchObject({ isOpen: false, votes: [0, 1] })
      expect(await circle.list(5)).toHaveLength(1)
      expect(await circle.askedBy(talkless, 'none')).toBeUndefined()
    })
  })

  describe('what groups talk about', () => {
    test('is read of members who did not switch it off', async () => {
      await shows('thanked', ana, bo, true)
      const read = async () => await under.store.interests.saidIn('all', { since: 0, limit: 10 })
      expect(await read()).toHaveLength(1)
      await settle(under.store, await claimOf(bo), { standing: { kind: 'off', account: bo } }, now)
      expect(await read()).toEqual([])
      expect(await under.store.firstWords.lengthsSince(0, new Set())).toMatchObject({ promoting: 0 })
    })
  })
}

const talkless = 'none' as never
