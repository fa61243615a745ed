/** How the page puts things into words and colours: the parts of it that need no browser. */
import fc from 'fast-check'
import { describe, expect, it, onTestFinished } from 'vitest'
import { accents, contrast } from '../../adapters/desk/page/show/accent.ts'
import { gistOf } from '../../adapters/desk/page/show/gist.ts'
import { hueOf, initials } from '../../adapters/desk/page/show/names.ts'
import { plainWords } from '../../adapters/desk/page/show/plain-words.ts'
import { countdownOf } from '../../adapters/desk/page/show/sla.ts'
import { timelineOf } from '../../adapters/desk/page/show/timeline.ts'
import { dayWords, lengthWords, whenWords } from '../../adapters/desk/page/show/times.ts'
import type { CaseDetail, CaseRow } from '../../adapters/desk/wire.ts'

const MINUTE_MS = 60_000
const now = Date.parse('2026-11-18T10:30Z')

const row: CaseRow = {
  ...{ id: 'a', number: '#a', fanName: 'Ana', platform: 'telegram', surface: 'direct', reason: 'complaint' },
  ...{ reasonWords: 'complains', status: 'waiting', handler: 'bot', summary: 'Ana (direct, en): no lid' },
  ...{ openedAt: now, timers: {}, breaches: 0, order: [4, 0, now] },
}

type Rgb = readonly [number, number, number]
const rgbOf = (colour = ''): Rgb => {
  const [r = 0, g = 0, b = 0] = [...colour.matchAll(/\d+/g)].map(Number)
  return [r, g, b]
}

describe('the accent', () => {
  it('can be read on its ground, and words on it, whatever the persona’s colour', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 0xffffff }), (number) => {
        const found = accents(`#${number.toString(16).padStart(6, '0')}`)
        const [light, dark] = [rgbOf(found?.light), rgbOf(found?.dark)]
        expect(contrast(light, [243, 244, 246])).toBeGreaterThan(4.5)
        expect(contrast(light, [255, 255, 255])).toBeGreaterThan(4.5)
        expect(contrast(dark, [27, 31, 37])).toBeGreaterThan(4.5)
        expect(contrast(dark, [15, 20, 25])).toBeGreaterThan(4.5)
      }),
    )
  })

  it('is left to the page where the persona has none that can be read', () => {
    expect(accents('teal')).toBeUndefined()
  })
})

describe('words', () => {
  it.each([
    ['⛔ Dana has this case. /claim now takes it over.', 'Dana has this case.'],
    ['⛔ There is no draft. /suggest makes one.', 'There is no draft.'],
    ['Dana has this case. Wen had it.', 'Dana has this case. Wen had it.'],
    ['💤 Until Wed 12:30, or until the fan writes.', 'Until Wed 12:30, or until the fan writes.'],
    ['/help', '/help'],
  ])('of the staff chat lose what only the chat has: %s', (says, plain) => {
    expect(plainWords(says)).toBe(plain)
  })

  it.each([
    [45_000, '45 s'],
    [12.5 * MINUTE_MS, '12 min'],
    [80 * MINUTE_MS, '1 h 20 min'],
    [20.5 * 60 * MINUTE_MS, '20 h'],
    [75 * 60 * MINUTE_MS, '3 days'],
  ])('for %i ms: %s', (ms, words) => {
    expect(lengthWords(ms)).toBe(words)
  })

  it('stand for a face in any script', () => {
    expect(initials('Ana Maria Silva')).toBe('AS')
    expect(initials('小杜')).toBe('小')
    expect(initials('🦊 fox')).toBe('🦊F')
    expect(hueOf('Ana')).toBe(hueOf('Ana'))
  })
})

