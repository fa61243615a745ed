/** Waves: more people than the hour is used to, or many who speak of the same; one alert, then updates; people, not messages. */
import { describe, expect, it } from 'vitest'
import { DAY_MS, HOUR_MS } from '../../src/domain/durations.ts'
import type { Heard } from '../../src/issues/heard.ts'
import { createTroubleWatch, type NoticedWave } from '../../src/issues/watch-trouble.ts'
import { madeReports, monday, type Stretch } from '../support/made-reports.ts'

/** What the people of a shop write all day. */
const usual = [
  'where is my parcel',
  'the grinder is loud',
  'wrong beans in the bag',
  'can i pay by card',
  'cup has a crack',
  'my discount code fails',
  'subscription was not paused',
  'login does not work',
  'beans taste stale',
  'shop was closed yesterday',
]
const days = 14
const calm: Stretch = { fromHour: 0, hours: 24 * days, anHour: 12, texts: usual }
const afternoon = 24 * 12 + 15

function wavesIn(reports: readonly Heard[]): readonly NoticedWave[] {
  const watch = createTroubleWatch()
  return reports.flatMap((report) => watch.hear(report, true).waves)
}
const alertsIn = (reports: readonly Heard[]) => wavesIn(reports).filter(({ isNew }) => isNew)
const hourOf = ({ at }: NoticedWave) => (at - monday) / HOUR_MS

