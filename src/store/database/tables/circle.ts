/** What is said unasked, and what the circle is asked. */

import type { FirstReason } from '../../../domain/first-word.ts'
import type { AccountId, ConversationId, ThreadId } from '../../../domain/ids.ts'

export interface FirstWordTable {
  id: string
  brand: string
  reason: FirstReason
  conversation_id: ConversationId
  /** Null: to a group. */
  account_id: AccountId | null
  at: number
}

export interface CircleRoundTable {
  brand: string
  number: number
  question: string
  /** JSON; null: suggestions are asked for. */
  options: string | null
  asked_by: string
  at: number
  closed_at: number | null
}

/** Where a round was asked. */
export interface CirclePostTable {
  brand: string
  number: number
  conversation_id: ConversationId
  message_row: number
}

export interface CircleVoteTable {
  brand: string
  number: number
  account_id: AccountId
  /** Place in the options, from 0. */
  choice: number
  at: number
}

/** A link that lets one fan into the circle's group. */
export interface CircleLinkTable {
  id: string
  brand: string
  /** Null: of a fan who was forgotten. */
  account_id: AccountId | null
  thread_id: ThreadId
  link: string
  made_at: number
  /** Since when it must let in nobody: it is to be taken back on its platform, and goes then. */
  over_at: number | null
}
