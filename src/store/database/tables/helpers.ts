/** Who offers to help in a group. */
import type { AccountId, ConversationId } from '../../../domain/ids.ts'

export interface HelperTable {
  conversation_id: ConversationId
  account_id: AccountId
  brand: string
  /** Hours of the day in the persona's time zone. */
  from_hour: number
  to_hour: number
  since: number
  named_at: number | null
  /** When they took the offer back; kept, so that offering anew is no way to be named twice a week. */
  ended_at: number | null
}