describe('the number of reports', () => {
  it('in a calm fortnight is no wave, by day or by night', () => {
    for (const seed of [1, 2, 3]) expect(alertsIn(madeReports(seed, [calm]))).toEqual([])
  })

  it('several times what the hour is used to is one within the hour, once', () => {
    const flood: Stretch = { fromHour: afternoon, hours: 4, anHour: 120, texts: usual, even: true }
    for (const seed of [4, 5, 6]) {
      const [wave, ...others] = alertsIn(madeReports(seed, [calm, flood]))
      expect(others).toEqual([])
      expect(hourOf(wave ?? fail())).toBeGreaterThan(afternoon)
      expect(hourOf(wave ?? fail())).toBeLessThan(afternoon + 1)
      expect(wave).toMatchObject({ count: expect.any(Number), examples: expect.any(Array) })
      expect(wave?.count).toBeGreaterThan(3 * (wave?.expected ?? 0))
      expect(wave).not.toHaveProperty('topic')
    }
  })

  it('of a brand that hears next to nothing needs more than a handful of people', () => {
    const quiet: Stretch = { ...calm, anHour: 0.2 }
    const three: Stretch = {
      fromHour: afternoon,
      hours: 1,
      anHour: 3,
      texts: usual,
      even: true,
      people: 3,
      names: 'other',
    }
    expect(alertsIn(madeReports(7, [quiet, three]))).toEqual([])
    const forty: Stretch = { ...three, anHour: 40, people: 60 }
    expect(alertsIn(madeReports(7, [quiet, forty]))).toHaveLength(1)
  })

  it('of a brand with two a day is a wave when a crowd comes within minutes, told once and before it is over; a few friends are none', () => {
    const quiet: Stretch = { ...calm, hours: 24 * 7, anHour: 2 / 24 }
    const burst: Stretch = { fromHour: 24 * 7 + 15, hours: 1 / 3, anHour: 45, texts: usual, even: true, names: 'other' }
    const lids = ['the lid leaks', 'my new lid leaks', 'coffee leaks from the lid', 'lid is leaking badly']
    for (const seed of [60, 61, 62, 63]) {
      for (const texts of [usual, lids]) {
        const [wave, ...others] = alertsIn(madeReports(seed, [quiet, { ...burst, texts }]))
        expect(others).toEqual([])
        expect(hourOf(wave ?? fail())).toBeLessThan(burst.fromHour + 1 / 3)
        expect(wave?.count).toBeLessThanOrEqual(8)
      }
      expect(alertsIn(madeReports(seed, [quiet, { ...burst, anHour: 9, people: 3 }]))).toEqual([])
      expect(alertsIn(madeReports(seed, [{ ...quiet, hours: 24 * 40 }]).slice(0, 90))).toEqual([])
    }
  })

  it('of many people within minutes is one also on the first day, when nobody knows what is usual; a brand that begins calmly is none', () => {
    const burst = {
      fromHour: 2,
      hours: 0.12,
      anHour: 60,
      texts: usual,
      even: true,
      people: 40,
      names: 'other',
    } as const
    const few: Stretch = { ...calm, hours: 3, anHour: 1 }
    expect(alertsIn(madeReports(9, [{ ...burst, fromHour: 0 }]))).toHaveLength(1)
    expect(alertsIn(madeReports(9, [few, burst]))).toHaveLength(1)
    for (const seed of [10, 11, 12, 13, 14, 15]) {
      for (const anHour of [1, 4, 12, 24])
        expect(alertsIn(madeReports(seed, [{ ...calm, hours: 24, anHour }])), `${anHour} an hour`).toEqual([])
      // From its first minutes as busy as a burst: told then, as nobody can know better, and never again.
      const busy = alertsIn(madeReports(seed, [{ ...calm, hours: 24, anHour: 240, people: 5_000 }]))
      expect(busy.map((wave) => hourOf(wave) < 1)).toEqual([true])
    }
  })

  it('is told again when it has doubled, and not with every message', () => {
    const flood: Stretch = { fromHour: afternoon, hours: 6, anHour: 300, texts: usual, even: true, people: 5_000 }
    const waves = wavesIn(madeReports(8, [calm, flood]))
    const [first, ...updates] = waves
    expect(first?.isNew).toBe(true)
    expect(updates.length).toBeGreaterThan(1)
    expect(updates.length).toBeLessThan(8)
    for (const [at, update] of updates.entries()) {
      expect(update.isNew).toBe(false)
      expect(update.count).toBeGreaterThanOrEqual(2 * (waves[at]?.count ?? 0))
    }
  })

  it('counts people: one who is angry all afternoon is no wave', () => {
    const angry: Stretch = {
      fromHour: afternoon,
      hours: 4,
      anHour: 200,
      texts: usual,
      even: true,
      people: 1,
      names: 'angry',
    }
    expect(alertsIn(madeReports(9, [calm, angry]))).toEqual([])
  })

  it('shows a brigade of new accounts as one', () => {
    const old: Stretch = { fromHour: afternoon, hours: 4, anHour: 150, texts: usual, even: true }
    expect(alertsIn(madeReports(10, [calm, old]))).toMatchObject([{ isBrigade: false }])
    const strangers: Stretch = { ...old, people: 5_000, names: 'stranger' }
    const [wave] = alertsIn(madeReports(10, [calm, strangers]))
    expect(wave).toMatchObject({ isBrigade: true })
    expect(wave?.newcomers).toBeGreaterThan(6)
  })

  it('of one platform counts there, if others are quiet', () => {
    const elsewhere: Stretch = { fromHour: 0, hours: 24 * days, anHour: 1, texts: usual, platform: 'discord' }
    const flood: Stretch = { ...elsewhere, fromHour: afternoon, hours: 3, anHour: 25, even: true }
    expect(alertsIn(madeReports(11, [calm, elsewhere, flood]))).toMatchObject([{ platform: 'discord' }])
  })
})

