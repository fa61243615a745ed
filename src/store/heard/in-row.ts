/** A message on its way into the table. */
import type { AccountId, ConversationId } from '../../domain/ids.ts'
import type { Surface } from '../../domain/message.ts'
import type { Weight } from '../../domain/weight.ts'
import type { FanOpened } from '../sent/reply-windows.ts'

export interface InRow {
  /** Its own row, once it is in the table. */
  readonly id?: number
  readonly conversation: ConversationId
  readonly message: string
  readonly account: AccountId
  readonly album?: string
  /** The ids of an album's parts, where it is written whole. */
  readonly parts?: readonly string[]
  /** It answers something of which it tells no words. */
  readonly isBareReply?: true
  readonly said: 0 | 1
  readonly at: number
  readonly body: string
  /** When a fan said it, by the platform's clock; 0 for what is no fan's. */
  readonly heard: number
  /** A fan says more with it: what they were about to be told is out of date. */
  readonly isMore: boolean
  /** It is a bare yes or no: an answer, where we asked. */
  readonly mayAnswer?: true
  readonly delivery: number
  readonly surface: Surface
  readonly weight: Weight
  /** Where the platform lets us speak only for a while after it. */
  readonly opens?: FanOpened
}
