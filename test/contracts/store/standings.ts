/** What sets fans apart, titles, the circle and what is said unasked: kept, read back, and gone with the fan. */
import { describe, expect, test } from 'vitest'
import { DAY_MS } from '../../../src/domain/durations.ts'
import { accountId, threadId } from '../../../src/domain/ids.ts'
import { bot } from '../../../src/domain/speaker.ts'
import type { NewEvidence } from '../../../src/domain/standing.ts'
import { forStaff } from '../../../src/persona/voice/voice.ts'
import { accept, groupMessage, happens, message, type StoreUnderTest, settle } from '../../support/store-harness.ts'

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

  describe('an offer to help', () => {
    test('ends when the helper leaves that group, and there alone', async () => {
      const claim = await claimOf(ana, true)
      const [{ threadId: group }] = claim.unread
      const { id: conversation } = claim.conversation
      const offers = { kind: 'offers', account: ana, conversation, from: 0, to: 24 } as const
      await settle(under.store, claim, { helper: offers }, now)
      expect(await under.store.helpers.offeringIn(conversation)).toHaveLength(1)
      await happens(under.store, { kind: 'left', threadId: group, accountId: bo, at: now })
      expect(await under.store.helpers.offeringIn(conversation)).toHaveLength(1)
      await happens(under.store, { kind: 'left', threadId: group, accountId: ana, at: now })
      expect(await under.store.helpers.offeringIn(conversation)).toEqual([])
    })
  })

  describe('thanks for who was named', () => {
    test('count as sent by us of whoever had asked, in that group, and of nobody else', async () => {
      const cy = accountId('telegram', 'cy')
      const claim = await claimOf(ana, true)
      const { id: conversation } = claim.conversation
      await settle(under.store, claim, { helper: { kind: 'offers', account: ana, conversation, from: 0, to: 24 } }, now)
      const naming = { kind: 'named', account: ana, conversation } as const
      await settle(under.store, await claimOf(bo, true), { helper: naming, outbox: words('Ana may know.') }, now)
      const kinds = async () => (await under.store.standings.of(ana)).evidence.map(({ what }) => what).toSorted()
      await shows('thanked', ana, cy, true)
      expect(await kinds()).toEqual(['thanked'])
      await shows('thanked', ana, bo, true)
      expect(await kinds()).toEqual(['introduced', 'thanked', 'thanked'])
    })
  })

  describe('a line of ours that names a fan in a group', () => {
    test('is deleted and blank once they are forgotten; what was said to others stays', async () => {
      const said = (text: string) => [{ kind: 'text' as const, text: forStaff(text), speaker: bot }]
      const claim = await claimOf(ana, true)
      const { id: conversation } = claim.conversation
      const offers = { kind: 'offers', account: ana, conversation, from: 0, to: 24 } as const
      const name = claim.unread[0].author.name
      await settle(under.store, claim, { helper: offers, outbox: said(`${name}, you have earned a title.`) }, now)
      const naming = { kind: 'named', account: ana, conversation } as const
      const asked = await claimOf(bo, true)
      await settle(under.store, asked, { helper: naming, outbox: said(`${name} has offered to help.`) }, now + 1)
      await settle(under.store, await claimOf(bo, true), { outbox: said('Oat milk costs nothing.') }, now + 2)
      let nth = 0
      for (const parcel of await under.store.outbox.due({ now: now + 10, limit: 10, leaseMs: 1_000 }))
        await under.store.outbox.sent(parcel, `line-${++nth}`, now + 10)
      await settle(under.store, await claimOf(ana), { forget: ana }, now + 20)
      const left = await under.database.query(`select body from messages where direction = 'out' order by id`)
      const texts = left.map(({ body }) => String(body))
      expect(texts.join()).not.toContain(name)
      expect(texts.filter((body) => body.includes('Oat milk'))).toHaveLength(1)
      expect(texts.filter((body) => body.includes('"deletion"')).length).toBeGreaterThan(0)
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
      const { number } = await circle.ask({ question: 'which?', options: ['blue', 'green'], by: 'Dana' }, [], now)
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
      const { number } = await circle.ask({ question: 'which?', options: ['blue', 'green'], by: 'Dana' }, posts, now)
      for (const choice of [0, 1])
        await settle(under.store, await claimOf(ana), { vote: { number, choice, account: ana } }, now)
      expect(await circle.get(number)).toMatchObject({ isOpen: true, votes: [0, 1], suggestions: [] })
      expect(await circle.close(number, [], now)).toBe(true)
      expect(await circle.close(number, [], now)).toBe(false)
      await settle(under.store, await claimOf(bo), { vote: { number, choice: 0, account: bo } }, now)
      expect(await circle.get(number)).toMatchObject({ isOpen: false, votes: [0, 1] })
      expect(await circle.list(5)).toHaveLength(1)
      expect(await circle.askedBy(talkless, 'none')).toBeUndefined()
    })
  })

  test('a round that is open is not asked twice, whoever asks; once it is closed it may be asked anew', async () => {
    const { circle } = under.store
    const posts = [{ threadId: threadId('telegram', -5), outgoing: () => words('which?') }]
    const round = { question: 'Which cup?', options: ['blue', 'green'], by: 'Dana' }
    const [one, other] = await Promise.all([
      circle.ask(round, posts, now),
      circle.ask({ ...round, question: 'which  CUP?\u200b', by: 'Mia' }, posts, now),
    ])
    expect([one, other].map(({ number }) => number)).toEqual([1, 1])
    expect([one, other].filter(({ isOpenAlready }) => isOpenAlready)).toHaveLength(1)
    expect(await circle.ask({ question: round.question, by: 'Dana' }, posts, now)).toMatchObject({ number: 2 })
    await circle.close(1, [], now)
    expect(await circle.ask(round, posts, now)).toEqual({ number: 3, isOpenAlready: false })
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

    test('is of one fan on however many joined accounts, and of none where one of them switched it off or refused', async () => {
      const [there, third] = [accountId('discord', 'bo'), accountId('terminal', 'bo')]
      const all = [ana, bo, there, third]
      for (const account of all) await shows('role', account, undefined, true)
      const join = async (id: string, a: string, b: string) =>
        await under.database.query(
          `insert into links (id, brand, account_a, account_b, made_at)
            select '${id}', brand, '${a}', '${b}', ${now} from accounts where id = '${a}'`,
        )
      await join('one', bo, there)
      await join('two', third, there)
      const fansOf = async () => {
        const said = await under.store.interests.saidIn('all', { since: 0, limit: 10 })
        return { fans: new Set(said.map(({ fan }) => fan)).size, messages: said.length }
      }
      expect(await fansOf()).toEqual({ fans: 2, messages: 4 })
      // As from before they were joined: of this account alone.
      await under.database.query(`update standings set off_at = ${now} where account_id = '${third}'`)
      expect(await fansOf()).toEqual({ fans: 1, messages: 1 })
      await under.database.query('update standings set off_at = null')
      await under.database.query(
        `update fans set consent = 'no' where id = (select fan_id from accounts where id = '${bo}')`,
      )
      expect(await fansOf()).toEqual({ fans: 1, messages: 1 })
    })
  })
}

const talkless = 'none' as never
