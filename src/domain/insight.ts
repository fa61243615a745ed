/** What the record teaches: how questions ended, what replies did, and counts of both. */

import type { DecisionKind, ReasonCode } from './decision.ts'
import type { AccountId, CaseId, ConversationId, TurnId } from './ids.ts'
import type { InboundMessage, Surface } from './message.ts'

/** How a question ended, as far as it has come. */
export const askedOutcomes = ['answered', 'asked-back', 'handed-over', 'unanswered'] as const
export type AskedOutcome = (typeof askedOutcomes)[number]

/**
 * What a reply did, as it was heard: a quote, a word of thanks, a reaction, a wish for quiet, somebody who went; that nobody had
 * asked for it; and `quiet-asked`: the wish for quiet itself, whatever was said before.
 */
export const effectKinds = [
  ...(['quoted', 'thanked', 'liked', 'disliked', 'muted', 'left'] as const),
  ...(['unasked', 'interrupted', 'quiet-asked'] as const),
] as const
export type EffectKind = (typeof effectKinds)[number]
/** Of a reply that nobody wanted. */
export const unwantedEffects: readonly EffectKind[] = ['disliked', 'muted', 'left']

/** Ratings from here on are of who was content. */
export const CONTENT = 4

/** Nobody outside said or heard it. */
export const ownAffairs: readonly ReasonCode[] = ['own-message', 'staff-thread', 'staff-verb', 'stepped-in']

/** So many things of this name; `part`: of which kind, topic, answer or length. */
export interface Count {
  readonly name: string
  readonly part: string
  readonly n: number
}

/** A turn that nobody has counted yet. */
export interface Uncounted {
  readonly turnId: TurnId
  readonly conversationId: ConversationId
  readonly surface: Surface
  /** Epoch ms. */
  readonly at: number
  readonly kind: DecisionKind
  readonly reason: ReasonCode
  readonly answerId?: string
  /** The answer that came closest, and how close, where none was given. */
  readonly closest?: { readonly answerId: string; readonly score: number }
  /** What it said waits, or waited, for a person. */
  readonly isHeld: boolean
  readonly messages: readonly (InboundMessage & { readonly row: number })[]
  /** Said in a group to nobody of us. */
  readonly isOverheard: boolean
  /** Lines that it said. */
  readonly lines: number
  /** People who had said something there within the two minutes before; of turns that were overheard. */
  readonly talkers: number
}

/** What a turn comes to. */
export interface CountedTurn {
  readonly turnId: TurnId
  readonly conversationId: ConversationId
  readonly at: number
  /** By the persona's calendar. */
  readonly day: string
  readonly counts: readonly Count[]
  readonly asked?: AskedNow
  readonly effects: readonly HeardEffect[]
}

export interface AskedNow {
  readonly accountId: AccountId
  readonly row: number
  /** Of the answer that was given or came closest; empty: of none that is known. */
  readonly topic: string
  readonly answerId?: string
  readonly outcome: AskedOutcome
  readonly reason: ReasonCode
}

export interface HeardEffect {
  readonly kind: EffectKind
  readonly accountId: AccountId
  /**
   * The message that is answered by it; our last line before `row`, not older than `withinMs`; the first line of the turn, behind
   * `row`; or what was heard itself.
   */
  readonly on:
    | { readonly messageId: string }
    | { readonly row: number; readonly withinMs: number }
    | { readonly firstBehind: number }
    | { readonly heard: number }
}

/** A question as a list shows it. */
export interface AskedShown {
  readonly at: number
  readonly fanName: string
  readonly platform: string
  readonly surface: Surface
  readonly topic: string
  readonly outcome: AskedOutcome
  readonly reason: ReasonCode
  readonly answerId?: string
  readonly caseId?: CaseId
  readonly backAt?: number
  /** Absent once the message is gone. */
  readonly text?: string
}

/** Something that happened at a time, as a list shows it. */
export interface HappenedShown {
  readonly at: number
  readonly what: string
  readonly fanName: string
  readonly platform: string
  readonly caseId?: CaseId
  readonly text?: string
}

export interface Wish {
  readonly issue?: number
  readonly title: string
  readonly reports: number
  readonly people: number
  /** Some of the words, the newest first. */
  readonly quotes: readonly string[]
}
