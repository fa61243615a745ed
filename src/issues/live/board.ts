/** What the engine knows of issues: kept in memory, read anew when something changed, also by another process. */
import type { Answer } from '../../domain/answer.ts'
import type { Crisis } from '../../domain/crisis.ts'
import type { Issue, Report } from '../../domain/issue.ts'
import type { Persona } from '../../persona/persona.ts'
import type { Clock } from '../../ports/clock.ts'
import type { IssueStore } from '../../ports/issues.ts'
import { foreseenOf } from '../foreseen.ts'
import { type CrisisInForce, inForce } from './in-force.ts'
import { answersOf, type Bare, type KnownIssue, LOOKED_THROUGH } from './issue-answers.ts'

export interface IssueBoard {
  /** Approved words for what is reported, with this persona. */
  answers(persona: Persona): readonly Answer[]
  /** What is amber or red; a drill is not. */
  crises(persona: Persona): readonly CrisisInForce[]
  /** Whether what is said of issues is another than before. */
  refresh(persona: Persona): Promise<boolean>
}

export function createIssueBoard({
  issues,
  clock,
  bare,
}: {
  readonly issues: Pick<IssueStore, 'open' | 'get' | 'firstReportsOf' | 'crises'>
  readonly clock: Clock
  readonly bare: Bare
}): IssueBoard {
  let known: readonly KnownIssue[] = []
  let grave: readonly Grave[] = []
  let said = ''
  return {
    answers: (persona) => answersOf(known, persona, bare),
    crises: (persona) => grave.map(({ crisis, issue, reports }) => inForce(crisis, issue, persona, reports)),
    async refresh(persona) {
      const [listed, open] = await Promise.all([issues.open(clock.now()), issues.crises('open')])
      const answered = listed.filter((issue) => issue.answer || foreseenOf(issue, persona).length > 0)
      known = await Promise.all(
        answered.map(async (issue) => ({ issue, samples: await issues.firstReportsOf(issue.number, LOOKED_THROUGH) })),
      )
      grave = await Promise.all(
        open
          .filter(({ isDrill }) => !isDrill)
          .map(async (crisis) => {
            const issue = crisis.issue === undefined ? undefined : await issues.get(crisis.issue, clock.now())
            const reports = issue ? await issues.firstReportsOf(issue.number, LOOKED_THROUGH) : []
            return { crisis, reports, ...(issue ? { issue } : {}) }
          }),
      )
      const now = JSON.stringify([answersOf(known, persona, bare), grave.map(whatCounts)])
      const isOther = now !== said
      said = now
      return isOther
    },
  }
}

interface Grave {
  readonly crisis: Crisis
  readonly issue?: Issue
  /** The first of it. */
  readonly reports: readonly Report[]
}

function whatCounts({ crisis, issue, reports }: Grave) {
  const { id, level, statements, words } = crisis
  return {
    id,
    level,
    statements,
    words,
    title: issue?.title,
    owner: issue?.owner,
    reports: reports.map((one) => one.id),
  }
}
