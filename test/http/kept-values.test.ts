/** What a button means is kept where its platform gives back few letters of it. */
import { expect, it } from 'vitest'
import { keptValues } from '../../src/http/kept-values.ts'
import { createManualClock } from '../support/manual-clock.ts'

const long = `answer:${'x'.repeat(300)}`

it('a short value goes as it is, a long one under a short name that all processes know for a month', async () => {
  const rows = new Map<string, { value: string; expiresAt?: number }>()
  const keyValues = {
    get: async (key: string) => rows.get(key),
    set: async (key: string, value: string, expiresAt = 0) => void rows.set(key, { value, expiresAt }),
    add: async () => 1,
  }
  const clock = createManualClock()
  const [here, there] = [keptValues(() => ({ clock, keyValues })), keptValues(() => ({ clock, keyValues }))]
  expect(await here.shortFor('answer:hours', 200)).toBe('answer:hours')
  const name = await here.shortFor(long, 200)
  expect(name).toMatch(/^[\w-]{24}$/)
  expect(await there.meantBy(name)).toBe(long)
  expect([...rows.values()].map(({ expiresAt = 0 }) => expiresAt - clock.now())).toEqual([30 * 24 * 3_600_000])
})

it('a value that looks like a name is kept as well, and what nobody kept means itself', async () => {
  const kept = keptValues(() => undefined)
  const name = await kept.shortFor('k-typed', 200)
  expect(name).not.toBe('k-typed')
  expect([await kept.meantBy(name), await kept.meantBy('answer:hours'), await kept.valueOf('k-unknown')]).toEqual([
    'k-typed',
    'answer:hours',
    undefined,
  ])
})
