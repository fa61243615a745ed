/** Insights as the program joins them: the persona's calendar, what reads them, what keeps them up to date, and how other programs ask for them. */
import { instantOf, localTime } from '../desk/time/hours.ts'
import type { Figures } from '../http/figures.ts'
import type { Calendar } from '../insights/calendar.ts'
import { createInsightReader } from '../insights/create-reader.ts'
import { insightsForStaff } from '../insights/in-words.ts'
import { keepCounting } from '../insights/keep-counting.ts'
import type { Log } from '../log.ts'
import type { Persona } from '../persona/persona.ts'
import type { Clock } from '../ports/clock.ts'
import type { InsightReader } from '../ports/insight-report.ts'
import type { Store } from '../ports/store.ts'
import { reasonWords } from '../verbs/why.ts'

const LISTED = 100

export interface InsightParts {
  readonly reader: InsightReader
  /** One errand, which never throws. False: more is left for the next. */
  keepCounting(): Promise<boolean>
  /** For the staff chat. @throws {MascotError} `usage` */
  forStaff(asked: { readonly range?: string; readonly to?: string }): Promise<string>
  /** The week up to yesterday. */
  weekly(): Promise<string>
  readonly figures: readonly Figures[]
}

export function calendarOf({ manners: { timeZone } }: Persona, clock: Clock): Calendar {
  return {
    timeZone,
    dayOf: (at) => localTime(at, timeZone).day,
    startOf: (day) => instantOf({ day, minutes: 0 }, timeZone, clock.now()),
  }
}

export function createInsightParts(
  { insights }: Pick<Store, 'insights'>,
  options: {
    readonly persona: () => Persona
    readonly clock: Clock
    readonly log: Log
    /** Where the desk page is opened; undefined: it is not served. */
    readonly deskUrl: () => string | undefined
  },
): InsightParts {
  const { persona, clock, log } = options
  const calendar = () => calendarOf(persona(), clock)
  const reader = createInsightReader({ insights, calendar, clock, whyOf: reasonWords })
  const forStaff: InsightParts['forStaff'] = async (asked) =>
    insightsForStaff(await reader.read(asked), options.deskUrl())
  return {
    reader,
    forStaff,
    async weekly() {
      const { dayOf, startOf } = calendar()
      return await forStaff({ to: dayOf(startOf(dayOf(clock.now())) - 1) })
    },
    async keepCounting() {
      try {
        return await keepCounting({ insights, persona, calendar, clock, log })
      } catch (err) {
        log.warn({ err }, 'the figures are not up to date, it is tried again')
        return false
      }
    },
    figures: [
      { path: '/api/insights', answer: (query) => reader.read(rangeIn(query)) },
      {
        path: '/api/insights/list',
        answer: (query) =>
          reader.list({ list: query.get('list') ?? '', part: query.get('part') ?? undefined }, rangeIn(query), {
            ...{ limit: LISTED, offset: offsetIn(query) },
          }),
      },
    ],
  }
}

function rangeIn(query: URLSearchParams) {
  const of = (name: string) => query.get(name) ?? undefined
  return { range: of('range'), from: of('from'), to: of('to') }
}

function offsetIn(query: URLSearchParams): number {
  const offset = Number(query.get('offset') ?? 0)
  return Number.isSafeInteger(offset) && offset >= 0 ? offset : 0
}
