/** Whether something may be said unasked now: the budget, the hours of a fan, and what is owed. */
import { describe, expect, it } from 'vitest'
import { DAY_MS, HOUR_MS } from '../../src/domain/durations.ts'
import { type FirstSaid, maySpeakFirst } from '../../src/domain/first-word.ts'

const midnight = Date.UTC(2026, 10, 18)
const rules = {
  perFan: 2,
  perGroup: 3,
  isQuiet: (hour: number) => hour >= 21 || hour < 9,
  hourOf: (at: number) => new Date(at).getUTCHours(),
}
const nothing: FirstSaid = { toFan: 0, here: 0, wroteAt: [] }
const at = (hour: number, isGroup = false) => ({ isGroup, now: midnight + hour * HOUR_MS })
/** Five messages, a day apart, at this hour. */
const wrote = (hour: number): readonly number[] =>
  [1, 2, 3, 4, 5].map((day) => midnight - day * DAY_MS + hour * HOUR_MS)

describe('a first word', () => {
  it('waits for the next week once the budget of a fan, or of a group, is spent', () => {
    expect(maySpeakFirst('issue-news', { ...nothing, toFan: 1 }, rules, at(12))).toBe('may')
    expect(maySpeakFirst('issue-news', { ...nothing, toFan: 2 }, rules, at(12))).toBe('budget')
    expect(maySpeakFirst('helper-named', { ...nothing, toFan: 9, here: 2 }, rules, at(12, true))).toBe('may')
    expect(maySpeakFirst('helper-named', { ...nothing, here: 3 }, rules, at(12, true))).toBe('budget')
  })

  it('comes in the hours in which the fan writes, also across midnight, whatever those of the brand are', () => {
    const night = { ...nothing, wroteAt: wrote(23) }
    expect(maySpeakFirst('issue-news', night, rules, at(1))).toBe('may')
    expect(maySpeakFirst('issue-news', night, rules, at(12))).toBe('quiet')
  })

  it('comes in the hours of the brand to who wrote too little to be known', () => {
    const few = { ...nothing, wroteAt: wrote(23).slice(0, 4) }
    expect(maySpeakFirst('issue-news', few, rules, at(23))).toBe('quiet')
    expect(maySpeakFirst('issue-news', few, rules, at(9))).toBe('may')
  })

  it('that is owed waits for no budget, and for the morning', () => {
    expect(maySpeakFirst('late-promise', { ...nothing, toFan: 9 }, rules, at(12))).toBe('may')
    expect(maySpeakFirst('late-promise', nothing, rules, at(3))).toBe('quiet')
  })
})
