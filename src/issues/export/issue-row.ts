/** An issue as other programs are given it: counts and approved words, never a fan's name or message. */
import { type Issue, type IssueAnswer, type IssueState, publicTitle } from '../../domain/issue.ts'

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
  /** What who reports it is told, by language. */
  readonly answer: IssueAnswer
  /** Its page, where people reach one. */
  readonly url: string | null
}

/** `publicUrl`: where people reach the desk. */
export function rowOf(issue: Issue, publicUrl: string | undefined): IssueRow {
  const { number, state, owner = null, reporters, lately, reports, platforms, since, fixedAt, answer = {} } = issue
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
    answer,
    url: publicUrl === undefined ? null : `${publicUrl.replace(/\/$/, '')}/desk/lead/issues/${number}`,
  }
}

export const isOpen = ({ state }: Pick<Issue, 'state'>) =>
  state === 'seen' || state === 'confirmed' || state === 'working'
