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

interface Place {
  /** Between these two, in ms: as the answer was on its way. */
  readonly earliest: number
  readonly latest: number
}

/** So near two places may have been at the most, `more` apart in their order. */
function nearest(places: readonly Place[], more: number): number {
  // Each by itself: whose answer was long on its way may have its place before others.
  const earliest = places.map((place) => place.earliest).toSorted((a, b) => a - b)
  const latest = places.map((place) => place.latest).toSorted((a, b) => a - b)
  return Math.min(...latest.slice(more).map((at, nth) => at - (earliest[nth] ?? 0)))
}

test('places in blocks, asked for by several at once, are never nearer than the pace allows', async () => {
  const all = await Promise.all([open(), open(), open()])
  const places: Place[] = []
  const take = async (paces: Paces) => {
    for (let round = 0; round < 10; round++) {
      const asked = Date.now()
      const [got] = await paces.take([{ name: 'bot', most: 10, periodMs: 1_000, places: 3 }], ALWAYS_MS)
      const [earliest, latest] = [asked, Date.now()].map((at) => at + (got?.waitMs ?? 0))
      expect(got?.isTaken).toBe(true)
      places.push(...Array.from({ length: 3 }, () => ({ earliest: earliest ?? 0, latest: latest ?? 0 })))
    }
  }
  await Promise.all(all.map(take))
  expect(places).toHaveLength(90)
  expect(nearest(places, 10)).toBeGreaterThanOrEqual(998)
  // Ninety at ten a second, three at a time, are nine or ten seconds.
  const [first, last] = [Math.min(...places.map((one) => one.earliest)), Math.max(...places.map((one) => one.latest))]
  expect(last - first).toBeGreaterThan(7_500)
})

test('the pace is used: nobody waits longer than until the oldest places are free again', async () => {
  const paces = await open()
  const take = async () => (await paces.take([{ name: 'used', most: 10, periodMs: 1_000, places: 3 }], ALWAYS_MS))[0]
  const waits = [await take(), await take(), await take(), await take()].map((got) => got?.waitMs)
  expect(waits.slice(0, 3)).toEqual([0, 0, 0])
  expect(waits[3]).toBeLessThanOrEqual(1_000)
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
