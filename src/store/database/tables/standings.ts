/** What sets fans apart, and what they chose about it. */
import type { AccountId, ConversationId } from '../../../domain/ids.ts'
import type { CircleAnswer, EvidenceWhat } from '../../../domain/standing.ts'

export interface EvidenceTable {
  id: string
  brand: string
  account_id: AccountId
  what: EvidenceWhat
  /** The same of the same account is kept once. */
  key: string
  conversation_id: ConversationId
  /** The message that shows it: gone with that. */
  message_row: number
  /** Whose message it is, where it is another's: gone with them. */
  by_account: AccountId | null
  weight: number
  at: number
}

export interface StandingTable {
  brand: string
  account_id: AccountId
  off_at: number | null
  hidden_at: number | null
  first_at: number | null
  /** They said no to it. */
  first_off_at: number | null
  circle: CircleAnswer | null
  circle_at: number | null
  /** When it is to be looked at whether a title came or went. */
  due_at: number | null
}
