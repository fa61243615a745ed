/** What every form of a question is given. */
import type { ActRequest, CaseDetail, Me } from '../../../wire.ts'

export interface QuestionProps {
  readonly me: Me
  readonly detail: CaseDetail
  readonly onAnswer: (request: ActRequest) => void
  /** For a form that shows for itself what became of it. */
  readonly onDone: () => void
}
