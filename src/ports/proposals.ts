/** Answers and scenes that staff propose, until they stand in their file. */
import type { ProposedAnswer } from '../domain/answer.ts'
import type { CaseId } from '../domain/ids.ts'
import type { ProposedScene } from '../domain/scene.ts'

/** One of both. */
export type Proposed =
  | { readonly answer: ProposedAnswer; readonly scene?: undefined }
  | { readonly scene: ProposedScene; readonly answer?: undefined }

export type Proposal = Proposed & ProposalRecord

interface ProposalRecord {
  readonly id: string
  readonly caseId?: CaseId
  readonly by: string
  /** `approved` waits to be written into the file. */
  readonly state: 'proposed' | 'approved' | 'refused' | 'written'
  readonly at: number
}

export interface Proposals {
  /** The same one again takes the place of the first, as long as nobody decided. */
  propose(proposal: Proposed & Omit<ProposalRecord, 'state'>): Promise<void>
  list(state: Proposal['state']): Promise<Proposal[]>
  /** False when it is not in `from`. */
  move(id: string, from: Proposal['state'], to: Proposal['state'], by: string): Promise<boolean>
}
