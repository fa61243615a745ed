/** Who looks at which case, in every process that serves the desk page. */
import type { StaffMember } from '../domain/case.ts'

export interface Looking {
  readonly caseId: string
  readonly staff: StaffMember
  /** Epoch ms: forgotten then, unless it was said again. */
  readonly until: number
}

export interface Lookers {
  /** `isNew`: others are told at once. */
  keep(looking: Looking, isNew: boolean): Promise<void>
  all(): Promise<readonly Looking[]>
  /** Called when somebody new looks, in this process or another. */
  onNews(listener: () => void): void
}
