/** Tells by its small words that a message is in a language the persona does not speak, where the script alone proves nothing. */
import type { Lang } from '../../domain/message.ts'
import { segment } from '../terms/segment.ts'
import { listedLanguages, stopWords } from '../terms/stop-words.ts'
import { tellingWords } from '../terms/telling-words.ts'
import { languagesByLetter } from './own-letters.ts'

/** Words that make it sure: fewer are a borrowed "danke" or a name. */
const SURE = 3
const READ_LIMIT = 2000
const OWN_LETTER = 3
const OWN = 2

/**
 * The other language of which it has at least three words, two of them in none that is `spoken`, and hardly a word that only a
 * spoken one has. A letter of its own counts for two words.
 */
export function foreignByWords(text: string, spoken: readonly Lang[]): Lang | undefined {
  const shown = text.slice(0, READ_LIMIT)
  const words = new Set(segment(shown))
  const isSpoken = (word: string) => spoken.some((lang) => has(word, lang))
  const counts = new Map<Lang, { all: number; own: number }>()
  const add = (lang: Lang, all: number, own: number) => {
    const before = counts.get(lang) ?? { all: 0, own: 0 }
    counts.set(lang, { all: before.all + all, own: before.own + own })
  }
  for (const word of words) for (const lang of languagesOf(word)) add(lang, 1, isSpoken(word) ? 0 : 1)
  const letters = languagesByLetter(shown).filter((languages) => !languages.some((lang) => spoken.includes(lang)))
  for (const lang of letters.flat()) add(lang, OWN_LETTER, OWN_LETTER)
  const best = [...new Set([...listedLanguages, ...letters.flat()])]
    .filter((lang) => !spoken.includes(lang))
    .toSorted((a, b) => (counts.get(b)?.all ?? 0) - (counts.get(a)?.all ?? 0))[0]
  const { all = 0, own = 0 } = (best === undefined ? undefined : counts.get(best)) ?? {}
  if (best === undefined || all < SURE || own < OWN) return undefined
  const others = [...words].filter((word) => isSpoken(word) && !has(word, best)).length
  return own >= 3 * others ? best : undefined
}

const listed = new Set(listedLanguages)
const has = (word: string, lang: Lang) => stopWords(lang).has(word) || tellingWords(lang).has(word)

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
