/** A message that puts several questions: each approved answer it is sure of in a piece of its own, and a word about the rest. Pure. */

import { asksSomething } from '../../hearing/assess.ts'
import type { Question } from '../../knowledge/create-knowledge.ts'
import { answeredOf } from '../../knowledge/questions.ts'
import type { Persona } from '../../persona/persona.ts'
import { type Draft, withFlags } from '../draft.ts'
import { say } from '../review/lines.ts'
import type { Triaged } from '../stages.ts'
import { giveAnswer } from './give-answer.ts'

/** More would be a wall of text. */
const MAX_ANSWERS = 3

/**
 * The answers in the order of the questions. The one that ranks first is the reply's `answerId`; the others stand in the
 * record as flags, `also:<id>`. Undefined when one answer is all there is to say.
 */
export function answerSeveral(turn: Triaged, persona: Persona): Draft | undefined {
  const { questions = [], hits } = turn.findings
  const [best] = hits
  const answered = answeredOf(questions).slice(0, MAX_ANSWERS)
  if (!best || !answered.some(({ answer }) => answer === best.answer)) return undefined
  const drafts = answered.map((hit) => giveAnswer(hit, turn, persona))
  const first = drafts.find((draft) => draft.kind === 'reply' && draft.answerId === best.answer.id)
  const last = drafts.at(-1)
  if (first?.kind !== 'reply' || last?.kind !== 'reply') return undefined
  const texts = drafts.flatMap((draft) => (draft.kind === 'reply' ? draft.texts : []))
  const isRestAsked = questions.some((question) => isOpen(question) && asksSomething(question.text))
  if (drafts.length < 2 && !isRestAsked) return undefined
  const apologies = new Set<string>()
  const said = texts.filter(({ author, text }) => {
    // One word about the language is enough for all of them.
    const isAgain = author === 'line' && apologies.size > 0
    if (author === 'line') apologies.add(text)
    return !isAgain
  })
  const others = answered.filter(({ answer }) => answer !== best.answer).map(({ answer }) => `also:${answer.id}`)
  const whole: Draft = {
    ...first,
    texts: isRestAsked ? [...said, say('otherQuestion', turn, persona)] : said,
    ...(last.changes ? { changes: last.changes } : {}),
  }
  return withFlags(whole, isRestAsked ? [...others, 'asked-more'] : others)
}

function isOpen({ isSure }: Question): boolean {
  return !isSure
}
