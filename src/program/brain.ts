/** Builds the brain from a persona: the answers indexed, the model and its prompts at hand. */
import type { Brain } from '../engine/stages.ts'
import { createKnowledge, type TrainingCache } from '../knowledge/create-knowledge.ts'
import type { Persona } from '../persona/persona.ts'
import { createPrompts } from '../persona/prompt/prompt.ts'
import type { Model } from '../ports/model.ts'
import type { Meaning } from './meaning.ts'

/**
 * Expired answers are left out as of `today` (`YYYY-MM-DD`). `meaning`: found by meaning as well, where it can be had.
 * `cache`: what was learnt before need not be learnt again.
 */
export async function createBrain(
  persona: Persona,
  options: {
    readonly today: string
    readonly model?: Model
    readonly reader?: Model
    readonly meaning?: Meaning
    readonly cache?: TrainingCache
  },
): Promise<Brain> {
  const answers = persona.answers.filter(({ expires }) => expires === undefined || expires >= options.today)
  const { model, reader, meaning, cache } = options
  const promptIn = createPrompts(persona)
  const vectors = await meaning?.ofPhrasings(answers)
  const knowledge = await createKnowledge(answers, {
    caution: persona.knowledge.caution,
    topics: persona.knowledge.topics,
    languages: persona.languages,
    ...(vectors ? { vectors } : {}),
    ...(cache ? { cache } : {}),
  })
  return {
    persona: { ...persona, answers },
    knowledge,
    prompt: promptIn(persona.languages[0]),
    promptIn,
    ...(model ? { model } : {}),
    ...(reader ? { reader } : {}),
    ...(meaning && vectors ? { meaningOf: (text: string) => meaning.ofQuestion(text) } : {}),
  }
}
