/** Which accounts are one fan's, and how they came to be. */

import type { AccountId, ConversationId } from '../../../domain/ids.ts'
import type { LinkState } from '../../../domain/link.ts'

/** Two accounts joined; a row whose time is over is the record of it. */
export interface LinkTable {
  id: string
  brand: string
  account_a: AccountId
  account_b: AccountId
  made_at: number
  ended_at: number | null
  ended_by: AccountId | null
}

export interface LinkRequestTable {
  id: string
  brand: string
  code_hash: string
  back_hash: string | null
  from_account: AccountId
  from_conversation: ConversationId
  by_account: AccountId | null
  by_conversation: ConversationId | null
  is_open: number
  state: LinkState
  made_at: number
  expires_at: number
}

/** A wrong code. */
export interface LinkMissTable {
  brand: string
  account_id: AccountId
  at: number
}
