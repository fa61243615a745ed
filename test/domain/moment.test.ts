import { describe, expect, it } from 'vitest'
import { instantOf } from '../../src/desk/time/hours.ts'
import { readMoment } from '../../src/domain/moment.ts'

/** A Wednesday, 18:30 in Shanghai and 10:30 in London. */
const now = Date.parse('2026-11-18T10:30Z')
const instant = (text: string, timeZone: string) => {
  const moment = readMoment(text)
  return moment && new Date(instantOf(moment, timeZone, now)).toISOString()
}

describe('a moment', () => {
  it.each([
    ['tue 14:00', 'Europe/London', '2026-11-24T14:00:00.000Z'],
    ['Tuesday, 14:00', 'Europe/London', '2026-11-24T14:00:00.000Z'],
    ['wed 9:05', 'Europe/London', '2026-11-18T09:05:00.000Z'],
    ['wed 09:05', 'Asia/Shanghai', '2026-11-18T01:05:00.000Z'],
    ['23:15', 'Asia/Shanghai', '2026-11-18T15:15:00.000Z'],
    ['2026-12-24 18:30', 'Europe/Berlin', '2026-12-24T17:30:00.000Z'],
    ['2026-07-01T08:00', 'Europe/Berlin', '2026-07-01T06:00:00.000Z'],
  ])('%j in %s is %s', (text, timeZone, expected) => {
    expect(instant(text, timeZone)).toBe(expected)
  })

  it('that the clock leaves out in spring is the change', () => {
    expect(instant('2026-03-29 01:30', 'Europe/London')).toBe('2026-03-29T01:00:00.000Z')
  })

  it.each([
    '',
    'noon',
    'tue',
    '24:00',
    '9:60',
    'tu 9:00',
    'tuesdays 9:00',
    '2026-02-30 10:00',
    '2026-13-01 10:00',
    'mon 9',
  ])('%j is none', (text) => {
    expect(readMoment(text)).toBeUndefined()
  })
})
