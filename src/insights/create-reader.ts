/** Reads insights for every surface: the same figures on the page, in the digest, as CSV and under /api. */
import { setImmediate } from 'node:timers/promises'
import type { Count } from '../domain/insight.ts'
import type { Clock } from '../ports/clock.ts'
import type { AskedRange, Compared, DayRow, InsightReader, InsightReport } from '../ports/insight-report.ts'
import type { Insights } from '../ports/insights.ts'
import { before, type Calendar, type DayRange, daysOf, readRange, spanOf } from './calendar.ts'
import { insightsCsv, insightsMarkdown } from './in-words.ts'
import { listNamed } from './lists.ts'
import { reportOf } from './report.ts'

const WISHES = 10
/** More days than that are drawn by the week. */
const DAILY = 45
const outcomes = ['answered', 'asked-back', 'handed-over', 'unanswered']

export interface ReaderDeps {
  readonly insights: Insights
  readonly calendar: () => Calendar
  readonly clock: Clock
  /** A reason in words. */
  readonly whyOf: (reason: string) => string
}

export function createInsightReader({ insights, calendar, clock, whyOf }: ReaderDeps): InsightReader {
  const rangeOf = (asked: AskedRange) => readRange(asked, calendar().dayOf(clock.now()))

  async function report(range: DayRange): Promise<InsightReport> {
    const days = calendar()
    const kept = await insights.kept(range.from, range.to)
    await setImmediate()
    const open = await openDays(range, days)
    const wishes = await insights.wishes(spanOf(range, days), WISHES)
    await setImmediate()
    const counts = [...kept, ...[...open.values()].flat()]
    return reportOf({ range, timeZone: days.timeZone, counts, wishes, days: await dayRows(range, open), whyOf })
  }

  /** Days that are still counted from the record, one after the other: in between others have their turn. */
  async function openDays(range: DayRange, days: Calendar): Promise<ReadonlyMap<string, readonly Count[]>> {
    const now = clock.now()
    const today = days.dayOf(now)
    const settledTo = await insights.settledTo()
    const open = new Map<string, readonly Count[]>()
    for (const day of daysOf(range)) {
      if (day > today || (settledTo !== undefined && day <= settledTo)) continue
      open.set(day, await insights.counts(spanOf({ from: day, to: day }, days), now))
      await setImmediate()
    }
    return open
  }

  async function dayRows(range: DayRange, open: ReadonlyMap<string, readonly Count[]>): Promise<DayRow[]> {
    const all = daysOf(range)
    const kept = Map.groupBy(await insights.keptByDay(all, outcomes), ({ day }) => day)
    const rows = all.map((day) => dayRow(day, [...(kept.get(day) ?? []), ...(open.get(day) ?? [])]))
    return rows.length <= DAILY ? rows : byWeek(rows)
  }

  async function read(asked: AskedRange): Promise<Compared> {
    const range = rangeOf(asked)
    const now = await report(range)
    await setImmediate()
    return { now, before: await report(before(range)) }
  }

  return {
    read,
    async list(asked, range, page) {
      const { title, filter } = listNamed(asked)
      const span = spanOf(rangeOf(range), calendar())
      if ('of' in filter) return { kind: 'happened', title, listing: await insights.happened(span, filter, page) }
      return { kind: 'questions', title, listing: await insights.asked(span, filter, page, clock.now()) }
    },
    text: async (range, as) => (as === 'csv' ? insightsCsv : insightsMarkdown)(await read(range)),
  }
}

function dayRow(day: string, counts: readonly Count[]): DayRow {
  const of = (name: string) => counts.reduce((sum, one) => sum + (one.name === name ? one.n : 0), 0)
  const [answered = 0, askedBack = 0, handedOver = 0, unanswered = 0] = outcomes.map(of)
  return { day, answered, askedBack, handedOver, unanswered }
}

/** Each week by its first day. */
function byWeek(rows: readonly DayRow[]): DayRow[] {
  return Array.from({ length: Math.ceil(rows.length / 7) }, (_, week) => {
    const of = rows.slice(week * 7, week * 7 + 7)
    const sum = (key: 'answered' | 'askedBack' | 'handedOver' | 'unanswered') =>
      of.reduce((all, row) => all + row[key], 0)
    return {
      day: of[0]?.day ?? '',
      ...{ answered: sum('answered'), askedBack: sum('askedBack') },
      ...{ handedOver: sum('handedOver'), unanswered: sum('unanswered') },
    }
  })
}
