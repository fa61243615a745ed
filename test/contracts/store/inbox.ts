/** accept and claim. */

import { describe, expect, test } from 'vitest'
import type { Decision } from '../../../src/domain/decision.ts'
import { accountId } from '../../../src/domain/ids.ts'
import type { InboundMessage } from '../../../src/domain/message.ts'
import type { Weight } from '../../../src/domain/weight.ts'
import {
  accept,
  ana,
  answer,
  at,
  ben,
  claimOne,
  effects,
  group,
  groupMessage,
  happens,
  message,
  type StoreUnderTest,
  says,
  settle,
  takeOne,
  turnId,
} from '../../support/store-harness.ts'

export function inboxContract(under: StoreUnderTest): void {
  describe('accept', () => {
    test('is durable when it resolves: another store reads the messages and the cursor', async () => {
      const cursor = { name: 'telegram', value: '17' }
      await under.store.inbox.accept([message('1'), message('2')], { now: 1_000, burstMs: 0, cursor })
      const other = await under.open()
      expect(await other.inbox.cursor('telegram')).toBe('17')
      expect((await claimOne(other)).unread.map(({ id }) => id)).toEqual(['1', '2'])
    })

    test('keeps a cursor that comes without messages, and knows no other', async () => {
      await under.store.inbox.accept([], { now: 1_000, burstMs: 0, cursor: { name: 'telegram', value: '18' } })
      expect(await under.store.inbox.cursor('telegram')).toBe('18')
      expect(await under.store.inbox.cursor('discord')).toBeUndefined()
    })

    test('writes neither the messages nor the cursor when it fails', async () => {
      const broken = { ...message('2'), sentAt: 1n as unknown as number }
      const cursor = { name: 'telegram', value: '19' }
      await expect(
        under.store.inbox.accept([message('1'), broken], { now: 1_000, burstMs: 0, cursor }),
      ).rejects.toThrow()
      expect(await under.store.inbox.cursor('telegram')).toBeUndefined()
      expect(await under.store.inbox.nextDueAt()).toBeUndefined()
    })

    test('drops what it knows already, within a call and between calls', async () => {
      expect(await accept(under.store, message('1'), message('1'), message('2'))).toBe(2)
      expect(await accept(under.store, message('2'), message('3'))).toBe(1)
      expect((await claimOne(under.store)).unread.map(({ id }) => id)).toEqual(['1', '2', '3'])
    })

    test('takes the same message id in another thread for another message', async () => {
      expect(await accept(under.store, message('1', ana), message('1', ben))).toBe(2)
    })

    test('does not make a settled conversation due for a duplicate', async () => {
      await accept(under.store, message('1'))
      await settle(under.store, await claimOne(under.store))
      expect(await accept(under.store, message('1'))).toBe(0)
      expect(await under.store.inbox.nextDueAt()).toBeUndefined()
    })

    test('counts for each of many calls at once what was new in it, and keeps their order', async () => {
      const calls = Array.from({ length: 60 }, (_, index) => message(String(index % 50), index % 2 ? ana : ben))
      const counts = await Promise.all(calls.map((call) => accept(under.store, call)))
      expect(counts.slice(0, 50)).toEqual(Array(50).fill(1))
      expect(counts.slice(50)).toEqual(Array(10).fill(0))
      for (const { unread } of await under.store.inbox.claim(at)) {
        const ids = unread.map(({ id }) => Number(id))
        expect(ids).toEqual(ids.toSorted((a, b) => a - b))
        expect(ids).toHaveLength(25)
      }
    })

    test('fails alone when another call at the same moment is fine', async () => {
      const broken = { ...message('2'), threadId: 5n as unknown as ReturnType<typeof message>['threadId'] }
      const results = await Promise.allSettled([accept(under.store, message('1')), accept(under.store, broken)])
      expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected'])
    })

    test('makes a burst due once it pauses, and at the latest four pauses after its first message', async () => {
      const due = async (id: string, now: number) => {
        await under.store.inbox.accept([message(id)], { now, burstMs: 100 })
        return under.store.inbox.nextDueAt()
      }
      expect(await due('1', 1_000)).toBe(1_100)
      expect(await due('2', 1_090)).toBe(1_190)
      expect(await due('3', 1_180)).toBe(1_280)
      expect(await due('4', 1_270)).toBe(1_370)
      expect(await due('5', 1_360)).toBe(1_400)
      expect(await due('6', 1_390)).toBe(1_400)
      expect(await under.store.inbox.claim({ ...at, now: 1_399 })).toEqual([])
      expect((await claimOne(under.store, { now: 1_400 })).unread).toHaveLength(6)
    })

    test('tells whoever waits for the inbox, unless nothing was new', async () => {
      const heard: string[] = []
      under.store.onNotice((what) => heard.push(what))
      await accept(under.store, message('1'))
      await accept(under.store, message('1'))
      expect(heard).toEqual(['inbox'])
    })
  })

  describe('a turn that no model could be asked for', () => {
    const failed: Decision = { kind: 'silent', reason: 'model-failed', alternatives: [], flags: [] }
    const leave = async (id: string, from = ana) => {
      await accept(under.store, message(id, from))
      await settle(under.store, await claimOne(under.store), { decision: failed, outbox: [says('later, please')] })
    }
    const again = async (since = 0) => await under.store.inbox.askAgain({ now: 20_000, since, limit: 10 })

    test('is thought about again once, with what it was about, and is known as such', async () => {
      await leave('1')
      expect(await again()).toBe(1)
      const claim = await claimOne(under.store, { now: 20_000 })
      expect(claim.unread).toMatchObject([{ id: '1', isAskedAgain: true }])
      expect(await again()).toBe(0)
      await settle(under.store, claim, { decision: failed }, 20_000)
      expect(await again()).toBe(1)
      await settle(under.store, await claimOne(under.store, { now: 20_000 }), {}, 20_000)
      expect(await again()).toBe(0)
    })

    test('is left where it is if it is old, its fan has spoken since, staff have it, or nothing can be sent there', async () => {
      await leave('1')
      await leave('1', ben)
      const cleo = 'telegram:cleo' as typeof ana
      await leave('1', cleo)
      await accept(under.store, message('2', ben))
      await settle(under.store, await claimOne(under.store))
      await happens(under.store, {
        kind: 'closed',
        threadId: message('1', cleo).threadId,
        reason: 'blocked',
        at: 11_000,
      })
      expect(await again(1_001)).toBe(0)
      expect(await under.store.inbox.claim({ ...at, now: 30_000 })).toEqual([])
      const dan = 'telegram:dan' as typeof ana
      await accept(under.store, message('1', dan))
      const handoff = { accountId: dan, reason: 'model-out', summary: 'asked twice' } as const
      await settle(under.store, await claimOne(under.store), { decision: failed, handoff })
      expect(await again()).toBe(0)
    })

    test('of another brand is that brand’s', async () => {
      await leave('1')
      const other = await under.open({ brand: 'tide' })
      expect(await other.inbox.askAgain({ now: 20_000, since: 0, limit: 10 })).toBe(0)
      expect(await again()).toBe(1)
    })
  })

  describe('the time of day, set back by an hour,', () => {
    const hour = 3_600_000

    test('puts nothing off: what was due, and who held what, is moved by as much, and only once', async () => {
      const before = 10 * hour
      const late = { now: before, leaseMs: 5_000, limit: 10 }
      await under.store.inbox.accept([message('1', ben)], { now: before, burstMs: 0 })
      const [held] = await under.store.inbox.claim(late)
      await under.store.inbox.accept([message('1')], { now: before, burstMs: 900 })
      const now = before - hour
      await under.store.time.setBack(hour, now)
      await under.store.time.setBack(hour, now)
      expect(await under.store.inbox.nextDueAt()).toBe(now + 900)
      expect(await under.store.inbox.claim({ ...late, now: now + 4_999 })).toMatchObject([
        { conversation: { threadId: 'telegram:ana' } },
      ])
      expect(await under.store.inbox.claim({ ...late, now: now + 5_000 })).toMatchObject([
        { conversation: { threadId: held?.conversation.threadId } },
      ])
    })

    test('leaves what is to be sent at a time of its own where it was by the new time', async () => {
      await answer(under.store, message('1'), 'one')
      await under.store.outbox.retry(await takeOne(under.store), 10_000 + 600_000, 'flood')
      await under.store.time.setBack(hour, 10_000)
      expect(await under.store.outbox.nextDueAt()).toBe(610_000)
    })

    test('is seen by what was accepted last', async () => {
      expect(await under.store.time.newest()).toBeUndefined()
      await under.store.inbox.accept([message('1')], { now: 7_000, burstMs: 0 })
      expect(await under.store.time.newest()).toBe(7_000)
    })
  })

  describe('claim', () => {
    test('hands over a conversation with all its unread messages and their rows, in order', async () => {
      await accept(under.store, groupMessage('1', ana), groupMessage('2', ben), groupMessage('3', ana))
      const claim = await claimOne(under.store)
      expect(claim.conversation).toMatchObject({ threadId: group, surface: 'group', openCases: [], state: {} })
      expect(claim.unread.map(({ text }) => text)).toEqual(['text 1', 'text 2', 'text 3'])
      const rows = claim.unread.map(({ row }) => row)
      expect(rows).toEqual(rows.toSorted((a, b) => a - b))
    })

    test('of a long backlog hands over what a turn can use: the oldest of each weight, and what callers said beside their call', async () => {
      const weigh = ({ text }: InboundMessage): Weight => (text.includes('fire') ? 2 : text.includes('pip') ? 1 : 0)
      const cleo = 'telegram:cleo' as typeof ana
      const texts = Array.from({ length: 300 }, (_, n): [typeof ana, string] => [n % 2 ? ana : ben, `talk ${n}`])
      texts.splice(200, 0, [cleo, 'my kettle broke'])
      texts.splice(240, 0, [cleo, 'pip, can you help?'])
      texts.push([ana, 'fire'])
      const all = texts.map(([from, text], n) => groupMessage(String(n), from, { text }))
      await under.store.inbox.accept(all, { now: 1_000, burstMs: 0, weigh })
      const claim = await claimOne(under.store)
      expect(claim.hasMore).toBe(true)
      const said = claim.unread.map(({ text, weight }) => `${weight} ${text}`)
      expect(said.filter((text) => text.startsWith('0 talk')).slice(0, 100)).toEqual(
        Array.from({ length: 100 }, (_, n) => `0 talk ${n}`),
      )
      expect(said).toContain('0 my kettle broke')
      expect(said.filter((text) => !text.startsWith('0'))).toEqual(['1 pip, can you help?', '2 fire'])
      expect(claim.unread.length).toBeLessThan(200)
      const rows = claim.unread.map(({ row }) => row)
      expect(rows).toEqual(rows.toSorted((a, b) => a - b))
    })

    test('takes, where more are due than asked for, also those who have just written, whatever a flood says on and on', async () => {
      const fans = Array.from({ length: 6 }, (_, nth) => accountId('telegram', `fan-${nth}`))
      for (const [nth, fan] of fans.entries())
        await under.store.inbox.accept([message('1', fan)], { now: 1_000 + nth, burstMs: 0 })
      const [flood = ana] = fans
      const newest = fans.at(-1)
      await under.store.inbox.accept([message('2', flood)], { now: 1_100, burstMs: 0 })
      const claims = await under.store.inbox.claim({ ...at, limit: 2, newest: 1 })
      const authors = claims.map(({ unread: [first] }) => first.author.accountId)
      expect(authors).toEqual([newest, flood, fans[1]])
      expect(await under.store.inbox.claim({ ...at, newest: 1 })).toHaveLength(3)
    })

    test('takes danger before all else, and what was said to us before what was not, however long that has waited', async () => {
      const others = [0, 1, 2].map((weight) => `telegram:${weight}` as typeof ana)
      for (const [index, fan] of others.entries()) {
        const weigh = () => (index === 0 ? 0 : index === 1 ? 1 : 2)
        await under.store.inbox.accept([message('1', fan)], { now: 1_000 + index, burstMs: 0, weigh })
      }
      const taken: string[] = []
      for (let n = 0; n < 3; n++) {
        const claim = await claimOne(under.store, { limit: 1 })
        taken.push(claim.conversation.threadId)
        await settle(under.store, claim)
      }
      expect(taken).toEqual(['telegram:2', 'telegram:1', 'telegram:0'])
    })

    test('weighs a conversation anew by what is left in it', async () => {
      const weigh = ({ text }: InboundMessage): Weight => (text.includes('pip') ? 1 : 0)
      const said = [groupMessage('1', ana, { text: 'talk' }), groupMessage('2', ben, { text: 'pip!' })]
      await under.store.inbox.accept(said, { now: 1_000, burstMs: 0, weigh })
      const claim = await claimOne(under.store)
      const rows = claim.unread.slice(1).map(({ row }) => row)
      await under.store.inbox.settle(claim, { id: turnId(), rows }, effects(), 2_000)
      await under.store.inbox.accept([message('3')], { now: 3_000, burstMs: 0 })
      const threads = (await under.store.inbox.claim(at)).map(({ conversation }) => conversation.threadId)
      expect(threads).toEqual([message('3').threadId, group])
    })

    test('of a turn in a group keeps the language of its own author, whoever else waits there', async () => {
      await accept(under.store, groupMessage('1', ana), groupMessage('2', ben))
      const claim = await claimOne(under.store)
      const turn = { id: turnId(), rows: [claim.unread[0].row] }
      await under.store.inbox.settle(claim, turn, effects({ conversation: { lang: 'fr' } }), 2_000)
      const langOf = async (fan: typeof ana) =>
        (await under.store.memory.recall(claim.conversation.id, fan, { before: 99, limit: 1 })).fan.lang
      expect([await langOf(ana), await langOf(ben)]).toEqual(['fr', undefined])
    })

    test('in a group a call is due after the caller’s own pause, however the others talk', async () => {
      const weigh = ({ text }: InboundMessage): Weight => (text.includes('pip') ? 1 : 0)
      let id = 0
      const due = async (from: typeof ana, text: string, now: number) => {
        const one = groupMessage(String(id++), from, { text })
        await under.store.inbox.accept([one], { now, burstMs: 100, weigh })
        return under.store.inbox.nextDueAt()
      }
      expect(await due(ben, 'talk', 1_000)).toBe(1_100)
      expect(await due(ben, 'talk', 1_090)).toBe(1_190)
      expect(await due(ana, 'pip?', 1_180)).toBe(1_280)
      expect(await due(ben, 'talk', 1_200)).toBe(1_280)
      expect(await due(ana, 'are you there?', 1_250)).toBe(1_350)
      expect(await due(ben, 'talk', 1_340)).toBe(1_350)
      expect(await due(ana, 'hello?', 1_345)).toBe(1_400)
      expect(await due(ben, 'pip!', 1_500)).toBe(1_400)
    })

    test('takes the longest due first, up to the limit, and nothing that is not due', async () => {
      const fans = ['c', 'a', 'd', 'b'].map((name) => `telegram:${name}` as typeof ana)
      for (const [index, fan] of fans.entries()) {
        await under.store.inbox.accept([message('1', fan)], { now: 1_000 + index * 1_000, burstMs: 0 })
      }
      const claims = await under.store.inbox.claim({ now: 3_500, leaseMs: 1_000, limit: 2 })
      expect(claims.map(({ conversation }) => conversation.threadId)).toEqual(['telegram:c', 'telegram:a'])
      expect(await under.store.inbox.claim({ now: 3_500, leaseMs: 1_000, limit: 9 })).toHaveLength(1)
    })

    test('is exclusive: two stores that claim at once never share a conversation', async () => {
      const other = await under.open()
      const fans = Array.from({ length: 40 }, (_, index) => `telegram:${index}` as typeof ana)
      await accept(under.store, ...fans.map((fan) => message('1', fan)))
      const rounds = Array.from({ length: 10 }, () =>
        [under.store, other].map((store) => store.inbox.claim({ ...at, limit: 3 })),
      )
      let claims = (await Promise.all(rounds.flat())).flat()
      // What both had reached for at the same moment is still free.
      claims = claims.concat(await under.store.inbox.claim({ ...at, limit: 100 }))
      const threads = claims.map(({ conversation }) => conversation.threadId)
      expect(threads).toHaveLength(40)
      expect(new Set(threads).size).toBe(40)
    })

    test('leaves a held conversation alone, new messages or not, until its lease runs out', async () => {
      await accept(under.store, message('1'))
      const first = await claimOne(under.store, { now: 10_000, leaseMs: 1_000 })
      await accept(under.store, message('2'))
      expect(await under.store.inbox.claim({ ...at, now: 10_999 })).toEqual([])
      expect(await under.store.inbox.nextDueAt()).toBe(11_000)
      const second = await claimOne(under.store, { now: 11_000 })
      expect(second.unread.map(({ id }) => id)).toEqual(['1', '2'])
      expect(second.lease).not.toBe(first.lease)
    })

    test('counts failures in a row: releases and holders that vanished', async () => {
      await accept(under.store, message('1'))
      const first = await claimOne(under.store, { now: 10_000 })
      await under.store.inbox.release(first, 20_000)
      expect(first.failures).toBe(0)
      expect((await claimOne(under.store, { now: 20_000 })).failures).toBe(1)
      const third = await claimOne(under.store, { now: 30_000 })
      expect(third.failures).toBe(2)
      await settle(under.store, third)
      await accept(under.store, message('2'))
      expect((await claimOne(under.store, { now: 40_000 })).failures).toBe(0)
    })

    test('given back without a failure counts for none', async () => {
      await accept(under.store, message('1'))
      await under.store.inbox.release(await claimOne(under.store), 20_000, { isNoFailure: true })
      expect((await claimOne(under.store, { now: 20_000 })).failures).toBe(0)
    })

    test('put aside leaves the rest of the conversation to be read, and tells what and why', async () => {
      await accept(under.store, message('1'), message('2'))
      const claim = await claimOne(under.store)
      const why = { reason: 'nobody can read it', now: 11_000 }
      const rows = [claim.unread[0].row]
      expect(await under.store.inbox.setAside(claim, rows, why)).toBe(true)
      expect(await under.store.inbox.setAside(claim, rows, why)).toBe(false)
      const next = await claimOne(under.store, { now: 11_000 })
      expect([next.unread.map(({ id }) => id), next.failures]).toEqual([['2'], 0])
      expect(await under.store.records.setAside(5)).toEqual([
        { threadId: 'telegram:ana', messageId: '1', reason: 'nobody can read it', at: 11_000 },
      ])
      expect(await under.store.records.deadLetters(5)).toEqual([])
      expect(await (await under.open({ brand: 'tide' })).records.setAside(5)).toEqual([])
    })

    test('keeps since when the oldest unread message waits, also after others were read', async () => {
      const say = async (id: string, now: number) =>
        await under.store.inbox.accept([groupMessage(id)], { now, burstMs: 0, weigh: () => (id === '2' ? 1 : 0) })
      await say('1', 1_000)
      await say('2', 2_000)
      await say('3', 3_000)
      const claim = await claimOne(under.store)
      const rows = claim.unread.filter(({ id }) => id === '2').map(({ row }) => row)
      await under.store.inbox.settle(claim, { id: turnId(), rows }, effects(), 12_000)
      const [since] = await under.database.query('select unread_since from conversations')
      expect(Number(since?.unread_since)).toBe(1_000)
    })

    test('can be renewed while it is held, and not afterwards', async () => {
      await accept(under.store, message('1'))
      const claim = await claimOne(under.store, { now: 10_000 })
      expect(await under.store.inbox.renew([claim], { now: 10_900, leaseMs: 1_000 })).toEqual([])
      expect(await under.store.inbox.claim({ ...at, now: 11_500 })).toEqual([])
      await claimOne(under.store, { now: 11_900 })
      expect(await under.store.inbox.renew([claim], { now: 11_950, leaseMs: 1_000 })).toEqual([claim])
    })

    test('given back is due again when asked, in order, and only by its holder', async () => {
      await accept(under.store, message('1'), message('2'))
      const claim = await claimOne(under.store, { now: 10_000 })
      await under.store.inbox.release(claim, 15_000)
      expect(await under.store.inbox.nextDueAt()).toBe(15_000)
      expect(await under.store.inbox.claim({ ...at, now: 14_999 })).toEqual([])
      expect((await claimOne(under.store, { now: 15_000 })).unread.map(({ id }) => id)).toEqual(['1', '2'])
      await under.store.inbox.release(claim, 15_001)
      expect(await under.store.inbox.claim({ ...at, now: 15_500 })).toEqual([])
    })

    test('never sees another brand, which may have the same thread', async () => {
      const other = await under.open({ brand: 'tide' })
      await accept(under.store, message('1'))
      expect(await other.inbox.claim(at)).toEqual([])
      expect(await other.inbox.nextDueAt()).toBeUndefined()
      expect(await accept(other, message('1'))).toBe(1)
      const theirs = await claimOne(other)
      const ours = await claimOne(under.store)
      expect(theirs.conversation.id).not.toBe(ours.conversation.id)
      expect(await settle(other, ours, { outbox: [says('not mine')] })).toBe(false)
      expect(await settle(under.store, ours)).toBe(true)
    })
  })
}
