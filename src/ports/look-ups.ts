/** How the engine and the desk ask the shop. */
import type { AccountId } from '../domain/ids.ts'
import type { Given, LookedUp, LookUp, LookUpAction } from '../domain/look-up.ts'
import type { Lang } from '../domain/message.ts'

export interface LookUps {
  /** Never throws for what the shop does: a failure is an answer. `by`: whose hour it counts in; absent: a member of staff asks. */
  ask(
    lookUp: LookUp,
    given: Given,
    options: { readonly by?: AccountId; readonly signal: AbortSignal },
  ): Promise<LookedUp>
  /** Whether codes of this look-up can be sent from here at all. */
  sendsCodes(lookUp: LookUp): boolean
  newCode(lookUp: LookUp): string
  /** Counted: false where this fan had too many within the hour. */
  mayHaveCode(account: AccountId): Promise<boolean>
  /** Sends it to the address on record, if there is one; tells nobody whether there was. Never throws. */
  sendCode(code: CodeToSend, signal: AbortSignal): Promise<void>
  /** Whether a code could not be sent for a reason that has nothing to do with what was asked. */
  couldNotSend(id: string): Promise<boolean>
  /** What a member of staff had pressed for. @returns undefined where it was done, else why not */
  act(action: LookUpAction, given: Given, signal: AbortSignal): Promise<string | undefined>
}

export interface CodeToSend {
  /** Of this code. */
  readonly id: string
  readonly code: string
  readonly lookUp: LookUp
  readonly given: Given
  readonly account: AccountId
  readonly lang: Lang
  /** Who sends it: the persona and its brand. */
  readonly from: { readonly persona: string; readonly brand: string }
}
