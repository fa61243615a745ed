/** A proposed answer as answers.yaml takes it: every answer there has words in the home language of the persona. Pure. */
import type { ProposedAnswer } from '../../domain/answer.ts'
import type { Lang } from '../../domain/message.ts'
import type { Persona } from '../../persona/persona.ts'
import { checkVoice } from '../../persona/voice/voice.ts'

/** The language in which it still needs words. */
export function lacksIn({ answer }: Pick<ProposedAnswer, 'answer'>, { languages: [home] }: Persona): Lang | undefined {
  return answer[home] === undefined ? home : undefined
}

/** `words`: in the home language, where it lacks that. Undefined: it lacks it still. */
export function wholeAnswer(answer: ProposedAnswer, words: string, persona: Persona): ProposedAnswer | undefined {
  const lang = lacksIn(answer, persona)
  if (lang === undefined) return answer
  const { pieces } = checkVoice(persona, { text: words.trim(), author: 'approved', surface: 'direct', lang })
  const said = pieces.join('\n')
  return said === '' ? undefined : { ...answer, answer: { [lang]: said, ...answer.answer } }
}
