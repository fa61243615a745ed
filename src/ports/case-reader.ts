/** Cases as the desk and the engine read them. */
import type { Case, CaseEvent, CasePromise, GivenWord, Note } from '../domain/case.ts'
import type { Conversation, OpenCase, TranscriptLine } from '../domain/conversation.ts'
import type { ReasonCode } from '../domain/decision.ts'
import type { Fact } from '../domain/fan.ts'
import type { AccountId, CaseId, ConversationId, ThreadId, TurnId } from '../domain/ids.ts'
import type { CasePlace } from '../domain/inbox-order.ts'
import type { Attachment, Media, Outgoing, Surface } from '../domain/message.ts'

/** A case and the lines said in its conversation, oldest first. */
export interface CaseStory {
  readonly case: Case
  readonly transcript: readonly TranscriptLine[]
  /** Those that its card holds: what was said before it was posted. */
  readonly onCard: readonly TranscriptLine[]
  /** What the fan had complained of, or had called for, in a group before that went on in private. */
  readonly ledHere: readonly TranscriptLine[]
  readonly facts: readonly Fact[]
  readonly notes: readonly Note[]
  readonly events: readonly CaseEvent[]
  /** What the fan was promised, oldest first. */
  readonly promises: readonly CasePromise[]
}

/** A line as staff see it on a page. The text of a deleted one is empty. */
export interface SaidLine extends TranscriptLine {
  /** What their client sent in the place of words, as a sentence of ours. */
  readonly told?: string
  /** What a fan sent with it. */
  readonly attachments: readonly Attachment[]
  /** Which of these files did not get through to staff, and why; the fan was told. */
  readonly lost?: readonly string[]
  /** What was shown with our words. */
  readonly media?: Media
  readonly moreMedia?: readonly Media[]
  /** Of ours: whether it arrived; `held`: it waits until the fan writes again; `dead`: it never will. Both for `reason`. */
  readonly delivery?: 'pending' | 'held' | 'sent' | 'dead'
  readonly reason?: string
  /** Epoch ms. */
  readonly editedAt?: number
  readonly isDeleted?: boolean
  /** What the fan of the case shows beside it, each once. */
  readonly reactions?: readonly string[]
}

/** `stamp` differs when anything differs that is shown of the case. */
export interface CaseStamp {
  readonly id: CaseId
  readonly stamp: string
}

/** A message that became another: a fan's shown to staff (`in`), or staff's said to the fan (`out`). */
export interface Relayed {
  readonly direction: 'in' | 'out'
  readonly caseId: CaseId
  /** Row in the fan's conversation. */
  readonly fanRow: number
  /** Of `out`: all rows that were said with it, in order. */
  readonly rows: readonly { readonly row: number; readonly outgoing?: Outgoing }[]
  readonly fanMessageId?: string
  readonly outgoing?: Outgoing
  readonly state: 'pending' | 'held' | 'sent' | 'dead' | 'other'
  readonly reason?: string
}

/** Where a talk stands among the latest. */
export interface RecentPlace {
  /** Epoch ms. */
  readonly touchedAt: number
  readonly id: ConversationId
}

/** What was heard and said in one turn. */
export interface Exchange {
  readonly heard: readonly { readonly text: string; readonly name: string; readonly isMention: boolean }[]
  readonly said: readonly string[]
  readonly surface: Surface
  readonly reason: ReasonCode
  readonly answerId?: string
}

export interface Recent {
  readonly conversation: Conversation
  readonly place: RecentPlace
  /** Of whoever wrote last. */
  readonly openCase?: OpenCase
  readonly fanName: string
  readonly accountId?: AccountId
  readonly at: number
}

export interface CaseFilter {
  readonly status?: 'open' | 'waiting' | 'assigned' | 'closed'
  readonly team?: string
  readonly assigneeId?: string
  /** Open ones by how grave they are, then by what is due first. */
  readonly gravestFirst?: true
  /** Of these alone. */
  readonly ids?: readonly CaseId[]
  /** Those behind it: of open ones by gravity, with `gravestFirst`; of closed ones those closed before. */
  readonly after?: CasePlace
  readonly limit?: number
}

