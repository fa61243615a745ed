/** Not called, only to a question, only an answer it is sure of, and only within the talk budget. Pure. */
import { asksSomething } from '../../hearing/asks-something.ts'
import { joinedIn, mayJoinIn } from '../attend/talk-budget.ts'
import type { Recalled } from '../stages.ts'
import { silent, type Verdict, withChanges } from '../verdict.ts'
import { giveAnswer } from './give-answer.ts'

export function joinIn(turn: Recalled): Verdict {
  const { findings, persona, isToMember, text, lang } = turn
  const [best] = findings.hits
  const isSure = findings.outcome === 'answer' && best && best.score >= persona.manners.ambient.sure
  if (!isSure || isToMember || !asksSomething(text, lang)) return silent('not-addressed')
  const budget = mayJoinIn(turn, persona)
  return budget === 'free' ? withChanges(giveAnswer(best, turn), { state: joinedIn(turn) }) : silent(budget)
}
