/**
 * One fan, many accounts. Two accounts are joined by a request in which each gives its word: a code offered to the first is taken
 * by the second, the second agrees, the first agrees. A fan is all accounts that links hold together; a link that ends leaves
 * everything as it was before, since nothing of an account is ever moved to another. Pure.
 */
import { HOUR_MS, MINUTE_MS } from './durations.ts'
import type { AccountId, ConversationId, ThreadId } from './ids.ts'
import { platformOf } from './ids.ts'
import type { Lang, Outgoing } from './message.ts'

/** How long a code, and each question about it, holds (ms). */
export const linkHoldsMs = 5 * MINUTE_MS
/** Wrong codes of one account within `missesWithinMs`, after which none of theirs is looked at. */
export const mostMisses = 5
export const missesWithinMs = HOUR_MS

/** `offered`: the code is out. `taken`: the second account has shown it. `agreed`: the second has said yes. The rest is over. */
export type LinkState = 'offered' | 'taken' | 'agreed' | 'joined' | 'refused' | 'burnt'

/** An account in a request, and where it wrote. */
export interface LinkParty {
  readonly accountId: AccountId
  /** As its platform shows it. */
  readonly name: string
  readonly conversation: ConversationId
  readonly threadId: ThreadId
  readonly lang?: Lang
}

export interface LinkRequest {
  readonly id: string
  readonly from: LinkParty
  readonly by?: LinkParty
  /** Begun where others read along: the first account agrees by a second code. */
  readonly isOpen: boolean
  readonly state: LinkState
  /** Epoch ms. */
  readonly expiresAt: number
  /** Whether it was found by its second code. */
  readonly isBack: boolean
}

/** An account that belongs to the same fan. */
export interface JoinedAccount {
  readonly accountId: AccountId
  readonly name: string
}

/** What a turn changes; each is written only where the request stands as it was read. */
export type LinkChange =
  | {
      readonly kind: 'offered'
      readonly id: string
      readonly account: AccountId
      readonly conversation: ConversationId
      readonly codeHash: string
      readonly isOpen: boolean
      readonly expiresAt: number
    }
  | {
      readonly kind: 'taken'
      readonly id: string
      readonly account: AccountId
      readonly conversation: ConversationId
      readonly expiresAt: number
    }
  | { readonly kind: 'agreed'; readonly id: string; readonly backHash?: string; readonly expiresAt: number }
  | { readonly kind: 'joined'; readonly id: string }
  | { readonly kind: 'ended'; readonly id: string; readonly as: 'refused' | 'burnt' }
  | { readonly kind: 'missed'; readonly account: AccountId }
  | { readonly kind: 'separated'; readonly account: AccountId }

/** Words for another thread than that of the turn. */
export interface SaidElsewhere {
  readonly conversation: ConversationId
  readonly threadId: ThreadId
  readonly outgoing: Outgoing
}

export type Joinable =
  | { readonly kind: 'may' }
  | { readonly kind: 'same-platform'; readonly platform: string }
  | { readonly kind: 'joined-already' }
  /** The fan of the second account, or of the first, has another account on this platform. */
  | { readonly kind: 'held-here' | 'held-there'; readonly platform: string }

/** `from`, `by`: the account itself first, then those of the same fan. A fan has one account at most on each platform. */
export function joinable(from: readonly AccountId[], by: readonly AccountId[]): Joinable {
  const [first, second] = [from[0], by[0]]
  if (first === undefined || second === undefined) return { kind: 'joined-already' }
  const [there, here] = [platformOf(first), platformOf(second)]
  if (there === here) return { kind: 'same-platform', platform: here }
  if (from.includes(second)) return { kind: 'joined-already' }
  const held = new Set(by.map(platformOf))
  if (held.has(there)) return { kind: 'held-here', platform: there }
  const both = from.map(platformOf).find((platform) => held.has(platform))
  return both === undefined ? { kind: 'may' } : { kind: 'held-there', platform: both }
}
