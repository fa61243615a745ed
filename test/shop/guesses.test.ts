/** Guessing closes a look-up to who guesses and for what is guessed at, and to nobody else; nothing in it tells what there is. */
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { HOUR_MS } from '../../src/domain/durations.ts'
import { accountId } from '../../src/domain/ids.ts'
import { createLog } from '../../src/log.ts'
import type { LookUps } from '../../src/ports/look-ups.ts'
import { createLookUps } from '../../src/shop/create-look-ups.ts'
import { countsInMemory } from '../../src/verbs/counts-in-memory.ts'
import { createManualClock, type ManualClock } from '../support/manual-clock.ts'
import { openShop, type Shop, shopToken } from '../support/shop.ts'
import { lookUpsAt } from '../support/shop-look-ups.ts'

let shop: Shop
beforeAll(async () => {
  shop = await openShop([
    { number: 'TW-204711', email: 'ana@example.com', status: 'packed', total: '5', currency: 'GBP' },
    { number: 'TW-300000', email: 'bo@example.com', status: 'packed', total: '5', currency: 'GBP' },
  ])
})
afterAll(() => shop[Symbol.asyncDispose]())

let clock: ManualClock
let lookUps: LookUps
beforeEach(() => {
  clock = createManualClock({ startsAt: 1_700_000_000_000 })
  lookUps = createLookUps({
    env: () => shopToken,
    counts: countsInMemory(),
    timeZone: () => 'UTC',
    clock,
    log: createLog({ level: 'silent' }),
  })
})

const { signal } = new AbortController()
async function asks(name: string, number: string, email: string): Promise<string> {
  const [order] = lookUpsAt(shop.url)
  if (!order) throw new Error('no look-up of orders')
  return (await lookUps.ask(order, { number, email }, { by: accountId('test', name), signal })).kind
}
/** Each guess at an address and a number of its own. */
async function guesses(name: string, times: number): Promise<readonly string[]> {
  const heard: string[] = []
  for (let guess = 0; guess < times; guess += 1)
    heard.push(await asks(name, `TW-${600_000 + guess}`, `${name}${guess}@example.com`))
  return heard
}

it('who guesses is stopped, and an honest fan is served however many guess, even after a slip of their own', async () => {
  const heard = await guesses('guesser', 12)
  expect(heard.filter((kind) => kind === 'unknown')).toHaveLength(8)
  expect(heard.slice(8)).toEqual(Array(4).fill('limited'))
  for (let other = 0; other < 15; other += 1) await guesses(`other${other}`, 8)
  expect(await asks('ana', 'TW-204711', 'ana@example.com')).toBe('found')
  expect(await asks('bo', 'TW-300001', 'bo@example.com')).toBe('unknown')
  expect(await asks('bo', 'TW-300000', 'bo@example.com')).toBe('found')
  // Beside so many others, a stranger has few tries.
  expect(await guesses('late', 3)).toEqual(['unknown', 'unknown', 'limited'])
  expect(await asks('guesser', 'TW-204711', 'ana@example.com')).toBe('limited')
  await clock.advance(HOUR_MS)
  expect(await asks('guesser', 'TW-204711', 'ana@example.com')).toBe('found')
})

it('an address that is guessed at from many accounts is shut to strangers, whether it is known or not, but not to whose order it was before', async () => {
  expect(await asks('ana', 'TW-204711', 'ana@example.com')).toBe('found')
  const heard: Record<string, string[]> = { 'ana@example.com': [], 'nobody@example.com': [] }
  for (const [email, kinds] of Object.entries(heard))
    for (let guess = 0; guess < 25; guess += 1)
      kinds.push(await asks(`${email}${guess}`, `TW-${700_000 + guess * 2}`, email))
  expect(heard['ana@example.com']).toEqual(heard['nobody@example.com'])
  expect(heard['ana@example.com']?.filter((kind) => kind === 'unknown')).toHaveLength(20)
  expect(await asks('thief', 'TW-204711', 'ana@example.com')).toBe('limited')
  expect(await asks('ana', 'TW-204711', 'ana@example.com')).toBe('found')
  expect(await asks('bo', 'TW-300000', 'bo@example.com')).toBe('found')
})
