/** Working time adds up, in any zone and over any change of its clocks. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isOpenAt } from '../../../src/desk/time/hours.ts'
import { afterWorking, nextOpening } from '../../../src/desk/time/working-time.ts'
import type { Hours, Weekday } from '../../../src/persona/persona.ts'

const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS
const DAY_MS = 24 * HOUR_MS
const weekdays: readonly Weekday[] = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun']

function offset(timeZone: string, at: number): string {
  const format = new Intl.DateTimeFormat('en', { timeZone, timeZoneName: 'longOffset' })
  return format.formatToParts(at).find(({ type }) => type === 'timeZoneName')?.value ?? ''
}

const from = Date.UTC(2026, 0, 1)
/** Days on which clocks change, by zone: what this machine knows of them. */
const changes = Intl.supportedValuesOf('timeZone')
  // One of seven, as there are hundreds with the same rules; and those that are odd: half an hour, at midnight, at the pole.
  .filter(
    (zone, index) => index % 7 === 0 || /Lord_Howe|Beirut|Santiago|Havana|Cairo|Troll|Chatham|Gaza|Nuuk/.test(zone),
  )
  .map((zone) => {
    const at = Array.from({ length: 52 }, (_, week) => from + week * 7 * DAY_MS)
    return { zone, at: at.filter((time) => offset(zone, time) !== offset(zone, time + 7 * DAY_MS)) }
  })
  .filter(({ at }) => at.length > 0)

const clock = (minutes: number) =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`
const range = fc
  .tuple(fc.nat(95), fc.nat(96))
  .filter(([start, end]) => start !== end)
  .map(([start, end]) => `${clock(start * 15)}-${clock(end * 15)}`)
const ranges = fc.array(range, { maxLength: 2 })
const week = fc
  .record(Object.fromEntries(weekdays.map((day) => [day, ranges])) as Record<Weekday, typeof ranges>)
  .filter((days) => Object.values(days).some((some) => some.length > 0))
const isoDay = (at: number) => new Date(at).toISOString().slice(0, 10)

const cases = fc
  .record({ place: fc.constantFrom(...changes), which: fc.nat(), week, into: fc.nat(7 * DAY_MS), off: fc.nat(8) })
  .map(({ place, which, week: days, into, off }) => {
    const near = place.at[which % place.at.length] ?? from
    const holidays = off < 7 ? [isoDay(near + off * DAY_MS)] : []
    const hours: Hours = { timeZone: place.zone, week: days, holidays }
    return { hours, at: near + into }
  })
/** A team that is hardly ever there, a quarter of an hour a week, is waited for so long and no longer. */
const LONGEST_TOLD = 59 * DAY_MS
const length = fc.integer({ min: 1, max: 12 * HOUR_MS })

test('is additive, never negative, and never shorter than the time it takes', () => {
  expect(changes.length).toBeGreaterThan(10)
  fc.assert(
    fc.property(cases, length, length, ({ hours, at }, first, second) => {
      const half = afterWorking(hours, at, first)
      const whole = afterWorking(hours, at, first + second)
      fc.pre(whole - at < LONGEST_TOLD)
      expect(half).toBeGreaterThanOrEqual(at + first)
      expect(whole).toBeGreaterThanOrEqual(half + second)
      expect(afterWorking(hours, half, second)).toBe(whole)
    }),
    { numRuns: 300 },
  )
})

test('is the time that somebody is there, minute by minute', () => {
  const minutes = fc.integer({ min: 1, max: 6 * 60 })
  fc.assert(
    fc.property(cases, minutes, ({ hours, at }, count) => {
      const start = at - (at % MINUTE_MS)
      const end = afterWorking(hours, start, count * MINUTE_MS)
      fc.pre(end - start < LONGEST_TOLD)
      let open = 0
      for (let time = start; time < end; time += MINUTE_MS) if (isOpenAt(hours, time)) open++
      expect(open).toBe(count)
      expect(isOpenAt(hours, end - MINUTE_MS)).toBe(true)
    }),
    { numRuns: 40 },
  )
})

test('begins when somebody is there next', () => {
  fc.assert(
    fc.property(cases, ({ hours, at }) => {
      const opening = nextOpening(hours, at)
      expect(isOpenAt(hours, opening)).toBe(true)
      expect(opening === at || !isOpenAt(hours, opening - 1)).toBe(true)
    }),
    { numRuns: 200 },
  )
})
