/** What stands in the persona's own texts, folded: names, numbers and words that nobody else put into its mouth. */
import { fold } from '../../words/letters/fold.ts'
import { segment } from '../../words/terms/segment.ts'
import type { Persona } from '../persona.ts'

export interface OwnWords {
  /** As JSON, with every name as it is written. */
  readonly json: string
  readonly text: string
  readonly words: ReadonlySet<string>
}

const cache = new WeakMap<Persona, OwnWords>()

/** `folder` is where it lies, and the names of competitors are not its own to say. */
export function ownWordsOf(persona: Persona): OwnWords {
  const known = cache.get(persona)
  if (known) return known
  const { folder: _, brand, ...rest } = persona
  const json = JSON.stringify({ ...rest, brand: { ...brand, competitors: [] } })
  const text = fold(json)
  const own = { json, text, words: new Set(wordsOf(text)) }
  cache.set(persona, own)
  return own
}

/** In slices, as what is read of one text is bounded. */
function wordsOf(text: string): string[] {
  const words: string[] = []
  for (let at = 0; at < text.length; at += 1500) words.push(...segment(text.slice(at, at + 1600)))
  return words
}
