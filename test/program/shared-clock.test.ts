/** One time for all: that of the database, and none that runs backwards. */
import { expect, it } from 'vitest'
import { createLog } from '../../src/log.ts'
import { createSharedClock } from '../../src/program/shared-clock.ts'
import { catchUpWithClock, watchClock } from '../../src/program/watch-clock.ts'
import { createManualClock } from '../support/manual-clock.ts'
import {
  accept,
  at,
  claimOne,
  message,
  postgresTestDatabase,
  sqliteTestDatabase,
  useStore,
} from '../support/store-harness.ts'

const under = useStore(sqliteTestDatabase)
const log = createLog({ level: 'silent' })
const HOUR_MS = 3_600_000
const settled = () => new Promise(setImmediate)

it('two machines whose clocks differ by 25 s tell the same time', async () => {
  const database = createManualClock({ startsAt: 1_000_000 })
  const machines = [createManualClock({ startsAt: 1_012_000 }), createManualClock({ startsAt: 987_000 })]
  const clocks = await Promise.all(machines.map((own) => createSharedClock(own, async () => database.now(), log)))
  expect(clocks.map((clock) => clock.now())).toEqual([1_000_000, 1_000_000])
})

it('the database is asked again, and what it took to answer is allowed for; an answer that took long is none', async () => {
  const own = createManualClock({ startsAt: 1_000_000 })
  let tookMs = 200
  let theirs = 5_000_000
  const ask = async () => {
    own.advance(tookMs)
    return theirs
  }
  const clock = await createSharedClock(own, ask, log)
  expect(clock.now()).toBe(5_000_100)
  const ending = new AbortController()
  const kept = clock.keep(ending.signal)
  theirs = 6_000_000
  own.advance(30_000)
  await settled()
  expect(clock.now()).toBe(6_000_100)
  tookMs = 5_000
  theirs = 9_000_000
  own.advance(30_000)
  await settled()
  expect(clock.now()).toBe(6_000_100 + 30_000 + 5_000)
  ending.abort()
  await kept
})

it('PostgreSQL tells its time, and SQLite has none of its own', async () => {
  await using database = await postgresTestDatabase()
  const { openStore } = await import('../../src/store/open-store.ts')
  await using store = await openStore(database.url, { brand: 'pip' })
  const before = Date.now()
  const time = await store.time.ofDatabase?.()
  // The server of the tests runs on this machine.
  expect(time).toBeGreaterThanOrEqual(before - 1_000)
  expect(time).toBeLessThanOrEqual(Date.now() + 1_000)
  expect(under.store.time.ofDatabase).toBeUndefined()
})

it('a time of day that is set back while the program runs puts off nothing that waits', async () => {
  const clock = createManualClock({ startsAt: 10 * HOUR_MS })
  await under.store.inbox.accept([message('1')], { now: clock.now(), burstMs: 900 })
  const ending = new AbortController()
  const watching = watchClock(under.store.time, clock, ending.signal, log)
  clock.setBack(HOUR_MS)
  clock.advance(5_000)
  await settled()
  await settled()
  ending.abort()
  await watching
  expect(await under.store.inbox.nextDueAt()).toBe(9 * HOUR_MS + 900)
  expect(await claimOne(under.store, { ...at, now: clock.now() })).toBeDefined()
})

it('nor one that was set back while no program ran', async () => {
  const clock = createManualClock({ startsAt: 10 * HOUR_MS })
  await under.store.inbox.accept([message('1')], { now: clock.now(), burstMs: 900 })
  clock.setBack(HOUR_MS)
  await catchUpWithClock(under.store.time, clock, log)
  expect(await under.store.inbox.nextDueAt()).toBe(9 * HOUR_MS + 900)
  await accept(under.store, message('2'))
  await catchUpWithClock(under.store.time, clock, log)
  expect((await claimOne(under.store, { ...at, now: clock.now() + 900 })).unread).toHaveLength(2)
})
