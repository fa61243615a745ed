/** What happens on the path is counted, each time it happened and not otherwise. */
import { expect, it } from 'vitest'
import { openStore } from '../../src/store/open-store.ts'
import { createMetrics } from '../../src/watch/metrics.ts'
import { watchedPath } from '../../src/watch/watched-path.ts'
import { createManualClock } from '../support/manual-clock.ts'
import { message, sqliteTestDatabase } from '../support/store-harness.ts'

it('messages put aside unanswered are counted, and not those whose lease was lost', async () => {
  await using database = await sqliteTestDatabase('ready')
  await using store = await openStore(database.url, { brand: 'pip' })
  const metrics = createMetrics()
  const clock = createManualClock({ startsAt: 10_000 })
  const { inbox } = watchedPath(store.inbox, store.outbox, { metrics, clock, nameOf: (id) => id })
  await inbox.accept([message('1')], { now: 10_000, burstMs: 0 })
  const [claim] = await inbox.claim({ now: 10_000, leaseMs: 5_000, limit: 1 })
  if (!claim) return expect.fail('a message waits')
  const why = { reason: 'its turn always fails', now: 11_000 }
  expect(await inbox.setAside(claim, [claim.unread[0].row], why)).toBe(true)
  expect(await inbox.setAside({ ...claim, lease: 'lost' }, [claim.unread[0].row], why)).toBe(false)
  expect(await metrics.turnsSetAside.get()).toMatchObject({ values: [{ value: 1 }] })
})
