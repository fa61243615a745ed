/** Words → the features that texts are compared by: stemmed words, pairs of them, and character n-grams. */
import type { Lang } from '../domain/message.ts'
import { grams, segment } from './segment.ts'
import { stemmerFor } from './stem.ts'
import { stopWords } from './stop-words.ts'

export interface Features {
  /** Folded words, as written. */
  readonly words: readonly string[]
  /** Stems of the words that carry matter; of all words, if none does. */
  readonly stems: readonly string[]
  /** No word carries matter. */
  readonly isBare: boolean
  /** Stems of all words and of each two neighbours: `how`, `how do`. */
  readonly phrases: readonly string[]
  readonly grams: readonly string[]
}

export function features(text: string, lang?: Lang): Features {
  return featuresOf(segment(text, lang), lang)
}

export function featuresOf(words: readonly string[], lang?: Lang): Features {
  const stem = stemmerFor(lang)
  const stops = stopWords(lang)
  const all = words.map(stem)
  const matter = words.filter((word) => !stops.has(word)).map(stem)
  const pairs = all.slice(1).map((word, at) => `${all[at]} ${word}`)
  return {
    words,
    stems: matter.length > 0 ? matter : all,
    isBare: matter.length === 0,
    phrases: [...all, ...pairs],
    grams: grams(words),
  }
}
