/** The inbox: in which order cases stand, page by page, and how many there are; and the talks beside it. */
import { describe, expect, test } from 'vitest'
import { type Case, type Timers, whichCase } from '../../../src/domain/case.ts'
import type { HandoffReason } from '../../../src/domain/handoff.ts'
import { type AccountId, accountId, type CaseId, threadId } from '../../../src/domain/ids.ts'
import { placeOf } from '../../../src/domain/inbox-order.ts'
import type { CaseFilter } from '../../../src/ports/case-reader.ts'
import { changeCase, closedAt, openOne, takenBy } from '../../support/change-case.ts'
import {
  accept,
  ana,
  claimOne,
  groupMessage,
  happens,
  message,
  type StoreUnderTest,
  says,
  settle,
  takeOne,
} from '../../support/store-harness.ts'

export function inboxOrderContract(under: StoreUnderTest): void {
  const fan = (nth: number): AccountId => accountId('telegram', `fan-${nth}`)

  /** One of a fan of its own, told in private. */
  async function open(nth: number, reason: HandoffReason, timers: Timers = {}, now = 12_000): Promise<Case> {
    const { store } = under
    await accept(store, message(`open-${nth}`, fan(nth)))
    const handoff = { accountId: fan(nth), reason, summary: 'Late.', timers, team: nth % 2 === 0 ? 'care' : 'shop' }
    await settle(store, await claimOne(store), { handoff }, now)
    const found = (await store.cases.list()).find((one) => one.accountId === fan(nth))
    return found ?? expect.fail('a case was opened')
  }

  /** Page by page to the end. */
  async function paged(filter: CaseFilter, limit: number): Promise<CaseId[]> {
    const found: CaseId[] = []
    let page = await under.store.cases.list({ ...filter, limit })
    while (page.length > 0) {
      found.push(...page.map(({ id }) => id))
      const last = page.at(-1)
      page = last ? await under.store.cases.list({ ...filter, limit, after: placeOf(last) }) : []
    }
    return found
  }

  const listed = async (filter: CaseFilter = {}) =>
    (await under.store.cases.list({ gravestFirst: true, ...filter })).map(({ id }) => id)

  describe('the inbox', () => {
    test('has the gravest case first, then what is due first, then who waits longest; what has no time comes last', async () => {
      const [none, late, early, older] = [
        await open(1, 'complaint'),
        await open(2, 'payment', { 'first-response': 30_000 }),
        await open(3, 'complaint', { resolution: 20_000, snooze: 10_000 }, 12_500),
        await open(4, 'complaint', { resolution: 20_000 }, 12_400),
      ]
      expect(await listed()).toEqual([older, early, late, none].map(({ id }) => id))
      const danger = { reason: 'health', due: { waiting: 90_000, assigned: 90_000 } } as const
      await under.store.caseChanges.apply([{ ...whichCase(none), danger }], 13_000)
      await changeCase(under.store, early.id, { timers: { resolution: null } }, 13_000)
      expect(await listed()).toEqual([none, older, late, early].map(({ id }) => id))
    })

    test('is read page by page, each case once, also where many stand alike', async () => {
      for (let nth = 0; nth < 7; nth++)
        await open(nth, nth === 5 ? 'self-harm' : 'complaint', nth > 3 ? { 'first-response': 20_000 } : {})
      const all = await listed()
      expect(all).toHaveLength(7)
      for (const limit of [1, 2, 3, 7]) expect(await paged({ gravestFirst: true }, limit)).toEqual(all)
      const care = await listed({ team: 'care' })
      expect(care).toHaveLength(4)
      expect(await paged({ gravestFirst: true, team: 'care' }, 3)).toEqual(care)
    })

    test('goes on behind the place where a page ended, whatever became of the case that stood there', async () => {
      const cases = [
        await open(1, 'health'),
        await open(2, 'complaint', { resolution: 20_000 }),
        await open(3, 'complaint'),
      ]
      const [, second, third] = cases
      const after = placeOf(second ?? expect.fail('there are three'))
      await changeCase(under.store, second?.id ?? expect.fail('there are three'), closedAt(14_000), 14_000)
      expect(await listed({ after })).toEqual([third?.id])
    })

    test('has the closed ones too, those closed last first', async () => {
      const cases = [await open(1, 'complaint'), await open(2, 'complaint'), await open(3, 'complaint')]
      for (const [nth, { id }] of cases.entries()) await changeCase(under.store, id, closedAt(14_000 + nth), 14_000)
      const ids = cases.map(({ id }) => id).reverse()
      expect(await listed({ status: 'closed' })).toEqual(ids)
      expect(await paged({ status: 'closed' }, 2)).toEqual(ids)
      expect(await listed()).toEqual([])
    })

    test('tells which of given cases fit a filter', async () => {
      const [first, second] = [await open(1, 'complaint'), await open(2, 'complaint', {}, 12_001)]
      await changeCase(under.store, second.id, takenBy('mia'), 13_000)
      const ids = [first.id, second.id, 'nowhere' as CaseId]
      expect(await listed({ ids })).toEqual([first.id, second.id])
      expect(await listed({ ids, status: 'waiting' })).toEqual([first.id])
      expect(await listed({ ids, assigneeId: 'desk:mia' })).toEqual([second.id])
      expect(await listed({ ids: [] })).toEqual([])
    })

    test('counts all that are open, for who asks', async () => {
      const [first] = [await open(1, 'complaint'), await open(2, 'complaint'), await open(3, 'complaint')]
      await changeCase(under.store, first.id, takenBy('mia'), 13_000)
      const { cases, records } = under.store
      expect(await cases.counts('desk:mia')).toEqual({ waiting: 2, assigned: 1, mine: 1 })
      expect(await cases.counts('desk:tom')).toEqual({ waiting: 2, assigned: 1, mine: 0 })
      expect([
        (await records.workload()).cases.waiting.count,
        await cases.waiting('care'),
        await cases.waiting('shop'),
      ]).toEqual([2, 1, 1])
    })

    test('of another brand is another', async () => {
      await open(1, 'complaint')
      const { cases, records } = await under.open({ brand: 'tide' })
      expect(await cases.list({ gravestFirst: true })).toEqual([])
      expect(await cases.counts('desk:mia')).toEqual({ waiting: 0, assigned: 0, mine: 0 })
      expect((await records.workload()).cases.waiting.count).toBe(0)
    })
  })

  describe('what changed', () => {
    test('is told of the cases it happened to since then, by our clock', async () => {
      const [first, second] = [await open(1, 'complaint', {}, 12_000), await open(2, 'complaint', {}, 13_000)]
      const since = async (at: number) => (await under.store.cases.changedSince(at, 10)).map(({ id }) => id).sort()
      const both = [first.id, second.id].sort()
      expect(await since(12_000)).toEqual(both)
      expect(await since(12_001)).toEqual([second.id])
      expect(await since(13_001)).toEqual([])
      await under.store.inbox.accept([message('more', fan(1))], { now: 14_000, burstMs: 0 })
      expect(await since(13_001)).toEqual([first.id])
      await changeCase(under.store, second.id, closedAt(15_000), 15_000)
      expect(await since(14_500)).toEqual([second.id])
      expect(await under.store.cases.changedSince(12_000, 1)).toHaveLength(1)
    })
  })

  describe('lines to show staff', () => {
    const staffThread = threadId('telegram', -900, 1)

    test('are looked for in a case again once more was said there, and never when nothing of it is for its staff', async () => {
      const { deskWork: work } = under.store
      const id = await openOne(under.store)
      await work.threadOpened(
        id,
        { threadId: staffThread, card: says('card'), titledAs: 'legal', upTo: 0, behind: [] },
        12_500,
      )
      const isBusy = async () => !(await work.isIdle(12_000))
      await work.cardDone(id, 99)
      for (const one of await work.unrelayed(20)) await work.relay(one.case.id, one.lines, 12_600)
      await under.database.query('update handoffs set card_at = null')
      expect(await isBusy()).toBe(false)
      await accept(under.store, groupMessage('of ben', accountId('telegram', 'ben')))
      expect(await isBusy()).toBe(true)
      expect(await work.unrelayed(20)).toEqual([])
      expect(await isBusy()).toBe(false)
      await accept(under.store, groupMessage('of ana'))
      const [mine] = await work.unrelayed(20)
      expect(mine?.lines.map(({ line }) => line.text)).toEqual(['text of ana'])
    })

    test.each([
      ['nothing more is planned', undefined],
      ['the card is looked at later', 90_000],
    ])('that are refused as the card is brought up to date are seen at once where %s', async (_, dueAt) => {
      const { deskWork: work } = under.store
      const id = await openOne(under.store)
      await work.threadOpened(
        id,
        { threadId: staffThread, card: says('card'), titledAs: 'legal', upTo: 0, behind: [] },
        12_500,
      )
      await under.store.outbox.sent(await takeOne(under.store, { now: 12_500 }), 'card', 12_500)
      await accept(under.store, groupMessage('of ana'))
      for (const one of await work.unrelayed(20))
        await work.relay(
          one.case.id,
          one.lines.map(({ row, line }) => ({ row, outgoing: says(line.text) })),
          12_600,
        )
      const claimed = async (now: number) =>
        (await work.claimCards({ now, leaseMs: 30_000, limit: 9 })).map((one) => one.lost)
      expect(await claimed(13_000)).toEqual([undefined])
      const refused = await takeOne(under.store, { now: 13_000 })
      await under.store.outbox.deadLetter(refused, 'topic deleted', 13_000, { reason: 'topic deleted' })
      const version = (await under.store.cases.get(id))?.version ?? 0
      await work.cardDone(id, version, dueAt === undefined ? {} : { dueAt })
      expect(await claimed(13_001)).toEqual(['topic deleted'])
    })

    test('are not lost where the case was closed meanwhile and is opened again', async () => {
      const { deskWork: work } = under.store
      const id = await openOne(under.store)
      await work.threadOpened(
        id,
        { threadId: staffThread, card: says('card'), titledAs: 'legal', upTo: 0, behind: [] },
        12_500,
      )
      for (const one of await work.unrelayed(20)) await work.relay(one.case.id, one.lines, 12_600)
      await changeCase(under.store, id, closedAt(13_000), 13_000)
      await accept(under.store, groupMessage('while closed'))
      await changeCase(under.store, id, { set: { status: 'waiting', closedAt: null } }, 14_000)
      const [mine] = await work.unrelayed(20)
      expect(mine?.lines.map(({ line }) => line.text)).toEqual(['text while closed'])
    })

    test('are those of the thread that the talk moved to', async () => {
      const { deskWork: work } = under.store
      const id = await openOne(under.store)
      await work.threadOpened(
        id,
        { threadId: staffThread, card: says('card'), titledAs: 'legal', upTo: 0, behind: [] },
        12_500,
      )
      for (const one of await work.unrelayed(20)) await work.relay(one.case.id, one.lines, 12_600)
      const to = threadId('telegram', -200)
      await accept(under.store, message('at home', ana, { threadId: to, surface: 'group' }))
      const { threadId: from } = groupMessage('1')
      await happens(under.store, { kind: 'moved', threadId: from, to, at: 14_000 })
      const [mine] = await work.unrelayed(20)
      expect(mine?.lines.map(({ line }) => line.text)).toEqual(['text at home'])
    })
  })

  describe('talks', () => {
    test('are read page by page, the latest first', async () => {
      for (let nth = 0; nth < 5; nth++)
        await under.store.inbox.accept([message(`${nth}`, fan(nth))], { now: 1_000 + (nth > 2 ? 2 : nth), burstMs: 0 })
      const { cases } = under.store
      const all = await cases.recent(10)
      expect(all.map(({ fanName }) => fanName).slice(3)).toEqual(['fan-1', 'fan-0'])
      const first = await cases.recent(2)
      const rest = await cases.recent(10, first.at(-1)?.place)
      expect([...first, ...rest]).toEqual(all)
      expect(await cases.recent(10, all.at(-1)?.place)).toEqual([])
    })

    test('are found by the name of the fan, in any case and script, page by page', async () => {
      const names = ['Élise Martin', 'ÖZGE', 'Ana 100%', 'ana_b', '王小明', 'Анна']
      for (const [nth, name] of names.entries())
        await under.store.inbox.accept(
          [message(`${nth}`, fan(nth), { author: { accountId: fan(nth), name, isBot: false } })],
          {
            now: 1_000 + nth,
            burstMs: 0,
          },
        )
      const { cases } = under.store
      const found = async (named: string) => (await cases.recent(10, undefined, named)).map(({ fanName }) => fanName)
      expect(await found('élise')).toEqual(['Élise Martin'])
      expect(await found('MARTIN')).toEqual(['Élise Martin'])
      expect(await found('özge')).toEqual(['ÖZGE'])
      expect(await found('小')).toEqual(['王小明'])
      expect(await found('анна')).toEqual(['Анна'])
      expect(await found('0%')).toEqual(['Ana 100%'])
      expect(await found('a_b')).toEqual(['ana_b'])
      expect(await found('ana')).toEqual(['ana_b', 'Ana 100%'])
      expect(await found('nobody')).toEqual([])
      const [first] = await cases.recent(1, undefined, 'ana')
      expect(await cases.recent(10, first?.place, 'ana')).toMatchObject([{ fanName: 'Ana 100%' }])
    })
  })
}
