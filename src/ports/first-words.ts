/** What was said without having been spoken to. */

import type { FirstReason, FirstSaid, FirstWord } from '../domain/first-word.ts'
import type { AccountId, ConversationId } from '../domain/ids.ts'

export interface FirstWords {
  about(account: AccountId | undefined, conversation: ConversationId, since: number): Promise<FirstSaid>
  /** For what is written elsewhere; the others are written with their words. */
  said(word: FirstWord, now: number): Promise<void>
  /** How often each reason was one since then. */
  countSince(since: number): Promise<readonly { readonly reason: FirstReason; readonly count: number }[]>
  /** UTF-16 units the bot said since then, and those of them that stand in these approved answers; of the latest messages. */
  lengthsSince(
    since: number,
    answers: ReadonlySet<string>,
  ): Promise<{ readonly all: number; readonly promoting: number }>
}
