/** A list of words of each language, made into a set when that language is first asked for. */
import type { Lang } from '../../domain/message.ts'
import type { PackWords } from '../../hearing/packs/pack.ts'
import { packs } from '../../hearing/packs/packs.ts'

/** Empty for a language without such a list, and for an unknown one. */
export function wordsOf(list: (words: PackWords) => string): (lang: Lang | undefined) => ReadonlySet<string> {
  const sets = new Map<Lang, ReadonlySet<string>>()
  return (lang = '') => {
    const known = sets.get(lang)
    if (known) return known
    const words = packs[lang]?.words
    if (!words) return none
    const set = new Set(list(words).split(/\s+/).filter(Boolean))
    sets.set(lang, set)
    return set
  }
}

const none: ReadonlySet<string> = new Set()
