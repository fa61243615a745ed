/** What a fan was promised on a case. */
import { describe, expect, test } from 'vitest'
import type { Promised } from '../../../src/domain/case.ts'
import { openOne } from '../../support/change-case.ts'
import type { StoreUnderTest } from '../../support/store-harness.ts'

export function casePromisesContract(under: StoreUnderTest): void {
  describe('a promise on a case', () => {
    /** Opens a case whose first answer is due at 20 s, and promises more on it. */
    async function promise(...promises: readonly Promised[]) {
      const id = await openOne(under.store)
      const { cases, caseChanges } = under.store
      for (const [at, one] of promises.entries()) {
        const found = await cases.get(id)
        if (!found) throw new Error('the case is there')
        await caseChanges.apply([{ ...found, timersIfNone: { 'first-response': 20_000 }, promise: one }], 13_000 + at)
      }
      const end = async (promise: 'kept' | 'broken', now: number) => {
        const found = await cases.get(id)
        if (found) await caseChanges.apply([{ ...found, promise }], now)
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

    test('of a person is ended by a person, or when its own time is over, and is found to be reminded of', async () => {
      const id = await openOne(under.store)
      const { cases, caseChanges, promises } = under.store
      const change = async (more: object, now: number) => {
        const found = await cases.get(id)
        if (found) await caseChanges.apply([{ ...found, set: {}, ...more }], now)
      }
      await change(
        { owes: { owner: 'Dana', text: 'A lid.', dueAt: 40_000 }, promise: { text: 'Soon.', dueAt: 60_000 } },
        13_000,
      )
      await change({ owes: { owner: 'Dana', text: 'A call.', dueAt: 90_000 } }, 13_100)
      await change({ promise: 'kept' }, 14_000)
      expect(await promises.open(10)).toMatchObject([
        { owner: 'Dana', text: 'A lid.', dueAt: 40_000, isByPerson: true, case: { id } },
        { text: 'A call.' },
      ])
      const [first, ...more] = await promises.toRemind(20_000, 50_000, 10)
      expect(more).toEqual([])
      expect(await promises.reminded(first?.id ?? 0, 20_000)).toBe(true)
      expect(await promises.reminded(first?.id ?? 0, 20_000)).toBe(false)
      expect(await promises.toRemind(20_000, 50_000, 10)).toEqual([])
      expect(await promises.overdue(39_000, 10)).toEqual([])
      expect(await promises.overdue(40_000, 10)).toMatchObject([{ text: 'A lid.' }])
      const [lid, call] = (await cases.wordsGiven(id)).map(({ number }) => number)
      await change({ owed: { numbers: [], became: 'broken' } }, 41_000)
      await change({ owed: { numbers: [lid], became: 'broken' } }, 41_000)
      expect(await cases.wordsGiven(id)).toMatchObject([
        { number: lid, owner: 'Dana', text: 'A lid.', dueAt: 40_000, outcome: 'broken', endedAt: 41_000 },
        { number: call, text: 'A call.' },
      ])
      expect(await promises.open(10)).toMatchObject([{ text: 'A call.' }])
      await change({ owed: { numbers: [lid, call], became: 'kept' } }, 42_000)
      expect(await promises.open(10)).toEqual([])
      expect(await promises.ended(0)).toEqual({ kept: 2, broken: 1 })
      expect(await promises.ended(41_500)).toEqual({ kept: 1, broken: 0 })
    })
  })
}
