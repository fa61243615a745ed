/** Issues, crises and promises for the pages of leads, on the same acts as the staff chat. */
import type { Issue, Report } from '../../domain/issue.ts'
import { mayApprove } from '../../persona/leads.ts'
import { textIn } from '../../persona/lines/localise.ts'
import type { Persona } from '../../persona/persona.ts'
import type { LeadDesk } from '../../ports/lead-desk.ts'
import type { Promises } from '../../ports/promises.ts'
import { maskPersonalData } from '../../words/personal-data/personal-data.ts'
import { answerOf, foreseenOf } from '../foreseen.ts'
import { afterAction } from './after-action.ts'
import { setCrisis } from './crisis-desk.ts'
import { type IssueDeskDeps, perform } from './issue-desk.ts'

/** What is nobody else's business left out. */
function masked(report: Report): Report {
  const { text } = report
  return text === undefined ? report : { ...report, text: maskPersonalData(text).text }
}

function answered(issue: Issue, persona: Persona): Issue {
  const answer = answerOf(issue, persona)
  return answer === undefined ? issue : { ...issue, answer }
}

const REPORTS_SHOWN = 200
const HISTORY_SHOWN = 50

export function createLeadDesk(
  deps: Omit<IssueDeskDeps, 'keep' | 'digestNow' | 'insightsNow'> & {
    readonly promises: Pick<Promises, 'open' | 'ended'>
  },
): LeadDesk {
  const { issues, persona, clock, promises } = deps
  return {
    issues: async () => (await issues.list(clock.now())).map((issue) => answered(issue, persona())),
    async issue(number) {
      const [issue, reports, history, crises] = await Promise.all([
        issues.get(number, clock.now()),
        issues.reportsOf(number, REPORTS_SHOWN),
        issues.history(number, HISTORY_SHOWN),
        issues.crises('open'),
      ])
      const crisis = crises.find((one) => one.issue === number && !one.isDrill)
      if (issue === undefined) return undefined
      const says = foreseenOf(issue, persona()).flatMap((one) => one.says)
      const told = answered(issue, persona())
      const isAnswerOfFile = issue.answer === undefined && told.answer !== undefined
      return {
        ...{ issue: told, says, isAnswerOfFile, reports: reports.map(masked), history },
        ...(crisis ? { crisis } : {}),
      }
    },
    wish: (wish, staff, origin) => perform(wish, staff, { origin }, deps),
    crises: () => issues.crises('open'),
    figuresOf: (crisis) => issues.figuresOf(crisis, clock.now()),
    setCrisis: (wish, staff) => setCrisis(wish, staff, deps),
    async report(crisis) {
      const issue = crisis.issue === undefined ? undefined : await issues.get(crisis.issue, clock.now())
      const name = issue ? `#${issue.number} ${issue.title}` : persona().brand.name
      return afterAction(crisis, name, await issues.figuresOf(crisis, clock.now()))
    },
    mayApprove: ({ id }) => mayApprove(id, persona()),
    promises: (limit) => promises.open(limit),
    promisesSince: (since) => promises.ended(since),
    languages: () => persona().languages,
    platforms: () => deps.platforms,
    owners() {
      const { handoff, languages } = persona()
      const teams = Object.entries(handoff.teams).map(([id, { name }]) => ({
        id,
        name: textIn(name, languages[0], persona()) || id,
      }))
      return [...teams, ...handoff.staff.map(({ name }) => ({ id: name, name }))]
    },
  }
}
