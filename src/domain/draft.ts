/** A reply that waits: what the bot would say where a person sends, why, and what became of it. */
import type { Promised } from './case.ts'
import type { ConversationState } from './conversation.ts'
import type { DecisionKind, ReasonCode } from './decision.ts'
import type { CaseId, ConversationId, DraftId, TurnId } from './ids.ts'
import type { Lang, Outgoing } from './message.ts'

/**
 * `open` waits. `sent` left as it was, `edited` with a person's words, `dropped`: a person decided against it, or wrote in its
 * place. `stale`: the fan wrote more, or took back what was asked. `expired`: nobody came.
 */
export const draftStates = ['open', 'sent', 'edited', 'dropped', 'stale', 'expired'] as const
export type DraftState = (typeof draftStates)[number]

/** What is kept of a reply that was held back. */
export interface HeldReply {
  readonly outgoing: readonly Outgoing[]
  readonly grounds: DraftGrounds
  /** What would be true of the talk once it is said: keys that are set, and keys that go. */
  readonly thenState?: { readonly set: ConversationState; readonly gone: readonly string[] }
  /** What it promises, recorded once it is said. */
  readonly promise?: Promised
  /** Its words tell the fan that a bot speaks: so they have been told once it is sent as it is. */
  readonly introduces?: true
  /** Epoch ms after which nobody should send it any more. */
  readonly expiresAt: number
}

/** Why the bot would say that. */
export interface DraftGrounds {
  readonly kind: DecisionKind
  readonly reason: ReasonCode
  readonly answerId?: string
  /** Calibrated probability, 0–1, that this answer fits. */
  readonly score?: number
  readonly flags: readonly string[]
  /** The commitments topic, else the answer, else the reason: by it drafts are counted. */
  readonly topic: string
  readonly lang?: Lang
}

export interface Draft extends HeldReply {
  readonly id: DraftId
  readonly caseId: CaseId
  readonly conversationId: ConversationId
  readonly turnId: TurnId
  readonly state: DraftState
  /** Epoch ms, as `endedAt`. */
  readonly madeAt: number
  readonly endedAt?: number
  /** Who of the staff ended it. */
  readonly by?: string
  /** The message of its staff thread that shows it, once that was sent. */
  readonly shownBy?: string
}

/** How drafts ended, by what they were about. */
export interface DraftCount {
  readonly topic: string
  readonly state: DraftState
  readonly count: number
}

/** The words of a held reply, as they would be read. */
export function wordsOfDraft({ outgoing }: Pick<HeldReply, 'outgoing'>): string {
  return outgoing.flatMap((one) => (one.kind === 'text' ? [one.text] : [])).join('\n')
}

/** `approved-answer · answer refund-window · 93 % sure`; what kind of message it was and how hot goes without saying. */
export function whyDrafted({ grounds }: Pick<Draft, 'grounds'>): string {
  const { kind, reason, answerId, score, flags } = grounds
  return [
    kind === 'reply' ? reason : `${kind}, ${reason}`,
    ...(answerId === undefined ? [] : [`answer ${answerId}`]),
    ...(score === undefined ? [] : [`${Math.round(score * 100)} % sure`]),
    ...flags.filter((flag) => !flag.includes(':')),
  ].join(' · ')
}
