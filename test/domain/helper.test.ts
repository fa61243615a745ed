/** When a fan who offered to help may be named. */
import { describe, expect, it } from 'vitest'
import { helperRestMs, mayBeNamed, readHelperHours } from '../../src/domain/helper.ts'

describe('hours', () => {
  it.each([
    ['18-22', { from: 18, to: 22 }],
    ['9 – 17', { from: 9, to: 17 }],
    ['22:00-2', { from: 22, to: 2 }],
    ['9am-5pm', { from: 9, to: 17 }],
    ['12 pm – 12 am', { from: 12, to: 0 }],
    ['13pm-15pm', undefined],
    ['18', undefined],
    ['25-26', undefined],
    ['8-8', undefined],
    ['evenings', undefined],
  ])('%s', (text, hours) => {
    expect(readHelperHours(text)).toEqual(hours)
  })
})

describe('a helper is named', () => {
  const named = (from: number, to: number) =>
    Array.from({ length: 24 }, (_, hour) => hour).filter((hour) => mayBeNamed({ from, to }, hour, 0))

  it('from the first hour up to the second, over midnight too', () => {
    expect(named(9, 12)).toEqual([9, 10, 11])
    expect(named(22, 2)).toEqual([0, 1, 22, 23])
    expect(named(22, 24)).toEqual([22, 23])
  })

  it('not twice a week', () => {
    const last = { from: 0, to: 24, namedAt: 1_000 }
    expect(mayBeNamed(last, 12, helperRestMs)).toBe(false)
    expect(mayBeNamed(last, 12, 1_000 + helperRestMs)).toBe(true)
  })
})
