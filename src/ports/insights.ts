/** What insights ask of the record: turns to count, counts by day, and the lists behind them. Nothing of it is on a turn's path. */

import type { ReasonCode } from '../domain/decision.ts'
import type {
  AskedOutcome,
  AskedShown,
  Count,
  CountedTurn,
  EffectKind,
  HappenedShown,
  Uncounted,
  Wish,
} from '../domain/insight.ts'

/** Epoch ms, the end not included. */
export interface Span {
  readonly from: number
  readonly to: number
}

export interface Listing<T> {
  readonly total: number
  readonly rows: readonly T[]
}

export interface AskedFilter {
  readonly outcome?: AskedOutcome
  readonly topic?: string
  readonly answerId?: string
  /** The bot, and no case; or a person on its case. */
  readonly by?: 'bot' | 'person'
  /** Came back on the topic within seven days, or did not and the days are over. */
  readonly end?: 'back' | 'solved'
}

/** `content`: rated 4 or 5; `person`: somebody stepped in unasked, and answered. */
export type CaseEvent = 'opened' | 'closed' | 'reopened' | 'rated' | 'content' | 'person'

export type HappenedFilter =
  | { readonly of: 'effects'; readonly kinds: readonly EffectKind[] }
  /** Lines that nobody wanted, each once. */
  | { readonly of: 'unwanted-lines' }
  /** What it said in groups. */
  | { readonly of: 'group-lines' }
  | { readonly of: 'silences'; readonly reason: ReasonCode }
  | { readonly of: 'cases'; readonly which: CaseEvent }
  | { readonly of: 'promises'; readonly isKept: boolean }

export interface Page {
  readonly limit: number
  readonly offset: number
}

export interface Insights {
  /** The oldest first. */
  uncounted(limit: number): Promise<readonly Uncounted[]>
  /** Each turn is counted once, whoever counts. */
  count(turns: readonly CountedTurn[]): Promise<void>
  /** Reactions to our lines since the last call; `of`: what they tell. Resolves to how many were read. */
  hearReactions(limit: number, of: (emojis: readonly string[]) => EffectKind | undefined): Promise<number>
  /** Private talks that were closed to us since, within a day after our last line. */
  hearLeaving(since: number): Promise<void>
  /** Added to what is kept of a day. */
  add(day: string, counts: readonly Count[]): Promise<void>
  /** What is kept of days, both included, added up. */
  kept(fromDay: string, toDay: string): Promise<readonly Count[]>
  /** The same of these names, day by day, without their parts. */
  keptByDay(days: readonly string[], names: readonly string[]): Promise<readonly (Count & { readonly day: string })[]>
  /** Counted from the record. `now`: by when seven days have passed or have not. */
  counts(span: Span, now: number): Promise<readonly Count[]>
  /** The last day whose counts from the record are kept. */
  settledTo(): Promise<string | undefined>
  /** Keeps what a day came to for good: from then on it is not counted from the record. False where it was kept already. */
  settle(day: string, counts: readonly Count[]): Promise<boolean>
  /** When the first turn was counted or waits to be, epoch ms. */
  firstAt(): Promise<number | undefined>
  asked(span: Span, filter: AskedFilter, page: Page, now: number): Promise<Listing<AskedShown>>
  happened(span: Span, filter: HappenedFilter, page: Page): Promise<Listing<HappenedShown>>
  /** What fans wish for, the most people first. */
  wishes(span: Span, limit: number): Promise<readonly Wish[]>
}
