/** The words of a text without those by which somebody only says how they feel about it: annoyed, 生气, fed up. Pure. */
import type { Lang } from '../../domain/message.ts'
import { countOf, overlooking } from '../../hearing/sign-of.ts'
import { readText } from '../../words/read-text.ts'
import { segment } from '../../words/terms/segment.ts'

const countFury = countOf('fury')
const withoutFury = overlooking('fury')
const countDispleasure = countOf('displeasure')
const mostWords = 5_000
const moods = new Map<string, boolean>()

/** `hadMood`: something was left out. Cut from the text as it was written, unless a phrase of it had to go. */
export function wordsWithoutMood(text: string, lang?: Lang): { words: readonly string[]; hadMood: boolean } {
  const reading = readText(text)
  const isFurious = countFury(reading) > 0
  const [spaced = ''] = isFurious ? withoutFury(reading).spaced : []
  const words = segment(isFurious ? spaced.replaceAll('#', ' ') : text, lang)
  const calm = words.filter((word) => !isMood(word))
  return { words: calm, hadMood: isFurious || calm.length < words.length }
}

/** A word that by itself says that something is amiss, and not what: annoyed, useless. */
export function isMood(word: string): boolean {
  const known = moods.get(word)
  if (known !== undefined) return known
  if (moods.size >= mostWords) moods.clear()
  const reading = readText(word)
  const found = countDispleasure(reading) > 0 || countFury(reading) > 0
  moods.set(word, found)
  return found
}
