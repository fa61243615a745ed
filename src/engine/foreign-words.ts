/** Tells by its small words that a message is in a language the persona does not speak, where the script alone proves nothing. */
import type { Lang } from '../domain/message.ts'
import { segment } from '../knowledge/segment.ts'
import { listedLanguages, stopWords } from '../knowledge/stop-words.ts'
import { tellingWords } from '../knowledge/telling-words.ts'

/** Words that make it sure: fewer are a borrowed "danke" or a name. */
const SURE = 3
const READ_LIMIT = 2000

/** True when at least three of its words are of one other language, and at most a third as many of one that is `spoken`. */
export function isForeignByWords(text: string, spoken: readonly Lang[]): boolean {
  const words = [...new Set(segment(text.slice(0, READ_LIMIT)))]
  const most = (langs: readonly Lang[]) =>
    Math.max(
      0,
      ...langs.map((lang) => words.filter((word) => stopWords(lang).has(word) || tellingWords(lang).has(word)).length),
    )
  const others = most(listedLanguages.filter((lang) => !spoken.includes(lang)))
  return others >= SURE && others >= 3 * most(spoken)
}
