/** Months are those of the calendar. */
import { expect, it } from 'vitest'
import { monthsAfter } from '../../src/domain/durations.ts'

it.each([
  ['2026-11-18T10:30:00.000Z', 12, '2027-11-18T10:30:00.000Z'],
  ['2027-11-30T23:59:59.999Z', 3, '2028-02-29T23:59:59.999Z'],
  ['2026-01-31T00:00:00.000Z', 1, '2026-02-28T00:00:00.000Z'],
  ['2028-02-29T12:00:00.000Z', 12, '2029-02-28T12:00:00.000Z'],
  ['2026-03-31T05:00:00.000Z', 600, '2076-03-31T05:00:00.000Z'],
])('%s and %i months is %s', (at, months, then) => {
  expect(new Date(monthsAfter(Date.parse(at), months)).toISOString()).toBe(then)
})
