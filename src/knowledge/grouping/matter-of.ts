/** What a short text is about, as terms: stems of the words that carry matter, and pairs of neighbours, which keep their order. */
import type { Lang } from '../../domain/message.ts'
import { features } from '../features.ts'

export function matterOf(text: string, lang?: Lang): readonly string[] {
  const { stems, phrases } = features(text, lang)
  return [...stems, ...phrases.filter((phrase) => phrase.includes(' '))]
}
