/** Handoffs as staff move them, and who answers with them. */
import { describe, expect, test } from 'vitest'
import type { Promised } from '../../../src/domain/case.ts'
import { type CaseId, threadId } from '../../../src/domain/ids.ts'
import {
  accept,
  ana,
  at,
  ben,
  claimOne,
  group,
  groupMessage,
  happens,
  type StoreUnderTest,
  says,
  settle,
} from '../../support/store-harness.ts'

export function handoffsContract(under: StoreUnderTest): void {
  async function openOne(): Promise<CaseId> {
    await accept(under.store, groupMessage(crypto.randomUUID()))
    const handoff = { accountId: ana, reason: 'complaint', summary: 'Beans late.' } as const
    await settle(under.store, await claimOne(under.store), { handoff }, 12_000)
    const [open] = await under.store.records.handoffs({ status: 'waiting' })
    if (open === undefined) throw new Error('a handoff was opened')
    return open.id
  }
  const handler = async () => (await under.store.records.conversation(group))?.openCases[0]?.handler

  describe('a promise on a case', () => {
    /** Opens a case whose first answer is due at 20 s, and promises more on it. */
    async function promise(...promises: readonly Promised[]) {
      const id = await openOne()
      const { cases } = under.store
      for (const [at, one] of promises.entries()) {
        const found = await cases.get(id)
        if (!found) throw new Error('the case is there')
        await cases.apply([{ ...found, timersIfNone: { 'first-response': 20_000 }, promise: one }], 13_000 + at)
      }
      const end = async (promise: 'kept' | 'broken', now: number) => {
        const found = await cases.get(id)
        if (found) await cases.apply([{ ...found, promise }], now)
      }
      return { end, all: async () => (await cases.story(id, 10))?.promises }
    }

    test('stands there with owner and time, which is no later than the answer that keeps it is due', async () => {
      const { all } = await promise(
        { owner: 'care', text: 'We check.', dueAt: 30_000 },
        { text: 'We call.', dueAt: 15_000 },
      )
      expect(await all()).toEqual([
        { owner: 'care', text: 'We check.', dueAt: 20_000, madeAt: 13_000 },
        { text: 'We call.', dueAt: 15_000, madeAt: 13_001 },
      ])
    })

    test('is broken when its time has run out, and kept with all that are open', async () => {
      const { all, end } = await promise({ text: 'We check.', dueAt: 30_000 }, { text: 'We call.', dueAt: 15_000 })
      await end('broken', 16_000)
      await end('kept', 17_000)
      expect((await all())?.map(({ outcome }) => outcome)).toEqual(['kept', 'broken'])
    })

    test('made again takes the place of the one before', async () => {
      const again = { text: 'We check.', dueAt: 18_000 }
      const { all, end } = await promise(again, again)
      await end('kept', 17_000)
      expect((await all())?.map(({ outcome }) => outcome)).toEqual([undefined, 'kept'])
    })
  })

  describe('a handoff', () => {
    test('is taken, given back, taken again and closed; the handler follows', async () => {
      const id = await openOne()
      expect(await handler()).toBe('bot')
      expect(await under.store.handoffs.assign(id, 'mia', 13_000)).toBe(true)
      expect(await under.store.handoffs.get(id)).toMatchObject({
        status: 'assigned',
        assignee: 'mia',
        assignedAt: 13_000,
      })
      expect(await handler()).toBe('staff')
      expect(await under.store.handoffs.release(id, 14_000)).toBe(true)
      const released = await under.store.handoffs.get(id)
      expect(released).toMatchObject({ status: 'waiting' })
      expect(released).not.toHaveProperty('assignee')
      expect(released).not.toHaveProperty('assignedAt')
      expect(await handler()).toBe('bot')
      await under.store.handoffs.assign(id, 'tom', 15_000)
      expect(await under.store.handoffs.close(id, 16_000)).toBe(true)
      expect(await under.store.handoffs.get(id)).toMatchObject({ status: 'closed', assignee: 'tom', closedAt: 16_000 })
      const conversation = await under.store.records.conversation(group)
      expect(conversation?.openCases).toEqual([])
    })

    test('goes to exactly one of two staff who reach for it at once, also in two processes', async () => {
      const other = await under.open()
      for (let round = 0; round < 8; round++) {
        const id = await openOne()
        const wins = await Promise.all([
          under.store.handoffs.assign(id, 'mia', 13_000),
          other.handoffs.assign(id, 'tom', 13_000),
          under.store.handoffs.assign(id, 'mia', 13_000),
        ])
        expect(wins.filter(Boolean)).toHaveLength(1)
        const assignee = wins[1] ? 'tom' : 'mia'
        expect(await other.handoffs.get(id)).toMatchObject({ status: 'assigned', assignee })
        await other.handoffs.close(id, 14_000)
      }
    })

    test('is moved only from where it is', async () => {
      const id = await openOne()
      expect(await under.store.handoffs.release(id, 13_000)).toBe(false)
      await under.store.handoffs.assign(id, 'mia', 13_000)
      expect(await under.store.handoffs.assign(id, 'tom', 13_000)).toBe(false)
      expect(await handler()).toBe('staff')
      await under.store.handoffs.close(id, 14_000)
      const before = await under.everything()
      expect(await under.store.handoffs.close(id, 15_000)).toBe(false)
      expect(await under.store.handoffs.assign(id, 'tom', 15_000)).toBe(false)
      expect(await under.store.handoffs.release(id, 15_000)).toBe(false)
      expect(await under.everything()).toBe(before)
    })

    test('closed while nobody had it leaves the bot to answer, and a new one may be opened', async () => {
      const id = await openOne()
      expect(await under.store.handoffs.close(id, 13_000)).toBe(true)
      expect(await openOne()).not.toBe(id)
    })

    test('that is taken while the bot still thinks has the turn thought about anew, for staff', async () => {
      const id = await openOne()
      await accept(under.store, groupMessage('2'))
      const claim = await claimOne(under.store)
      const heard: string[] = []
      under.store.onNotice((what) => heard.push(what))
      await under.store.handoffs.assign(id, 'mia', 13_000)
      expect(heard).toEqual(['inbox'])
      expect(await settle(under.store, claim, { outbox: [says('talking over mia')] })).toBe(false)
      const anew = await claimOne(under.store)
      expect(anew.conversation).toMatchObject({ openCases: [{ handler: 'staff', status: 'assigned' }] })
      expect(anew.failures).toBe(0)
      expect(await under.store.outbox.due(at)).toEqual([])
    })

    test('of one member of a group is theirs: another’s stays with who has it, and one claim brings both', async () => {
      const id = await openOne()
      await accept(under.store, groupMessage('2', ben))
      const his = { accountId: ben, reason: 'legal', summary: 'Beans lost.' } as const
      await settle(under.store, await claimOne(under.store), { handoff: his }, 12_500)
      await under.store.handoffs.assign(id, 'mia', 13_000)
      await accept(under.store, groupMessage('3', ben))
      const { openCases } = (await claimOne(under.store)).conversation
      const handlers = Object.fromEntries(openCases.map(({ accountId, handler }) => [accountId, handler]))
      expect(handlers).toEqual({ [ana]: 'staff', [ben]: 'bot' })
      const moved = threadId('telegram', -200)
      await happens(under.store, { kind: 'moved', threadId: group, to: moved, at: 14_000 })
      expect((await under.store.records.conversation(moved))?.openCases).toHaveLength(2)
    })

    test('shows staff what its member says and is answered, and lets what others are answered leave', async () => {
      const id = await openOne()
      const hers = (await under.store.cases.get(id)) ?? expect.fail('the case is there')
      const staffThread = threadId('telegram', -900, 1)
      await under.store.cases.threadOpened(id, staffThread, says('card'), 0, 12_500)
      await accept(under.store, groupMessage('2', ben))
      await settle(under.store, await claimOne(under.store), { outbox: [says('one to ben'), says('two to ben')] })
      await accept(under.store, groupMessage('3'))
      await settle(under.store, await claimOne(under.store), { outbox: [says('one to ana'), says('two to ana')] })
      const [unrelayed] = await under.store.cases.unrelayed(20)
      const lines = unrelayed?.lines.map(({ line }) => line.text) ?? []
      expect(lines.slice(-3)).toEqual(['text 3', 'one to ana', 'two to ana'])
      expect(lines).not.toContain('text 2')
      expect(lines.join()).not.toMatch(/to ben/)
      await under.store.cases.apply([{ ...hers, version: hers.version, dropUnsent: true }], 13_000)
      const left = await under.database.query("select body from messages where state = 'pending'")
      const bodies = left.map(({ body }) => String(body)).join()
      expect(bodies).toMatch(/one to ben.*two to ben/)
      expect(bodies).not.toMatch(/to ana/)
    })

    test('carries notes of staff, oldest first, also after it is closed', async () => {
      const id = await openOne()
      expect(await under.store.handoffs.get(id)).toMatchObject({ notes: [] })
      await under.store.handoffs.note(id, 'mia', 'Called \0 her.', 13_000)
      await under.store.handoffs.close(id, 14_000)
      expect(await under.store.handoffs.note(id, 'tom', 'She is happy.', 12_000)).toBe(true)
      expect((await under.store.handoffs.get(id))?.notes).toEqual([
        { staff: 'mia', text: 'Called \uFFFD her.', at: 13_000 },
        { staff: 'tom', text: 'She is happy.', at: 12_000 },
      ])
    })

    test('is unknown to another brand, and where there is none', async () => {
      const id = await openOne()
      const other = await under.open({ brand: 'tide' })
      const nowhere = 'nowhere' as CaseId
      for (const [store, unknown] of [
        [other, id],
        [under.store, nowhere],
      ] as const) {
        expect(await store.handoffs.get(unknown)).toBeUndefined()
        expect(await store.handoffs.assign(unknown, 'eve', 13_000)).toBe(false)
        expect(await store.handoffs.release(unknown, 13_000)).toBe(false)
        expect(await store.handoffs.close(unknown, 13_000)).toBe(false)
        expect(await store.handoffs.note(unknown, 'eve', 'hello', 13_000)).toBe(false)
      }
      expect(await under.store.handoffs.get(id)).toMatchObject({ status: 'waiting', notes: [] })
    })
  })
}
