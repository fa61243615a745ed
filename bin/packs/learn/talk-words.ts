/** The words that people say in talk that binds nobody, of each language, from its said.yaml: they add nothing to what an approved text says. */
import { mattersOf } from '../../../src/commitments/passages.ts'
import type { SaidLesson } from './said-lessons.ts'

/** In so many sentences that bind nobody, and in no more than so many times as many claims. */
const LEAST = 2
const CLAIMS = 6

/** As stems, in the order of the alphabet. */
export function talkWords(lessons: readonly SaidLesson[]): readonly (readonly [lang: string, words: string])[] {
  return [...Map.groupBy(lessons, ({ lang }) => lang)].map(([lang, own]) => {
    const free = countWords(own.filter(({ isClaim }) => !isClaim))
    const claims = countWords(own.filter(({ isClaim }) => isClaim))
    const words = [...free].filter(([word, count]) => count >= LEAST && (claims.get(word) ?? 0) <= count * CLAIMS)
    return [
      lang,
      words
        .map(([word]) => word)
        .sort()
        .join(' '),
    ]
  })
}

function countWords(lessons: readonly SaidLesson[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const { sentence, lang } of lessons)
    for (const word of mattersOf(sentence, lang)) counts.set(word, (counts.get(word) ?? 0) + 1)
  return counts
}
