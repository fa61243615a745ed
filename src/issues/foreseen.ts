/** What the operator's file says of an issue: of itself, and of those that went on in it. Pure. */
import type { Issue, IssueAnswer } from '../domain/issue.ts'
import type { ForeseenIssue, Persona } from '../persona/persona.ts'

/** Its own first. */
export function foreseenOf(
  { fileId, tookIn = [] }: Pick<Issue, 'fileId' | 'tookIn'>,
  { issues }: Pick<Persona, 'issues'>,
): readonly ForeseenIssue[] {
  const ids = [...(fileId === undefined ? [] : [fileId]), ...tookIn]
  return ids.flatMap((id) => issues.find((one) => one.id === id) ?? [])
}

/** What whoever reports it is told: what staff gave it, else what the file says. */
export function answerOf(
  issue: Pick<Issue, 'fileId' | 'tookIn' | 'answer'>,
  persona: Pick<Persona, 'issues'>,
): IssueAnswer | undefined {
  return issue.answer ?? foreseenOf(issue, persona).find(({ answer }) => answer !== undefined)?.answer
}
