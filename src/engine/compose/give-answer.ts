/** One approved answer as a draft. */
import type { Hit } from '../../knowledge/create-knowledge.ts'
import type { Persona } from '../../persona/persona.ts'
import type { Draft, DraftText } from '../draft.ts'
import { say } from '../review/lines.ts'
import type { Recalled } from '../stages.ts'

/** The approved words, in the fan's language where a version exists, else in the home language with a word of apology. */
export function giveAnswer(hit: Hit, turn: Recalled, persona: Persona): Draft {
  const { answer } = hit
  const lang = answer.answer[turn.lang] ? turn.lang : persona.languages[0]
  const variants = answer.answer[lang] ?? Object.values(answer.answer)[0] ?? []
  const text = turn.rotation.pick(`answer-${answer.id}:${lang}`, variants)
  const words: DraftText = answer.buttons
    ? { text, author: 'approved', buttons: answer.buttons }
    : { text, author: 'approved' }
  const isOtherLanguage = lang !== turn.lang || turn.isForeign
  return {
    kind: 'reply',
    reason: 'approved-answer',
    texts: isOtherLanguage ? [say('wrongLanguage', turn, persona), words] : [words],
    answerId: answer.id,
    score: hit.score,
    changes: { state: { lastAnswerId: answer.id, pending: undefined, clarifications: 0, misses: 0 } },
  }
}
