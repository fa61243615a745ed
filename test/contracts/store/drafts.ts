/** Drafts: kept by a settle, ended by a change of their case or by the fan's next words. */
import { describe, expect, test } from 'vitest'
import { type DraftEnd, whichCase } from '../../../src/domain/case.ts'
import type { Effects } from '../../../src/domain/effects.ts'
import { type AccountId, threadId } from '../../../src/domain/ids.ts'
import { bot } from '../../../src/domain/speaker.ts'
import {
  accept,
  ana,
  at,
  ben,
  claimOne,
  forgetBeside,
  group,
  groupMessage,
  happens,
  message,
  type StoreUnderTest,
  says,
  settle,
  takeOne,
} from '../../support/store-harness.ts'

const held = (words: string, accountId: AccountId = ana): NonNullable<Effects['draft']> => ({
  accountId,
  summary: 'asked',
  outgoing: [says(words)],
  grounds: { kind: 'reply', reason: 'approved-answer', answerId: 'returns', score: 0.9, flags: [], topic: 'refund' },
  expiresAt: 90_000,
  timers: { 'first-response': 50_000 },
})

export function draftsContract(under: StoreUnderTest): void {
  const states = async () => {
    const [one] = await under.store.cases.list()
    return one === undefined ? [] : (await under.store.drafts.ofCase(one.id, 9)).map(({ state }) => state)
  }
  async function hold(words = 'Thirty days.', inbound = message('1'), now = 10_000) {
    await accept(under.store, inbound)
    await settle(under.store, await claimOne(under.store, { now }), { draft: held(words) }, now)
    const [one] = await under.store.cases.list()
    const [draft] = one ? await under.store.drafts.ofCase(one.id, 1) : []
    if (one === undefined || draft === undefined) throw new Error('a draft waits')
    return { one, draft }
  }
  const end =
    (more: Omit<DraftEnd, 'by'> & { closes?: true }, now = 12_000) =>
    async () => {
      const [one] = await under.store.cases.list()
      if (one === undefined) return false
      const { closes, ...ended } = more
      const set = closes ? { set: { status: 'closed', closedAt: now } as const } : {}
      return await under.store.caseChanges.apply(
        [{ ...whichCase(one), version: one.version, endsDraft: { ...ended, by: 'Dana' }, ...set }],
        now,
      )
    }

  describe('a draft', () => {
    test('waits on a case of its own and leaves nothing to be sent', async () => {
      const { one, draft } = await hold()
      expect(one).toMatchObject({
        reason: 'draft',
        status: 'waiting',
        handler: 'bot',
        timers: { 'first-response': 50_000 },
      })
      const { accountId: _, summary: __, timers: ___, ...kept } = held('Thirty days.')
      expect(draft).toMatchObject({ ...kept, state: 'open', caseId: one.id, madeAt: 10_000 })
      expect(await under.store.drafts.get(draft.id)).toEqual(draft)
      expect(await under.store.outbox.due(at)).toEqual([])
      expect(await under.store.inbox.nextDueAt()).toBeUndefined()
    })

    test('is ended once: who decided on the case before is refused', async () => {
      const { one, draft } = await hold()
      const change = {
        ...whichCase(one),
        version: one.version,
        endsDraft: { id: draft.id, became: 'sent', by: 'Dana' },
      } as const
      const both = await Promise.all([
        under.store.caseChanges.apply([change], 12_000),
        under.store.caseChanges.apply([{ ...change, endsDraft: { ...change.endsDraft, by: 'Lee' } }], 12_000),
      ])
      expect(both.filter(Boolean)).toHaveLength(1)
      expect(await under.store.drafts.get(draft.id)).toMatchObject({ state: 'sent', endedAt: 12_000 })
    })

    test('is stale with the fan’s next words: all of them are read again, and the case is not as it was read', async () => {
      const { one, draft } = await hold()
      await accept(under.store, message('2'))
      expect(await under.store.drafts.get(draft.id)).toMatchObject({ state: 'stale' })
      const version = { ...whichCase(one), version: one.version }
      expect(
        await under.store.caseChanges.apply(
          [{ ...version, endsDraft: { id: draft.id, became: 'sent', by: 'Dana' } }],
          12_000,
        ),
      ).toBe(false)
      const claim = await claimOne(under.store)
      expect(claim.unread.map(({ id }) => id)).toEqual(['1', '2'])
      await settle(under.store, claim, { draft: held('Thirty days, and we open at eight.') })
      expect(await states()).toEqual(['open', 'stale'])
      expect((await under.store.cases.list()).map(({ id }) => id)).toEqual([one.id])
    })

    test('stays as it is when the fan gives a command, or another member writes', async () => {
      const { draft } = await hold('Thirty days.', groupMessage('1'))
      await accept(under.store, groupMessage('2', ben))
      await accept(under.store, groupMessage('3', ana, { command: { name: 'help', args: '' } }))
      expect(await under.store.drafts.get(draft.id)).toMatchObject({ state: 'open' })
    })

    test('is stale when what was asked is edited, and the message is read again', async () => {
      const { draft } = await hold()
      const { threadId: thread } = message('1')
      await happens(under.store, {
        kind: 'edited',
        threadId: thread,
        messageId: '1',
        text: 'something else',
        at: 11_000,
      })
      expect(await under.store.drafts.get(draft.id)).toMatchObject({ state: 'stale' })
      expect((await claimOne(under.store, { now: 12_000 })).unread.map(({ text }) => text)).toEqual(['something else'])
    })

    test('the next one shares its case, also after that was closed', async () => {
      const { one } = await hold()
      await end({ became: 'sent', closes: true })()
      expect(await under.store.cases.list()).toEqual([])
      const again = await hold('Eight o’clock.', message('2'), 13_000)
      expect(again.one).toMatchObject({ id: one.id, status: 'waiting', openedAt: 13_000 })
      expect(again.one.closedAt).toBeUndefined()
    })

    test('whatever is open is dropped when its case is closed', async () => {
      const { one, draft } = await hold()
      const set = { status: 'closed', closedAt: 12_000 } as const
      await under.store.caseChanges.apply(
        [{ ...whichCase(one), set, events: [{ who: 'Lee', what: 'resolved' }] }],
        12_000,
      )
      expect(await under.store.drafts.get(draft.id)).toMatchObject({ state: 'dropped', by: 'Lee' })
    })

    test('a call for a person takes its case over, with the call’s reason and times', async () => {
      const { one } = await hold()
      await accept(under.store, message('2', ana, { command: { name: 'human', args: '' } }))
      const timers = { 'first-response': 20_000, resolution: 99_000 }
      const handoff = { accountId: ana, reason: 'asked-for-person', team: 'care', summary: 'Called.', timers } as const
      await settle(under.store, await claimOne(under.store), { handoff })
      expect((await under.store.cases.list())[0]).toMatchObject({
        id: one.id,
        reason: 'asked-for-person',
        team: 'care',
        timers,
      })
      expect(await states()).toEqual(['open'])
    })

    test('expires, and the loop knows when', async () => {
      await hold()
      const { deskWork, drafts } = under.store
      await deskWork.claimCards({ now: 10_000, leaseMs: 1, limit: 9 })
      expect(await deskWork.isIdle(89_999)).toBe(false)
      expect(await drafts.expire(89_999)).toBe(0)
      expect(await drafts.expire(90_000)).toBe(1)
      expect(await states()).toEqual(['expired'])
      expect((await under.store.cases.list())[0]).toMatchObject({ status: 'waiting' })
    })

    test('is shown once in its staff thread, found there, and shown again as what it became', async () => {
      const { one, draft } = await hold()
      const staff = threadId('telegram', -7, 1)
      await under.store.deskWork.threadOpened(
        one.id,
        { threadId: staff, card: says('card'), titledAs: 'legal', upTo: 0, behind: [] },
        11_000,
      )
      const sendNext = async (id: string) =>
        under.store.outbox.sent(await takeOne(under.store, { now: 12_000 }), id, 12_000)
      await sendNext('m1')
      const [work] = await under.store.drafts.toShow(9)
      expect(work?.draft.id).toBe(draft.id)
      if (work === undefined) throw new Error('it is to be shown')
      await Promise.all([
        under.store.drafts.show(work, says('draft'), 12_000),
        under.store.drafts.show(work, says('draft'), 12_000),
      ])
      expect(await under.store.drafts.toShow(9)).toEqual([])
      await sendNext('m2')
      expect(await under.store.outbox.due({ ...at, now: 13_000 })).toEqual([])
      expect(await under.store.drafts.shownAs(staff, 'm2')).toMatchObject({ id: draft.id, shownBy: 'm2' })
      expect(await under.store.drafts.shownAs(staff, 'm1')).toBeUndefined()
      await end({ id: draft.id, became: 'dropped' })()
      const [told] = await under.store.drafts.toShow(9)
      expect(told?.draft).toMatchObject({ state: 'dropped', by: 'Dana', shownBy: 'm2' })
      await under.store.drafts.told(draft.id, 'dropped', says('dropped'))
      expect(await under.store.drafts.toShow(9)).toEqual([])
    })

    test('what a person lets go is on record in its thread, and is not dropped with what the bot had yet to say', async () => {
      const { one, draft } = await hold()
      const speaker = { ...bot, sentBy: { id: 'desk:dana', name: 'Dana' } }
      const outgoing = { ...says('Thirty days.'), speaker } as ReturnType<typeof says>
      const sends = { endsDraft: { id: draft.id, became: 'sent', by: 'Dana' }, say: [{ outgoing }] } as const
      await under.store.caseChanges.apply([{ ...whichCase(one), ...sends }], 12_000)
      await under.store.caseChanges.apply([{ ...whichCase(one), dropUnsent: true }], 12_500)
      expect((await takeOne(under.store, { now: 13_000 })).message).toMatchObject({ text: 'Thirty days.', speaker })
      expect(await under.store.cases.lastSaid(one.id)).toMatchObject({ direction: 'out', outgoing })
    })

    test('is counted by what it was about and how it ended, and forgotten with its fan', async () => {
      await hold()
      await end({ became: 'edited' })()
      await hold('Eight o’clock.', message('2'), 13_000)
      expect(await under.store.drafts.counts(10_000)).toEqual([
        { topic: 'refund', state: 'edited', count: 1 },
        { topic: 'refund', state: 'open', count: 1 },
      ])
      expect(await under.store.drafts.counts(13_000)).toEqual([{ topic: 'refund', state: 'open', count: 1 }])
      const exported = await under.store.memory.exportFan(ana)
      expect(JSON.stringify(exported['drafts'])).toContain('Thirty days.')
      await forgetBeside(under.store, ana)
      expect(await under.store.drafts.counts(0)).toEqual([])
    })

    test('goes along when its group moves, without what it answered there', async () => {
      const { one, draft } = await hold('Thirty days.', groupMessage('1'))
      const to = threadId('telegram', -200, 'fans')
      await happens(under.store, { kind: 'moved', threadId: group, to, at: 11_000 })
      expect(await under.store.drafts.get(draft.id)).toMatchObject({ state: 'open', caseId: one.id })
      expect((await under.store.cases.list())[0]).toMatchObject({ threadId: to })
    })
  })

  test('the turn of any row is told with what was heard and said in it, also of a draft that was never sent', async () => {
    const { one } = await hold()
    const rows = await under.database.query('select id, direction from messages order by id')
    const exchange = {
      heard: [{ text: 'text 1', name: 'ana', isMention: false }],
      surface: 'direct',
      said: ['Thirty days.'],
    }
    expect(await under.store.cases.exchange(one.id, Number(rows[0]?.['id']))).toMatchObject(exchange)
    const [draft] = await under.store.drafts.ofCase(one.id, 1)
    if (draft === undefined) throw new Error('a draft waits')
    expect(await under.store.cases.lastHeard(draft.turnId)).toBe(Number(rows[0]?.['id']))
    const outgoing = says('Thirty days, and more.')
    const sends = { endsDraft: { id: draft.id, became: 'sent', by: 'Dana' }, say: [{ outgoing }] } as const
    await under.store.caseChanges.apply([{ ...whichCase(one), ...sends }], 12_000)
    const said = await under.database.query("select id from messages where direction = 'out'")
    expect(await under.store.cases.exchange(one.id, Number(said[0]?.['id']))).toMatchObject({
      ...exchange,
      said: ['Thirty days, and more.'],
    })
    expect(await under.store.cases.exchange(one.id, 999_999)).toBeUndefined()
  })

  test('a proposal made again takes the place of the first, until somebody decided', async () => {
    const { proposals } = under.store
    const scene = { id: 's', title: 'Wrong fact', turns: [{ says: 'hi', expect: { decision: 'silent' } }] } as const
    const answer = { id: 'a', asks: ['hm?'], answer: { en: 'Yes.' } }
    await proposals.propose({ id: 'p', by: 'Dana', answer, at: 1 })
    await proposals.propose({ id: 'p', by: 'Lee', scene, at: 2 })
    expect(await proposals.list('proposed')).toEqual([{ id: 'p', by: 'Lee', scene, state: 'proposed', at: 2 }])
    await proposals.move('p', 'proposed', 'refused', 'Olga')
    await proposals.propose({ id: 'p', by: 'Dana', answer, at: 3 })
    expect(await proposals.list('proposed')).toEqual([])
  })

  test('staff switch drafts on and off in a conversation', async () => {
    const { one } = await hold('Thirty days.', message('1'))
    const conversation = async () => (await under.store.records.conversation(one.threadId))?.isDrafting
    expect(await conversation()).toBeUndefined()
    for (const isDrafting of [true, false]) {
      await under.store.caseChanges.apply([{ ...whichCase(one), isDrafting }], 12_000)
      expect(await conversation()).toBe(isDrafting)
      expect((await under.store.cases.get(one.id))?.isDrafting).toBe(isDrafting)
    }
  })
}
