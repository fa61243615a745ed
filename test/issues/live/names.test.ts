/** Names that people tell of themselves, in what staff are shown of their reports as one. */
import { expect, it, vi } from 'vitest'
import { stripPersonal } from '../../../src/desk/learning/strip-personal.ts'
import { createIssueWatch } from '../../../src/issues/live/watch-issues.ts'
import { createLog } from '../../../src/log.ts'
import { createWake } from '../../../src/wake.ts'
import { createManualClock } from '../../support/manual-clock.ts'
import { testPersona } from '../../support/persona.ts'
import {
  accept,
  ana,
  ben,
  claimOne,
  message,
  settle,
  sqliteTestDatabase,
  useStore,
} from '../../support/store-harness.ts'

const under = useStore(sqliteTestDatabase)

it('stand in no title of an issue, however many told the same one', async () => {
  const { store } = under
  const clock = createManualClock({ startsAt: Date.parse('2026-11-18T10:30Z') })
  const told = ['leaks', 'leaks again', 'still leaks badly', 'leaks everywhere', 'is leaking']
  for (const [nth, how] of told.entries()) {
    const from = nth % 2 === 0 ? ana : ben
    await accept(store, message(String(nth), from, { text: `my name is Ana Petrova, the lid of my cup ${how}` }))
    const claim = await claimOne(store)
    const [{ row }] = claim.unread
    const report = { accountId: from, row, at: clock.now() + nth, kind: 'complaint', lang: 'en' } as const
    await settle(store, claim, { reports: [report] })
  }
  const ending = new AbortController()
  const watch = createIssueWatch({
    ...{ issues: store.issues, clock, wake: createWake(clock), errands: [], onChanged: () => {} },
    ...{ log: createLog({ level: 'silent', secrets: [] }), thread: async () => undefined },
    persona: () => testPersona(),
    bare: (text, name) => stripPersonal(text, [name]),
  })
  const running = watch.run(ending.signal)
  await vi.waitFor(async () => {
    const [issue] = await store.issues.list(clock.now())
    expect(issue?.title).toMatch(/lid|leaks|cup/)
    expect(issue?.title).not.toMatch(/petrova/i)
  }, 20_000)
  ending.abort()
  await running
})
