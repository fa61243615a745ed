/** What is old goes, off the path: once a day, however often the program is started. */
import { expect, it } from 'vitest'
import { DAY_MS, HOUR_MS, MINUTE_MS } from '../../src/domain/durations.ts'
import { createLog } from '../../src/log.ts'
import { keepHouse, onceADay } from '../../src/program/housekeeping.ts'
import { createManualClock } from '../support/manual-clock.ts'
import { accept, claimOne, message, settle, sqliteTestDatabase, useStore } from '../support/store-harness.ts'

const under = useStore(sqliteTestDatabase)
const log = createLog({ level: 'silent' })

it('old messages are deleted on the first call of a day, and not again at the next start', async () => {
  const clock = createManualClock({ startsAt: 100 * DAY_MS, skipsBelowMs: 1_000 })
  const store = await under.open({ clock })
  const call = async () => await onceADay(store, clock, new AbortController().signal, log, () => 30)()
  const say = async (id: string) => {
    await accept(store, message(id))
    await settle(store, await claimOne(store))
  }
  const left = async () => (await under.database.query('select id from messages')).length
  await say('1')
  await call()
  expect(await left()).toBe(0)
  await say('2')
  clock.advance(DAY_MS - MINUTE_MS)
  await call()
  expect(await left()).toBe(1)
  clock.advance(MINUTE_MS)
  await call()
  expect(await left()).toBe(0)
})

it('a clock that was set back does not put it off', async () => {
  const clock = createManualClock({ startsAt: 100 * DAY_MS, skipsBelowMs: 1_000 })
  const store = await under.open({ clock })
  const call = async () => await onceADay(store, clock, new AbortController().signal, log, () => 30)()
  await call()
  clock.advance(-HOUR_MS)
  await accept(store, message('1'))
  await settle(store, await claimOne(store))
  await call()
  expect(await under.database.query('select id from messages')).toEqual([])
})

it('nothing of it is done before the program has run for a while, and then it is done every hour, whatever fails', async () => {
  const clock = createManualClock()
  const ending = new AbortController()
  let done = 0
  const work = async () => {
    done += 1
    throw new Error('the disk is busy')
  }
  keepHouse(ending.signal, clock, work, log, MINUTE_MS)
  const after = async (ms: number) => {
    clock.advance(ms)
    await new Promise(setImmediate)
    return done
  }
  expect([await after(MINUTE_MS - 1), await after(1), await after(HOUR_MS - 1), await after(1)]).toEqual([0, 1, 1, 2])
  ending.abort()
  await new Promise(setImmediate)
  expect(await after(HOUR_MS)).toBe(2)
})
