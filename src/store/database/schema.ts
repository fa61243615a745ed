/** The tables, as Kysely sees them on both databases. Times are epoch ms; `body`, `state`, `undo_state`, `record` and `emojis` hold JSON text. */
import type { Generated } from 'kysely'
import type { CaseOutcome, CaseStatus, TimerKind } from '../../domain/case.ts'
import type { Handler } from '../../domain/conversation.ts'
import type { DecisionKind, ReasonCode } from '../../domain/decision.ts'
import type { Consent } from '../../domain/fan.ts'
import type { HandoffReason } from '../../domain/handoff.ts'
import type { AccountId, CaseId, ConversationId, FanId, ThreadId, TurnId } from '../../domain/ids.ts'
import type { Lang, Surface } from '../../domain/message.ts'
import type { Role } from '../../ports/access.ts'

/** One row a thread. It carries both leases: `lease_*` for who answers, `send_*` for who delivers. */
export interface ConversationTable {
  id: ConversationId
  brand: string
  thread_id: ThreadId
  surface: Surface
  /** The fan's account in a direct conversation. */
  account_id: AccountId | null
  lang: Lang | null
  summary: string | null
  summary_up_to: number | null
  state: string
  /** When its unread messages are due; null when there are none. */
  next_at: number | null
  lease_owner: string | null
  lease_until: number | null
  /** When the oldest unread message was accepted. */
  unread_since: number | null
  /** Leases in a row that ended without a settle. */
  failures: number
  /** When its oldest pending outbound message is due; null when there is none. */
  send_at: number | null
  send_owner: string | null
  send_until: number | null
  touched_at: number
  /** Why we cannot speak there, and since when; null while we can. */
  closed_reason: string | null
  closed_at: number | null
  /** The last settled turn, and the state before it (null: it changed none), for when its reply is taken back. */
  undo_turn: TurnId | null
  undo_state: string | null
}

/** `withdrawn`: taken back, by its author or, unsent, by us; never a line of the transcript. */
export type MessageState = 'unread' | 'read' | 'pending' | 'sent' | 'dead' | 'withdrawn'

/** Everything said, in and out: the order of `id` within a conversation is the order in which it was said. */
export interface MessageTable {
  id: Generated<number>
  conversation_id: ConversationId
  direction: 'in' | 'out'
  state: MessageState
  /** 1 if it is a line of the transcript: not a reaction, not an echo of our own. */
  said: number
  /** Who wrote it. Of what was withdrawn unsent: to whose message it was the reply. */
  account_id: AccountId | null
  /** The platform's id. Outbound: known once sent. Null also where the thread moved since: ids begin anew there. */
  message_id: string | null
  turn_id: TurnId | null
  /** Accepted or settled at, by our clock. */
  at: number
  /** Read, sent or given up at. */
  done_at: number | null
  attempts: number
  /** Why the last attempt to send failed. */
  reason: string | null
  /** When its author last changed it, by the platform's clock. */
  edited_at: number | null
  body: string
}

export interface FanTable {
  id: FanId
  brand: string
  consent: Consent
  lang: Lang | null
  created_at: number
}

export interface AccountTable {
  brand: string
  id: AccountId
  fan_id: FanId
  name: string
  created_at: number
}

export interface FactTable {
  fan_id: FanId
  conversation_id: ConversationId
  key: string
  value: string
  told_at: number
}

export interface DecisionTable {
  turn_id: TurnId
  conversation_id: ConversationId
  at: number
  kind: DecisionKind
  reason: ReasonCode
  answer_id: string | null
  score: number | null
  record: string
  /** 1 if its turn changed nothing but what is said and the conversation's state, so that it can be undone. */
  only_spoke: number
}

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
  todo: 'mark' | 'edited' | 'deleted' | null
}

export interface CaseEventTable {
  id: Generated<number>
  handoff_id: CaseId
  at: number
  who: string
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

export interface DutyTable {
  brand: string
  staff_id: string
  name: string
  since: number
}

export interface NoteTable {
  id: Generated<number>
  handoff_id: CaseId
  staff: string
  text: string
  at: number
}

/** One row a member and message; `emojis` is a JSON list. */
export interface ReactionTable {
  conversation_id: ConversationId
  message_id: string
  account_id: AccountId
  emojis: string
  at: number
}

export interface CursorTable {
  brand: string
  name: string
  value: string
}

export interface KeyValueTable {
  brand: string
  key: string
  value: string
  expires_at: number | null
}

export interface AccessLinkTable {
  /** Of the secret. */
  hash: string
  brand: string
  staff_id: string
  staff_name: string
  role: Role
  expires_at: number
}

export interface AccessSessionTable {
  id: string
  brand: string
  /** Of the token. */
  hash: string
  staff_id: string
  staff_name: string
  role: Role
  csrf: string
  opened_at: number
  seen_at: number
  expires_at: number
  browser: string
  ended_at: number | null
}

/** Who did what to what; never the words, never a secret. */
export interface AuditTable {
  id: Generated<number>
  brand: string
  at: number
  staff_id: string
  staff_name: string
  what: string
  about: string | null
  detail: string | null
}

export interface SchemaVersionTable {
  version: number
}

export interface Database {
  conversations: ConversationTable
  messages: MessageTable
  fans: FanTable
  accounts: AccountTable
  facts: FactTable
  decisions: DecisionTable
  handoffs: HandoffTable
  notes: NoteTable
  timers: TimerTable
  relays: RelayTable
  case_events: CaseEventTable
  promises: PromiseTable
  proposals: ProposalTable
  duty: DutyTable
  reactions: ReactionTable
  cursors: CursorTable
  key_values: KeyValueTable
  access_links: AccessLinkTable
  access_sessions: AccessSessionTable
  audit: AuditTable
  schema_version: SchemaVersionTable
}

/** Which tables hold something of a fan: export shows each of them, and forgetting empties each of them. */
export const tables: Record<keyof Database, 'of-fans' | 'not-of-fans'> = {
  conversations: 'of-fans',
  messages: 'of-fans',
  fans: 'of-fans',
  accounts: 'of-fans',
  facts: 'of-fans',
  decisions: 'of-fans',
  handoffs: 'of-fans',
  notes: 'of-fans',
  timers: 'of-fans',
  relays: 'of-fans',
  case_events: 'of-fans',
  promises: 'of-fans',
  proposals: 'of-fans',
  duty: 'not-of-fans',
  reactions: 'of-fans',
  key_values: 'of-fans',
  cursors: 'not-of-fans',
  access_links: 'not-of-fans',
  access_sessions: 'not-of-fans',
  audit: 'not-of-fans',
  schema_version: 'not-of-fans',
}
