/** What staff read of issues is written as a person would: one person, won’t, hours, one full stop. */
import { describe, expect, it } from 'vitest'
import { counted } from '../../../src/domain/counted.ts'
import { lasting } from '../../../src/domain/lasting.ts'
import { asSentence } from '../../../src/issues/live/as-sentence.ts'
import { titleOf } from '../../../src/issues/live/title-of.ts'

describe('what staff read', () => {
  it('counts one as one', () => {
    expect([0, 1, 2].map((count) => counted(count, 'person', 'people'))).toEqual(['0 people', '1 person', '2 people'])
    expect(counted(1, 'report')).toBe('1 report')
  })

  it('tells long times in hours and days', () => {
    const minute = 60_000
    expect([-5, 0, 119, 120, 200, 3_000, 4_320].map((minutes) => lasting(minutes * minute))).toEqual([
      ...['0 min', '0 min', '119 min', '2 h', '3 h 20 min', '2 d 2 h', '3 d'],
    ])
  })

  it('ends with one full stop, whatever words it ends with', () => {
    expect(['We know', 'We know.', 'We know!', '“We know.”', '知道了。'].map(asSentence)).toEqual([
      ...['We know.', 'We know.', 'We know!', '“We know.”', '知道了。'],
    ])
  })

  it('keeps the apostrophes of words in a title that was learnt', () => {
    const said = (text: string, lang: string) => ({ text, lang, name: 'x' })
    const title = (text: string, lang: string) => titleOf([said(text, lang), said(text, lang)], (bare) => bare)
    expect(title("kettle won't brew", 'en')).not.toMatch(/wont/)
    expect(title("kettle won't brew", 'de')).not.toMatch(/\bwont\b/)
    expect(title("the barista's kettle", 'en')).toContain('kettle')
  })
})
