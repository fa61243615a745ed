/** One approved answer as a verdict. */
import type { Hit } from '../../knowledge/create-knowledge.ts'
import type { Recalled } from '../stages.ts'
import { line, type Reply, reply, type Saying } from '../verdict.ts'
import { movedOn } from './held.ts'

/** The approved words, in the fan's language where a version exists, else in the home language with a word of apology. */
export function giveAnswer({ answer, score }: Hit, turn: Recalled): Reply {
  const lang = answer.answer[turn.lang] ? turn.lang : turn.persona.languages[0]
  const words: Saying = { kind: 'answer', id: answer.id, lang }
  const isOtherLanguage = lang !== turn.lang || turn.isForeign
  return {
    ...reply('approved-answer', isOtherLanguage ? [line('wrongLanguage'), words] : [words]),
    answerId: answer.id,
    score,
    changes: {
      state: { lastAnswerId: answer.id, pending: undefined, clarifications: 0, misses: 0, ...movedOn(turn) },
    },
  }
}
