/** On PostgreSQL many processes keep to one pace: in no stretch of time are more places used than there may be. */
import { expect, test } from 'vitest'
import type { Paces } from '../../src/ports/paces.ts'
import { postgresTestDatabase, useStore } from '../support/store-harness.ts'

const under = useStore(postgresTestDatabase)
const ALWAYS_MS = 1e9

async function open(): Promise<Paces> {
  const { paces } = await under.open({ isShared: true })
  if (!paces) throw new Error('PostgreSQL has paces')
  return paces
}

/** The longest stretch of time is counted in which `more` lie. */
function nearest(times: readonly number[], more: number): number {
  const sorted = [...times].sort((a, b) => a - b)
  return Math.min(...sorted.slice(more).map((time, at) => time - (sorted[at] ?? 0)))
}

test('places in blocks, asked for by several at once, are never nearer than the pace allows', async () => {
  const all = await Promise.all([open(), open(), open()])
  const times: number[] = []
  const take = async (paces: Paces) => {
    for (let round = 0; round < 10; round++) {
      const [got] = await paces.take([{ name: 'bot', most: 10, periodMs: 1_000, places: 3 }], ALWAYS_MS)
      const at = Date.now() + (got?.waitMs ?? 0)
      expect(got?.isTaken).toBe(true)
      times.push(at, at, at)
    }
  }
  await Promise.all(all.map(take))
  expect(times).toHaveLength(90)
  // What the answers took on their way is the measuring's own error.
  expect(nearest(times, 10)).toBeGreaterThan(850)
  expect(Math.max(...times) - Math.min(...times)).toBeLessThan(10_500)
})

test('one that is further off than anybody would wait is not taken, and it is told when', async () => {
  const [here, there] = [await open(), await open()]
  const chat = { name: 'bot:1', most: 1, periodMs: 60_000, places: 1 }
  const minute = { name: 'bot:1:minute', most: 2, periodMs: 60_000, places: 1 }
  expect(await here.take([chat, minute], 1_000)).toEqual([
    { isTaken: true, waitMs: 0 },
    { isTaken: true, waitMs: 0 },
  ])
  const [second, half] = await there.take([chat, minute], 1_000)
  expect(second?.isTaken).toBe(false)
  expect(second?.waitMs).toBeGreaterThan(50_000)
  expect(half).toEqual({ isTaken: true, waitMs: 0 })
  const [third] = await here.take([{ ...chat, name: 'bot:2' }], 1_000)
  expect(third).toEqual({ isTaken: true, waitMs: 0 })
})

test('no other process, no pace to share', () => {
  expect(under.store.paces).toBeUndefined()
})
