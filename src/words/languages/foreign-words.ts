/** Tells by its small words that a message is in a language the persona does not speak, where the script alone proves nothing. */
import type { Lang } from '../../domain/message.ts'
import { segment } from '../terms/segment.ts'
import { listedLanguages, stopWords } from '../terms/stop-words.ts'
import { tellingWords } from '../terms/telling-words.ts'

/** Words that make it sure: fewer are a borrowed "danke" or a name. */
const SURE = 3
const READ_LIMIT = 2000

/** True when at least three of its words are of one other language, and at most a third as many of one that is `spoken`. */
export function isForeignByWords(text: string, spoken: readonly Lang[]): boolean {
  const words = new Set(segment(text.slice(0, READ_LIMIT)))
  const counts = new Map<Lang, number>()
  for (const word of words) for (const lang of languagesOf(word)) counts.set(lang, (counts.get(lang) ?? 0) + 1)
  const most = (langs: readonly Lang[]) => Math.max(0, ...langs.map((lang) => counts.get(lang) ?? countIn(words, lang)))
  const others = most(listedLanguages.filter((lang) => !spoken.includes(lang)))
  return others >= SURE && others >= 3 * most(spoken)
}

const listed = new Set(listedLanguages)
/** For a language that is not listed. */
function countIn(words: ReadonlySet<string>, lang: Lang): number {
  if (listed.has(lang)) return 0
  return [...words].filter((word) => stopWords(lang).has(word) || tellingWords(lang).has(word)).length
}

let index: Map<string, Lang[]> | undefined
/** The listed languages of which it is a small word. */
function languagesOf(word: string): readonly Lang[] {
  if (!index) {
    index = new Map()
    for (const lang of listed) {
      for (const one of new Set([...stopWords(lang), ...tellingWords(lang)]))
        index.set(one, [...(index.get(one) ?? []), lang])
    }
  }
  return index.get(word) ?? none
}

const none: readonly Lang[] = []
