/** Ids of rows that are written together stand together. */
import { expect, it } from 'vitest'
import { orderedIds } from '../../../src/store/database/ordered-id.ts'

const now = Date.UTC(2026, 10, 18, 12)

it('each id stands behind the one before, also where there are more than a moment can count, and none is given twice', () => {
  const next = orderedIds(now)
  const ids = Array.from({ length: 10_000 }, next)
  expect(ids).toEqual(ids.toSorted())
  expect(new Set(ids).size).toBe(ids.length)
  for (const id of ids) expect(id).toMatch(/^[\da-f]{8}-[\da-f]{4}-7[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/)
})

it('what is made later stands behind what was made before', () => {
  expect(orderedIds(now)() < orderedIds(now + 1)()).toBe(true)
})

it('two processes at the same moment give no id twice', () => {
  const [one, other] = [orderedIds(now), orderedIds(now)]
  const ids = Array.from({ length: 2_000 }, () => [one(), other()]).flat()
  expect(new Set(ids).size).toBe(ids.length)
})
