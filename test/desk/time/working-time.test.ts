/** Working time: what counts only while a team is there. */
import { describe, expect, test } from 'vitest'
import { durationText, instantText, readDuration } from '../../../src/desk/time/times.ts'
import { honestWait } from '../../../src/desk/time/wait.ts'
import { afterWorking, closingAt, nextOpening } from '../../../src/desk/time/working-time.ts'
import type { Hours } from '../../../src/persona/persona.ts'

const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS
const days = ['mon', 'tue', 'wed', 'thu', 'fri'] as const
const london: Hours = {
  timeZone: 'Europe/London',
  week: Object.fromEntries(days.map((day) => [day, ['09:00-12:30', '13:30-17:00']])),
  holidays: ['2026-12-25', '2026-12-28'],
}
const at = (text: string) => Date.parse(text)
const after = (from: string, ms: number, hours: Hours = london) =>
  new Date(afterWorking(hours, at(from), ms)).toISOString()

describe('working time', () => {
  test.each([
    ['2026-11-18T10:00Z', HOUR_MS, '2026-11-18T11:00:00.000Z', 'within the morning'],
    ['2026-11-18T12:00Z', HOUR_MS, '2026-11-18T14:00:00.000Z', 'over the break at noon'],
    ['2026-11-18T16:30Z', HOUR_MS, '2026-11-19T09:30:00.000Z', 'over the night'],
    ['2026-11-20T16:30Z', HOUR_MS, '2026-11-23T09:30:00.000Z', 'over the weekend'],
    ['2026-11-18T02:00Z', HOUR_MS, '2026-11-18T10:00:00.000Z', 'from the night on'],
    ['2026-12-24T16:30Z', HOUR_MS, '2026-12-29T09:30:00.000Z', 'over the holidays'],
    ['2026-11-18T10:00:30Z', 90_000, '2026-11-18T10:02:00.000Z', 'to the second'],
    // The clocks go back on 25 October 2026, and forward on 28 March 2027.
    ['2026-10-23T15:30Z', HOUR_MS, '2026-10-26T09:30:00.000Z', 'over the end of summer time'],
    ['2027-03-26T16:30Z', HOUR_MS, '2027-03-29T08:30:00.000Z', 'over its beginning'],
  ])('from %s, %i ms later: %s (%s)', (from, ms, then) => {
    expect(after(from, ms)).toBe(then)
  })

  test('is all time for a team that is always there', () => {
    expect(afterWorking(undefined, 1000, HOUR_MS)).toBe(1000 + HOUR_MS)
    expect(afterWorking({ timeZone: 'UTC', holidays: [] }, 1000, HOUR_MS)).toBe(1000 + HOUR_MS)
  })

  test('of a team that never comes ends all the same', () => {
    expect(afterWorking({ timeZone: 'UTC', week: { mon: [] }, holidays: [] }, 0, HOUR_MS)).toBeLessThan(
      100 * 24 * HOUR_MS,
    )
  })

  test('tells until when somebody is there', () => {
    expect(closingAt(london, at('2026-11-18T10:00Z'))).toBe(at('2026-11-18T12:30Z'))
    expect(closingAt(london, at('2026-11-18T13:00Z'))).toBeUndefined()
    expect(closingAt(undefined, at('2026-11-18T13:00Z'))).toBeUndefined()
    const overNight: Hours = { timeZone: 'UTC', week: { wed: ['09:00-12:00', '12:00-02:00'] }, holidays: [] }
    expect(closingAt(overNight, at('2026-11-18T10:00Z'))).toBe(at('2026-11-19T02:00Z'))
    expect(closingAt(overNight, at('2026-11-19T01:00Z'))).toBe(at('2026-11-19T02:00Z'))
  })

  test('tells when somebody is there next', () => {
    expect(nextOpening(london, at('2026-11-18T10:00Z'))).toBe(at('2026-11-18T10:00Z'))
    expect(nextOpening(london, at('2026-11-20T18:00Z'))).toBe(at('2026-11-23T09:00Z'))
  })
})

describe('times in words', () => {
  test('are rounded as an honest person rounds', () => {
    expect(durationText(40_000, 'en')).toBe('1 minute')
    expect(durationText(11 * MINUTE_MS, 'en')).toBe('15 minutes')
    expect(durationText(100 * MINUTE_MS, 'en')).toBe('2 hours')
    expect(durationText(50 * HOUR_MS, 'de')).toBe('3 Tage')
    expect(durationText(20 * MINUTE_MS, 'zh')).toBe('20分钟')
  })

  test('an instant is told by the team’s clock', () => {
    expect(instantText(at('2026-07-01T08:30Z'), 'en', 'Europe/London', at('2026-07-01T08:00Z'))).toBe('Wed 09:30')
  })

  test.each([
    ['2026-12-30T09:00Z', '2027-01-02T09:30Z', 'Sat 09:30'],
    ['2026-12-01T09:00Z', '2026-12-24T09:30Z', 'Thu, Dec 24, 09:30'],
    ['2026-12-24T09:00Z', '2026-12-01T09:30Z', 'Tue, Dec 1, 09:30'],
    ['2026-12-01T09:00Z', '2027-02-03T09:30Z', 'Wed, Feb 3, 2027, 09:30'],
  ])('on %s, %s has its date where it is far, and its year where that is another', (now, then, words) => {
    expect(instantText(at(then), 'en', 'Europe/London', at(now))).toBe(words)
  })

  test.each([
    ['2h', 2 * HOUR_MS],
    ['30m', 30 * MINUTE_MS],
    ['1d', 24 * HOUR_MS],
    ['15', 15 * MINUTE_MS],
  ])('%s is understood', (text, ms) => expect(readDuration(text)).toBe(ms))

  test('what is no duration is none', () => expect(readDuration('soon')).toBeUndefined())

  test('a wait is told from what four of five met, and not from two cases', () => {
    expect(honestWait([1, 2])).toBeUndefined()
    expect(honestWait([5, 1, 4, 2, 30])).toBe(5)
  })
})
