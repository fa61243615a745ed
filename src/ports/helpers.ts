/** Who offered to help in a group, and what was said there, from which it is learnt who could. Changes are written by settle. */
import type { Helper } from '../domain/helper.ts'
import type { AccountId, ConversationId } from '../domain/ids.ts'

/** A member's message in a group. */
export interface SaidInGroup {
  readonly accountId: AccountId
  readonly name: string
  /** Epoch ms. */
  readonly at: number
  readonly text: string
  /** Whom it answers or mentions, as the platform tells. */
  readonly to: readonly AccountId[]
}

export interface Helpers {
  offeringIn(conversation: ConversationId): Promise<readonly Helper[]>
  /** The last `limit` messages of members before a row, oldest first. */
  saidIn(
    conversation: ConversationId,
    options: { readonly before: number; readonly limit: number },
  ): Promise<readonly SaidInGroup[]>
}
