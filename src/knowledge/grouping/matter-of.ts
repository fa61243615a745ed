/** What a short text is about, as terms: stems of the words that carry matter, and pairs of neighbours, which keep their order. */
import type { Lang } from '../../domain/message.ts'
import { features, featuresOf } from '../features.ts'
import { wordsWithoutMood } from './without-mood.ts'

/**
 * Of what is told: neighbours among the words that carry matter. How words of grammar stand beside each other tells who wrote, not of what;
 * nor does how they feel: of a text that tells of nothing else there is none.
 */
export function matterOf(text: string, lang?: Lang): readonly string[] {
  const { words, hadMood } = wordsWithoutMood(text, lang)
  const { stems, isBare } = featuresOf(words, lang)
  if (hadMood && isBare) return []
  return [...stems, ...stems.slice(1).map((stem, at) => `${stems[at]} ${stem}`)]
}

/** Of what is asked: neighbours among all words, as "how do I" and "where is my" ask for different things of the same matter. */
export function questionOf(text: string, lang?: Lang): readonly string[] {
  const { stems, phrases } = features(text, lang)
  return [...stems, ...phrases.filter((phrase) => phrase.includes(' '))]
}
