/** What a step decided, as data: why, what is to be said by its meaning, what changes. No words yet but the model's: `word.ts` finds them. */
import type { CaseChange, DangerTold, Promised, Timers } from '../domain/case.ts'
import type { CircleVote } from '../domain/circle.ts'
import type { ConversationState, ToldFact } from '../domain/conversation.ts'
import type { ReasonCode, Unsupported } from '../domain/decision.ts'
import type { Consent } from '../domain/fan.ts'
import type { HandoffReason, HandoffRequest } from '../domain/handoff.ts'
import type { HelperChange } from '../domain/helper.ts'
import type { LinkChange, LinkParty } from '../domain/link.ts'
import type { Lang, Media } from '../domain/message.ts'
import type { StandingChange } from '../domain/standing.ts'
import type { TitlesTold } from '../domain/title.ts'
import type { WorkChange } from '../domain/work.ts'
import type { HelpingTexts, RememberingTexts, StandingTexts, WorkingTexts } from '../hearing/packs/pack.ts'
import type { Hours, Product } from '../persona/persona.ts'
import type { Occasion } from '../persona/schema/schema.ts'
import type { CodeToSend } from '../ports/look-ups.ts'
import type { LinkValues, LinkWord } from './compose/link-words.ts'
import type { HeldKind } from './compose/me-words.ts'

/**
 * Under a saying, in this order; `joins`: a yes about joining accounts, `enters`: to the circle.
 * `private` and `look-up:ID`, which goes on there, only where the platform has such a link, `choices`: one each of a `clarify`.
 */
export type ButtonMeaning = PlainButton | `look-up:${string}`
export type PlainButton =
  | 'person'
  | 'yes'
  | 'no'
  | 'no-news'
  | 'joins'
  | 'joins-not'
  | 'enters'
  | 'enters-not'
  | 'private'
  | 'choices'

/** What a line is filled in with, besides the fan, the persona and the brand. */
export interface Names {
  /** Id of a team. */
  readonly team?: string | undefined
  readonly staff?: string | undefined
  readonly hours?: Hours
  readonly waitMs?: number
  readonly place?: number
  /** Epoch ms, told by the clock of the team. */
  readonly until?: number
  /** Midnight in UTC of a day of the calendar, epoch ms. */
  readonly day?: number
}

interface Told {
  readonly buttons?: readonly ButtonMeaning[]
  /** In one message with what stands before it. */
  readonly isSameMessage?: true
  /**
   * Said to who is answered alone. Where that cannot be done after all: the same to everybody, the way into private, or nothing. `way`: it
   * shows that way itself, so it is said where it was asked, alone or to everybody.
   */
  readonly alone?: 'way' | 'else-openly' | 'else-by-door' | 'else-not'
}

/** One thing to be said. Each that has variants rotates by itself, and only when it is said. */
export type Saying = Told &
  (
    | { readonly kind: 'line'; readonly occasion: Occasion; readonly names?: Names; readonly mayAddCatchphrase?: true }
    | { readonly kind: 'handoff'; readonly reason: HandoffReason; readonly names?: Names }
    | { readonly kind: 'boundary'; readonly id: string }
    | { readonly kind: 'disclosure' }
    | { readonly kind: 'answer'; readonly id: string; readonly lang: Lang }
    | { readonly kind: 'policy'; readonly policy: NonNullable<ConversationState['policy']> | '' }
    /** How many rows are kept of the fan, and what they told. */
    | {
        readonly kind: 'my-data'
        readonly messages: number
        readonly handoffs: number
        readonly facts: readonly ToldFact[]
      }
    | {
        readonly kind: 'helping'
        readonly word: keyof HelpingTexts
        readonly values: Readonly<Record<string, string>>
      }
    | {
        readonly kind: 'remembering'
        readonly word: keyof RememberingTexts
        readonly values?: Readonly<Record<string, string>>
      }
    | {
        readonly kind: 'standing'
        readonly word: keyof StandingTexts
        readonly values?: Readonly<Record<string, string>>
      }
    | { readonly kind: 'me'; readonly held: readonly HeldKind[] }
    | { readonly kind: 'link'; readonly word: LinkWord; readonly values: LinkValues; readonly request?: string }
    | {
        readonly kind: 'working'
        readonly word: keyof WorkingTexts
        readonly values: Readonly<Record<string, string>>
      }
    /** Words of another fan, from the ledger of works; said as they are or not at all. */
    | { readonly kind: 'quote'; readonly work: string; readonly text: string }
    /** A product, as a card. */
    | { readonly kind: 'product'; readonly product: Product }
    /** Why products are shown: the fan's own words, and what it may cost. */
    | {
        readonly kind: 'why-shown'
        readonly words: string
        readonly under?: { readonly amount: number; readonly currency: string }
      }
    /** A holding statement that a named person approved. */
    | { readonly kind: 'statement'; readonly text: string }
    /** Words of the persona's own YAML. */
    | { readonly kind: 'own-words'; readonly text: string }
    | { readonly kind: 'model'; readonly text: string }
  )

