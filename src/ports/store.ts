/** What the path asks of a database. One contract suite; SQLite and PostgreSQL both pass it. */
import type { ProposedAnswer } from '../domain/answer.ts'
import type { Case, CaseChange, CaseEvent, CasePromise, StaffMember, SteppedIn, TimerKind } from '../domain/case.ts'
import type { AcceptedMessage, Conversation, OpenCase, TranscriptLine } from '../domain/conversation.ts'
import type { DecisionKind, ReasonCode } from '../domain/decision.ts'
import type { Effects } from '../domain/effects.ts'
import type { ThreadEvent } from '../domain/event.ts'
import type { Fact, Fan } from '../domain/fan.ts'
import type { Handoff, Note } from '../domain/handoff.ts'
import type { AccountId, CaseId, ConversationId, ThreadId, TurnId } from '../domain/ids.ts'
import type { Attachment, InboundMessage, Media, OutboundMessage, Outgoing, Surface } from '../domain/message.ts'
import type { AuditEntry, Role, Session } from './access.ts'
import type { Cursor } from './adapter.ts'

/** A conversation held by a lease, with all its unread messages, oldest first. */
export interface Claim {
  readonly conversation: Conversation
  readonly unread: readonly [AcceptedMessage, ...AcceptedMessage[]]
  /** Names this holding of the lease; a later holder has another, so a late settle is refused. */
  readonly lease: string
  /** How often in a row it was claimed and not settled: released, or its holder vanished. */
  readonly failures: number
}

export interface Inbox {
  /**
   * Writes messages (one row per thread and message id) and the cursor in one transaction; durable when it resolves.
   * A conversation with new messages becomes due `burstMs` after the newest of them, so that quick messages become one
   * turn, but never later than 4 × `burstMs` after the oldest unread one. Returns how many were new.
   *
   * `events` belong to the same transaction and are applied before the messages of the same call; an event that finds
   * nothing to apply to is tried once more after them, and then ignored.
   * - edited, deleted: a turn that is being thought about is thought about anew. A reply no part of which has begun to
   *   leave is taken back, and its turn's messages are unread again, unless that turn did more than speak.
   * - moved: conversation and unsent messages go on under the new thread, joined with what is known of it already.
   * - closed: see `Conversation.closed`; ended by `opened`, and in private by the fan who writes again.
   * - reacted: kept as it is now.
   */
  accept(
    messages: readonly InboundMessage[],
    options: {
      readonly now: number
      readonly burstMs: number
      readonly cursor?: Cursor
      readonly events?: readonly ThreadEvent[]
    },
  ): Promise<number>
  cursor(name: string): Promise<string | undefined>
  /** Takes up to `limit` due, unleased conversations, the longest due first. */
  claim(options: { readonly now: number; readonly leaseMs: number; readonly limit: number }): Promise<Claim[]>
  /** False when the lease was lost: stop working on it. */
  renew(claim: Claim, options: { readonly now: number; readonly leaseMs: number }): Promise<boolean>
  /**
   * Writes the effects, marks the turn's messages read and frees the lease, in one transaction.
   * Unread messages that remain make the conversation due again at once. False, and nothing written, when the lease was lost.
   */
  settle(
    claim: Claim,
    turn: { readonly id: TurnId; readonly rows: readonly number[] },
    effects: Effects,
    now: number,
  ): Promise<boolean>
  /** Gives a claim back unsettled; it is due again at `dueAt`. Counts as a failure of the conversation. */
  release(claim: Claim, dueAt: number): Promise<void>
  /** When the next conversation is due, epoch ms, or undefined when none waits. */
  nextDueAt(): Promise<number | undefined>
}

/** An outbound message held for sending. */
export interface Parcel {
  readonly message: OutboundMessage
  readonly attempts: number
  readonly lease: string
}

export interface Outbox {
  /** For each free conversation its oldest pending message, if due. Order in a conversation is never broken. */
  due(options: { readonly now: number; readonly leaseMs: number; readonly limit: number }): Promise<Parcel[]>
  sent(parcel: Parcel, messageId: string, now: number): Promise<void>
  retry(parcel: Parcel, dueAt: number, reason: string): Promise<void>
  /**
   * Never tried again; kept with its reason. `closes`: nothing can be sent there any more, so the conversation is closed
   * with that reason, as by the event, and all it has to send is dead-lettered with it. If the thread has moved since the
   * parcel was taken, neither is true of its new place: the message is due there.
   */
  deadLetter(parcel: Parcel, reason: string, now: number, closes?: { readonly reason: string }): Promise<void>
  nextDueAt(): Promise<number | undefined>
}

