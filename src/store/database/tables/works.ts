/** What fans let the brand show; `licence` is the text they said yes to, `picture` and `answers` hold JSON text. */
import type { AccountId, ConversationId, TurnId } from '../../../domain/ids.ts'
import type { Lang } from '../../../domain/message.ts'
import type { WorkState } from '../../../domain/work.ts'

export interface WorkTable {
  id: string
  brand: string
  number: number
  account_id: AccountId
  conversation_id: ConversationId
  message_id: string
  message_row: number | null
  text: string
  picture: string | null
  lang: Lang
  how: 'offered' | 'asked'
  licence: string
  licence_version: string
  licence_lang: Lang
  scope: string
  until: number
  credit: string
  state: WorkState
  offered_at: number
  answers: string
  decided_by: string | null
  decided_at: number | null
  withdrawn_at: number | null
  withdraw_hash: string | null
  /** When staff were told that it waits. */
  told_at: number | null
}

/** A turn in which it was quoted. */
export interface WorkUseTable {
  /** Of one whose fan was forgotten: empty. */
  work_id: string
  brand: string
  conversation_id: ConversationId
  turn_id: TurnId
  at: number
  taken_down_at: number | null
}

/** A link to a fan's own page: good once, and then the page as long as its own hash is. */
export interface OwnLinkTable {
  hash: string
  brand: string
  account_id: AccountId
  expires_at: number
  /** Hash of what the page that it opened sends with its forms; null: not opened yet. */
  opened_as: string | null
}
