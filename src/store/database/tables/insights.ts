/** Questions and how they ended, what replies did, and what each day came to. */
import type { Generated } from 'kysely'
import type { ReasonCode } from '../../../domain/decision.ts'
import type { AccountId, CaseId, ConversationId, TurnId } from '../../../domain/ids.ts'
import type { AskedOutcome, EffectKind } from '../../../domain/insight.ts'

/** A question with what followed it within the hour. `back_at`: when its fan came back on the topic. */
export interface AskedTable {
  id: Generated<number>
  brand: string
  conversation_id: ConversationId
  account_id: AccountId
  at: number
  last_at: number
  message_row: number
  /** Of its first turn. */
  turn_id: TurnId
  topic: string
  answer_id: string | null
  outcome: AskedOutcome
  reason: ReasonCode
  case_id: CaseId | null
  back_at: number | null
}

export interface ReplyEffectTable {
  brand: string
  /** Our line. */
  message_row: number
  conversation_id: ConversationId
  account_id: AccountId
  kind: EffectKind
  at: number
  /** When our line was said, whether the bot said it, and the approved answer that it was. */
  line_at: number
  by_bot: 0 | 1
  answer_id: string | null
}

export interface InsightDayTable {
  brand: string
  day: string
  name: string
  part: string
  n: number
}