/** Of all open cases, however many there are. */
export interface CaseCounts {
  readonly waiting: number
  readonly assigned: number
  /** Those that the one who asks has. */
  readonly mine: number
}

/** Files of one message in a staff thread, and whose they are. */
export interface SentAmongStaff {
  readonly by: AccountId
  readonly attachments: readonly Attachment[]
}

export interface CaseReader {
  get(id: CaseId): Promise<Case | undefined>
  /** When the promise to its fan that is still open is due, epoch ms; of several, the first. */
  promisedUntil(id: CaseId): Promise<number | undefined>
  /** What persons gave their word on, oldest first. */
  wordsGiven(id: CaseId): Promise<readonly GivenWord[]>
  /** By the beginning of its id, if only one begins so. */
  find(prefix: string): Promise<Case | undefined>
  byStaffThread(threadId: ThreadId): Promise<Case | undefined>
  /** Open ones, or by filter; the longest open first. */
  list(filter?: CaseFilter): Promise<Case[]>
  counts(assigneeId: string): Promise<CaseCounts>
  followers(id: CaseId): Promise<Case[]>
  /** The open case of this fan in another conversation than this one. */
  elsewhere(accountId: AccountId, conversationId: ConversationId): Promise<Case | undefined>
  /** The open cases of these accounts that are worked on in private, as read in that group. */
  inPrivate(accountIds: readonly AccountId[], group: ThreadId): Promise<readonly OpenCase[]>
  story(id: CaseId, limit: number): Promise<CaseStory | undefined>
  /** The last `limit` lines of its conversation, oldest first, also those that were deleted or never arrived. */
  said(id: CaseId, limit: number): Promise<SaidLine[]>
  /** The newest line of each. */
  lastLines(ids: readonly CaseId[]): Promise<ReadonlyMap<CaseId, SaidLine>>
  /** Of those with which anything happened at `since` or later (epoch ms by our clock), `limit` at most. */
  changedSince(since: number, limit: number): Promise<CaseStamp[]>
  /** What a message in a staff thread stands for. */
  relayed(staffThread: ThreadId, messageId: string): Promise<Relayed | undefined>
  /** Whether a message of ours in a staff thread is written down already. */
  isKnown(staffThread: ThreadId, messageId: string): Promise<boolean>
  /** What somebody sent in a staff thread, of an album whichever part is named; undefined where it was not heard. */
  sentAmongStaff(staffThread: ThreadId, messageId: string): Promise<SentAmongStaff | undefined>
  /** What staff last said to the fan of this case, or said in that row. */
  lastSaid(id: CaseId, row?: number): Promise<Relayed | undefined>
  /** The turn of a row of the case's conversation; undefined where nothing was heard in it. */
  exchange(id: CaseId, row: number): Promise<Exchange | undefined>
  /** The row of the fan's conversation that a message of a staff thread shows. */
  shownRow(staffThread: ThreadId, messageId: string): Promise<number | undefined>
  /** The row of what was heard last in a turn. */
  lastHeard(turn: TurnId): Promise<number | undefined>
  conversation(threadId: ThreadId): Promise<Recent | undefined>
  /** Conversations with fans, the latest first; those behind `after`, and with `named` those where the name of who wrote last holds it. */
  recent(limit: number, after?: RecentPlace, named?: string): Promise<Recent[]>
  /** Our private talk with this account, if there is one. */
  privateThread(accountId: AccountId): Promise<ThreadId | undefined>
  /** How long the last cases of a team waited for a first answer, in ms. */
  waits(team: string | undefined, options: { readonly since: number; readonly limit: number }): Promise<number[]>
  /** Cases that wait for that team. */
  waiting(team: string | undefined): Promise<number>
}