export interface Recollection {
  readonly transcript: readonly TranscriptLine[]
  readonly fan: Fan
  /** Facts told in this very conversation by this fan. */
  readonly facts: readonly Fact[]
}

export interface Memory {
  /** The last `limit` lines before row `before`, and what is known of the fan here. */
  recall(
    conversationId: ConversationId,
    accountId: AccountId,
    options: { readonly before: number; readonly limit: number },
  ): Promise<Recollection>
  /** Everything kept of the fan of this account, table by table, for the fan to read. */
  exportFan(accountId: AccountId): Promise<Record<string, readonly Record<string, unknown>[]>>
  /** Deletes the fan of this account from every table. Also done by effects within a settle. */
  forgetFan(accountId: AccountId): Promise<void>
  /** Deletes what is older than `before` (epoch ms) and no longer needed. Returns the number of rows deleted. */
  expire(before: number): Promise<number>
}

export interface DecisionRecord {
  readonly turnId: TurnId
  readonly at: number
  readonly kind: DecisionKind
  readonly reason: ReasonCode
  readonly answerId?: string
  readonly score?: number
  readonly flags: readonly string[]
  readonly rows: readonly number[]
}

export interface Records {
  /** Threads of one platform that have a conversation, with the platform id of the last message heard there. */
  threads(platform: string): Promise<{ threadId: ThreadId; lastMessageId?: string }[]>
  conversation(threadId: ThreadId): Promise<Conversation | undefined>
  /** Newest first. */
  decisions(threadId: ThreadId, limit: number): Promise<DecisionRecord[]>
  handoffs(options?: { readonly status?: Handoff['status'] }): Promise<Handoff[]>
  deadLetters(limit: number): Promise<{ message: OutboundMessage; reason: string; at: number }[]>
}

/**
 * What staff do with handoffs. Who answers its fan follows in the same transaction: `staff` while assigned, else
 * `bot`; a turn that is being thought about meanwhile is thought about anew. Each returns false when it changed nothing.
 */
export interface Handoffs {
  get(id: CaseId): Promise<(Handoff & { readonly notes: readonly Note[] }) | undefined>
  /** waiting → assigned. Of two calls, also from two processes, exactly one wins. */
  assign(id: CaseId, staff: string, now: number): Promise<boolean>
  /** assigned → waiting. */
  release(id: CaseId, now: number): Promise<boolean>
  /** waiting or assigned → closed. */
  close(id: CaseId, now: number): Promise<boolean>
  /** Also beside a closed one. */
  note(id: CaseId, staff: string, text: string, now: number): Promise<boolean>
}

/** A case and the lines said in its conversation, oldest first. */
export interface CaseStory {
  readonly case: Case
  readonly transcript: readonly TranscriptLine[]
  readonly facts: readonly Fact[]
  readonly notes: readonly Note[]
  readonly events: readonly CaseEvent[]
  /** What the fan was promised, oldest first. */
  readonly promises: readonly CasePromise[]
}

/** A line as staff see it on a page. The text of a deleted one is empty. */
export interface SaidLine extends TranscriptLine {
  /** What a fan sent with it. */
  readonly attachments: readonly Attachment[]
  /** What was shown with our words. */
  readonly media?: Media
  /** Of ours: whether it arrived; `dead`: it never will, for `reason`. */
  readonly delivery?: 'pending' | 'sent' | 'dead'
  readonly reason?: string
  /** Epoch ms. */
  readonly editedAt?: number
  readonly isDeleted?: boolean
}

/** `stamp` differs when anything differs that is shown of the case. */
export interface CaseStamp {
  readonly id: CaseId
  readonly stamp: string
}

/** Lines of a fan's conversation that its staff thread has not seen yet. */
export interface Unrelayed {
  readonly case: Case
  readonly lines: readonly RelayLine[]
}

export interface RelayLine {
  readonly row: number
  readonly line: TranscriptLine
  readonly attachments: readonly Attachment[]
  /** The name of a button that was pressed, or a command: no words of the fan's own. */
  readonly isPress: boolean
}

/** A message that became another: a fan's shown to staff (`in`), or staff's said to the fan (`out`). */
export interface Relayed {
  readonly direction: 'in' | 'out'
  readonly caseId: CaseId
  /** Row in the fan's conversation. */
  readonly fanRow: number
  readonly fanMessageId?: string
  readonly outgoing?: Outgoing
  readonly state: 'pending' | 'sent' | 'dead' | 'other'
  readonly reason?: string
}

