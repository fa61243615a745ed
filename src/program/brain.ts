/** Builds the brain from a persona: the answers indexed, the model and its prompts at hand. */
import { isDeepStrictEqual } from 'node:util'
import type { Answer } from '../domain/answer.ts'
import type { Brain } from '../engine/stages.ts'
import { type CrisisInForce, calmed } from '../issues/live/in-force.ts'
import { foreseenAnswers } from '../issues/live/issue-answers.ts'
import { createKnowledge, type TrainingCache } from '../knowledge/create-knowledge.ts'
import { prepareProducts } from '../knowledge/products/index-products.ts'
import { lookUpAnswers } from '../persona/look-ups/look-up-answers.ts'
import type { Persona } from '../persona/persona.ts'
import { createPrompts } from '../persona/prompt/prompt.ts'
import type { Model } from '../ports/model.ts'
import { learntOnDisk } from './learnt-on-disk.ts'
import type { Meaning } from './meaning.ts'

/**
 * Expired answers are left out as of `today` (`YYYY-MM-DD`). `meaning`: found by meaning as well, where it can be had. `cache`: what was learnt
 * before need not be learnt again; if absent, what this user's programs have learnt on this machine. `crises`: what is amber or red, which calms
 * the persona. `issueAnswers`: what is said of issues; if absent, what issues.yaml foresees.
 */
export async function createBrain(
  given: Persona,
  options: {
    readonly today: string
    readonly model?: Model
    readonly reader?: Model
    readonly meaning?: Meaning
    readonly cache?: TrainingCache
    readonly issueAnswers?: readonly Answer[]
    readonly crises?: readonly CrisisInForce[]
    /** One that was made before: its knowledge serves again where the answers and how they are found are the same. */
    readonly like?: Brain
  },
): Promise<Brain> {
  const { crises = [] } = options
  const persona = calmed(given, crises)
  const { issueAnswers = foreseenAnswers(persona) } = options
  const answers = [...persona.answers, ...issueAnswers, ...lookUpAnswers(persona)].filter(
    ({ expires }) => expires === undefined || expires >= options.today,
  )
  const { model, reader, meaning, cache = learntOnDisk() } = options
  // A shop of many thousands is looked through beside all else: whoever asks for a product waits for what is left of it, and nobody else.
  const products = prepareProducts(persona)
  // Where a brain answers meanwhile, nobody waits at all.
  if (options.like) await products
  const promptIn = createPrompts(persona)
  const vectors = await meaning?.ofPhrasings(answers)
  const known = vectors ? undefined : knownBy(options.like, persona, answers)
  const knowledge =
    known ??
    (await createKnowledge(answers, {
      caution: persona.knowledge.caution,
      topics: persona.knowledge.topics,
      languages: persona.languages,
      ...(vectors ? { vectors } : {}),
      cache,
      ...(options.like ? { like: options.like.knowledge } : {}),
    }))
  return {
    persona: { ...persona, answers: known?.answers ?? answers },
    knowledge,
    ...(crises.length > 0 ? { crises } : {}),
    prompt: promptIn(persona.languages[0]),
    promptIn,
    ...(model ? { model } : {}),
    ...(reader ? { reader } : {}),
    ...(meaning && vectors ? { meaningOf: (text: string) => meaning.ofQuestion(text) } : {}),
  }
}

/** Hits are held against the persona's own answers, so that these are the same values then. */
function knownBy(
  like: Brain | undefined,
  persona: Persona,
  answers: readonly Answer[],
): Brain['knowledge'] | undefined {
  if (!like) return undefined
  const asked = ({ knowledge: { caution, topics }, languages }: Persona) => ({ caution, topics, languages })
  const isSame =
    isDeepStrictEqual(asked(like.persona), asked(persona)) && isDeepStrictEqual(like.persona.answers, answers)
  return isSame ? like.knowledge : undefined
}
