/** Insights as they are read: figures with what they are of, each with where its list is. One shape for the page, the digest, CSV and /api. */
import type { AskedShown, HappenedShown, Wish } from '../domain/insight.ts'
import type { Listing, Page } from './insights.ts'

export interface Figure {
  /** Stable: other programs know it by that. */
  readonly id: string
  readonly label: string
  readonly n: number
  /** What it is a part of; absent: a count of its own. */
  readonly of?: number
  /** What is counted. */
  readonly unit: string
  /** Name of the list of what was counted: as many as `n`, while it is kept. */
  readonly list: string
}

export interface FigureGroup {
  readonly id: string
  readonly title: string
  readonly figures: readonly Figure[]
}

/** Of lengths of time, in seconds. */
export interface Lengths {
  readonly id: 'first-word' | 'to-person'
  readonly label: string
  readonly of: number
  readonly median?: number
  /** Nine of ten were not longer. */
  readonly p90?: number
}

export interface TopicRow {
  /** Empty: of none that is known. */
  readonly topic: string
  readonly total: number
  readonly answered: number
  readonly askedBack: number
  readonly handedOver: number
  readonly unanswered: number
  readonly solved: number
  /** Of which it is known whether they were solved for good. */
  readonly judged: number
}

export interface AnswerRow {
  readonly answerId: string
  readonly given: number
  readonly solved: number
  readonly judged: number
  /** Replies with it that nobody wanted. */
  readonly unwanted: number
}

export interface DayRow {
  readonly day: string
  readonly answered: number
  readonly askedBack: number
  readonly handedOver: number
  readonly unanswered: number
}

export interface Cost {
  readonly answers: number
  readonly inputTokens: number
  readonly cachedTokens: number
  readonly outputTokens: number
  /** In the currency of the prices configured; absent where there are none. */
  readonly price?: number
}

export interface InsightReport {
  /** Days by the persona's calendar, both included. */
  readonly from: string
  readonly to: string
  readonly timeZone: string
  readonly groups: readonly FigureGroup[]
  readonly times: readonly Lengths[]
  /** 1 to 5. */
  readonly csat: {
    readonly average?: number
    readonly ratings: readonly { readonly score: number; readonly n: number }[]
  }
  readonly topics: readonly TopicRow[]
  readonly answers: readonly AnswerRow[]
  readonly wishes: readonly Wish[]
  /** Why nothing was said; `why`: in words. */
  readonly silences: readonly { readonly reason: string; readonly why: string; readonly n: number }[]
  readonly cost: Cost
  readonly days: readonly DayRow[]
}

export interface Compared {
  readonly now: InsightReport
  /** As many days, just before. */
  readonly before: InsightReport
}

/** What surfaces are given. Ranges are asked for in words. @throws {MascotError} `usage` */
export interface InsightReader {
  read(range: AskedRange): Promise<Compared>
  /** What was counted. */
  list(asked: AskedList, range: AskedRange, page: Page): Promise<Listed>
  text(range: AskedRange, as: 'csv' | 'markdown'): Promise<string>
}

/** `range`: week, month, quarter or year up to today; else days as `YYYY-MM-DD`, both included. */
export interface AskedRange {
  readonly range?: string | undefined
  readonly from?: string | undefined
  readonly to?: string | undefined
}

export interface AskedList {
  /** As in `Figure.list`; or `topic`, `answer`, `silence`. */
  readonly list: string
  /** The topic, the answer, the reason. */
  readonly part?: string | undefined
}

export type Listed =
  | { readonly kind: 'questions'; readonly title: string; readonly listing: Listing<AskedShown> }
  | { readonly kind: 'happened'; readonly title: string; readonly listing: Listing<HappenedShown> }