/** Work that keeps two threads alike. `mark`: tell staff whether their message arrived. */
export interface RelayTask {
  readonly relayId: number
  readonly todo: 'mark' | 'edited' | 'deleted'
  readonly direction: 'in' | 'out'
  readonly case: Case
  /** The message to be changed, where it is. */
  readonly target: { readonly threadId: ThreadId; readonly messageId?: string; readonly surface: Surface }
  readonly staffMessageId?: string
  readonly state: 'pending' | 'sent' | 'dead' | 'other'
  readonly reason?: string
  readonly outgoing?: Outgoing
  /** The fan's words as they are now. */
  readonly line?: RelayLine
}

export interface DueTimer {
  readonly case: Case
  readonly kind: TimerKind
  readonly dueAt: number
}

export interface Recent {
  readonly conversation: Conversation
  /** Of whoever wrote last. */
  readonly openCase?: OpenCase
  readonly fanName: string
  readonly accountId?: AccountId
  readonly at: number
}

export interface Proposal {
  readonly id: string
  readonly caseId?: CaseId
  readonly by: string
  readonly answer: ProposedAnswer
  /** `approved` waits to be written into the file. */
  readonly state: 'proposed' | 'approved' | 'refused' | 'written'
  readonly at: number
}

/** What the desk reads and writes. Whatever changes a case goes through `apply` or a settle, and wakes the desk's loop. */
export interface CaseStore {
  get(id: CaseId): Promise<Case | undefined>
  /** By the beginning of its id, if only one begins so. */
  find(prefix: string): Promise<Case | undefined>
  byStaffThread(threadId: ThreadId): Promise<Case | undefined>
  /** Open ones, or by filter; the longest open first. */
  list(filter?: CaseFilter): Promise<Case[]>
  followers(id: CaseId): Promise<Case[]>
  /** The open case of this fan in another conversation than this one. */
  elsewhere(accountId: AccountId, conversationId: ConversationId): Promise<Case | undefined>
  story(id: CaseId, limit: number): Promise<CaseStory | undefined>
  /** The last `limit` lines of its conversation, oldest first, also those that were deleted or never arrived. */
  said(id: CaseId, limit: number): Promise<SaidLine[]>
  /** The newest line of each. */
  lastLines(ids: readonly CaseId[]): Promise<ReadonlyMap<CaseId, SaidLine>>
  /** Of open cases, and of those closed after `closedSince` (epoch ms). */
  stamps(closedSince: number): Promise<CaseStamp[]>
  /** Our private talk with this account, if there is one. */
  privateThread(accountId: AccountId): Promise<ThreadId | undefined>
  /** All changes in one transaction; false, and nothing written, when a case is not as it was read. */
  apply(changes: readonly CaseChange[], now: number, stepsIn?: SteppedIn): Promise<boolean>
  /** What a message in a staff thread stands for. */
  relayed(staffThread: ThreadId, messageId: string): Promise<Relayed | undefined>
  /** Whether a message of ours in a staff thread is written down already. */
  isKnown(staffThread: ThreadId, messageId: string): Promise<boolean>
  /** What staff last said to the fan of this case, or said in that row. */
  lastSaid(id: CaseId, row?: number): Promise<Relayed | undefined>
  conversation(threadId: ThreadId): Promise<Recent | undefined>
  /** Our record of a private thread that we opened ourselves. */
  privateConversation(threadId: ThreadId, accountId: AccountId, now: number): Promise<ConversationId>
  /** Conversations with fans, the latest first. */
  recent(limit: number): Promise<Recent[]>
  /** How long the last cases of a team waited for a first answer, in ms. */
  waits(team: string | undefined, options: { readonly since: number; readonly limit: number }): Promise<number[]>
  /** Cases that wait for that team. */
  waiting(team: string | undefined): Promise<number>

