/** Titles that fans hold in groups. */
import type { AccountId, ConversationId } from '../../../domain/ids.ts'
import type { TitleShown } from '../../../domain/title.ts'

export interface TitleTable {
  id: string
  brand: string
  account_id: AccountId
  conversation_id: ConversationId
  title: string
  name: string
  shown: TitleShown
  since: number
  ended_at: number | null
  /** When the fan was told that they have it, and that they have it no more; those of which nobody is told are told at once. */
  told_at: number | null
  farewell_at: number | null
}
