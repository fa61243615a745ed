/** The one way in which a case changes, but for a turn that settles. */
import type { CaseChange, SteppedIn } from '../domain/case.ts'
import type { AccountId, ConversationId, ThreadId } from '../domain/ids.ts'

/** Whatever changes a case goes through `apply` or a settle, and gives notice to the desk’s loop. */
export interface CaseChanges {
  /** All changes in one transaction; false, and nothing written, when a case is not as it was read. */
  apply(changes: readonly CaseChange[], now: number, stepsIn?: SteppedIn): Promise<boolean>
  /** Our record of a private thread that we opened ourselves. */
  privateConversation(threadId: ThreadId, accountId: AccountId, now: number): Promise<ConversationId>
}
