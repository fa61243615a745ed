/** Look-ups as the index finds them: each stands among the approved answers by how fans ask for it. Pure. */
import type { Answer } from '../../domain/answer.ts'
import { answerIdOfLookUp } from '../../domain/look-up.ts'
import type { Persona } from '../persona.ts'

/** Its words are the first thing it has to ask. One that only takes the place of answers is found by theirs. */
export function lookUpAnswers({ lookUps }: Pick<Persona, 'lookUps'>): readonly Answer[] {
  return lookUps.flatMap((lookUp): Answer[] => {
    const [first] = lookUp.needs
    if (lookUp.asks.length === 0 || !first) return []
    const { asks, title } = lookUp
    return [{ id: answerIdOfLookUp(lookUp), asks, answer: first.ask, ...(title ? { title } : {}) }]
  })
}
