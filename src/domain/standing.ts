/**
 * What sets a fan apart, and why that is known: evidence, each with what it was, when, and how much it weighs; it fades. Only what
 * others found useful, what the fan stated, or what the platform tells counts: never how much somebody writes. Pure.
 */
import { DAY_MS } from './durations.ts'
import type { AccountId, ConversationId, ThreadId } from './ids.ts'

export const fanKinds = ['influential', 'creative', 'helper'] as const
export type FanKind = (typeof fanKinds)[number]

/** How a fan stands to the brand, from what they say; who shows neither is ordinary. */
export const leanings = ['loyal', 'rival'] as const
export type Leaning = (typeof leanings)[number]
export const tones = ['loyal', 'ordinary', 'rival'] as const
export type Tone = (typeof tones)[number]

/** What was seen, and of what it is a sign. `rival`: they buy from a competitor. */
export const evidenceOf = {
  /** How many they reach, as they say. */
  reach: 'influential',
  /** They look after a group of ours, as the platform says. */
  role: 'influential',
  /** Somebody thanked them after we had named them. */
  introduced: 'influential',
  offered: 'creative',
  used: 'creative',
  thanked: 'helper',
  /** Thanked by whoever had asked. */
  accepted: 'helper',
  reacted: 'helper',
  saidLoyal: 'loyal',
  saidRival: 'rival',
} as const satisfies Readonly<Record<string, FanKind | Leaning>>
export type EvidenceWhat = keyof typeof evidenceOf

export interface Evidence {
  readonly what: EvidenceWhat
  /** Epoch ms. */
  readonly at: number
  /** When it was seen; it fades from there. */
  readonly weight: number
  /** Absent for what was not seen in a talk, as a work that the fan let be used. */
  readonly conversation?: ConversationId
  /** Whose thanks it is, where it is that of another fan: one name for all accounts of theirs. */
  readonly by?: string
  /** Whether others could see it: in a group, or published. */
  readonly isPublic: boolean
}

/** Evidence to keep. `key`: the same of the same account is kept once, the latest. */
export interface NewEvidence extends Pick<Evidence, 'what' | 'at' | 'weight'> {
  readonly accountId: AccountId
  readonly key: string
  /** The message that shows it. */
  readonly row: number
  /** Whose message that is, where it is another's. */
  readonly by?: AccountId
  /** The message of theirs that it answers, by the platform's id. */
  readonly of?: string
}

/** What the fan chose about it. */
export interface Choices {
  /** Nothing of this is kept, since then. */
  readonly offAt?: number
  /** They said no to being remembered, and so to all of this. */
  readonly saidNo?: true
  /** Titles are not shown, since then. */
  readonly hiddenAt?: number
  /** They may be written to first, since then. */
  readonly firstAt?: number
  readonly circle?: CircleAnswer
}
export type CircleAnswer = 'asked' | 'yes' | 'no'

export interface Standing {
  readonly choices: Choices
  /** Latest first. */
  readonly evidence: readonly Evidence[]
}

/** What a turn changes about it. */
export type StandingChange =
  | { readonly kind: 'off' | 'on' | 'hidden' | 'shown' | 'first' | 'not-first'; readonly account: AccountId }
  | {
      readonly kind: 'circle'
      readonly account: AccountId
      readonly answer: CircleAnswer
      /** What lets them in, with a yes. */
      readonly link?: { readonly threadId: ThreadId; readonly link: string }
    }

/** So long a sign counts whole: what somebody has just earned they have. */
const freshMs = 7 * DAY_MS

/** Days in which a sign then loses half its weight: having helped fades sooner than being a regular. */
const halfLifeDays: Readonly<Record<FanKind | Leaning, number>> = {
  influential: 180,
  creative: 180,
  helper: 90,
  loyal: 365,
  rival: 180,
}

/** From this strength somebody is of a kind. */
const kindFrom = 2
/** And from this one the words of a fan say how they stand to the brand. */
const leaningFrom = 0.75
/** What weighs less than this is gone: it is neither used nor kept. */
export const leastWeight = 0.05

function weightNow({ what, weight, at }: Pick<Evidence, 'what' | 'weight' | 'at'>, now: number): number {
  const halfLifeMs = halfLifeDays[evidenceOf[what]] * DAY_MS
  return weight * 0.5 ** (Math.max(0, now - at - freshMs) / halfLifeMs)
}

export function strengthOf(of: FanKind | Leaning, evidence: readonly Evidence[], now: number): number {
  return evidence.filter(({ what }) => evidenceOf[what] === of).reduce((sum, one) => sum + weightNow(one, now), 0)
}

/** The kinds somebody is of now, with how much shows it. */
export function kindsOf(
  evidence: readonly Evidence[],
  now: number,
): readonly { readonly kind: FanKind; readonly strength: number }[] {
  return fanKinds
    .map((kind) => ({ kind, strength: strengthOf(kind, evidence, now) }))
    .filter(({ strength }) => strength >= kindFrom)
}

/** Where what they said points both ways, they are ordinary. */
export function toneOf(evidence: readonly Evidence[], now: number): Tone {
  const [loyal, rival] = [strengthOf('loyal', evidence, now), strengthOf('rival', evidence, now)]
  if (Math.max(loyal, rival) < leaningFrom || loyal === rival) return 'ordinary'
  return loyal > rival ? 'loyal' : 'rival'
}

/** Where it may be read: in a group what was seen there and what was published, in private what everybody could see. Of other private talks nothing. */
export function readableIn(
  { id, isGroup }: { readonly id: ConversationId; readonly isGroup: boolean },
  evidence: readonly Evidence[],
): readonly Evidence[] {
  return evidence.filter(
    ({ conversation, isPublic }) => conversation === id || (isPublic && (!isGroup || conversation === undefined)),
  )
}

/** Of how many somebody reaches: a thousand weighs 1, ten thousand 2. Fewer say nothing. */
export function reachWeight(people: number): number {
  return people < 1_000 ? 0 : Math.min(4, Math.log10(people) - 2)
}
