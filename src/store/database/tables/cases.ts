/** Cases, with all that hangs on them. The tables are older than the word: a case is a row of `handoffs`. */

import type { Generated } from 'kysely'
import type { CaseOutcome, CaseStatus, TimerKind } from '../../../domain/case.ts'
import type { Handler } from '../../../domain/conversation.ts'
import type { DraftState } from '../../../domain/draft.ts'
import type { HandoffReason } from '../../../domain/handoff.ts'
import type { AccountId, CaseId, ConversationId, DraftId, FanId, ThreadId, TurnId } from '../../../domain/ids.ts'
import type { RelayTodo } from '../../../ports/desk-work.ts'

export interface HandoffTable {
  id: CaseId
  /** Who answers its fan. */
  handler: Handler
  conversation_id: ConversationId
  fan_id: FanId
  reason: HandoffReason
  team: string | null
  summary: string
  draft: string | null
  status: CaseStatus
  assignee: string | null
  opened_at: number
  assigned_at: number | null
  closed_at: number | null
  /** Counts every change. */
  version: Generated<number>
  account_id: AccountId | null
  assignee_id: string | null
  /** The thread in which staff work on it, the row of its card there, and the last row of the fan's conversation shown there. */
  staff_thread: ThreadId | null
  card_row: number | null
  relayed_to: Generated<number>
  /** The last row that the card tells of; 0: it shows the newest. */
  card_to: Generated<number>
  /** When the card is to be posted or brought up to date; null while it is. */
  card_at: number | null
  card_until: number | null
  first_response_at: number | null
  outcome: CaseOutcome | null
  snoozed_until: number | null
  breaches: Generated<number>
  csat: number | null
  csat_comment: string | null
  lead_id: CaseId | null
  origin_thread: ThreadId | null
  /** The reason that the title of its staff thread tells, where that is known. */
  titled_as: HandoffReason | null
  /** When anything about it was last changed. */
  changed_at: Generated<number>
  /** Kept by the database: of its conversation; how grave its reason is, 0 the gravest; the first of the times staff promised. */
  of_brand: Generated<string>
  gravity: Generated<number>
  first_due_at: Generated<number>
  /** Kept by the database while it is open: the last row said in its conversation. */
  heard_to: Generated<number>
}

export interface TimerTable {
  handoff_id: CaseId
  kind: TimerKind
  due_at: number
}

/** `todo`: what is to be told about it to the other thread; null when both are alike. */
export interface RelayTable {
  id: Generated<number>
  handoff_id: CaseId
  direction: 'in' | 'out'
  /** Rows of `messages`: in the fan's conversation, and in the staff thread if it came from or went to one. */
  fan_row: number
  staff_row: number | null
  todo: RelayTodo | null
  /** In the staff thread: what tells of the fan's reaction to it. */
  note_row: Generated<number | null>
}

export interface CaseEventTable {
  id: Generated<number>
  handoff_id: CaseId
  at: number
  who: string
  /** Of a member of staff. */
  who_id: Generated<string | null>
  what: string
  detail: string | null
}

/** What a fan was promised: who owes it, until when, and how it ended. */
export interface PromiseTable {
  id: Generated<number>
  handoff_id: CaseId
  owner: string | null
  text: string
  due_at: number
  made_at: number
  ended_at: number | null
  kept: number | null
  /** A person gave their word: no time of the case ends it. */
  by_person: Generated<number>
  reminded_at: Generated<number | null>
}

export interface ProposalTable {
  id: string
  brand: string
  handoff_id: CaseId | null
  by_staff: string
  record: string
  state: 'proposed' | 'approved' | 'refused' | 'written'
  at: number
}

export interface NoteTable {
  id: Generated<number>
  handoff_id: CaseId
  staff: string
  staff_id: Generated<string | null>
  text: string
  at: number
}

/** A reply that waits, or waited. `shown`: its state as its staff thread shows it; null until it was shown there, by `staff_row`. */
export interface DraftTable {
  id: DraftId
  handoff_id: CaseId
  conversation_id: ConversationId
  turn_id: TurnId
  account_id: AccountId
  state: DraftState
  topic: string
  record: string
  made_at: number
  expires_at: number
  ended_at: number | null
  by_staff: string | null
  staff_row: number | null
  shown: DraftState | null
}
