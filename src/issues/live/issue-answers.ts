/** What may be said of an issue that is open, as approved answers for the index: its words, asked for as it is reported. Pure. */
import type { Answer } from '../../domain/answer.ts'
import { answerIdOf, type Issue, type Report } from '../../domain/issue.ts'
import type { ForeseenIssue, Persona } from '../../persona/persona.ts'
import { maskPersonalData } from '../../words/personal-data/personal-data.ts'

/** So many different reports show how an issue is reported; the first of them, so that it is learnt once and not at each report. */
const SAMPLES = 12
/** They are looked for among so many. */
export const LOOKED_THROUGH = 100

/** Of the operator's file alone, where no database is at hand. */
export function foreseenAnswers({ issues }: Pick<Persona, 'issues'>): Answer[] {
  return issues.flatMap((one) => (one.answer ? [answerOf(`issue-${one.id}`, one.says, one.answer, one.owner)] : []))
}

export interface KnownIssue {
  readonly issue: Issue
  /** Oldest first. */
  readonly samples: readonly Pick<Report, 'text'>[]
}

/** An issue that is mended, or will not be, has no answer of its own any more. */
export function answersOf(known: readonly KnownIssue[], { issues }: Pick<Persona, 'issues'>): Answer[] {
  const told = new Set(known.map(({ issue }) => issue.fileId))
  const foreseenAlone = foreseenAnswers({ issues: issues.filter(({ id }) => !told.has(id)) })
  const answers = known.flatMap(({ issue, samples }) => {
    if (!isOpen(issue)) return []
    const foreseen = issues.find(({ id }) => id === issue.fileId)
    const answer = issue.answer ?? foreseen?.answer
    const asks = phrasingsOf(foreseen, samples)
    return answer && asks.length > 0 ? [answerOf(answerIdOf(issue), asks, answer, issue.owner ?? foreseen?.owner)] : []
  })
  return [...answers, ...foreseenAlone]
}

export function isOpen({ state }: Pick<Issue, 'state'>): boolean {
  return state !== 'fixed' && state !== 'wont'
}

/** Said by fans, without what is nobody else's business. */
function phrasingsOf(foreseen: ForeseenIssue | undefined, samples: KnownIssue['samples']): string[] {
  const said = new Set(samples.map(({ text = '' }) => maskPersonalData(text.trim()).text))
  said.delete('')
  return [...new Set([...(foreseen?.says ?? []), ...[...said].slice(0, SAMPLES)])]
}

function answerOf(id: string, asks: readonly string[], answer: Answer['answer'], owner: string | undefined): Answer {
  return { id, asks, answer, ...(owner ? { owner } : {}) }
}
