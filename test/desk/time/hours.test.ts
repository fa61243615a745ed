/** Opening hours by the team's own clock, also on days that have not 24 hours. */
import { describe, expect, test } from 'vitest'
import { isOpenAt, isWithin } from '../../../src/desk/time/hours.ts'
import { nextOpening } from '../../../src/desk/time/working-time.ts'
import type { Hours, Weekday } from '../../../src/persona/persona.ts'

const days: readonly Weekday[] = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun']
const daily = (timeZone: string, ranges: string[], holidays: string[] = []): Hours => ({
  timeZone,
  week: Object.fromEntries(days.map((day) => [day, ranges])),
  holidays,
})
const isOpen = (hours: Hours, at: string) => isOpenAt(hours, Date.parse(at))

describe('a range over midnight', () => {
  test.each([
    // Berlin's clocks go from 02:00 to 03:00 on 28 March 2027.
    ['22:00-02:00', '2027-03-28T01:59+01:00', true],
    ['22:00-02:00', '2027-03-28T03:00+02:00', false],
    ['22:00-02:30', '2027-03-28T03:00+02:00', false],
    ['22:00-02:00', '2027-03-29T01:59+02:00', true],
    ['22:00-02:00', '2027-03-29T02:00+02:00', false],
    ['02:30-05:00', '2027-03-28T03:00+02:00', true],
    // From 03:00 back to 02:00 on 31 October: an hour that comes twice is open until the second time it ends.
    ['22:00-02:00', '2027-10-31T01:59+02:00', true],
    ['22:00-02:00', '2027-10-31T02:00+02:00', false],
    ['22:00-02:30', '2027-10-31T02:30+02:00', true],
    ['22:00-02:30', '2027-10-31T02:29+01:00', true],
    ['22:00-02:30', '2027-10-31T02:30+01:00', false],
    ['22:00-03:00', '2027-10-31T02:59+01:00', true],
    ['22:00-03:00', '2027-10-31T03:00+01:00', false],
    ['02:30-05:00', '2027-10-31T02:15+01:00', true],
  ])('%s in Berlin at %s: %s', (range, at, expected) => {
    expect(isOpen(daily('Europe/Berlin', [range]), at)).toBe(expected)
  })

  test('belongs to the day it began, a holiday of 23 hours or of 25 as any other', () => {
    const spring = daily('Europe/Berlin', ['22:00-02:00'], ['2027-03-28'])
    expect(isOpen(spring, '2027-03-28T00:30+01:00')).toBe(true)
    expect(isOpen(spring, '2027-03-28T22:30+02:00')).toBe(false)
    expect(isOpen(spring, '2027-03-29T00:30+02:00')).toBe(false)
    expect(isOpen(spring, '2027-03-29T22:30+02:00')).toBe(true)
    const autumn = daily('Europe/Berlin', ['22:00-02:00'], ['2027-10-31'])
    expect(isOpen(autumn, '2027-10-31T00:30+02:00')).toBe(true)
    expect(isOpen(autumn, '2027-10-31T23:30+01:00')).toBe(false)
    expect(isOpen(autumn, '2027-11-01T00:30+01:00')).toBe(false)
  })
})

describe('a day', () => {
  test.each(['00:00-00:00', '00:00-24:00'])('of %s is a whole one', (range) => {
    const monday: Hours = { timeZone: 'Asia/Tokyo', week: { mon: [range] }, holidays: [] }
    expect(isOpen(monday, '2027-03-29T00:00+09:00')).toBe(true)
    expect(isOpen(monday, '2027-03-29T12:00+09:00')).toBe(true)
    expect(isOpen(monday, '2027-03-29T23:59:59+09:00')).toBe(true)
    expect(isOpen(monday, '2027-03-30T00:00+09:00')).toBe(false)
    expect(isOpen(monday, '2027-03-28T23:59+09:00')).toBe(false)
    expect(isWithin(range, 0)).toBe(true)
    expect(isWithin(range, 1439)).toBe(true)
  })

  test('that begins at one o’clock has hours from then on', () => {
    // Beirut's clocks go from midnight to 01:00 on 28 March 2027.
    const hours: Hours = { timeZone: 'Asia/Beirut', week: { sun: ['00:00-02:00'] }, holidays: [] }
    expect(isOpen(hours, '2027-03-27T23:59+02:00')).toBe(false)
    expect(isOpen(hours, '2027-03-28T01:00+03:00')).toBe(true)
    expect(isOpen(hours, '2027-03-28T02:00+03:00')).toBe(false)
  })

  test('whose only hours are left out by the clocks has none', () => {
    const hours: Hours = { timeZone: 'Europe/Berlin', week: { sun: ['02:00-03:00'] }, holidays: [] }
    const next = nextOpening(hours, Date.parse('2027-03-27T12:00+01:00'))
    expect(new Date(next).toISOString()).toBe('2027-04-04T00:00:00.000Z')
  })

  test('that is a holiday is closed, without hours of the week too', () => {
    const hours: Hours = { timeZone: 'Europe/Berlin', holidays: ['2027-03-28'] }
    expect(isOpen(hours, '2027-03-27T23:59+01:00')).toBe(true)
    expect(isOpen(hours, '2027-03-28T12:00+02:00')).toBe(false)
    expect(isOpen(hours, '2027-03-29T00:00+02:00')).toBe(true)
  })
})

test.each([
  ['22:00-06:00', 23 * 60, true],
  ['22:00-06:00', 5 * 60, true],
  ['22:00-06:00', 6 * 60, false],
  ['22:00-00:00', 23 * 60, true],
  ['22:00-24:00', 0, false],
  ['09:00-18:00', 18 * 60, false],
])('within %s at minute %i: %s', (range, minutes, expected) => {
  expect(isWithin(range, minutes)).toBe(expected)
})
