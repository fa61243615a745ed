/** What only the shop knows, as a persona says how it is asked: what it takes, where it is asked, what is said of the answer. */
import { MINUTE_MS } from './durations.ts'
import type { AccountId } from './ids.ts'
import type { Lang } from './message.ts'

type Words = Readonly<Record<Lang, readonly string[]>>

/** A thing that a fan has to tell. `shape`: `email`, `text`, or a mask such as `KT-######` (see `words/shapes.ts`). */
export interface Need {
  readonly id: string
  readonly shape: string
  /** How it is asked for, in the persona's voice. */
  readonly ask: Words
}

/** Dotted path into a JSON answer: `order.lines[0].name`. */
export type JsonPath = string

export interface FactPlace {
  readonly at: JsonPath
  /** Of an amount: its currency, as a path or as a code of ISO 4217 itself. */
  readonly currency?: string
}

export interface LookUpRequest {
  readonly method: 'GET' | 'POST'
  /** `{need}` stands for what the fan told, behind the host only. */
  readonly url: string
  readonly query: Readonly<Record<string, string>>
  /** `{env:SHOP_TOKEN}` stands for a variable of the environment. */
  readonly headers: Readonly<Record<string, string>>
  /** Sent as JSON. */
  readonly body?: Readonly<Record<string, string>>
  /** Addresses of this machine and its network are allowed, and with them plain HTTP. */
  readonly mayBePrivate: boolean
  readonly seconds: number
  readonly retries: number
  /** Statuses that say: there is no such thing. */
  readonly unknownOn: readonly number[]
}

export interface LookUpSample {
  readonly given: Given
  readonly status: number
  readonly answer: unknown
  /** The state it is to be read as. */
  readonly state: string
  /** Each must occur in what is said, in the home language. */
  readonly says: readonly string[]
}

export interface LookUp {
  readonly id: string
  /** For the model and for staff: what it finds out. */
  readonly about: string
  readonly title?: Readonly<Record<Lang, string>>
  /** Phrasings that ask for it. */
  readonly asks: readonly string[]
  /** Approved answers in whose place it is given. */
  readonly answers: readonly string[]
  readonly needs: readonly Need[]
  readonly request: LookUpRequest
  /** `needs`: what the fan tells is proof enough; `code`: a code sent to the address on record; `none`: it is about nobody. */
  readonly proof: 'needs' | 'code' | 'none'
  /** Where the address on record stands, for a code. */
  readonly address?: JsonPath
  /** Where the state stands; absent: what is found is `found`. */
  readonly state?: JsonPath
  readonly facts: Readonly<Record<string, FactPlace>>
  /** The approved words by state. `unknown` and `failed` have built-in ones. */
  readonly says: Readonly<Record<string, Words>>
  readonly cacheMinutes: number
  /** How often a fan may ask within an hour. */
  readonly perHour: number
  /** Team of the case that a failure opens. */
  readonly team?: string
  /** What staff may have done about it with one press. */
  readonly actions: readonly LookUpAction[]
  readonly samples: readonly LookUpSample[]
}

/** Something that changes the fan's affairs: sent by a person's press, never by the program alone. */
export interface LookUpAction {
  readonly id: string
  /** On the button. */
  readonly label: string
  /** Offered in these states; empty: in all that are found. */
  readonly states: readonly string[]
  readonly request: LookUpRequest
  /** Said to the fan once it is done. */
  readonly says: Words
}

/** What the fan told, by the id of the need. */
export type Given = Readonly<Record<string, string>>

export type LookedUp =
  | { readonly kind: 'found'; readonly state: string; readonly facts: Given; readonly address?: string }
  | { readonly kind: 'unknown' }
  /** `why`: for staff and the log; holds nothing of the fan and no secret. */
  | { readonly kind: 'failed'; readonly why: string }
  /** Asked too often. */
  | { readonly kind: 'limited' }

/** The fan has shown that the address on record is theirs; bound to what it was shown in. */
export interface Verified {
  readonly accountId: AccountId
  /** As the fan was called then: another name, and it is over. */
  readonly name: string
  /** Accounts that were joined then, sorted. */
  readonly joined: readonly AccountId[]
  /** Digest of the address. */
  readonly address: string
  readonly given: Given
  /** Epoch ms. */
  readonly until: number
}

/** A code that was sent, or would have been: nobody can tell by it whether there is such an address. */
export interface CodeAsked {
  /** Digest, with a salt of its own. */
  readonly hash: string
  readonly salt: string
  /** Epoch ms. */
  readonly until: number
  readonly tries: number
}

export const codeTries = 3
export const codeHoldsMs = 10 * MINUTE_MS
export const verifiedHoldsMs = 30 * MINUTE_MS

/** The approved answers go by ids too; that of a look-up is told from them by this. */
export function answerIdOfLookUp({ id }: Pick<LookUp, 'id'>): string {
  return `lookup-${id}`
}

/** Whether it holds for who writes now. */
export function holdsStill(
  verified: Verified | undefined,
  now: {
    readonly accountId: AccountId
    readonly name: string
    readonly joined: readonly AccountId[]
    readonly at: number
  },
): boolean {
  if (verified === undefined) return false
  const { accountId, name, joined, until } = verified
  return (
    accountId === now.accountId &&
    name === now.name &&
    until > now.at &&
    joined.length === now.joined.length &&
    [...now.joined].sort().every((one, at) => one === joined[at])
  )
}
