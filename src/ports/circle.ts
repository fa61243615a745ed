/** The circle: who is invited where, and what it was asked. */

import type { AccountId, ConversationId, ThreadId } from '../domain/ids.ts'
import type { Report } from '../domain/issue.ts'
import type { Lang, Outgoing } from '../domain/message.ts'
import type { PolledVote } from './adapter.ts'

export interface Talk {
  readonly conversation: ConversationId
  readonly threadId: ThreadId
  readonly lang?: Lang
}

export interface CircleRound {
  readonly number: number
  readonly question: string
  /** Absent: suggestions are asked for. */
  readonly options?: readonly string[]
  readonly isOpen: boolean
}

export interface CircleView extends CircleRound {
  readonly suggestions: readonly Report[]
  /** By option, in their order. */
  readonly votes: readonly number[]
}

/** A link that must let in nobody any more. */
export interface OverLink {
  readonly id: string
  readonly threadId: ThreadId
  readonly link: string
  /** Its platform lets nobody in by it any more. */
  readonly isDead: boolean
}

export interface CircleLinks {
  /** What this fan was given for the group and can still use, whichever account asked. */
  liveFor(account: AccountId, threadId: ThreadId, now: number): Promise<string | undefined>
  /** To be taken back on their platform, oldest first. */
  over(now: number, limit: number): Promise<readonly OverLink[]>
  drop(id: string): Promise<void>
  /** Its platform is to be asked again then. */
  later(id: string, until: number): Promise<void>
}

export interface AskedCircle {
  readonly threadId: ThreadId
  readonly messageId: string
}

export interface Circle {
  readonly links: CircleLinks
  /** The thread is one in which the round was asked. */
  wasAskedIn(number: number, conversation: ConversationId): Promise<boolean>
  /** Our private talk with the fan of this account, where we can speak in it. */
  talkWith(account: AccountId): Promise<Talk | undefined>
  /** Written once for all time; false where they were asked before. */
  invite(account: AccountId, talk: Talk, outgoing: readonly Outgoing[], now: number): Promise<boolean>
  members(): Promise<number>
  /**
   * Said in each of the threads, with its number in the place of `{number}` of a button. Where an open round asks just that, nothing is
   * said, and its number is told.
   */
  ask(
    round: { readonly question: string; readonly options?: readonly string[]; readonly by: string },
    posts: readonly { readonly threadId: ThreadId; readonly outgoing: (number: number) => readonly Outgoing[] }[],
    now: number,
  ): Promise<{ readonly number: number; readonly isOpenAlready: boolean }>
  /** The open one that this message of ours asked there. */
  askedBy(conversation: ConversationId, messageId: string): Promise<CircleRound | undefined>
  get(number: number): Promise<CircleView | undefined>
  /** Latest first. */
  list(limit: number): Promise<readonly CircleRound[]>
  /** Where it was asked, by which message; only what was sent. */
  asked(number: number): Promise<readonly AskedCircle[]>
  /** All votes of the poll in that thread: of the members among those who cast them, one vote each over joined accounts. */
  keepPolled(number: number, thread: ThreadId, votes: readonly PolledVote[], now: number): Promise<void>
  /** Says how it ended in each of the threads. False, and nothing is said, where none is open. */
  close(
    number: number,
    posts: readonly { readonly threadId: ThreadId; readonly outgoing: readonly Outgoing[] }[],
    now: number,
  ): Promise<boolean>
}
