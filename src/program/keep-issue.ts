/** An issue that was reported goes into issues.yaml, so that it is foreseen from now on: as a few more lines, at an operator's word. */
import { idFrom } from '../desk/learning/answer-id.ts'
import { askOfTaken } from '../desk/learning/ask-of-taken.ts'
import { changeFile, whyUnwritten } from '../desk/learning/change-file.ts'
import { phrasingsIn } from '../desk/learning/phrasings.ts'
import { isOperator } from '../desk/people/staff.ts'
import type { StaffMember } from '../domain/case.ts'
import { answerIdOf, type Issue, type Report } from '../domain/issue.ts'
import type { Lang } from '../domain/message.ts'
import { SURE } from '../issues/live/sure-in.ts'
import type { Knowledge } from '../knowledge/create-knowledge.ts'
import { matterOf } from '../knowledge/grouping/matter-of.ts'
import type { Log } from '../log.ts'
import { withIssue } from '../persona/load/answers-file.ts'
import type { Persona } from '../persona/persona.ts'
import type { Acted } from '../ports/desk.ts'
import type { IssueStore } from '../ports/issues.ts'

const PHRASINGS = 8

export interface KeepIssueDeps {
  readonly issues: Pick<IssueStore, 'nameInFile'>
  readonly persona: () => Persona
  readonly knowledge: () => Pick<Knowledge, 'search'>
  readonly log: Log
}

const refused = (says: string): Acted => ({ isDone: false, says: `⛔ ${says}` })

/** `sure`: what was asked back about. */
export type KeepIssue = (issue: Issue, reports: readonly Report[], staff: StaffMember, sure?: string) => Promise<Acted>

export function createKeepIssue({ issues, persona, knowledge, log }: KeepIssueDeps): KeepIssue {
  return async (issue, reports, staff, sure) => {
    const now = persona()
    if (!isOperator(staff, now)) return refused('An operator puts issues into issues.yaml.')
    if (issue.fileId !== undefined) return refused(`It stands in issues.yaml already, as ${issue.fileId}.`)
    const says = phrasingsOf(issue.title, reports, now)
    if (says.length === 0) return refused('There are no reports whose words are kept: nothing to know it by.')
    const id = idFrom(issue.title, new Set(now.issues.map((one) => one.id)))
    const owner = issue.owner !== undefined && now.handoff.teams[issue.owner] ? issue.owner : undefined
    const entry = {
      ...{ id, title: issue.title, says },
      ...(issue.answer && covers(issue.answer, now) ? { answer: issue.answer } : {}),
      ...(owner === undefined ? {} : { owner }),
    }
    // Who reports it in words of an approved answer hears the issue from then on.
    const asked = sure === SURE ? undefined : askOfTaken(says, knowledge(), sure, answerIdOf(issue))
    if (asked) return asked
    // Named first: whoever reads the file anew finds the issue that there is, and makes no second one.
    if (!(await issues.nameInFile(issue.number, id))) return refused('Somebody has put it into issues.yaml meanwhile.')
    try {
      const place = { file: 'issues.yaml', part: 'issues' } as const
      await changeFile(now.folder, place, { change: (text) => withIssue(text, entry) })
    } catch (err) {
      await issues.nameInFile(issue.number, null)
      log.error({ err }, 'issues.yaml could not be changed')
      return refused(whyUnwritten(err, now.folder))
    }
    log.info({ issue: issue.number, id, by: staff.name }, 'an issue stands in issues.yaml')
    return { isDone: true, says: `📌 #${issue.number} stands in issues.yaml as ${id}, known by: ${says.join(' · ')}` }
  }
}

/** The file asks for the home language. */
function covers(answer: NonNullable<Issue['answer']>, { languages: [home] }: Persona): boolean {
  return answer[home] !== undefined
}

/** Of each report the sentence that shares most with the title and the other reports, without what belongs to one person; the latest first. */
function phrasingsOf(title: string, reports: readonly Report[], persona: Persona): readonly string[] {
  const names = reports.map(({ name }) => name)
  const [home] = persona.languages
  const termsOf = (text: string, lang: Lang) => new Set(matterOf(text, lang).filter((term) => !term.includes(' ')))
  const all = [{ text: title, lang: home }, ...reports].map(({ text = '', lang = home }) => termsOf(text, lang))
  const found = reports.flatMap(({ text, lang = home }, at) => {
    if (text === undefined) return []
    const others = all.filter((_, other) => other !== at + 1)
    const shared = (said: string) => {
      const terms = [...termsOf(said, lang)]
      return others.reduce((sum, other) => sum + terms.filter((term) => other.has(term)).length, 0)
    }
    const said = phrasingsIn([text], { names, lang, persona })
    const [best] = said.map((one) => ({ one, score: shared(one) })).toSorted((a, b) => b.score - a.score)
    return best && best.score > 0 ? [best.one] : []
  })
  return [...new Set(found)].slice(0, PHRASINGS)
}
