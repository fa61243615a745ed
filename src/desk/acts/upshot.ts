/** What comes of an act: the changes it makes, and what whoever acted is told. */
import type { CaseChange } from '../../domain/case.ts'

export interface Upshot {
  readonly changes: readonly CaseChange[]
  /** For who acted. */
  readonly says: string
  readonly isDone: boolean
}

export function refuse(says: string): Upshot {
  return { changes: [], says, isDone: false }
}

export function done(changes: readonly CaseChange[], says: string): Upshot {
  return { changes, says, isDone: true }
}
