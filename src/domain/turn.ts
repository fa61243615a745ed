/** A turn: the unread messages of one conversation that are answered together. */
import type { AcceptedMessage, Conversation } from './conversation.ts'
import type { TurnId } from './ids.ts'

export interface Turn {
  readonly id: TurnId
  readonly conversation: Conversation
  /** Oldest first, at least one. */
  readonly messages: readonly [AcceptedMessage, ...AcceptedMessage[]]
  /** Of many members, none of whom said it to us: each message was looked at by itself, and none has to be answered. */
  readonly isOverheard?: true
  /** Epoch ms at which the turn was taken up. */
  readonly now: number
}