describe('what many speak of', () => {
  const lids = ['the lid leaks', 'my new lid leaks', 'coffee leaks from the lid', 'lid is leaking badly']
  const leak: Stretch = { fromHour: afternoon, hours: 3, anHour: 6, texts: lids, even: true, names: 'lid' }

  it('is seen after a few of them, with its word and its messages, though the number is small', () => {
    for (const seed of [12, 13, 14]) {
      const reports = madeReports(seed, [calm, leak])
      const [wave, ...others] = alertsIn(reports)
      expect(others).toEqual([])
      expect(wave?.topic).toMatch(/lid|leak/)
      const told = reports.filter(({ id }) => wave?.examples.includes(id))
      expect(told.every(({ text }) => lids.includes(text))).toBe(true)
      expect(told.length).toBeLessThanOrEqual(6)
    }
  })

  it('names the issue of the reports', () => {
    const before: Stretch = { ...leak, fromHour: 48, hours: 24 * 8, anHour: 0.2 }
    const watch = createTroubleWatch()
    const issues = new Map<string, string>()
    const waves = madeReports(15, [calm, before, leak]).flatMap((report) => {
      const noticed = watch.hear(report, true)
      for (const { message, issue } of noticed.attached) issues.set(message, issue)
      return noticed.waves
    })
    const [wave] = waves.filter(({ isNew }) => isNew)
    expect(wave?.issue).toBeDefined()
    expect(wave?.examples.filter((id) => issues.get(id) === wave.issue).length).toBeGreaterThan(1)
  })

  it('by one person again and again is nothing', () => {
    expect(alertsIn(madeReports(16, [calm, { ...leak, people: 1 }]))).toEqual([])
  })

  it('stays one wave though it goes on for hours in other words', () => {
    const long: Stretch = {
      ...leak,
      hours: 10,
      anHour: 8,
      texts: [...lids, 'the lid of my mug leaks', 'leaking lid again'],
    }
    expect(alertsIn(madeReports(17, [calm, long]))).toHaveLength(1)
  })
})

describe('one matter', () => {
  const lids = [
    'the lid leaks',
    'my new lid leaks',
    'coffee leaks from the lid',
    'lid is leaking badly',
    'leaking cups',
  ]
  const elsewhere: Stretch = { ...calm, anHour: 2, platform: 'discord' }
  /** More of everything, and among it ever more of one thing, on both platforms. */
  const crisis: readonly Stretch[] = [
    { fromHour: afternoon, hours: 5, anHour: 60, texts: usual, even: true },
    { fromHour: afternoon + 0.3, hours: 5, anHour: 40, texts: lids, even: true, names: 'lid' },
    { fromHour: afternoon + 0.3, hours: 5, anHour: 40, texts: lids, even: true, names: 'far', platform: 'discord' },
  ]

  it('is one alert, though its number is seen first, on two platforms, and then its words', () => {
    for (const seed of [40, 41, 42]) {
      const waves = wavesIn(madeReports(seed, [calm, elsewhere, ...crisis]))
      expect(waves.filter(({ isNew }) => isNew)).toHaveLength(1)
      expect(new Set(waves.map(({ key }) => key)).size).toBe(1)
      expect(waves.some(({ topic = '' }) => /lid|leak|cup/.test(topic))).toBe(true)
    }
  })

  it('that is named has the people and the words of what it is named after', () => {
    const slow: Stretch = { fromHour: 48, hours: 24 * 8, anHour: 0.3, texts: lids, names: 'slow' }
    const cups: Stretch = {
      fromHour: 48,
      hours: 24 * 11,
      anHour: 0.3,
      texts: ['grey cup came', 'cup chipped on the rim'],
    }
    for (const seed of [43, 44, 45, 46]) {
      const watch = createTroubleWatch()
      const issues = new Map<string, string>()
      const reports = madeReports(seed, [calm, elsewhere, slow, cups, ...crisis])
      const authors = new Map(reports.map(({ id, author }) => [id, author]))
      let named = 0
      for (const report of reports) {
        const { attached, waves } = watch.hear(report, true)
        for (const { message, issue } of attached) issues.set(message, issue)
        for (const { issue, examples, count } of waves) {
          if (issue === undefined) continue
          named += 1
          expect(examples.map((id) => issues.get(id))).toEqual(examples.map(() => issue))
          const people = new Set([...issues].filter(([, of]) => of === issue).map(([id]) => authors.get(id)))
          expect(count).toBeLessThanOrEqual(people.size)
        }
      }
      expect(named).toBeGreaterThan(0)
    }
  })
})

