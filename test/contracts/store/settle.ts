/** settle: effects, fenced by the lease. */
import { describe, expect, test } from 'vitest'
import { whichCase } from '../../../src/domain/case.ts'
import { accountId } from '../../../src/domain/ids.ts'
import { takenBy } from '../../support/change-case.ts'
import {
  accept,
  ana,
  at,
  ben,
  claimOne,
  effects,
  groupMessage,
  happens,
  message,
  type StoreUnderTest,
  says,
  settle,
  textsOf,
  turnId,
} from '../../support/store-harness.ts'

export function settleContract(under: StoreUnderTest): void {
  describe('settle', () => {
    test('marks the turn read and frees the conversation', async () => {
      await accept(under.store, message('1'))
      expect(await settle(under.store, await claimOne(under.store))).toBe(true)
      expect(await under.store.inbox.nextDueAt()).toBeUndefined()
      expect(await under.store.inbox.claim({ ...at, now: 99_000 })).toEqual([])
    })

    test('makes what the turn left unread due again at once', async () => {
      await accept(under.store, message('1'), message('2'))
      const claim = await claimOne(under.store)
      await accept(under.store, message('3'))
      const turn = { id: turnId(), rows: [claim.unread[0].row] }
      expect(await under.store.inbox.settle(claim, turn, effects(), 12_000)).toBe(true)
      expect(await under.store.inbox.nextDueAt()).toBe(12_000)
      expect((await claimOne(under.store, { now: 12_000 })).unread.map(({ id }) => id)).toEqual(['2', '3'])
    })

    test('writes nothing once the lease went to another', async () => {
      await accept(under.store, message('1'))
      const late = await claimOne(under.store, { now: 10_000 })
      const holder = await claimOne(under.store, { now: 11_000 })
      const before = await under.everything()
      const everything = {
        outbox: [says('too late')],
        conversation: { state: { misses: 3 }, lang: 'fr', summary: 'late' },
        handoff: { accountId: ana, reason: 'legal', summary: 'late' },
        consent: { accountId: ana, consent: 'yes' },
        remember: { accountId: ana, facts: [{ key: 'late', value: 'late' }] },
        forget: ana,
      } as const
      expect(await settle(under.store, late, everything)).toBe(false)
      expect(await under.everything()).toBe(before)
      expect(await settle(under.store, holder, { outbox: [says('in time')] })).toBe(true)
      expect(textsOf(await under.store.outbox.due(at))).toEqual(['in time'])
      expect(await settle(under.store, holder)).toBe(false)
    })

    test('is counted once when the same claim is settled twice at the same moment', async () => {
      await accept(under.store, message('1'))
      const claim = await claimOne(under.store)
      const both = await Promise.all([
        settle(under.store, claim, { outbox: [says('once')] }),
        settle(under.store, claim, { outbox: [says('twice')] }),
      ])
      expect(both).toEqual([true, false])
      expect(textsOf(await under.store.outbox.due(at))).toEqual(['once'])
    })

    test('of many conversations at once each keeps its own effects', async () => {
      const fans = Array.from({ length: 20 }, (_, index) => `telegram:${index}` as typeof ana)
      await accept(under.store, ...fans.map((fan) => message('1', fan)))
      const claims = await under.store.inbox.claim({ ...at, limit: 20 })
      const results = await Promise.all(
        claims.map((claim) => settle(under.store, claim, { outbox: [says(claim.conversation.threadId)] })),
      )
      expect(results).toEqual(Array(20).fill(true))
      const parcels = await under.store.outbox.due({ ...at, limit: 20 })
      expect(parcels).toHaveLength(20)
      expect(textsOf(parcels)).toEqual(parcels.map(({ message }) => message.threadId))
    })

    test('keeps state, language and summary of the conversation, also what a newer program wrote', async () => {
      await accept(under.store, message('1'))
      const state = { misses: 2, quietUntil: 99, fromTheFuture: { a: [1] } }
      const claim = await claimOne(under.store)
      const conversation = { state, lang: 'zh', summary: 'They talked.', summaryUpTo: 7 }
      await settle(under.store, claim, { conversation })
      const read = await under.store.records.conversation(claim.conversation.threadId)
      expect(read).toEqual({ ...claim.conversation, ...conversation })
      await accept(under.store, message('2'))
      const again = await claimOne(under.store)
      expect(again.conversation).toEqual(read)
      await settle(under.store, again, { conversation: { state: {} } })
      expect(await under.store.records.conversation(claim.conversation.threadId)).toEqual({ ...read, state: {} })
    })

    test('tells the later of two decisions of the same millisecond first', async () => {
      const order: number[] = []
      for (const id of ['1', '2', '3', '4', '5', '6']) {
        await accept(under.store, message(id))
        const claim = await claimOne(under.store)
        order.unshift(claim.unread[0].row)
        await settle(under.store, claim, {}, 12_000)
      }
      const decisions = await under.store.records.decisions(message('1').threadId, 9)
      expect(decisions.flatMap(({ rows }) => rows)).toEqual(order)
    })

    test('records every decision with its rows, without any text, newest first', async () => {
      await accept(under.store, message('1'))
      const claim = await claimOne(under.store)
      const decision = {
        kind: 'reply',
        reason: 'approved-answer',
        bubbles: [{ text: says('secret words').kind === 'text' ? 'secret words' : '' }],
        speaker: { kind: 'approved', answerId: 'refund' },
        answerId: 'refund',
        score: 0.75,
        alternatives: [{ answerId: 'refund', score: 0.75 }],
        flags: ['model-429'],
      } as unknown as ReturnType<typeof effects>['decision']
      const id = turnId()
      await under.store.inbox.settle(claim, { id, rows: [claim.unread[0].row] }, effects({ decision }), 12_000)
      await accept(under.store, message('2'))
      await settle(under.store, await claimOne(under.store), {}, 13_000)
      const [newest, oldest] = await under.store.records.decisions(claim.conversation.threadId, 5)
      expect(newest).toMatchObject({ kind: 'silent', reason: 'acknowledgement', at: 13_000, flags: [] })
      expect(oldest).toEqual({
        turnId: id,
        at: 12_000,
        kind: 'reply',
        reason: 'approved-answer',
        answerId: 'refund',
        score: 0.75,
        alternatives: [{ answerId: 'refund', score: 0.75 }],
        flags: ['model-429'],
        rows: [claim.unread[0].row],
      })
      expect(await under.everything()).not.toContain('secret words')
      expect(await under.store.records.decisions(claim.conversation.threadId, 1)).toHaveLength(1)
      expect(await (await under.open({ brand: 'tide' })).records.decisions(claim.conversation.threadId, 5)).toEqual([])
    })

    test('opens one handoff a fan, which keeps the words it was opened for; and another member of the group gets one of their own', async () => {
      await accept(under.store, groupMessage('1'))
      const first = await claimOne(under.store)
      const handoff = {
        accountId: ana,
        reason: 'complaint',
        team: 'care',
        summary: 'Beans late.',
        draft: 'Sorry',
      } as const
      await settle(under.store, first, { handoff }, 12_000)
      await accept(under.store, groupMessage('2'))
      const second = await claimOne(under.store)
      const [open] = second.conversation.openCases
      expect(open).toMatchObject({ status: 'waiting', reason: 'complaint' })
      await settle(under.store, second, { handoff: { accountId: ana, reason: 'legal', summary: 'Beans very late.' } })
      const cases = await under.store.cases.list({ status: 'waiting' })
      expect(cases).toMatchObject([
        {
          ...{
            id: open?.id,
            conversationId: first.conversation.id,
            fanId: cases[0]?.fanId,
            status: 'waiting',
          },
          ...{ reason: 'complaint', team: 'care', summary: 'Beans late.', draft: 'Sorry', openedAt: 12_000 },
        },
      ])
      await accept(under.store, groupMessage('3', ben))
      const third = await claimOne(under.store)
      await settle(under.store, third, { handoff: { accountId: ben, reason: 'legal', summary: 'Beans lost.' } })
      expect(await under.store.cases.list({ status: 'waiting' })).toHaveLength(2)
      const { openCases = [] } = (await under.store.records.conversation(first.conversation.threadId)) ?? {}
      expect(openCases.map(({ accountId }) => accountId).toSorted()).toEqual([ana, ben].toSorted())
      expect(await under.store.cases.list({ status: 'closed' })).toEqual([])
      expect(await (await under.open({ brand: 'tide' })).cases.list()).toEqual([])
    })

    test('of two turns that decide on the same case at the same moment the later is thought about anew, at once', async () => {
      await accept(under.store, groupMessage('1'))
      const handoff = { accountId: ana, reason: 'complaint', summary: 'Beans late.' } as const
      await settle(under.store, await claimOne(under.store), { handoff })
      const [open] = await under.store.cases.list()
      if (open === undefined) throw new Error('a case was opened')
      await accept(under.store, message('2', ben), message('3', accountId('telegram', 'zoe')))
      const [first, second] = await under.store.inbox.claim(at)
      if (first === undefined || second === undefined) throw new Error('two conversations are due')
      const taking = (name: string) => ({ cases: [{ ...whichCase(open), version: open.version, ...takenBy(name) }] })
      const both = [settle(under.store, first, taking('mia')), settle(under.store, second, taking('tom'))]
      expect(await Promise.all(both)).toEqual([true, false])
      expect(await under.store.cases.get(open.id)).toMatchObject({ assignee: 'mia', version: open.version + 1 })
      const again = await claimOne(under.store)
      expect(again.unread).toEqual(second.unread)
      expect(await settle(under.store, again)).toBe(true)
    })

    test('leaves a message that was taken back meanwhile as it is', async () => {
      await accept(under.store, message('1'), message('2'))
      const rows = (await claimOne(under.store)).unread.map(({ row }) => row)
      const { threadId } = message('1')
      await happens(under.store, { kind: 'deleted', threadId, messageIds: ['1'], at: 11_000 })
      const claim = await claimOne(under.store, { now: 12_000 })
      expect(await under.store.inbox.settle(claim, { id: turnId(), rows }, effects(), 12_000)).toBe(true)
      const states = await under.database.query('select state from messages order by id')
      expect(states.map(({ state }) => state)).toEqual(['withdrawn', 'read'])
    })

    test('keeps the language a fan wrote in last, for wherever they write next', async () => {
      const langOf = async () => {
        const { fan } = await under.store.memory.recall(elsewhere.conversation.id, ana, { before: 99, limit: 1 })
        return fan.lang
      }
      await accept(under.store, groupMessage('1'))
      const elsewhere = await claimOne(under.store)
      await settle(under.store, elsewhere)
      await accept(under.store, message('2'))
      await settle(under.store, await claimOne(under.store), { conversation: { lang: 'fr' } })
      expect(await langOf()).toBe('fr')
      await accept(under.store, message('3'))
      await settle(under.store, await claimOne(under.store), { conversation: {} })
      expect(await langOf()).toBe('fr')
    })

    test('tells whoever delivers, and whoever answers if something is left unread', async () => {
      await accept(under.store, message('1'), message('2'))
      const claim = await claimOne(under.store)
      const heard: string[] = []
      under.store.onNotice((what) => heard.push(what))
      const turn = { id: turnId(), rows: [claim.unread[0].row] }
      await under.store.inbox.settle(claim, turn, effects({ outbox: [says('Hello')] }), 12_000)
      expect(heard.toSorted()).toEqual(['inbox', 'outbox'])
      await settle(under.store, await claimOne(under.store, { now: 12_000 }))
      expect(heard).toHaveLength(2)
    })
  })
}
