/** An issue as other programs are given it: counts and approved words, never a fan's name or message. */
import { type Issue, type IssueAnswer, type IssueState, publicTitle } from '../../domain/issue.ts'
import type { Persona } from '../../persona/persona.ts'
import { answerOf, foreseenOf } from '../foreseen.ts'

export interface IssueRow {
  readonly number: number
  readonly title: string
  readonly state: IssueState
  readonly owner: string | null
  readonly people: number
  readonly peopleOfLastDay: number
  readonly reports: number
  readonly platforms: readonly string[]
  /** ISO 8601. */
  readonly since: string | null
  readonly fixedAt: string | null
  /** What who reports it is told, by language: staff's words, else those of issues.yaml. */
  readonly answer: IssueAnswer
  /** How issues.yaml foresees that it is reported. */
  readonly says: readonly string[]
  /** Its page, where people reach one. */
  readonly url: string | null
}

/** `publicUrl`: where people reach the desk. `persona`: whose issues.yaml foresees some. */
export function rowOf(issue: Issue, publicUrl: string | undefined, persona: Pick<Persona, 'issues'>): IssueRow {
  const { number, state, owner = null, reporters, lately, reports, platforms, since, fixedAt } = issue
  return {
    ...{
      number,
      title: publicTitle(issue),
      state,
      owner,
      people: reporters,
      peopleOfLastDay: lately,
      reports,
      platforms,
    },
    since: since === undefined ? null : new Date(since).toISOString(),
    fixedAt: fixedAt === undefined ? null : new Date(fixedAt).toISOString(),
    answer: answerOf(issue, persona) ?? {},
    says: foreseenOf(issue, persona).flatMap((one) => one.says),
    url: publicUrl === undefined ? null : `${publicUrl.replace(/\/$/, '')}/desk/lead/issues/${number}`,
  }
}

export const isOpen = ({ state }: Pick<Issue, 'state'>) =>
  state === 'seen' || state === 'confirmed' || state === 'working'
