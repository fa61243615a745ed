/** What a page of the desk shows of the shop beside a case: what may be asked, what was found, what may be done about it. */

import type { StaffMember } from '../domain/case.ts'
import type { CaseId } from '../domain/ids.ts'
import type { Given } from '../domain/look-up.ts'
import type { Media } from '../domain/message.ts'
import type { Acted } from './desk.ts'

export interface AskableLookUp {
  readonly id: string
  readonly about: string
  /** `told`: what the fan's own words hold of it. */
  readonly needs: readonly { readonly id: string; readonly shape: string; readonly told?: string }[]
}

/** What the shop answered a member of staff about a case. */
export interface LookedCard {
  readonly about: string
  readonly given: Given
  /** Of the look-up's own states, else `unknown`, `failed`, `limited`. */
  readonly state: string
  readonly says: string
  /** Epoch ms. */
  readonly at: number
  /** Name of who asked. */
  readonly by: string
  /** `doneBy`: pressed, and by whom. */
  readonly actions: readonly { readonly id: string; readonly label: string; readonly doneBy?: string }[]
}

export interface ProductShown {
  readonly id: string
  readonly name: string
  readonly price?: string
  readonly about?: string
  readonly url?: string
  readonly isSoldOut?: true
  readonly hasPicture?: true
}

export interface BesideCase {
  readonly lookUps: readonly AskableLookUp[]
  /** The newest first, as long as a day. */
  readonly looked: readonly LookedCard[]
  /** That the fan's last words speak of, the best first. */
  readonly products: readonly ProductShown[]
  /** The fan has proved by a code that an address on record is theirs; epoch ms. */
  readonly verifiedUntil?: number
}

export interface ShopDesk {
  /** `said`: the fan's last words, oldest first. */
  beside(id: CaseId, said: readonly string[]): Promise<BesideCase>
  /** Asks the shop; what it finds stands as a note on the case. */
  look(id: CaseId, staff: StaffMember, lookUp: string, given: Given): Promise<Acted>
  /** Has something done about what was found, and says so to the fan as the brand. */
  press(id: CaseId, staff: StaffMember, action: string): Promise<Acted>
  /** A file, or the bytes of another site's picture. Undefined: there is none to be had. */
  picture(product: string): Promise<Pick<Media, 'path'> | Uint8Array | undefined>
}
