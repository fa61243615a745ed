/** What a verb is decided from and what comes of it, and the few words all verbs share. Pure. */
import type { Case, CaseChange, CaseSet, StaffMember, StaffMessage } from '../../domain/case.ts'
import type { Media } from '../../domain/message.ts'
import type { Persona } from '../../persona/persona.ts'
import type { SurfaceAbilities } from '../../ports/adapter.ts'
import type { Relayed } from '../../ports/store.ts'
import { placeOf } from './say.ts'

export interface Scene {
  readonly case: Case
  readonly staff: StaffMember
  readonly persona: Persona
  readonly now: number
  /** Cases joined to this one: what is done here is done there. */
  readonly followers: readonly Case[]
  /** The message of staff that holds the verb, if there is one. */
  readonly by?: StaffMessage
  readonly abilities?: SurfaceAbilities
  readonly media?: readonly Media[]
  /** What `edit` and `delete` mean. */
  readonly target?: Relayed
  /** The case to be joined. */
  readonly lead?: Case
  /** Another case is open in the fan's conversation. */
  readonly isOtherOpen?: boolean
}

export interface Act {
  readonly changes: readonly CaseChange[]
  /** For who acted. */
  readonly says: string
  readonly isDone: boolean
}

export function refuse(says: string): Act {
  return { changes: [], says, isDone: false }
}

export function done(changes: readonly CaseChange[], says: string): Act {
  return { changes, says, isDone: true }
}

/** Of a case that somebody takes. */
export function taken(staff: StaffMember): CaseSet {
  return { status: 'assigned', assignee: staff, handler: 'staff' }
}

/** The same change for the case and those joined to it. */
export function forAll(
  { case: one, followers, staff }: Scene,
  change: (one: Case) => Omit<CaseChange, 'id' | 'threadId' | 'conversationId'>,
  what: string,
  detail?: string,
): CaseChange[] {
  return [one, ...followers].map((each) => ({
    ...placeOf(each),
    version: each.version,
    ...change(each),
    events: [{ who: staff.name, what, ...(detail ? { detail } : {}) }],
  }))
}
