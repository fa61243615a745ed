/**
 * Who said that they may harm themselves, and whom nobody of staff has answered yet, is met with help whatever they write next: no
 * joke, no small talk. Pure.
 */
import { isAtRisk } from '../../domain/open-case.ts'
import { asksSomething } from '../../hearing/asks-something.ts'
import type { Recalled } from '../stages.ts'
import type { Verdict } from '../verdict.ts'
import { handOff } from './hand-off.ts'

/** Few words tell a plan, a farewell or thanks apart, so all are taken for danger but a plain question that the brand has an answer to. */
export function standingDanger(turn: Recalled): Verdict | undefined {
  const { conversation, author, isAmbient, isFromBot, assessment } = turn
  if (isAmbient || isFromBot || !isAtRisk(conversation, author.accountId)) return undefined
  if ((assessment.handoff && assessment.isViolence) || isPlainQuestion(turn)) return undefined
  const isTold = assessment.handoff === 'self-harm'
  return handOff('self-harm', turn, isTold ? {} : { isStanding: true })
}

function isPlainQuestion({ assessment, findings, text, lang }: Recalled): boolean {
  const isCalm = assessment.handoff === undefined && assessment.maybe === undefined
  return isCalm && findings.outcome === 'answer' && asksSomething(text, lang)
}
