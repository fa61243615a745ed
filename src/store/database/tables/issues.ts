/** Recurring troubles: what is reported, of which issue it is, what was done about it. */
import type { Generated } from 'kysely'
import type { CrisisLevel } from '../../../domain/crisis.ts'
import type { AccountId, ConversationId, ThreadId } from '../../../domain/ids.ts'
import type { DigestRhythm, IssueState, ReportKind, WantsNews } from '../../../domain/issue.ts'

export interface IssueTable {
  brand: string
  number: number
  file_id: string | null
  title: string
  state: IssueState
  owner: string | null
  /** JSON: variants by language. */
  answer: string | null
  /** JSON: the same, said once it is fixed. */
  news: string | null
  made_at: number
  fixed_at: number | null
  /** It went on in this one. */
  merged_into: number | null
  /** People whose reports of it are gone: forgotten, or too old to be kept. */
  gone: Generated<number>
  /** 1 once staff or the file gave it its title; before, it is made of words of reports. */
  named: Generated<0 | 1>
}

/** One row a message that tells of trouble. Its words stand in `messages` alone. */
export interface ReportTable {
  id: Generated<number>
  brand: string
  conversation_id: ConversationId
  account_id: AccountId
  message_row: number
  kind: ReportKind
  platform: string
  lang: string | null
  at: number
  answer_id: string | null
  issue: number | null
  pinned: Generated<number>
  heard: Generated<number>
  wants: Generated<WantsNews>
}

/** Which of our words to staff show the words of a report: they go with it. */
export interface ReportQuoteTable {
  report_id: number
  message_row: number
}

/** What staff did to issues. `before`: JSON of the rows as they were, by which it is undone; `origin`: the message that asked for it. */
export interface IssueActTable {
  id: Generated<number>
  brand: string
  issue: number
  at: number
  who: string
  what: string
  origin: string
  before: string
  undone_at: number | null
}

export interface WaveTable {
  id: Generated<number>
  brand: string
  issue: number | null
  topic: string | null
  platform: string | null
  began_at: number
  /** The count that was told last, and when; the most people in it. */
  told: number
  told_at: number
  people: number
}

/** One row a brand: which process watches, where staff are told, and how often something changed that it has to read anew. */
export interface IssueWatchTable {
  brand: string
  owner: string | null
  until: number
  thread: ThreadId | null
  changes: number
  digest: DigestRhythm | null
  digested_at: number | null
}

/** `statements`, `proposed` (null: none), `events`, `words`: JSON. `review_ms`: how long until it is looked at again. */
export interface CrisisTable {
  id: Generated<number>
  brand: string
  issue: number | null
  level: CrisisLevel
  began_at: number
  review_at: number | null
  review_ms: number | null
  statements: string
  proposed: string | null
  events: string
  words: string
  ended_at: number | null
  drill: number
}