  /** Cases whose card is to be posted or brought up to date; held for `leaseMs`. */
  claimCards(options: { readonly now: number; readonly leaseMs: number; readonly limit: number }): Promise<CardWork[]>
  /** The case has its thread: the card is sent there, and lines after `upTo` follow. */
  threadOpened(id: CaseId, threadId: ThreadId, card: Outgoing, upTo: number, now: number): Promise<void>
  /** The card shows the case as of `version`, and reads as given; with `dueAt` it is looked at again. */
  cardDone(id: CaseId, version: number, more?: { readonly dueAt?: number; readonly card?: Outgoing }): Promise<void>
  unrelayed(limit: number): Promise<Unrelayed[]>
  /** Sends lines to the staff thread; false when they were relayed meanwhile. */
  relay(id: CaseId, lines: readonly { row: number; outgoing?: Outgoing }[], now: number): Promise<boolean>
  tasks(limit: number): Promise<RelayTask[]>
  /** The task is done; `tell` goes to the staff thread. */
  taskDone(relayId: number, now: number, tell?: readonly Outgoing[]): Promise<void>
  dueTimers(now: number, limit: number): Promise<DueTimer[]>
  /** When the next timer or card is due. */
  nextDueAt(): Promise<number | undefined>
  /** Whether nothing is left to do for the loop at `now`. */
  isIdle(now: number): Promise<boolean>

  propose(proposal: Omit<Proposal, 'state'>): Promise<void>
  proposal(id: string): Promise<Proposal | undefined>
  proposals(state: Proposal['state']): Promise<Proposal[]>
  /** False when it is not in `from`. */
  moveProposal(id: string, from: Proposal['state'], to: Proposal['state'], by: string): Promise<boolean>

  /** Who signed on, with their teams; no team: all. */
  onDuty(): Promise<readonly (StaffMember & { readonly since: number })[]>
  setDuty(staff: StaffMember, isOn: boolean, now: number): Promise<void>
}

export interface CardWork {
  readonly case: Case
  /** Where the card is; absent until it was sent. */
  readonly card?: { readonly messageId?: string; readonly state: 'pending' | 'sent' | 'dead' | 'other' }
}

export interface CaseFilter {
  readonly status?: 'open' | 'waiting' | 'assigned' | 'closed'
  readonly team?: string
  readonly assigneeId?: string
  readonly limit?: number
}

/** A session as it is kept: of its token only the hash. */
export interface KeptSession extends Session {
  /** When its browser was last heard, epoch ms. */
  readonly seenAt: number
}

/** One-time links, sessions and the record of what was done, for the staff's pages. No secret gets here, only SHA-256 hashes. */
export interface AccessStore {
  keepLink(
    hash: string,
    link: { readonly staff: StaffMember; readonly role: Role; readonly expiresAt: number },
  ): Promise<void>
  /**
   * Ends the link and opens the session, in one transaction; of two calls with one link, exactly one succeeds. Undefined
   * when there is no such link, or it was over at `openedAt`.
   */
  signIn(
    linkHash: string,
    session: Omit<Session, 'staff' | 'role'> & { readonly hash: string },
  ): Promise<KeptSession | undefined>
  /** By the hash of its token: not ended, and not over at `now`. */
  session(hash: string, now: number): Promise<KeptSession | undefined>
  /** Not ended, and not over at `now`; the newest first. */
  sessions(now: number): Promise<KeptSession[]>
  seen(id: string, now: number): Promise<void>
  /** False when it had ended, was over, or never was. */
  end(id: string, now: number): Promise<boolean>
  /** Ends those whose time is over, and returns them. */
  endOver(now: number): Promise<KeptSession[]>
  /** Ends all of one staff member's, and their links. Returns the ids of the sessions that ended. */
  endOf(staffId: string, now: number): Promise<string[]>
  record(entry: AuditEntry): Promise<void>
  /** Newest first. */
  audit(options: { readonly limit: number; readonly about?: string }): Promise<AuditEntry[]>
}

/** Short-lived state for keyv: values are strings, `expiresAt` epoch ms. */
export interface KeyValues {
  get(key: string): Promise<{ value: string; expiresAt?: number } | undefined>
  set(key: string, value: string, expiresAt?: number): Promise<void>
  delete(key: string): Promise<boolean>
  /** Deletes every key that starts with `prefix`. */
  clear(prefix: string): Promise<void>
}

export interface Store extends AsyncDisposable {
  readonly inbox: Inbox
  readonly outbox: Outbox
  readonly memory: Memory
  readonly records: Records
  readonly handoffs: Handoffs
  readonly cases: CaseStore
  readonly keyValues: KeyValues
  readonly access: AccessStore
  /**
   * Called after a commit that made something due, also one by another process where the database can say so.
   * `access`: a session ended.
   */
  onNotice(listener: (what: 'inbox' | 'outbox' | 'access') => void): void
}