describe('what comes up over days', () => {
  const lids = ['the lid leaks', 'my new lid leaks', 'coffee leaks from the lid', 'lid is leaking badly']
  const days = 60
  const quiet: Stretch = { ...calm, hours: 24 * days, anHour: 0.4 }
  const slow: Stretch = { fromHour: 24 * 40, hours: 24 * 12, anHour: 0.06, texts: lids, even: true, names: 'lid' }
  const ofLids = (reports: readonly Heard[]) => {
    const texts = new Map(reports.map(({ id, text }) => [id, text]))
    return alertsIn(reports).filter(({ examples }) => examples.some((id) => lids.includes(texts.get(id) ?? '')))
  }

  it('is told once, as such, though no hour held more than one of them', () => {
    for (const seed of [30, 31, 32]) {
      const reports = madeReports(seed, [quiet, slow])
      const [wave, ...others] = ofLids(reports)
      expect(others).toEqual([])
      expect(wave).toMatchObject({ isGradual: true })
      const told = reports.filter(({ id }) => wave?.examples.includes(id))
      expect(told.every(({ text }) => lids.includes(text))).toBe(true)
      expect((told.at(-1)?.at ?? 0) - (told[0]?.at ?? 0)).toBeGreaterThan(DAY_MS)
    }
  })

  it('is seen where nothing does about once a month, and never as what burns', () => {
    const chance = [30, 31, 32, 33, 34, 35].flatMap((seed) => alertsIn(madeReports(seed, [quiet])))
    expect(chance.length).toBeLessThan((1.5 * 6 * days) / 30)
    expect(chance.every(({ isGradual }) => isGradual)).toBe(true)
  })

  it('is no news where it burst within an afternoon and was told then, and was told twice where it bursts afterwards', () => {
    const burst: Stretch = { ...slow, hours: 3, anHour: 8 }
    expect(ofLids(madeReports(33, [quiet, burst]))).toMatchObject([{ isGradual: false }])
    const later: Stretch = { ...burst, fromHour: slow.fromHour + 24 * 12 }
    const kinds = ofLids(madeReports(33, [quiet, slow, later])).map(({ isGradual }) => isGradual)
    expect(kinds).toEqual([true, false])
  })

  it('by one person every day is nothing', () => {
    expect(ofLids(madeReports(34, [quiet, { ...slow, people: 1 }]))).toEqual([])
  })
})

describe('messages that come late, twice or from a wrong clock', () => {
  const flood: Stretch = { fromHour: afternoon, hours: 4, anHour: 120, texts: usual, even: true }

  it('twice count once', () => {
    const reports = madeReports(18, [calm])
    const calmTwice = reports.flatMap((report) => [report, report])
    expect(alertsIn(calmTwice)).toEqual([])
  })

  it('hours late make no wave, and find their issue', () => {
    const watch = createTroubleWatch()
    for (const report of madeReports(19, [calm])) watch.hear(report, true)
    const late = {
      id: 'late',
      at: monday + DAY_MS,
      text: 'beans taste stale',
      author: 'late',
      thread: 'shop',
      platform: 'web',
      lang: 'en',
    }
    const { attached, waves } = watch.hear(late, true)
    expect(waves).toEqual([])
    expect(attached).toMatchObject([{ message: 'late' }])
  })

  it('one from the far future does not stop the watch', () => {
    const reports = madeReports(20, [calm, flood])
    const odd = { ...(reports[500] ?? fail()), id: 'odd', at: monday + 900 * DAY_MS }
    const waves = alertsIn([...reports.slice(0, 500), odd, ...reports.slice(500)])
    expect(waves).toHaveLength(1)
    expect(Math.abs(hourOf(waves[0] ?? fail()) - afternoon - 1)).toBeLessThan(1)
  })

  it('the first half alone brings the same waves: nothing looks ahead', () => {
    const reports = madeReports(21, [calm, flood])
    const half = reports.slice(
      0,
      reports.findIndex(({ at }) => at > monday + (afternoon + 1) * HOUR_MS),
    )
    const all = wavesIn(reports)
    expect(wavesIn(half)).toEqual(all.filter(({ at }) => at <= (half.at(-1)?.at ?? 0)))
  })
})

function fail(): never {
  throw new Error('there is no wave')
}
