/** The words of a text without those by which somebody only says how they feel about it: annoyed, furieux, 生气. Pure. */
import type { Lang } from '../../domain/message.ts'
import { countOf } from '../../hearing/sign-of.ts'
import { readText } from '../../words/read-text.ts'
import { segment } from '../../words/terms/segment.ts'

const countFury = countOf('fury')
const countDispleasure = countOf('displeasure')
const mostWords = 5_000
const moods = new Map<string, boolean>()

/** `hadMood`: something was left out. Whole phrases stay: “I want my money back” is furious, and says what about. */
export function wordsWithoutMood(text: string, lang?: Lang): { words: readonly string[]; hadMood: boolean } {
  const all = segment(text, lang)
  const words = all.filter((word) => !isMood(word))
  return { words, hadMood: words.length < all.length }
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
