/** The order in which cases stand in the inbox, and from where it goes on. Pure. */
import type { Case, TimerKind } from './case.ts'
import { dangers, isDanger } from './handoff.ts'
import type { CaseId } from './ids.ts'

/** What a case is sorted by, in order: the open by gravity, by what is due first, by who waits longest; the closed by when. */
export interface CasePlace {
  readonly by: readonly number[]
  readonly id: CaseId
}

/** The times staff have promised. */
const PROMISED: readonly TimerKind[] = ['first-response', 'next-response', 'resolution']

/** What has no time comes last. */
const NEVER = Number.MAX_SAFE_INTEGER

export function placeOf(one: Pick<Case, 'id' | 'status' | 'reason' | 'timers' | 'openedAt' | 'closedAt'>): CasePlace {
  const { id, status, reason, timers, openedAt, closedAt = 0 } = one
  if (status === 'closed') return { by: [closedAt], id }
  const gravity = isDanger(reason) ? dangers.indexOf(reason) : dangers.length
  return { by: [gravity, Math.min(...PROMISED.map((kind) => timers[kind] ?? NEVER)), openedAt], id }
}
