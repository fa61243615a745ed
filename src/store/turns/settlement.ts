/** A turn that was decided, on its way into the tables. */
import type { Effects } from '../../domain/effects.ts'
import type { TurnId } from '../../domain/ids.ts'
import type { Claim, SentOn } from '../../ports/inbox.ts'

/** One call of `settle`. */
export interface Settlement {
  readonly claim: Claim
  readonly turn: { readonly id: TurnId; readonly rows: readonly number[] }
  readonly effects: Effects
  readonly now: number
  readonly sendOn?: SentOn | undefined
}
