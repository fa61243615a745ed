/** What the path asks of a database. One contract suite; SQLite and PostgreSQL both pass it. */
import type { AcceptedMessage, Conversation, TranscriptLine } from '../domain/conversation.ts'
import type { DecisionKind, ReasonCode } from '../domain/decision.ts'
import type { Effects } from '../domain/effects.ts'
import type { ThreadEvent } from '../domain/event.ts'
import type { Fact, Fan } from '../domain/fan.ts'
import type { Handoff, Note } from '../domain/handoff.ts'
import type { AccountId, ConversationId, HandoffId, ThreadId, TurnId } from '../domain/ids.ts'
import type { InboundMessage, OutboundMessage } from '../domain/message.ts'
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
 * What staff do with handoffs. The conversation's handler follows in the same transaction: `staff` while assigned, else
 * `bot`; a turn that is being thought about meanwhile is thought about anew. Each returns false when it changed nothing.
 */
export interface Handoffs {
  get(id: HandoffId): Promise<(Handoff & { readonly notes: readonly Note[] }) | undefined>
  /** waiting → assigned. Of two calls, also from two processes, exactly one wins. */
  assign(id: HandoffId, staff: string, now: number): Promise<boolean>
  /** assigned → waiting. */
  release(id: HandoffId, now: number): Promise<boolean>
  /** waiting or assigned → closed. */
  close(id: HandoffId, now: number): Promise<boolean>
  /** Also beside a closed one. */
  note(id: HandoffId, staff: string, text: string, now: number): Promise<boolean>
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
  readonly keyValues: KeyValues
  /** Called after a commit that made something due, also one by another process where the database can say so. */
  onWake(listener: (what: 'inbox' | 'outbox') => void): void
}
