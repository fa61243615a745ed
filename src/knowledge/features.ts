/** Words → the features that texts are compared by: stemmed words, pairs of them, and character n-grams. */
import type { Lang } from '../domain/message.ts'
import { subjectsOf } from '../hearing/subjects/subjects.ts'
import { isUnspaced } from '../words/letters/scripts.ts'
import { grams, segment } from '../words/terms/segment.ts'
import { stemmerFor } from '../words/terms/stem.ts'
import { stopWords } from '../words/terms/stop-words.ts'

export interface Features {
  /** Folded words, as written. */
  readonly words: readonly string[]
  /** The words that carry matter, as written; all words, if none does. */
  readonly matter: readonly string[]
  /** Their stems. */
  readonly stems: readonly string[]
  /** No word carries matter. */
  readonly isBare: boolean
  /** Stems of all words and of each two neighbours: `how`, `how do`. */
  readonly phrases: readonly string[]
  /** In scripts without spaces they do not reach across words of grammar. */
  readonly grams: readonly string[]
  /** What it is about, as subjects.ts names it. */
  readonly subjects: readonly string[]
}

/** Japanese grammar in pieces, as the dictionaries cut it. */
const particle = /^\p{sc=Hiragana}{1,2}$/u

export function features(text: string, lang?: Lang): Features {
  return featuresOf(segment(text, lang), lang)
}

export function featuresOf(words: readonly string[], lang?: Lang): Features {
  const stem = stemmerFor(lang)
  const stops = stopWords(lang)
  const isGrammar = (word: string) => stops.has(word) || particle.test(word)
  const all = words.map(stem)
  const telling = words.filter((word) => !isGrammar(word))
  const matter = telling.length > 0 ? telling : words
  const pairs = all.slice(1).map((word, at) => `${all[at]} ${word}`)
  return {
    words,
    matter,
    stems: matter.map(stem),
    isBare: telling.length === 0,
    phrases: [...all, ...pairs],
    grams: grams(telling.length > 0 ? words.map((word) => (isUnspaced(word) && isGrammar(word) ? '' : word)) : words),
    subjects: subjectsOf(words, lang),
  }
}
