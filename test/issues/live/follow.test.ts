/** A process that does not watch issues follows what staff did in one that does. */
import { expect, it, vi } from 'vitest'
import { createIssueWatch } from '../../../src/issues/live/watch-issues.ts'
import { createLog } from '../../../src/log.ts'
import { createWake } from '../../../src/wake.ts'
import { createManualClock } from '../../support/manual-clock.ts'
import { testPersona } from '../../support/persona.ts'
import { sqliteTestDatabase, useStore } from '../../support/store-harness.ts'

const under = useStore(sqliteTestDatabase)
const silent = createLog({ level: 'silent', secrets: [] })
const dana = { id: 'desk:dana', name: 'Dana' }

it('reads anew what is said of issues when an act or a crisis of another process changed it, and else never', async () => {
  const { issues } = under.store
  const clock = createManualClock()
  const wake = createWake(clock)
  const persona = testPersona()
  const onChanged = vi.fn()
  expect(await issues.claimWatch('another', clock.now(), 30_000)).toBe(true)
  const rounds = vi.spyOn(issues, 'claimWatch')
  const ending = new AbortController()
  const watch = createIssueWatch({
    ...{ issues, clock, wake, onChanged, errands: [], log: silent },
    persona: () => persona,
    thread: async () => undefined,
    bare: (text) => text,
  })
  const running = watch.run(ending.signal)
  const round = async () => {
    const before = rounds.mock.calls.length
    wake.wake()
    // Begun twice, the first is done.
    await vi.waitFor(() => {
      wake.wake()
      expect(rounds.mock.calls.length).toBeGreaterThan(before + 1)
    })
  }
  await round()
  expect(onChanged).toHaveBeenCalledTimes(0)
  await issues.changeCrisis({ isDrill: false }, { level: 'amber', what: 'amber' }, dana, clock.now())
  await round()
  expect(onChanged).toHaveBeenCalledTimes(1)
  await round()
  expect(onChanged).toHaveBeenCalledTimes(1)
  ending.abort()
  await running
})
