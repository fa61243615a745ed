/** Ranges of days: what is asked for in words, within what can have been recorded, whatever the words. */
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { MascotError } from '../../src/errors.ts'
import { before, dayAfter, daysOf, readRange } from '../../src/insights/calendar.ts'
import { openStore } from '../../src/store/open-store.ts'
import { sqliteTestDatabase } from '../support/store-harness.ts'

const today = '2026-11-18'

it.each([
  { from: '9999-12-30', to: '9999-12-30' },
  { from: '9999-12-29', to: '9999-12-30' },
  { from: '2026-11-01', to: '2028-01-01' },
  { from: '0000-01-01', to: '0000-01-02' },
  { to: '1999-12-31' },
])('$from to $to is refused in words', (asked) =>
  expect(() => readRange(asked, today)).toThrow(/is before the year 2000 or more than a year ahead/),
)

it('whatever is asked for, its days are few and in order, or it is refused in words', () => {
  const day = fc
    .tuple(fc.integer({ min: 0, max: 9999 }), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 31 }))
    .map(([year, month, nth]) =>
      [String(year).padStart(4, '0'), ...[month, nth].map((n) => String(n).padStart(2, '0'))].join('-'),
    )
  const near = fc.integer({ min: -11_000, max: 800 }).map((n) => dayAfter(today, n))
  const some = fc.option(fc.oneof(day, near, fc.string()), { nil: undefined })
  fc.assert(
    fc.property(some, some, (from, to) => {
      try {
        const range = readRange({ from, to }, today)
        const days = [...daysOf(before(range)), ...daysOf(range)]
        expect(days.length).toBeLessThanOrEqual(2_200)
        expect(days).toEqual(days.toSorted())
      } catch (error) {
        if (!(error instanceof MascotError)) throw error
      }
    }),
  )
})

it('a day beyond four digits is none', () => expect(() => dayAfter('9999-12-31')).toThrow(RangeError))

it.each([
  ['2026-11-01', '2026-11-30', 30],
  ['2026-10-31', '2026-12-01', 32],
  ['2025-12-31', '2027-01-01', 367],
  ['2026-11-03', '2026-11-29', 27],
  ['9999-12-01', '9999-12-31', 31],
])('what is kept from %s to %s is that of each of its days', async (from, to, days) => {
  await using database = await sqliteTestDatabase('ready')
  await using store = await openStore(database.url, { brand: 'pip' })
  const range = { from, to }
  for (const each of daysOf(range)) await store.insights.add(each, [{ name: 'said', part: '', n: 1 }])
  if (!to.startsWith('9999'))
    for (const each of [dayAfter(from, -1), dayAfter(to)])
      await store.insights.add(each, [{ name: 'said', part: '', n: 1000 }])
  expect(await store.insights.kept(from, to)).toEqual([{ name: 'said', part: '', n: days }])
})
