/** What was decided about a turn, and why. Every turn ends in exactly one, also the turns that stay unanswered. */
import type { Promised, Timers } from './case.ts'
import type { Choice } from './conversation.ts'
import type { HandoffRequest } from './handoff.ts'
import type { Button, Lang, Media, OpenWords, ReviewedText } from './message.ts'
import type { Speaker } from './speaker.ts'

/** Why. Stored with every decision, shown by `mascot ask` and `mascot doctor --why`. */
export const reasonCodes = [
  // silent
  'own-message',
  'brand-itself',
  'other-bot',
  'bot-answered',
  'staff-thread',
  'staff-has-it',
  'asked-for-quiet',
  'not-addressed',
  'channel-off',
  'fan-limit',
  'conversation-limit',
  'nothing-said',
  'unreadable',
  'late-part',
  'file-lost-told',
  'spam',
  'troll-not-fed',
  'model-chose-silence',
  'too-old',
  'talk-budget',
  'quiet-hours',
  'not-allowed',
  // react
  'laughter',
  'acknowledgement',
  'model-chose-reaction',
  // reply
  'approved-answer',
  'chosen-answer',
  'said-above',
  'model-reply',
  'greeting',
  'thanks',
  'praise',
  'farewell',
  'small-talk',
  'apology',
  'about-itself',
  'comfort',
  'condolence',
  'joy',
  'remark',
  'no-agreement',
  'own-example',
  'still-waiting',
  'closed-day',
  'is-it-a-bot',
  'asked-to-be-forgotten',
  'boundary',
  'does-not-know',
  'abuse-boundary',
  'media-not-understood',
  'command',
  'consent',
  'news',
  'suggestion',
  'model-failed',
  'failed-review',
  'holding',
  'holding-statement',
  'fan-limit-told',
  'card-in-public',
  'public-complaint',
  'late',
  'gave-up',
  'person-here',
  'csat',
  'reopened',
  'case-in-private',
  'staff-verb',
  'products',
  'look-up',
  'look-up-asks',
  'look-up-private',
  'look-up-code',
  'look-up-unknown',
  'look-up-limit',
  // clarify
  'close-answers',
  'few-phrasings',
  // handoff
  'asked-for-person',
  'commitment',
  'complaint',
  'legal',
  'health',
  'safety',
  'self-harm',
  'threat',
  'payment',
  'account',
  'press',
  'not-understood',
  'model-out',
  'model-asked-handoff',
  'rule',
  'stepped-in',
  'draft',
] as const
export type ReasonCode = (typeof reasonCodes)[number]

export type DecisionKind = 'reply' | 'clarify' | 'handoff' | 'silent' | 'react'

/** A speech bubble that passed review: one outbound message. */
export interface Bubble {
  readonly text: ReviewedText
  readonly buttons?: readonly Button[]
  /** A message of ours that it points to. If absent, in a group the first answers the fan's. */
  readonly replyTo?: string
  /** Shown with it. */
  readonly media?: Media
  /** Of something to buy: its first line is the name, with the price. */
  readonly isCard?: true
  /** Id of the work that it quotes. */
  readonly work?: string
  /** Shown to who is answered alone; `openly`: what everybody may read where that cannot be done; `onlyHere`: that may not be done in private. */
  readonly alone?: { readonly openly?: OpenWords; readonly onlyHere?: true }
}

export interface Alternative {
  readonly answerId: string
  /** Calibrated probability, 0–1, that this answer fits. */
  readonly score: number
}

/**
 * Why a clause of the model's was not said as it stood. `figure`, `weight`, `assent`, `lean`: nothing approved says it, seen by a figure,
 * by a word that weighs, by a yes to what the fan proposed, or because it is like what somebody could hold the house to; `twist`: it
 * says an approved text otherwise; `changed-fact`: the answer that it names says another figure.
 */
export const unsupportedCodes = [
  ...([
    'figure',
    'weight',
    'assent',
    'lean',
    'twist',
    'commitment',
    'changed-fact',
    'language',
    'second-reader',
  ] as const),
] as const
export type UnsupportedCode = (typeof unsupportedCodes)[number]

export interface Unsupported {
  readonly code: UnsupportedCode
  /** In the model's words, shortened. */
  readonly clause: string
  /** What in it was found, where that is less than all. */
  readonly detail?: string
}

/** What every decision carries, for the record. */
export interface Grounds {
  readonly reason: ReasonCode
  readonly lang?: Lang
  /** Best candidates among the approved answers, best first, whether sent or not. */
  readonly alternatives: readonly Alternative[]
  /** Findings and events on the way: `never-say`, `rewritten`, `injection-suspected`, `model-429` … */
  readonly flags: readonly string[]
  /** What the model would have said with nothing approved behind it. */
  readonly unsupported?: readonly Unsupported[]
}

export type Decision = Grounds &
  (
    | {
        readonly kind: 'reply'
        readonly bubbles: readonly Bubble[]
        readonly speaker: Speaker
        readonly mood?: string
        readonly answerId?: string
        readonly score?: number
      }
    | {
        readonly kind: 'clarify'
        readonly bubbles: readonly Bubble[]
        readonly speaker: Speaker
        readonly choices: readonly Choice[]
      }
    | {
        readonly kind: 'handoff'
        readonly bubbles: readonly Bubble[]
        readonly speaker: Speaker
        readonly handoff: HandoffRequest & { readonly timers?: Timers; readonly promise?: Promised }
        readonly answerId?: string
        readonly score?: number
      }
    | { readonly kind: 'react'; readonly emoji: string; readonly messageId: string; readonly speaker: Speaker }
    | { readonly kind: 'silent' }
  )
