/** What may be said of an issue that is open, as approved answers for the index: its words, asked for as it is reported. Pure. */
import type { Answer } from '../../domain/answer.ts'
import { answerIdOf, type Issue, type Report } from '../../domain/issue.ts'
import type { ForeseenIssue, Persona } from '../../persona/persona.ts'
import { answerOf, foreseenOf } from '../foreseen.ts'

/** So many different reports show how an issue is reported; the first of them, so that it is learnt once and not at each report. */
const SAMPLES = 12
/** They are looked for among so many. */
export const LOOKED_THROUGH = 100

/** Of the operator's file alone, where no database is at hand. */
export function foreseenAnswers({ issues }: Pick<Persona, 'issues'>): Answer[] {
  return issues.flatMap((one) =>
    one.answer ? [asAnswer(answerIdOf({ fileId: one.id, number: 0 }), one.says, one.answer, one.owner)] : [],
  )
}

export interface KnownIssue {
  readonly issue: Issue
  /** Oldest first. */
  readonly samples: readonly Pick<Report, 'text' | 'name'>[]
}

/** A text without what belongs to one person, whose platform calls them `name`. */
export type Bare = (text: string, name: string, persona: Persona) => string

/** An issue that is mended, or will not be, has no answer of its own any more. */
export function answersOf(known: readonly KnownIssue[], persona: Persona, bare: Bare): Answer[] {
  const { issues } = persona
  const told = new Set(known.flatMap(({ issue: { fileId, tookIn = [] } }) => [fileId, ...tookIn]))
  const foreseenAlone = foreseenAnswers({ issues: issues.filter(({ id }) => !told.has(id)) })
  const answers = known.flatMap(({ issue, samples }) => {
    if (!isOpen(issue)) return []
    const foreseen = foreseenOf(issue, { issues })
    const answer = answerOf(issue, { issues })
    const asks = phrasingsOf(
      foreseen,
      samples.map(({ text = '', name }) => bare(text.trim(), name, persona)),
    )
    const owner = issue.owner ?? foreseen.find((one) => one.owner !== undefined)?.owner
    return answer && asks.length > 0 ? [asAnswer(answerIdOf(issue), asks, answer, owner)] : []
  })
  return [...answers, ...foreseenAlone]
}

export function isOpen({ state }: Pick<Issue, 'state'>): boolean {
  return state !== 'fixed' && state !== 'wont'
}

/** `samples`: said by fans, without what is nobody else's business: other fans may be asked whether they mean it. */
function phrasingsOf(foreseen: readonly ForeseenIssue[], samples: readonly string[]): string[] {
  const said = new Set(samples)
  said.delete('')
  return [...new Set([...foreseen.flatMap(({ says }) => says), ...[...said].slice(0, SAMPLES)])]
}

function asAnswer(id: string, asks: readonly string[], answer: Answer['answer'], owner: string | undefined): Answer {
  return { id, asks, answer, ...(owner ? { owner } : {}) }
}
