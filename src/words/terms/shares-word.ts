/** Whether two texts of a language share a word that says something: no grammar, nothing that people say all day. */
import type { Lang } from '../../domain/message.ts'
import { isEverydayWord } from './everyday-words.ts'
import { segment } from './segment.ts'
import { stopWords } from './stop-words.ts'

export function sharesWord(one: string, other: string, lang: Lang): boolean {
  const words = new Set(segment(other, lang))
  return segment(one, lang).some((word) => words.has(word) && isTellingWord(word, lang))
}

/** Of a letter at least two, and neither grammar nor said all day. */
export function isTellingWord(word: string, lang: Lang): boolean {
  return /\p{L}/u.test(word) && [...word].length > 1 && !isEverydayWord(word) && !stopWords(lang).has(word)
}
