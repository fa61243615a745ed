/** What the engine knows of issues: kept in memory, read anew when something changed, also by another process. */
import type { Answer } from '../../domain/answer.ts'
import type { Persona } from '../../persona/persona.ts'
import type { Clock } from '../../ports/clock.ts'
import type { IssueStore } from '../../ports/issues.ts'
import { answersOf, type KnownIssue, LOOKED_THROUGH } from './issue-answers.ts'

export interface IssueBoard {
  /** Approved words for what is reported, with this persona. */
  answers(persona: Persona): readonly Answer[]
  /** Whether what is said of issues is another than before. */
  refresh(persona: Persona): Promise<boolean>
}

export function createIssueBoard({
  issues,
  clock,
}: {
  readonly issues: Pick<IssueStore, 'list' | 'firstReportsOf'>
  readonly clock: Clock
}): IssueBoard {
  let known: readonly KnownIssue[] = []
  let said = ''
  return {
    answers: (persona) => answersOf(known, persona),
    async refresh(persona) {
      const listed = await issues.list(clock.now())
      const answered = listed.filter((issue) => issue.answer || persona.issues.some(({ id }) => id === issue.fileId))
      known = await Promise.all(
        answered.map(async (issue) => ({ issue, samples: await issues.firstReportsOf(issue.number, LOOKED_THROUGH) })),
      )
      const now = JSON.stringify(answersOf(known, persona))
      const isOther = now !== said
      said = now
      return isOther
    },
  }
}
