/** Issues and their reports: who watches, what is kept of what was noticed, what staff change and undo, and what age leaves. */
import { describe, expect, test } from 'vitest'
import type { AccountId } from '../../../src/domain/ids.ts'
import { threadId } from '../../../src/domain/ids.ts'
import { accept, ana, at, ben, message, type StoreUnderTest, says, settle } from '../../support/store-harness.ts'

const dana = { id: 'desk:dana', name: 'Dana' }
const leaseMs = 1_000

export function issuesContract(under: StoreUnderTest): void {
  const issues = () => under.store.issues

  /** Each of these fans reports once; the ids of their reports. */
  let accepted = 0
  async function reported(...fans: readonly AccountId[]): Promise<number[]> {
    for (const [index, fan] of fans.entries())
      await accept(under.store, message(`m${accepted++}`, fan, { text: `the lid leaks, says ${index}` }))
    for (const claim of await under.store.inbox.claim(at)) {
      const [{ row, author }] = claim.unread
      const report = { accountId: author.accountId, row, at: 5_000, kind: 'complaint', lang: 'en' } as const
      await settle(under.store, claim, { reports: [report, report] })
    }
    return (await issues().unheard(10)).map(({ id }) => id)
  }

  const made = async (ids: readonly number[]) => {
    await issues().claimWatch('me', 1_000, leaseMs)
    const attached = ids.map((report) => ({ report, issue: 'new 1' }))
    const numbers = await issues().keep('me', { attached, made: [{ key: 'new 1', title: 'lid · leaks' }] }, 10_000)
    return numbers?.get('new 1') ?? 0
  }

  describe('issues', () => {
    test('a report is one, however often its message is thought about, and has its words while they are kept', async () => {
      const [id = 0, ...more] = await reported(ana)
      expect(more).toEqual([])
      expect(await issues().hasUnheard()).toBe(true)
      expect(await issues().some([id])).toMatchObject([
        {
          id,
          accountId: ana,
          platform: 'telegram',
          kind: 'complaint',
          text: 'the lid leaks, says 0',
          wants: 'unasked',
        },
      ])
    })

    test('one process watches; another takes its place when its time is over, and what the first still brings is refused', async () => {
      const ids = await reported(ana)
      expect(await issues().claimWatch('me', 1_000, leaseMs)).toBe(true)
      expect(await issues().claimWatch('other', 1_500, leaseMs)).toBe(false)
      expect(await issues().claimWatch('me', 1_900, leaseMs)).toBe(true)
      expect(await issues().claimWatch('other', 2_950, leaseMs)).toBe(true)
      expect(await issues().keep('me', { attached: [], made: [] }, 3_000)).toBeUndefined()
      expect(await issues().finish('me', ids, [], 3_000)).toBe(false)
      expect(await issues().finish('other', ids, [], 3_000)).toBe(true)
      expect(await issues().hasUnheard()).toBe(false)
      // Whoever held it when the clock was set back holds it no longer than anybody.
      expect(await issues().claimWatch('late', -50_000, leaseMs)).toBe(true)
    })

    test('are counted by people, with platforms and since when', async () => {
      const number = await made(await reported(ana, ben))
      expect(await issues().list(6_000)).toMatchObject([
        {
          number,
          title: 'lid · leaks',
          state: 'seen',
          reporters: 2,
          reports: 2,
          platforms: ['telegram'],
          since: 5_000,
        },
      ])
    })

    test('each act of staff is done once for a message, and undone in their order', async () => {
      const ids = await reported(ana, ben)
      const number = await made(ids)
      const before = await issues().list(6_000)
      const changes = await issues().changes()
      const set = {
        kind: 'set',
        number,
        set: { state: 'fixed', owner: 'care', answer: { en: ['Soon.'] } },
        what: 'x',
      } as const
      expect(await issues().act(set, dana, 'first', 7_000)).toEqual({ number })
      expect(await issues().act(set, dana, 'first', 7_000)).toBe('again')
      expect(await issues().get(number, 8_000)).toMatchObject({
        state: 'fixed',
        fixedAt: 7_000,
        owner: 'care',
        answer: { en: ['Soon.'] },
      })
      const opened = await issues().act({ kind: 'open', title: 'Ben’s', reports: ids.slice(1) }, dana, 'second', 8_000)
      expect(opened).toEqual({ number: number + 1 })
      expect(await issues().list(9_000)).toMatchObject([{ reporters: 1 }, { title: 'Ben’s', reporters: 1 }])
      expect(await issues().act({ kind: 'merge', number, into: number + 1 }, dana, 'third', 9_000)).toEqual({
        number: number + 1,
      })
      expect(await issues().list(9_000)).toMatchObject([{ title: 'Ben’s', reporters: 2 }])
      expect(await issues().act({ kind: 'merge', number: 99, into: 1 }, dana, 'fourth', 9_000)).toBe('unknown')
      expect(await issues().changes()).toBeGreaterThan(changes)
      expect(await issues().undo(number + 1, dana, 10_000)).toMatch(/merged/)
      expect(await issues().undo(number + 1, dana, 10_000)).toMatch(/opened/)
      expect(await issues().undo(number, dana, 10_000)).toBe('x')
      expect(await issues().undo(number, dana, 10_000)).toBeUndefined()
      expect(await issues().list(6_000)).toEqual(before)
    })

    test('what a person put somewhere no grouping moves', async () => {
      const [id = 0, ...more] = await reported(ana, ben)
      const number = await made([id, ...more])
      await issues().act({ kind: 'detach', reports: [id], from: number }, dana, 'detached', 7_000)
      await issues().keep('me', { attached: [{ report: id, issue: number }], made: [] }, 8_000)
      expect((await issues().some([id]))[0]?.issue).toBeUndefined()
    })

    test('an act of reports that are not there, or of another issue, does nothing', async () => {
      const [id = 0, other = 0] = await reported(ana, ben)
      const number = await made([id])
      const before = await issues().list(6_000)
      const acts = [
        { kind: 'open', title: 'Lids', reports: [id, 98_765] },
        { kind: 'attach', number, reports: [other, 98_765] },
        { kind: 'detach', from: number, reports: [id, 98_765] },
      ] as const
      for (const [at, act] of acts.entries())
        expect(await issues().act(act, dana, `lacking ${at}`, 7_000)).toEqual({ lacking: [98_765] })
      expect(await issues().act({ kind: 'detach', from: number, reports: [other] }, dana, 'of none', 7_000)).toEqual({
        lacking: [other],
      })
      const split = { kind: 'open', title: 'Lids', reports: [other], from: number } as const
      expect(await issues().act(split, dana, 'split', 7_000)).toEqual({ lacking: [other] })
      expect(await issues().list(6_000)).toEqual(before)
    })

    test('undo never takes back what was done later, as an act on another issue', async () => {
      const [id = 0, other = 0] = await reported(ana, ben)
      const open = (title: string, reports: readonly number[]) =>
        issues().act({ kind: 'open', title, reports }, dana, title, 7_000)
      await open('One', [id])
      await open('Two', [other])
      await issues().act({ kind: 'attach', number: 2, reports: [id] }, dana, 'moved', 8_000)
      const later = { number: 2, who: 'Dana', what: `attached r${id}` }
      expect(await issues().undo(1, dana, 9_000)).toEqual({ later })
      expect(await issues().get(2, 9_000)).toMatchObject({ reports: 2 })
      expect(await issues().undo(2, dana, 9_000)).toMatch(/attached/)
      expect(await issues().undo(1, dana, 9_000)).toMatch(/opened/)
    })

    test('undoing a merge lets go of what came since, but not of what staff put there', async () => {
      const [one = 0, two = 0] = await reported(ana, ben)
      const open = (title: string, reports: readonly number[]) =>
        issues().act({ kind: 'open', title, reports }, dana, title, 7_000)
      await open('One', [one])
      await open('Two', [two])
      await issues().act({ kind: 'merge', number: 1, into: 2 }, dana, 'merged', 8_000)
      const [later = 0, put = 0] = (await reported(ana, ben)).filter((id) => id > two)
      const attached = [{ report: later, issue: 2, isPinned: true as const }]
      await issues().claimWatch('me', 1_000, leaseMs)
      await issues().keep('me', { attached, made: [] }, 9_000)
      await issues().act({ kind: 'attach', number: 2, reports: [put] }, dana, 'put', 9_000)
      expect(await issues().undo(2, dana, 9_500)).toMatch(/attached/)
      await issues().act({ kind: 'attach', number: 2, reports: [put] }, dana, 'put again', 9_600)
      await issues().undo(2, dana, 9_700)
      expect(await issues().undo(2, dana, 9_800)).toMatch(/merged/)
      const found = (await issues().some([one, two, later])).toSorted((a, b) => a.id - b.id)
      expect(found.map(({ id, issue, isPinned }) => [id, issue, isPinned])).toEqual([
        [one, 1, true],
        [two, 2, true],
        [later, undefined, false],
      ])
    })

    test('one that nobody named says so, until staff or the file name it', async () => {
      const number = await made(await reported(ana))
      expect(await issues().get(number, 6_000)).toMatchObject({ isUnnamed: true })
      const title = { kind: 'set', number, set: { title: 'Lids' }, what: 'it is called Lids' } as const
      await issues().act(title, dana, 'named', 7_000)
      expect(await issues().get(number, 8_000)).not.toHaveProperty('isUnnamed')
      await issues().undo(number, dana, 9_000)
      expect(await issues().get(number, 9_000)).toMatchObject({ isUnnamed: true })
      await issues().prepare([{ fileId: 'mug', title: 'Mugs' }], 9_000)
      expect((await issues().list(9_000)).at(-1)).not.toHaveProperty('isUnnamed')
    })

    test('foreseen ones have a row, are seen with their first report, and keep what staff set', async () => {
      await issues().prepare([{ fileId: 'lid', title: 'Lids', owner: 'care' }], 1_000)
      await issues().prepare([{ fileId: 'lid', title: 'Lids that leak', owner: 'other' }], 2_000)
      const [one] = await issues().list(3_000)
      expect(one).toMatchObject({
        fileId: 'lid',
        title: 'Lids that leak',
        state: 'prepared',
        owner: 'care',
        reporters: 0,
      })
      const [report = 0] = await reported(ana)
      await issues().claimWatch('me', 1_000, leaseMs)
      await issues().keep('me', { attached: [{ report, issue: one?.number ?? 0, isPinned: true }], made: [] }, 3_000)
      expect(await issues().get(one?.number ?? 0, 6_000)).toMatchObject({ state: 'seen', reporters: 1 })
    })

    test('a wave and the words about it are written together, where staff can be told', async () => {
      const ids = await reported(ana)
      await issues().claimWatch('me', 1_000, leaseMs)
      const thread = threadId('telegram', -500, 9)
      const words = { thread, told: { outgoing: says('A wave'), quotes: ids } }
      expect(await issues().finish('me', ids, [{ words, topic: 'lid', at: 5_000, people: 4 }], 6_000)).toBe(true)
      const [wave] = await issues().waves(0)
      expect(wave).toMatchObject({ topic: 'lid', told: 4, toldAt: 6_000 })
      await issues().finish('me', ids, [{ id: wave?.id ?? 0, at: 7_000, people: 9 }], 8_000)
      expect(await issues().waves(0)).toMatchObject([{ topic: 'lid', told: 9, toldAt: 8_000 }])
      await issues().finish('me', ids, [{ id: wave?.id ?? 0, at: 8_000, people: 9, topic: 'cup' }], 9_000)
      expect(await issues().waves(0)).toMatchObject([{ topic: 'cup', told: 9, toldAt: 9_000 }])
      const parcels = await under.store.outbox.due({ ...at, now: 30_000 })
      expect(parcels.filter(({ message: { threadId: to } }) => to === thread)).toHaveLength(1)
    })

    test('a crisis is one for each topic, keeps all that happened, is looked at again in time, and ends once', async () => {
      const number = await made(await reported(ana, ben))
      const topic = { issue: number, isDrill: false }
      expect(await issues().changeCrisis(topic, { what: 'green', isEnded: true }, dana, 1_000)).toBeUndefined()
      await issues().changeCrisis(topic, { level: 'amber', reviewMs: 500, what: 'amber' }, dana, 1_000)
      const statement = { lang: 'en', words: 'We know.', approvedBy: dana, at: 1_100 }
      await issues().changeCrisis(topic, { level: 'red', statement, words: ['lid'], what: 'red' }, dana, 1_100)
      await issues().changeCrisis(
        topic,
        { statement: { ...statement, words: 'We mend it.' }, what: 'said' },
        dana,
        1_200,
      )
      await issues().changeCrisis({ isDrill: true }, { level: 'red', what: 'played' }, dana, 1_200)
      const [real, drill, ...more] = await issues().crises('open')
      expect(more).toEqual([])
      expect(drill).toMatchObject({ isDrill: true, level: 'red' })
      expect(real).toMatchObject({
        ...{ issue: number, level: 'red', beganAt: 1_000, reviewAt: 1_700, words: ['lid'], isDrill: false },
        statements: [{ words: 'We mend it.', approvedBy: dana }],
        events: [{ at: 1_000, who: 'Dana', what: 'amber' }, { what: 'red' }, { what: 'said' }],
      })
      expect(await issues().takeDueReviews(1_699)).toEqual([])
      expect(await issues().takeDueReviews(1_700)).toMatchObject([{ id: real?.id, reviewAt: 2_200 }])
      expect(await issues().takeDueReviews(1_700)).toEqual([])
      await issues().changeCrisis(topic, { isEnded: true, what: 'green' }, dana, 9_000)
      expect(await issues().crises('open')).toMatchObject([{ isDrill: true }])
      const [ended] = await issues().crises('all')
      if (!ended) throw new Error('it is kept')
      expect(await issues().figuresOf(ended, 9_000)).toMatchObject({
        reporters: 2,
        reports: 2,
        firstReportAt: 5_000,
        statements: 0,
      })
    })

    test('whoever wants to know that it is fixed is told once, at about the time of day at which they wrote', async () => {
      await accept(under.store, message('m1', ana, { text: 'the lid leaks' }))
      const [claim] = await under.store.inbox.claim(at)
      if (!claim) throw new Error('it is claimed')
      const report = { accountId: ana, row: claim.unread[0].row, at: 5_000, kind: 'complaint', wants: 'asked' } as const
      await settle(under.store, claim, { reports: [report] })
      const number = await made((await issues().unheard(10)).map(({ id }) => id))
      const act = (set: object, origin: string) =>
        issues().act({ kind: 'set', number, set, what: 'x' }, dana, origin, 7_000)
      await act({ state: 'fixed', news: { en: ['New lids.'] } }, 'a')
      const topic = { issue: number, isDrill: false }
      await issues().changeCrisis(topic, { level: 'red', what: 'red' }, dana, 7_000)
      const day = 24 * 3_600_000
      expect(await issues().toTell(day, 10)).toEqual([])
      await accept(under.store, message('m2', ana, { text: 'yes' }))
      const [yes] = await under.store.inbox.claim({ ...at, now: 20_000 })
      if (!yes) throw new Error('it is claimed')
      await settle(under.store, yes, { wantsNews: { accountId: ana, isWanted: true } }, 20_000)
      expect(await issues().toTell(day / 2, 10)).toEqual([])
      // It would be told the holding statement as well.
      expect(await issues().toTell(day - 60_000, 10)).toEqual([])
      await issues().changeCrisis(topic, { isEnded: true, what: 'green' }, dana, 8_000)
      const [due] = await issues().toTell(day - 60_000, 10)
      expect(due).toMatchObject({ report: { accountId: ana }, news: { en: ['New lids.'] } })
      if (!due) throw new Error('somebody is to be told')
      expect(await issues().tellFan(due.report, [says('Fixed.')], day)).toBe(true)
      expect(await issues().tellFan(due.report, [says('Fixed.')], day)).toBe(false)
      expect(await issues().toTell(day, 10)).toEqual([])
    })

    test('how often a lead is told is kept, and of two processes one tells', async () => {
      expect(await issues().digest()).toEqual({})
      await issues().setDigest('weekly')
      expect(await issues().digested(5_000, undefined)).toBe(true)
      expect(await issues().digested(5_000, undefined)).toBe(false)
      expect(await issues().digest()).toEqual({ rhythm: 'weekly', lastAt: 5_000 })
      await issues().setDigest(null)
      expect(await issues().digest()).toEqual({ lastAt: 5_000 })
    })

    test('old reports go, and whoever sent them is still counted', async () => {
      const number = await made(await reported(ana, ben))
      expect(await under.store.memory.expire(6_000)).toBeGreaterThan(0)
      expect(await issues().reportsOf(number, 10)).toEqual([])
      expect(await issues().get(number, 9_000)).toMatchObject({ reporters: 2, reports: 0 })
    })
  })
}