/** What else the turn changes, besides what is said. */
export interface Changes {
  /** Keys that replace those of the conversation's state; one given as undefined is removed. */
  readonly state?: { readonly [K in keyof ConversationState]?: ConversationState[K] | undefined }
  readonly remember?: readonly ToldFact[]
  /** Of what is remembered: taken back by the fan, wherever it was told. An empty value means all of the key. */
  readonly unremember?: readonly ToldFact[]
  readonly consent?: Consent
  /** It is of all accounts that the fan joined. */
  readonly isConsentOfAll?: true
  readonly forget?: true
  /** Where what the fan told may be used. */
  readonly scope?: 'everywhere' | 'here'
  /** The fan is asked whether they want to be told when it is fixed; and their answer. */
  readonly asksNews?: true
  readonly wantsNews?: boolean
  /** The fan is told that a bot speaks. */
  readonly introduced?: true
  readonly cases?: readonly CaseChange[]
  readonly link?: LinkChange
  readonly helper?: HelperChange
  readonly standing?: StandingChange
  readonly titlesTold?: TitlesTold
  /** A message that answers what the circle was asked. */
  readonly suggests?: { readonly round: number; readonly row: number }
  readonly vote?: CircleVote
  readonly work?: WorkChange
  /** Sent once the turn is settled, and nobody waits for it. */
  readonly sendsCode?: CodeToSend
  /** Said in other threads. */
  readonly elsewhere?: readonly ToElsewhere[]
}

/** What is said, in one message, to an account where it wrote. */
export interface ToElsewhere {
  readonly to: LinkParty
  readonly say: readonly { readonly word: LinkWord; readonly values: LinkValues }[]
  /** With a yes and a no under it, to this request. */
  readonly asksOf?: string
}

interface Common {
  readonly reason: ReasonCode
  readonly flags?: readonly string[]
  /** What the model would have said with nothing approved behind it. */
  readonly unsupported?: readonly Unsupported[]
  readonly changes?: Changes
}

interface Spoken extends Common {
  readonly say: readonly Saying[]
  readonly answerId?: string
  readonly score?: number
  /** The message of ours that it answers, instead of the fan's. */
  readonly pointsTo?: string
}

/** An approved answer to choose; shown by its title, else by the phrasing that was closest. */
export interface Offer {
  readonly answerId: string
  readonly phrasing: string
}

/** With what the case begins with. */
export type OpenedHandoff = HandoffRequest & {
  readonly timers?: Timers
  readonly promise?: Promised
  readonly danger?: DangerTold
}

/** `used`: ids of the approved answers a model's reply says it leans on. `files` go with its first words. */
export type Reply = Spoken & {
  readonly kind: 'reply'
  readonly mood?: string
  readonly used?: readonly string[]
  readonly files?: readonly Media[]
}
export type Clarify = Spoken & { readonly kind: 'clarify'; readonly choices: readonly Offer[] }
export type Handoff = Spoken & { readonly kind: 'handoff'; readonly handoff: OpenedHandoff }
export type Unsaid =
  | (Common & { readonly kind: 'react'; readonly emoji: string; readonly messageId: string })
  | (Common & { readonly kind: 'silent' })

export type Verdict = Reply | Clarify | Handoff | Unsaid

/** Nothing is said, for this reason. */
export function silent(reason: ReasonCode, changes?: Changes): Verdict {
  return changes ? { kind: 'silent', reason, changes } : { kind: 'silent', reason }
}

export function reply(reason: ReasonCode, say: readonly Saying[], changes?: Changes): Reply {
  return changes ? { kind: 'reply', reason, say, changes } : { kind: 'reply', reason, say }
}

/** One of the persona's own lines. */
export function line(
  occasion: Occasion,
  more: Told & { readonly names?: Names; readonly mayAddCatchphrase?: true } = {},
): Saying {
  return { kind: 'line', occasion, ...more }
}

/** The same verdict with more changes; of one key, the later holds. */
export function withChanges<V extends Verdict>(verdict: V, more: Changes): V {
  const state = { ...verdict.changes?.state, ...more.state }
  return { ...verdict, changes: { ...verdict.changes, ...more, state } }
}

export function withFlags<V extends Verdict>(verdict: V, flags: readonly string[]): V {
  return flags.length === 0 ? verdict : { ...verdict, flags: [...(verdict.flags ?? []), ...flags] }
}
