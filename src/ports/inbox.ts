/** What comes in, kept until its turn is settled. */
import type { AcceptedMessage, Conversation } from '../domain/conversation.ts'
import type { Effects } from '../domain/effects.ts'
import type { ThreadEvent } from '../domain/event.ts'
import type { ThreadId, TurnId } from '../domain/ids.ts'
import type { InboundMessage, Surface } from '../domain/message.ts'
import type { ReplyWindow } from '../domain/reply-window.ts'
import type { Weight } from '../domain/weight.ts'
import type { Cursor } from './adapter.ts'
import type { Parcel } from './outbox.ts'

/**
 * A conversation held by a lease, with its unread messages, oldest first. Of a long backlog it is as much as a turn can use: the
 * oldest of each weight, and what the members who called said beside it.
 */
export interface Claim {
  readonly conversation: Conversation
  readonly unread: readonly [AcceptedMessage, ...AcceptedMessage[]]
  /** More is unread than was handed over. */
  readonly hasMore: boolean
  /** Names this holding of the lease; a later holder has another, so a late settle is refused. */
  readonly lease: string
  /** How often in a row it was claimed and not settled: released, or its holder vanished. */
  readonly failures: number
}

/** Whoever hears goes on at once with what is due by it, under the lease that `claim` would give. */
export interface HandedOver {
  readonly leaseMs: number
  /** How many conversations may be handed over; asked when they are written down. Where more became due, all wait to be claimed. */
  readonly places: () => number
  /** Told after the commit, before `accept` resolves. */
  readonly taken: (claim: Claim) => void
}

/** Whoever settles sends the first message of it at once, under the lease that `due` of the outbox would give. */
export interface SentOn {
  readonly leaseMs: number
  /** Told after the commit, before `settle` resolves. Never, where something else is to leave there first. */
  readonly taken: (parcel: Parcel) => void
}

export interface Inbox {
  /**
   * Writes messages (one row per thread and message id) and the cursor in one transaction; durable when it resolves.
   * A conversation with new messages becomes due `burstMs` after the newest of them, so that quick messages become one
   * turn, but never later than 4 × `burstMs` after the oldest unread one. In a group others who talk do not put off whoever
   * called. Returns how many were new.
   *
   * `events` belong to the same transaction and are applied before the messages of the same call; an event that finds
   * nothing to apply to is tried once more after them, and then ignored.
   * - edited, deleted: a turn that is being thought about is thought about anew. A reply no part of which has begun to
   *   leave is taken back, and its turn's messages are unread again, unless that turn did more than speak.
   * - moved: conversation and unsent messages go on under the new thread, joined with what is known of it already.
   * - closed: see `Conversation.closed`; ended by `opened`, and in private by the fan who writes again.
   * - reacted: kept as it is now.
   * - reopened: what waits there for its fan's next word leaves. undelivered: what we took for sent waits, or is dead.
   */
  accept(
    messages: readonly InboundMessage[],
    options: {
      readonly now: number
      readonly burstMs: number
      /** How much hangs on a message. If absent, each is one said to us. */
      readonly weigh?: (message: InboundMessage) => Weight
      /**
       * Whether its words are a bare yes or no. To a fan who was asked by us they answer that, and what waits as a draft is
       * what it was; else they are more of what was said, as all is if this is absent.
       */
      readonly mayAnswer?: (message: InboundMessage) => boolean
      /** Of places where the platform lets us speak only for a while after the fan. If absent, nowhere. */
      readonly windowOf?: (place: { readonly threadId: ThreadId; readonly surface: Surface }) => ReplyWindow | undefined
      readonly cursor?: Cursor
      readonly events?: readonly ThreadEvent[]
      /** If absent, all that becomes due waits to be claimed. */
      readonly handOver?: HandedOver
    },
  ): Promise<number>
  cursor(name: string): Promise<string | undefined>
  /**
   * Takes up to `limit` due, unleased conversations: those with the weightiest message first, then the longest due. `newest`: where
   * more are due, so many besides of those that called us and have waited least, so that nobody waits for the end of a flood.
   */
  claim(options: {
    readonly now: number
    readonly leaseMs: number
    readonly limit: number
    readonly newest?: number
  }): Promise<Claim[]>
  /** Returns those whose lease was lost: nobody works on them any more. */
  renew(
    claims: readonly Claim[],
    options: { readonly now: number; readonly leaseMs: number },
  ): Promise<readonly Claim[]>
  /**
   * Writes the effects, marks the turn's messages read and frees the lease, in one transaction.
   * Unread messages that remain make the conversation due again at once. False, and nothing written, when the lease was lost.
   */
  settle(
    claim: Claim,
    turn: { readonly id: TurnId; readonly rows: readonly number[] },
    effects: Effects,
    now: number,
    sendOn?: SentOn,
  ): Promise<boolean>
  /** Gives a claim back unsettled; it is due again at `dueAt`. Counts as a failure of the conversation, unless `isNoFailure`. */
  release(claim: Claim, dueAt: number, options?: { readonly isNoFailure?: boolean }): Promise<void>
  /**
   * Puts a turn's messages aside for good, with the reason, as if they were read, and frees the lease: for a turn that no settle can
   * write. False, and nothing written, when the lease was lost.
   */
  setAside(
    claim: Claim,
    rows: readonly number[],
    why: { readonly reason: string; readonly now: number },
  ): Promise<boolean>
  /**
   * Makes unread again what was answered with `model-failed`, the oldest first, unless it was accepted before `since`, somebody has
   * spoken there after it, or staff have it in hand. Each turn is asked again once; if it fails again, once more. Returns how many.
   */
  askAgain(options: { readonly now: number; readonly since: number; readonly limit: number }): Promise<number>
  /** When the next conversation is due, epoch ms, or undefined when none waits. */
  nextDueAt(): Promise<number | undefined>
}
