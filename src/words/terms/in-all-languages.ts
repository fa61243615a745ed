/** A list of words of all languages together, for what is sought whichever language a text is in. */
import type { PackWords } from '../../hearing/packs/pack.ts'
import { packs } from '../../hearing/packs/packs.ts'

/** Longer before shorter, each once: as a choice in a pattern takes the first that fits. */
export function inAllLanguages(list: (words: PackWords) => readonly string[] | undefined): readonly string[] {
  const all = Object.values(packs).flatMap(({ words }) => (words && list(words)) ?? [])
  return [...new Set(all)].sort((a, b) => b.length - a.length)
}
