/** Danger told on a case that is open already. */
import { describe, expect, test } from 'vitest'
import { type CaseChange, whichCase } from '../../../src/domain/case.ts'
import type { HandoffReason } from '../../../src/domain/handoff.ts'
import type { CaseId } from '../../../src/domain/ids.ts'
import { changeCase, openOne, takenBy } from '../../support/change-case.ts'
import { accept, ana, ben, claimOne, groupMessage, type StoreUnderTest, settle } from '../../support/store-harness.ts'

export function caseDangerContract(under: StoreUnderTest): void {
  describe('danger told on a case that is open', () => {
    const due = { waiting: 15_000, assigned: 16_000 }
    const tell = async (id: CaseId, reason: HandoffReason) => {
      const found = await under.store.cases.get(id)
      if (!found) throw new Error('the case is there')
      await under.store.caseChanges.apply([{ ...whichCase(found), danger: { reason, due } }], 13_000)
      return await under.store.cases.get(id)
    }
    const run = (id: CaseId, timers: NonNullable<CaseChange['timers']>) =>
      changeCase(under.store, id, { timers }, 12_500)

    test('is what it is about from now on, and answered by then at the latest', async () => {
      const id = await openOne(under.store)
      await run(id, { 'first-response': 90_000, resolution: 95_000 })
      expect(await tell(id, 'safety')).toMatchObject({
        ...{ reason: 'safety', status: 'waiting', timers: { 'first-response': 15_000, resolution: 95_000 } },
      })
    })

    test('is answered sooner if that was due already', async () => {
      const id = await openOne(under.store)
      await run(id, { 'first-response': 14_000 })
      expect((await tell(id, 'safety'))?.timers).toEqual({ 'first-response': 14_000 })
    })

    test('is a next answer of who has the case, which sleeps no longer', async () => {
      const id = await openOne(under.store)
      await changeCase(under.store, id, takenBy('mia'), 12_100)
      await changeCase(under.store, id, { set: { snoozedUntil: 80_000 }, timers: { snooze: 80_000 } }, 12_200)
      const found = await tell(id, 'health')
      expect(found).toMatchObject({ reason: 'health', timers: { 'next-response': 16_000 } })
      expect(found?.timers).not.toHaveProperty('snooze')
      expect(found).not.toHaveProperty('snoozedUntil')
    })

    test('is one on the case it is joined to, which has the clock', async () => {
      const lead = await openOne(under.store)
      await accept(under.store, groupMessage('joined', ben))
      const his = { accountId: ben, reason: 'complaint', summary: 'Late too.' } as const
      await settle(under.store, await claimOne(under.store), { handoff: his }, 12_100)
      const joined = (await under.store.cases.list()).find(({ id }) => id !== lead) ?? expect.fail('his is open')
      await changeCase(under.store, joined.id, { set: { leadId: lead } }, 12_200)
      await changeCase(under.store, lead, takenBy('mia'), 12_300)
      await changeCase(under.store, lead, { set: { snoozedUntil: 80_000 }, timers: { snooze: 80_000 } }, 12_400)
      const before = await under.store.cases.get(lead)
      await tell(joined.id, 'health')
      const found = await under.store.cases.get(lead)
      expect(found).toMatchObject({ reason: 'health', timers: { 'next-response': 16_000 } })
      expect(found).not.toHaveProperty('snoozedUntil')
      expect(found?.version).toBeGreaterThan(before?.version ?? 0)
    })

    test('makes it a case of the team that is called for it, and a lesser one does not', async () => {
      const id = await openOne(under.store)
      const call = async (reason: HandoffReason, team: string) => {
        const found = (await under.store.cases.get(id)) ?? expect.fail('the case is there')
        await under.store.caseChanges.apply([{ ...whichCase(found), danger: { reason, team, due } }], 13_000)
        return (await under.store.cases.get(id))?.team
      }
      await changeCase(under.store, id, { set: { team: 'care' } }, 12_500)
      await changeCase(under.store, id, takenBy('mia'), 12_600)
      expect(await call('health', 'duty')).toBe('duty')
      expect(await call('self-harm', 'help')).toBe('help')
      expect(await call('health', 'duty')).toBe('help')
      expect(await under.store.cases.get(id)).toMatchObject({ status: 'assigned' })
    })

    test('never lowers a graver one', async () => {
      const id = await openOne(under.store)
      expect(await tell(id, 'self-harm')).toMatchObject({ reason: 'self-harm' })
      expect(await tell(id, 'safety')).toMatchObject({ reason: 'self-harm' })
    })

    test('counts as well where the turn that heard it did not know of the case', async () => {
      const id = await openOne(under.store)
      await run(id, { 'first-response': 90_000 })
      await accept(under.store, groupMessage('unseen'))
      const danger = { reason: 'self-harm', due } as const
      const handoff = { accountId: ana, reason: 'self-harm', summary: 'Ana.', danger } as const
      await settle(under.store, await claimOne(under.store, { now: 13_000 }), { handoff }, 13_000)
      expect(await under.store.cases.get(id)).toMatchObject({
        ...{ reason: 'self-harm', timers: { 'first-response': 15_000 } },
      })
    })

    test('is read with the conversation, as is since when the fan is known', async () => {
      await tell(await openOne(under.store), 'health')
      await accept(under.store, groupMessage('next'))
      const { openCases } = (await claimOne(under.store, { now: 20_000 })).conversation
      expect(openCases).toMatchObject([{ reason: 'health', fanSince: 1_000 }])
    })
  })
}
