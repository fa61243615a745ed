/** A message that puts several questions: each approved answer it is sure of in a piece of its own, and a word about the rest. Pure. */
import { asksSomething } from '../../hearing/asks-something.ts'
import { answeredOf } from '../../knowledge/questions.ts'
import type { Recalled } from '../stages.ts'
import { line, type Reply, type Saying, withFlags } from '../verdict.ts'
import { giveAnswer } from './give-answer.ts'

/** More would be a wall of text. */
const MAX_ANSWERS = 3

/**
 * The answers in the order of the questions. The one that ranks first is the reply's `answerId`; the others stand in the
 * record as flags, `also:<id>`. Undefined when one answer is all there is to say.
 */
export function answerSeveral(turn: Recalled): Reply | undefined {
  const { questions = [], hits } = turn.findings
  const answered = answeredOf(questions).slice(0, MAX_ANSWERS)
  const best = answered.find(({ answer }) => answer === hits[0]?.answer)
  const isRestAsked = questions.some(({ isSure, text }) => !isSure && asksSomething(text, turn.lang))
  if (!best || (answered.length < 2 && !isRestAsked)) return undefined
  const replies = answered.map((hit) => giveAnswer(hit, turn))
  const { changes } = replies.at(-1) ?? {}
  const said = withOneApology(replies.flatMap(({ say }) => say))
  const others = answered.filter((hit) => hit !== best).map(({ answer }) => `also:${answer.id}`)
  const whole: Reply = {
    ...giveAnswer(best, turn),
    say: isRestAsked ? [...said, line('otherQuestion')] : said,
    ...(changes ? { changes } : {}),
  }
  return withFlags(whole, isRestAsked ? [...others, 'asked-more'] : others)
}

/** One word about the language is enough for all of them. */
function withOneApology(say: readonly Saying[]): readonly Saying[] {
  const first = say.find(({ kind }) => kind === 'line')
  return say.filter((saying) => saying.kind !== 'line' || saying === first)
}
