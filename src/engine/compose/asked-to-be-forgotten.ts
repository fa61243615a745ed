/** Somebody asks in plain words that what is kept about them be deleted: they are told of the command that does it. Pure. */
import { signOf } from '../../hearing/sign-of.ts'
import { readText } from '../../words/read-text.ts'
import { isPassedOn } from '../attend/own-words.ts'
import type { Recalled } from '../stages.ts'
import { line, reply, type Verdict } from '../verdict.ts'
import { giveAnswer } from './give-answer.ts'

const asksToBeForgotten = signOf('asks-to-be-forgotten')
/** The brand foresaw the very question: of its own accounts, say. What is merely near, as a forgotten password, is no answer to this. */
const FORESEEN = 0.97

/** Nothing is deleted on plain words alone, and no model says that it was: the command asks once more, and then it is so. */
export function askedToBeForgotten(turn: Recalled): Verdict | undefined {
  const { isAmbient, text, findings } = turn
  if (isAmbient || isPassedOn(turn) || !asksToBeForgotten(readText(text))) return undefined
  const [best] = findings.hits
  const how = line('forgetHow')
  if (findings.outcome !== 'answer' || !best || best.score < FORESEEN) return reply('asked-to-be-forgotten', [how])
  const given = giveAnswer(best, turn)
  return { ...given, say: [...given.say, how] }
}
