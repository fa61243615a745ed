/** What pages show of fans: to leads, and to a fan of themselves. Times are epoch ms. */
import type { Consent } from '../domain/fan.ts'
import type { AccountId, ThreadId } from '../domain/ids.ts'
import type { Surface } from '../domain/message.ts'

export interface FanLine {
  readonly account: AccountId
  readonly name: string
  readonly since: number
  readonly consent: Consent
  /** Of what they were imported; absent: heard here first. */
  readonly from?: string
}

export interface FanHeld {
  readonly accounts: readonly FanLine[]
  readonly facts: readonly {
    readonly key: string
    readonly value: string
    readonly toldAt: number
    readonly thread: ThreadId
    readonly surface: Surface
    /** Whether it may be used in all their private talks. */
    readonly isEverywhere: boolean
    /** The words it is from, where they are still there. */
    readonly words?: string
  }[]
  readonly links: readonly {
    readonly a: AccountId
    readonly b: AccountId
    readonly madeAt: number
    readonly endedAt?: number
  }[]
  readonly helps: readonly { readonly thread: ThreadId; readonly since: number; readonly endedAt?: number }[]
  readonly messages: number
  readonly cases: number
}

/** A member's or a person's message in a group, as the health of a community is read from it. */
export interface GroupLine {
  readonly conversation: string
  readonly at: number
  readonly who: string
  /** Of ours: said by a person of staff. */
  readonly isStaff: boolean
  readonly text: string
  readonly messageId?: string
  /** The message and whom it answers, and whom it mentions. */
  readonly replyTo?: string
  readonly to: readonly string[]
}

export interface FanViews {
  /** By a part of a name or of an account’s id; all of them without. In the order of their accounts. */
  find(options: {
    readonly search: string
    readonly limit: number
    readonly offset: number
  }): Promise<{ readonly fans: readonly FanLine[]; readonly total: number }>
  /** Over all joined accounts; undefined: nobody knows this account. */
  held(account: AccountId): Promise<FanHeld | undefined>
  /** Ends every link of this account. */
  separate(account: AccountId, now: number): Promise<boolean>
  /** Of groups, the newest `limit`, oldest first. */
  groupLines(options: { readonly since: number; readonly limit: number }): Promise<readonly GroupLine[]>
  /** For each span, how many wrote in it and how many of them in the next; in small steps. `bounds`: one more than there are spans. */
  activeIn(bounds: readonly number[]): Promise<readonly { readonly active: number; readonly stayed: number }[]>
}
