/** Reads insights for every surface: the same figures on the page, in the digest, as CSV and under /api. */
import type { Count } from '../domain/insight.ts'
import type { Clock } from '../ports/clock.ts'
import type { AskedRange, Compared, DayRow, InsightReader, InsightReport } from '../ports/insight-report.ts'
import type { Insights } from '../ports/insights.ts'
import { before, type Calendar, type DayRange, dayAfter, daysOf, readRange, spanOf } from './calendar.ts'
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
}

export function createInsightReader({ insights, calendar, clock }: ReaderDeps): InsightReader {
  const rangeOf = (asked: AskedRange) => readRange(asked, calendar().dayOf(clock.now()))

  async function report(range: DayRange): Promise<InsightReport> {
    const now = clock.now()
    const days = calendar()
    const settledTo = await insights.settledTo()
    const open =
      settledTo !== undefined && settledTo >= range.from ? { from: dayAfter(settledTo), to: range.to } : range
    const span = spanOf(range, days)
    const [kept, counted, wishes, byDay] = await Promise.all([
      insights.kept(range.from, range.to),
      open.from > range.to ? [] : insights.counts(spanOf(open, days), now),
      insights.wishes(span, WISHES),
      dayRows(range, open, days, now),
    ])
    return reportOf({ range, timeZone: days.timeZone, counts: [...kept, ...counted], wishes, days: byDay })
  }

  async function dayRows(range: DayRange, open: DayRange, days: Calendar, now: number): Promise<DayRow[]> {
    const kept = await insights.keptByDay(range.from, range.to, outcomes)
    const all = daysOf(range)
    const today = days.dayOf(now)
    const counted = new Map<string, readonly Count[]>(
      [...Map.groupBy(kept, ({ day }) => day)].map(([day, counts]) => [day, counts]),
    )
    for (const day of all.filter((one) => one >= open.from && one <= today))
      counted.set(day, await insights.counts(spanOf({ from: day, to: day }, days), now))
    const rows = all.map((day) => dayRow(day, counted.get(day) ?? []))
    return rows.length <= DAILY ? rows : byWeek(rows)
  }

  async function read(asked: AskedRange): Promise<Compared> {
    const range = rangeOf(asked)
    const [now, earlier] = await Promise.all([report(range), report(before(range))])
    return { now, before: earlier }
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
