/** Replies that wait for a person to send them, and what became of those before. Made by a settle, ended by a change of their case. */
import type { Case } from '../domain/case.ts'
import type { Draft, DraftCount, DraftState } from '../domain/draft.ts'
import type { CaseId, DraftId, ThreadId } from '../domain/ids.ts'
import type { Outgoing } from '../domain/message.ts'

/** A draft that its staff thread does not show as it is. */
export interface DraftWork {
  readonly case: Case
  readonly draft: Draft
}

export interface Drafts {
  get(id: DraftId): Promise<Draft | undefined>
  /** Those that wait, then the others, the newest first. */
  ofCase(id: CaseId, limit: number): Promise<readonly Draft[]>
  /** What a message of ours in a staff thread shows, or a message there that answers such a one. */
  shownAs(staffThread: ThreadId, messageId: string): Promise<Draft | undefined>
  /** Of drafts made since then, epoch ms. */
  counts(since: number): Promise<readonly DraftCount[]>
  toShow(limit: number): Promise<readonly DraftWork[]>
  /** Sent to the staff thread, once. */
  show(work: DraftWork, shown: Outgoing, now: number): Promise<void>
  /** Its message says by now what became of it. */
  told(id: DraftId, state: DraftState, shown?: Outgoing): Promise<void>
  /** Ends those that nobody sent in time; returns how many. */
  expire(now: number): Promise<number>
}
