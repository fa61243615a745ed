/** What fans were promised, over all cases: for the lead, and for whoever has to be reminded. */
import type { Case, CasePromise } from '../domain/case.ts'

export interface OwedPromise extends CasePromise {
  readonly id: number
  readonly case: Case
  /** A person gave their word; else a time of the case stands behind it. */
  readonly isByPerson: boolean
}

export interface Promises {
  /** The first due first. */
  open(limit: number): Promise<readonly OwedPromise[]>
  /** How many ended since, kept and broken. */
  ended(since: number): Promise<{ readonly kept: number; readonly broken: number }>
  /** Of persons: due before `by`, of which nobody was reminded yet. */
  toRemind(now: number, by: number, limit: number): Promise<readonly OwedPromise[]>
  /** False when another process did it. */
  reminded(id: number, now: number): Promise<boolean>
  /** Of persons: due by now. */
  overdue(now: number, limit: number): Promise<readonly OwedPromise[]>
}
