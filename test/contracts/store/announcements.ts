/** What other programs are told of: written with what it tells of, taken in order for each thing, held, tried again, set aside. */
import { describe, expect, test } from 'vitest'
import { threadId } from '../../../src/domain/ids.ts'
import type { DueAnnouncement } from '../../../src/ports/announcements.ts'
import type { Store } from '../../../src/ports/store.ts'
import { accept, ana, at, claimOne, groupMessage, type StoreUnderTest, settle } from '../../support/store-harness.ts'

const dana = { id: 'desk:dana', name: 'Dana' }

export function announcementsContract(under: StoreUnderTest): void {
  const announcing = () => under.open({ isAnnouncing: true })
  const take = (store: Store, now: number) => store.announcements.take(now, at.leaseMs, 10)
  const typesOf = (due: readonly DueAnnouncement[]) => due.map(({ type }) => type)

  /** Every announcement there is, sent one after the other. */
  async function all(store: Store): Promise<DueAnnouncement[]> {
    const told: DueAnnouncement[] = []
    for (;;) {
      const due = await take(store, 1_000_000)
      if (due.length === 0) return told
      for (const one of due) await store.announcements.sent(one.row)
      told.push(...due)
    }
  }

  /** Ana reports once, in a group; the report's number. */
  async function reported(store: Store): Promise<number> {
    await accept(store, groupMessage('1', ana, { text: 'the lid leaks' }))
    const claim = await claimOne(store)
    const [{ row }] = claim.unread
    await settle(store, claim, { reports: [{ accountId: ana, row, at: 5_000, kind: 'complaint', lang: 'en' }] })
    const [report] = await store.issues.unheard(10)
    return report?.id ?? 0
  }

  describe('announcements', () => {
    test('tell of an issue from its opening to its end, of waves and crises of it, and never in a fan’s words', async () => {
      const store = await announcing()
      const report = await reported(store)
      const act = { kind: 'open', title: 'Grey lids', reports: [report] } as const
      expect(await store.issues.act(act, dana, 'o1', 10_000)).toEqual({ number: 1 })
      const set = (state: 'working' | 'fixed', origin: string) =>
        store.issues.act({ kind: 'set', number: 1, set: { state }, what: state }, dana, origin, 11_000)
      await set('working', 'o2')
      await set('working', 'o2')
      await store.issues.claimWatch('me', 12_000, 1_000)
      await store.issues.finish('me', [report], [{ issue: 1, topic: 'lid', at: 12_000, people: 4 }], 12_000)
      const red = { level: 'red', what: 'red' } as const
      await store.issues.changeCrisis({ issue: 1, isDrill: false }, red, dana, 12_500)
      await store.issues.changeCrisis({ issue: 1, isDrill: true }, red, dana, 12_600)
      await set('fixed', 'o3')
      await store.issues.undo(1, dana, 13_000)
      const told = await all(store)
      expect(typesOf(told)).toEqual([
        'issue.opened',
        'issue.changed',
        'wave.began',
        'crisis.changed',
        'issue.fixed',
        'issue.changed',
      ])
      expect(told[0]).toMatchObject({
        at: 10_000,
        data: { number: 1, title: 'Grey lids', state: 'confirmed', owner: null, people: 1, by: 'Dana' },
      })
      expect(told[2]?.data).toMatchObject({ issue: 1, people: 4, topic: 'Grey lids' })
      expect(told[3]?.data).toMatchObject({ id: 1, issue: 1, level: 'red', change: 'level', text: 'red', by: 'Dana' })
      expect(told.map(({ data }) => data.change).filter(Boolean)).toEqual([
        'opened',
        'state',
        'level',
        'state',
        'undone',
      ])
      expect(told[4]?.data).toMatchObject({ state: 'fixed' })
      expect(told[5]?.data).toMatchObject({ state: 'working', change: 'undone', text: 'fixed (undone)' })
      expect(new Set(told.map(({ id }) => id)).size).toBe(6)
      expect(JSON.stringify(told)).not.toContain('leaks')
    })

    test('call an issue that nobody named by its number, never by words of its reports', async () => {
      const store = await announcing()
      const report = await reported(store)
      await store.issues.claimWatch('me', 12_000, 1_000)
      const noticed = { attached: [{ report, issue: 'new' }], made: [{ key: 'new', title: 'lid · leaks' }] }
      await store.issues.keep('me', noticed, 12_000)
      const waves = [
        { issue: 1, topic: 'lid leaks', at: 12_000, people: 4 },
        { topic: 'leaks', at: 12_000, people: 4 },
      ]
      await store.issues.finish('me', [report], waves, 12_000)
      const told = await all(store)
      expect(told[0]).toMatchObject({ type: 'issue.opened', data: { number: 1, title: 'Issue 1' } })
      const topics = told.filter(({ type }) => type === 'wave.began').map(({ data }) => data.topic)
      expect(topics).toEqual([null, null])
      expect(JSON.stringify(told)).not.toContain('leaks')
    })

    test('tell of cases and of promises that were not kept', async () => {
      const store = await announcing()
      await accept(store, groupMessage('1', ana, { text: 'a long story' }))
      const promise = { text: 'you hear by noon', dueAt: 13_000 }
      const handoff = { accountId: ana, reason: 'complaint', summary: 'Beans late.', team: 'care', promise } as const
      await settle(store, await claimOne(store), { handoff }, 12_000)
      const [open] = await store.cases.list({ status: 'waiting' })
      const conversationId = open?.conversationId
      if (!open || !conversationId) throw new Error('a case was opened')
      const of = { id: open.id, conversationId, threadId: threadId('telegram', -100, 'fans') }
      await store.caseChanges.apply([{ ...of, promise: 'broken' }], 14_000)
      await store.caseChanges.apply(
        [{ ...of, set: { status: 'closed', outcome: 'resolved', closedAt: 15_000 } }],
        15_000,
      )
      const told = await all(store)
      expect(typesOf(told)).toEqual(['case.opened', 'promise.broken', 'case.closed'])
      expect(told.map(({ data }) => data)).toMatchObject([
        { reason: 'complaint', team: 'care' },
        { case: open.id, by: 'bot', dueAt: new Date(13_000).toISOString() },
        { id: open.id, outcome: 'resolved' },
      ])
      expect(JSON.stringify(told)).not.toMatch(/Beans|story|noon/)
    })

    test('of one thing go one after the other, of others beside it; each is held, and tried again when it is time', async () => {
      const store = await announcing()
      const report = await reported(store)
      await store.issues.act({ kind: 'open', title: 'Lids', reports: [report] }, dana, 'o1', 10_000)
      await store.issues.act({ kind: 'set', number: 1, set: { title: 'Lid' }, what: 'title' }, dana, 'o2', 10_001)
      await store.issues.act({ kind: 'open', title: 'Mugs', reports: [report] }, dana, 'o3', 10_002)
      const { announcements } = store
      const [lids, mugs, ...none] = await take(store, 11_000)
      expect([lids?.data, mugs?.data, none]).toMatchObject([{ title: 'Lids' }, { title: 'Mugs' }, []])
      expect(await take(store, 11_500)).toEqual([])
      await announcements.sent(mugs?.row ?? 0)
      await announcements.failed(lids?.row ?? 0, 20_000)
      expect(await take(store, 19_999)).toEqual([])
      expect(await announcements.nextDueAt()).toBe(20_000)
      expect(await take(store, 20_000)).toEqual([{ ...lids, failures: 1 }])
      // Whoever held it was killed.
      expect(await take(store, 20_000 + at.leaseMs)).toHaveLength(1)
      await announcements.setAside(lids?.row ?? 0, 22_000, 0)
      expect((await take(store, 22_000)).map(({ data }) => data)).toMatchObject([{ title: 'Lid' }])
    })

    test('are not written where nobody is to be told', async () => {
      const report = await reported(under.store)
      await under.store.issues.act({ kind: 'open', title: 'Lids', reports: [report] }, dana, 'o1', 10_000)
      expect(await take(under.store, 1_000_000)).toEqual([])
      expect(await under.store.announcements.nextDueAt()).toBeUndefined()
    })
  })
}
