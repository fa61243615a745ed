/** Whether a fan asks for a thing and for nothing about it, and whether an answer that was found speaks of something else. Pure. */
import type { Lang } from '../../domain/message.ts'
import { subjectsOf } from '../../hearing/subjects/subjects.ts'
import type { FoundProduct } from '../../knowledge/products/find-products.ts'
import { segment } from '../../words/terms/segment.ts'
import { isTellingWord } from '../../words/terms/shares-word.ts'
import { stemmerFor } from '../../words/terms/stem.ts'
import type { Recalled } from '../stages.ts'

/** What is asked of whatever is sold, and needs no answer of its own beside the thing. */
const ofThings: ReadonlySet<string> = new Set(['price', 'stock', 'shop', 'order', 'colour', 'size', 'gift'])

/** In one clause nothing is named but the thing: "do you have a grinder?", and not "can I return the grinder?". */
export function asksForThing(text: string, { words }: FoundProduct, lang: Lang): boolean {
  const telling = tellingIn(text, lang)
  if (/[.,;!?。，；！？]\s*\S/u.test(text) || !telling.some((word) => words.includes(word))) return false
  const isOfThings = (subject: string) => ofThings.has(subject)
  const own = new Set(words.flatMap((word) => subjectsOf([word], lang)))
  // "Money back" is a matter, though neither word is.
  if (!subjectsOf(segment(text, lang), lang).every((subject) => isOfThings(subject) || own.has(subject))) return false
  return telling.every((word) => words.includes(word) || subjectsOf([word], lang).every(isOfThings))
}

/** The answer was found by the thing or by words of asking: its phrasing speaks of a matter that nobody named. */
export function isOnOtherMatter({ text, lang, findings }: Recalled, { words }: FoundProduct): boolean {
  const [best] = findings.hits
  if (!best || best.score >= EXACT) return false
  const stem = stemmerFor(lang)
  const named = new Set([...segment(text, lang), ...words].map(stem))
  const matters = new Set(subjectsOf(segment(text, lang), lang))
  return tellingIn(best.phrasing, lang).some(
    (word) => !named.has(stem(word)) && !subjectsOf([word], lang).some((subject) => matters.has(subject)),
  )
}

/** As a phrasing, word for word. */
const EXACT = 0.99

export const tellingIn = (text: string, lang: Lang): readonly string[] =>
  segment(text, lang).filter((word) => isTellingWord(word, lang))
