/** What happens in a thread besides new messages. An adapter hands these over on the same durable way. */

import { MINUTE_MS } from './durations.ts'
import type { AccountId, ThreadId } from './ids.ts'
import type { Attachment, Link } from './message.ts'
import type { PersonalDataKind } from './personal-data-kind.ts'
import type { Opening } from './reply-window.ts'

/**
 * A message that called nobody may call us by its new words, if it is changed so soon after it was said. Later it is put right for the
 * record, and the talk has gone on.
 */
export const EDIT_CALLS_WITHIN_MS = 15 * MINUTE_MS

export type ThreadEvent =
  /**
   * The fan changed a message. While the reply has not gone out, it is thought about again; and so it is, for a while, where
   * nobody had been called by it.
   */
  | {
      readonly kind: 'edited'
      readonly threadId: ThreadId
      readonly messageId: string
      readonly text: string
      /** As in `InboundMessage`, of the new words. If absent, they call us no more than the old ones did. */
      readonly isMention?: boolean
      readonly mentions?: readonly AccountId[]
      /** The addresses behind its words, as they are now. Absent: the platform did not tell; of the known ones those whose words are left. */
      readonly links?: readonly Link[]
      /** Its files, as they are now. Absent: as before. */
      readonly attachments?: readonly Attachment[]
      /** As in `InboundMessage`. */
      readonly masked?: readonly PersonalDataKind[]
      readonly at: number
    }
  | {
      readonly kind: 'deleted'
      readonly threadId: ThreadId
      readonly messageIds: readonly string[]
      readonly at: number
    }
  /** The same talk goes on under another id (a group became a supergroup). */
  | { readonly kind: 'moved'; readonly threadId: ThreadId; readonly to: ThreadId; readonly at: number }
  /** We cannot speak there any more (blocked, removed, closed): what is still to be sent is dead-lettered with `reason`. */
  | { readonly kind: 'closed'; readonly threadId: ThreadId; readonly reason: string; readonly at: number }
  /** We can speak there (again). */
  | { readonly kind: 'opened'; readonly threadId: ThreadId; readonly at: number }
  /** A fan did something that is no message and lets us speak: followed us, scanned our code. `messageId`: what replies may hang on. */
  | {
      readonly kind: 'reopened'
      readonly threadId: ThreadId
      readonly by: Opening
      readonly messageId?: string
      readonly at: number
    }
  /**
   * The platform had taken a message of ours, and says later that it did not arrive. `isWindowClosed`: since we may not write before the
   * fan does; then it leaves when that is so.
   */
  | {
      readonly kind: 'undelivered'
      readonly threadId: ThreadId
      readonly messageId: string
      readonly reason: string
      readonly isWindowClosed?: true
      readonly at: number
    }
  /** A member went from the group, or was made to go. */
  | { readonly kind: 'left'; readonly threadId: ThreadId; readonly accountId: AccountId; readonly at: number }
  /** A member's vote in a poll of ours: the place of the option, from 0. Absent: it was taken back. */
  | {
      readonly kind: 'voted'
      readonly threadId: ThreadId
      readonly messageId: string
      readonly accountId: AccountId
      readonly choice?: number
      readonly at: number
    }
  /** A member's reactions to a message, ours or another's, as they are now; empty: taken back. */
  | {
      readonly kind: 'reacted'
      readonly threadId: ThreadId
      readonly messageId: string
      readonly accountId: AccountId
      readonly emojis: readonly string[]
      readonly at: number
    }
