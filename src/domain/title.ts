/** Titles that fans hold in a group, and which of the persona's they have earned there. Pure. */
import type { AccountId, ConversationId, ThreadId } from './ids.ts'
import { type Evidence, type FanKind, strengthOf } from './standing.ts'

/** `label`: beside their name, as the platform can; `words`: it is said; `hidden`: as they wish. */
export type TitleShown = 'label' | 'words' | 'hidden'

export interface HeldTitle {
  readonly id: string
  readonly accountId: AccountId
  readonly conversation: ConversationId
  readonly threadId: ThreadId
  /** Of the persona's YAML. */
  readonly title: string
  /** As it was given. */
  readonly name: string
  /** Epoch ms. */
  readonly since: number
  readonly shown: TitleShown
  readonly endedAt?: number
}

/** What a fan is told of titles in a turn. */
export interface TitlesTold {
  readonly given: readonly string[]
  readonly ended: readonly string[]
}

interface Earnable {
  readonly id: string
  readonly kind: FanKind
  readonly from: number
}

/** Thanks of fewer fans than this earn nothing: two could thank each other up. */
const LEAST_THANKING = 2

/** Kept until half of what it took is left, so that none comes and goes with a day. */
const KEPT_FROM = 0.5

/** The one somebody has in a group, by what was seen there and what was published: the one that they exceed most, of equal ones the first. */
export function earnedTitle<T extends Earnable>(
  titles: readonly T[],
  evidence: readonly Evidence[],
  { held, now }: { readonly held: string | undefined; readonly now: number },
): T | undefined {
  const thanking = new Set(evidence.flatMap(({ by }) => by ?? [])).size
  const counted = thanking < LEAST_THANKING ? evidence.filter(({ by }) => by === undefined) : evidence
  const [best] = titles
    .map((title) => ({ title, over: strengthOf(title.kind, counted, now) / title.from }))
    .filter(({ title, over }) => over >= (title.id === held ? KEPT_FROM : 1))
    .toSorted((a, b) => b.over - a.over)
  return best?.title
}
