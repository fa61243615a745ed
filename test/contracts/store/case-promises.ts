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
  })
}
