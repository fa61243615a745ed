/** Who fans are, and what they told. */
import type { Generated } from 'kysely'
import type { Consent } from '../../../domain/fan.ts'
import type { AccountId, ConversationId, FanId } from '../../../domain/ids.ts'
import type { Lang } from '../../../domain/message.ts'

export interface FanTable {
  id: FanId
  brand: string
  consent: Consent
  lang: Lang | null
  created_at: number
  /** When they were last told that a bot speaks. */
  introduced_at: number | null
  /** Since when what they told may be used in all their private talks; null: only where it was told. */
  everywhere_since: number | null
  /** When an import brought them, and of what it was; null: heard here first. What is imported counts as heard then. */
  imported_at: Generated<number | null>
  imported_from: Generated<string | null>
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
  /** The message it is from. */
  message_row: number | null
  /** Of a fact from elsewhere: the platform's id of that message. */
  message_id: Generated<string | null>
}