describe('the clock of a case', () => {
  it('counts down, hurries near the end, and says how late it is', () => {
    const due = (ms: number) => countdownOf({ ...row, timers: { 'first-response': now + ms } }, now)
    expect(due(50 * MINUTE_MS)).toEqual({ words: 'first answer in 50 min', urgency: 'calm' })
    expect(due(5 * MINUTE_MS)).toEqual({ words: 'first answer in 5 min', urgency: 'soon' })
    expect(due(-5 * MINUTE_MS)).toEqual({ words: 'first answer late by 5 min', urgency: 'late' })
  })

  it('keeps showing that a promise was broken, and shows none of a closed case', () => {
    const timers = { 'next-response': now + 50 * MINUTE_MS, resolution: now }
    expect(countdownOf({ ...row, timers, breaches: 1 }, now)).toEqual({
      words: 'was late, answer in 50 min',
      urgency: 'late',
    })
    expect(countdownOf({ ...row, timers, status: 'closed' }, now)).toBeUndefined()
    expect(countdownOf({ ...row, timers, snoozedUntil: now + MINUTE_MS }, now)?.words).toMatch(/^snoozed until/)
  })
})

describe('a case in a line', () => {
  it('is what the fan wants while it waits, then what was said last', () => {
    const lastSaid = { at: now, from: 'brand', text: 'Somebody comes.' } as const
    expect(gistOf({ ...row, lastSaid })).toEqual({ from: 'fan', text: 'no lid' })
    expect(gistOf({ ...row, lastSaid, status: 'assigned' })).toMatchObject({ from: 'brand', text: 'Somebody comes.' })
  })
})

describe('the talk', () => {
  it('has days, notes and events in their order, and names a speaker who goes on once', () => {
    const line = { speaker: 'fan', name: 'Ana', text: 'hi', media: [] } as const
    const day = 24 * 60 * MINUTE_MS
    const detail: CaseDetail = {
      ...{
        case: row,
        fan: { facts: [] },
        answers: [],
        shop: { lookUps: [], looked: [], products: [] },
        ledHere: [],
        canned: [],
        drafts: [],
        myDraft: '',
        looking: [],
        followers: [],
        now,
      },
      lines: [
        { ...line, row: 1, at: now - day },
        { ...line, row: 2, at: now },
        { ...line, row: 3, at: now + MINUTE_MS },
      ],
      promises: [],
      notes: [{ at: now + 2 * MINUTE_MS, staff: 'Dana', text: 'a regular' }],
      history: [
        { at: now + 3 * MINUTE_MS, who: 'Dana', what: 'claimed' },
        { at: now + 4 * MINUTE_MS, who: 'Dana', what: 'answered' },
      ],
    }
    const shown = timelineOf(detail).map((moment) =>
      moment.kind === 'line' && moment.isGoingOn ? 'going on' : moment.kind,
    )
    expect(shown).toEqual(['day', 'line', 'day', 'line', 'going on', 'note', 'event'])
  })
})

describe('the day of a line', () => {
  it('is yesterday by the calendar, also after a day of 23 hours or of 25', () => {
    const zone = process.env.TZ
    onTestFinished(() => {
      if (zone === undefined) delete process.env.TZ
      else process.env.TZ = zone
    })
    process.env.TZ = 'Europe/Berlin'
    const spring = Date.parse('2027-03-29T00:30+02:00')
    expect(dayWords(Date.parse('2027-03-28T12:00+02:00'), spring)).toBe('Yesterday')
    expect(dayWords(Date.parse('2027-03-27T23:45+01:00'), spring)).toMatch(/Saturday/)
    const autumn = Date.parse('2027-10-31T23:30+01:00')
    expect(dayWords(Date.parse('2027-10-31T00:10+02:00'), autumn)).toBe('Today')
    expect(dayWords(Date.parse('2027-10-30T12:00+02:00'), autumn)).toBe('Yesterday')
  })
})

describe('a moment', () => {
  it('has its weekday while that tells it, then its date, and its year where that is another', () => {
    const at = (day: string) => whenWords(Date.parse(day), now)
    expect(at('2026-11-20T10:30Z')).toMatch(/^Fri, \d\d:\d\d$/)
    expect(at('2026-12-10T10:30Z')).toMatch(/^10 Dec, \d\d:\d\d$/)
    expect(at('2027-02-10T10:30Z')).toMatch(/^10 Feb 2027, \d\d:\d\d$/)
    expect(at('2025-11-10T10:30Z')).toMatch(/^10 Nov 2025, \d\d:\d\d$/)
  })
})
