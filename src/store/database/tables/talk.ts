/** What was said, and where, and what was decided on it. `body`, `state`, `undo_state`, `record` and `emojis` hold JSON text. */

import type { Generated } from 'kysely'
import type { DecisionKind, ReasonCode } from '../../../domain/decision.ts'
import type { AccountId, ConversationId, ThreadId, TurnId } from '../../../domain/ids.ts'
import type { Lang, Surface } from '../../../domain/message.ts'
import type { Weight } from '../../../domain/weight.ts'

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
  /** Of the persona that wrote it. */
  summary_version: Generated<string | null>
  state: string
  /** When its unread messages are due; null when there are none. */
  next_at: number | null
  lease_owner: string | null
  lease_until: number | null
  /** That of its weightiest unread message; of one that has none, nothing is meant. */
  weight: Generated<Weight>
  /** When the oldest unread message was accepted. */
  unread_since: number | null
  /** Leases in a row that ended without a settle. */
  failures: number
  /** When its oldest pending outbound message is due; null when there is none. */
  send_at: number | null
  /** That of the weightiest turn whose words wait to be sent. */
  send_weight: Generated<Weight>
  send_owner: string | null
  send_until: number | null
  touched_at: number
  /** Why we cannot speak there, and since when; null while we can. */
  closed_reason: string | null
  closed_at: number | null
  /** The last settled turn, and the state before it (null: it changed none), for when its reply is taken back. */
  undo_turn: TurnId | null
  undo_state: string | null
  /** 1 or 0 where staff switched drafts on or off; null: as the persona says. */
  is_drafting: number | null
  /** JSON of `Windows`, where the platform has reply windows and the fan wrote. */
  reply_windows: Generated<string | null>
}

/** `held`: it cannot be sent before the fan writes again. `withdrawn`: taken back, by its author or, unsent, by us; never a line of the transcript. */
export type MessageState = 'unread' | 'read' | 'pending' | 'held' | 'sent' | 'dead' | 'withdrawn'

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
  /** What the platform calls the album that it is, or is a part of. */
  album: string | null
  turn_id: TurnId | null
  /** Accepted or settled at, by our clock. */
  at: number
  /** Read, sent or given up at. */
  done_at: number | null
  attempts: number
  /** Why the last attempt to send failed. */
  reason: string | null
  /** Inbound: how much hangs on its being read soon. */
  weight: Generated<Weight>
  /** When its author last changed it, by the platform's clock. */
  edited_at: number | null
  /** When it was first held; and until when it is of use. */
  held_at: Generated<number | null>
  useful_until: Generated<number | null>
  /** 1 for the first words that leave once the fan wrote again: a word of apology goes with them. */
  is_late: Generated<0 | 1>
  body: string
}

/** One row for each of several messages that a row of `messages` became. */
export interface MessagePartTable {
  message_row: number
  nth: number
  message_id: string
}

/** One row a member and message; `emojis` is a JSON list. */
export interface ReactionTable {
  conversation_id: ConversationId
  message_id: string
  account_id: AccountId
  emojis: string
  at: number
  /** 1 once it is known what it tells of our line. */
  counted: Generated<0 | 1>
}

export interface CursorTable {
  brand: string
  name: string
  value: string
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
  /** 1 if it is thought about again once a model can be asked. */
  owed: Generated<0 | 1>
  /** 1 once it is in the figures. */
  counted: Generated<0 | 1>
}
