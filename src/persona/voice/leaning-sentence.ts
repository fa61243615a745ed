/** A sentence that leans on the one before it, "But I will listen", made to stand alone. */
import type { Lang } from '../../domain/message.ts'
import { listOf } from '../../hearing/packs/book.ts'
import { choiceOf, isUnspacedPhrase } from '../../words/phrases/patterns.ts'

/** What is no word of its own in another language: English has an I where Polish has its "and". */
const LONG = 3

const patterns = new Map<string, RegExp>()
/** As they are written, at the beginning; a comma may set them off. */
function leaning(lang: Lang | undefined): RegExp {
  const known = patterns.get(lang ?? '')
  if (known) return known
  const phrases = listOf('voice', 'joints', 'leans', lang).filter(
    (phrase) => lang !== undefined || isUnspacedPhrase(phrase) || phrase.length >= LONG,
  )
  const words = choiceOf(
    phrases.filter((phrase) => !isUnspacedPhrase(phrase)),
    asItIs,
  )
  const letters = choiceOf(phrases.filter(isUnspacedPhrase), asItIs)
  const made = new RegExp(
    `^(\\s*["“«„「『¿¡(]?\\s*)(?:${words}(?![\\p{L}\\p{N}'’-])|${letters})[\\s,，、:：]*(?=[\\p{L}\\p{N}])`,
    'iu',
  )
  if (patterns.size < 100) patterns.set(lang ?? '', made)
  return made
}

/** Several may stand one after the other: "And so …". */
export function withoutLeaning(sentence: string, lang?: Lang): string {
  let rest = sentence
  for (let round = 0; round < 3; round++) {
    const next = rest.replace(leaning(lang), '$1')
    if (next === rest) break
    rest = next
  }
  return rest === sentence
    ? sentence
    : rest.replace(/^([^\p{L}\p{N}]*)(\p{Ll})/u, (_, head: string, letter: string) => head + letter.toUpperCase())
}

const asItIs = (text: string) => text
