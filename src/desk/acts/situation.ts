/** What an act is decided from, and the few changes several acts share. Pure. */
import {
  type Case,
  type CaseChange,
  type CaseSet,
  type GivenWord,
  type StaffMember,
  type StaffMessage,
  whichCase,
} from '../../domain/case.ts'
import type { Draft } from '../../domain/draft.ts'
import type { Media } from '../../domain/message.ts'
import type { Persona } from '../../persona/persona.ts'
import type { SurfaceAbilities } from '../../ports/adapter.ts'
import type { Relayed } from '../../ports/case-reader.ts'

export interface Situation {
  readonly case: Case
  readonly staff: StaffMember
  readonly persona: Persona
  readonly now: number
  /** Cases joined to this one: what is done here is done there. */
  readonly followers: readonly Case[]
  /** The message of staff that holds the act, if there is one. */
  readonly by?: StaffMessage
  readonly abilities?: SurfaceAbilities
  readonly media?: readonly Media[]
  /** What came with the words and can be shown in words alone. */
  readonly told?: readonly string[]
  /** What came with the words and cannot be sent to the fan, named. */
  readonly left?: string
  /** What `edit` and `delete` mean. */
  readonly target?: Relayed
  /** The reply that waits and is meant. */
  readonly held?: Draft
  /** The case to be joined. */
  readonly lead?: Case
  /** What persons gave their word on, oldest first; of acts on promises. */
  readonly given?: readonly GivenWord[]
  /** Another case is open in the fan's conversation. */
  readonly isOtherOpen?: boolean
}

/** Of a case that somebody takes. One in which only drafts waited is from then on one that a person stepped into. */
export function taken(staff: StaffMember, { reason }: Pick<Case, 'reason'>): CaseSet {
  return {
    ...{ status: 'assigned', assignee: staff, handler: 'staff' },
    ...(reason === 'draft' ? { reason: 'stepped-in' } : {}),
  }
}

/** The same change for the case and those joined to it. */
export function forAll(
  { case: one, followers, staff }: Situation,
  change: (one: Case) => Omit<CaseChange, 'id' | 'threadId' | 'conversationId'>,
  what: string,
  detail?: string,
): CaseChange[] {
  return [one, ...followers].map((each) => ({
    ...whichCase(each),
    version: each.version,
    ...change(each),
    events: [{ who: staff.name, what, ...(detail ? { detail } : {}) }],
  }))
}

/** Words of staff with those for what came with them. */
export function withTold(text: string, { told = [] }: Pick<Situation, 'told'>): string {
  return [text, ...told].filter((part) => part.trim() !== '').join('\n')
}
