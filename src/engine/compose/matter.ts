/** By what the fan writes about, what a model may say at all: on some matters nothing but approved words, a line or a person. Pure. */
import { figuresOf } from '../../commitments/find.ts'
import { topicOf } from '../../commitments/topic.ts'
import { languageIn, weightyWords } from '../../commitments/weighty-words.ts'
import { asksSomething } from '../../hearing/asks-something.ts'
import type { Weight } from '../../hearing/packs/weights.ts'
import type { Recalled } from '../stages.ts'

/** `closed`: no word of the model's. `strict`: none of its words that weighs. `open`: what stands in approved texts. */
export type Openness = 'closed' | 'strict' | 'open'

const bodily: readonly Weight[] = ['body', 'health']
const framing: ReadonlySet<Weight> = new Set(['terms', 'yes', 'no'])

export function opennessOf({ text, persona, lang, fanLang, assessment }: Recalled): Openness {
  const langs = [...new Set([languageIn(text, lang, persona.languages), fanLang ?? lang])]
  const weights = new Set(langs.flatMap((one) => weightyWords(text, one).flatMap((word) => word.weights)))
  // "The watch says 85" asks as well as any question does.
  const isAsked = langs.some((one) => asksSomething(text, one)) || weights.has('terms') || /\p{N}/u.test(text)
  const isBodily = bodily.some((weight) => weights.has(weight)) && isAsked
  if (isBodily || assessment.handoff === 'health') return 'closed'
  const isTerms =
    weights.has('terms') && ([...weights].some((weight) => !framing.has(weight)) || figuresOf(text).length > 0)
  return isTerms || weights.has('legal') || topicOf(text, persona, lang)?.mode === 'strict' ? 'strict' : 'open'
}
