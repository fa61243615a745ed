/** Whether what the persona would say in a thread waits for a person: as staff set it there, else as `manners.drafts` says. */
import type { ThreadId } from '../domain/ids.ts'
import type { Persona } from './persona.ts'

export interface DraftPlace {
  readonly threadId: ThreadId
  /** Set by staff. */
  readonly isDrafting?: boolean
}

/** `channels`: those the messages name, where a thread's own id does not tell. */
export function draftsIn(
  { threadId, isDrafting }: DraftPlace,
  { manners: { drafts } }: Pick<Persona, 'manners'>,
  channels: readonly ThreadId[] = [],
): boolean {
  if (isDrafting !== undefined) return isDrafting
  if (drafts === 'off' || drafts === 'all') return drafts === 'all'
  return drafts.some((place) => [threadId, ...channels].some((at) => at === place || at.startsWith(`${place}:`)))
}

/** As it would speak where nobody waits for a person: for rehearsals, and for a talk in the operator's own terminal. */
export function withoutDrafts(persona: Persona): Persona {
  return { ...persona, manners: { ...persona.manners, drafts: 'off' } }
}
