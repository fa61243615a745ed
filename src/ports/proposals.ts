/** Answers that staff propose, until they stand in the file. */
import type { ProposedAnswer } from '../domain/answer.ts'
import type { CaseId } from '../domain/ids.ts'

export interface Proposal {
  readonly id: string
  readonly caseId?: CaseId
  readonly by: string
  readonly answer: ProposedAnswer
  /** `approved` waits to be written into the file. */
  readonly state: 'proposed' | 'approved' | 'refused' | 'written'
  readonly at: number
}

export interface Proposals {
  propose(proposal: Omit<Proposal, 'state'>): Promise<void>
  list(state: Proposal['state']): Promise<Proposal[]>
  /** False when it is not in `from`. */
  move(id: string, from: Proposal['state'], to: Proposal['state'], by: string): Promise<boolean>
}
