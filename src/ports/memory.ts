/** What was said, and what fans told of themselves. */
import type { TranscriptLine } from '../domain/conversation.ts'
import type { Effects } from '../domain/effects.ts'
import type { Fact, Fan } from '../domain/fan.ts'
import type { AccountId, ConversationId } from '../domain/ids.ts'

export interface Recollection {
  readonly transcript: readonly TranscriptLine[]
  readonly fan: Fan
  /** Told in this very conversation by this fan; in private also what they let be used in all their private talks. */
  readonly facts: readonly Fact[]
}

/** Of older lines of a talk, made while the talk went on. */
export interface NewSummary {
  readonly text: string
  /** Of the lines it covers, oldest first. */
  readonly rows: readonly number[]
  /** The last row that the summary before it covers; 0 where there was none. */
  readonly after: number
  /** Of the persona that writes it. */
  readonly personaVersion: string
}

export interface Memory {
  /** The last `limit` lines before row `before`, and what is known of the fan here. */
  recall(
    conversationId: ConversationId,
    accountId: AccountId,
    options: { readonly before: number; readonly limit: number },
  ): Promise<Recollection>
  /** Keeps it, unless another was made since, or a line it retells was changed or taken back. */
  keepSummary(conversationId: ConversationId, summary: NewSummary): Promise<void>
  /** Everything kept of the fan of this account, table by table, for the fan to read. */
  exportFan(accountId: AccountId): Promise<Record<string, readonly Record<string, unknown>[]>>
  /** Deletes the fan of this account from every table, with all that is joined to it, besides any turn. */
  forget(account: AccountId, words: Pick<Effects, 'tombstone' | 'unquoted'>, now: number): Promise<void>
  /**
   * Deletes what is older than `before` (epoch ms) and no longer needed, a few rows at a time; `rest` is awaited between. The
   * signal ends it early. Returns the number of rows deleted.
   */
  expire(
    before: number,
    options?: { readonly signal?: AbortSignal; readonly rest?: () => Promise<void> },
  ): Promise<number>
}
