/** The example messages of the lists of phrases that stand in the language packs. */
import { readPacks } from '../../bin/packs/read-packs.ts'
import type { BookName } from '../../src/hearing/packs/pack.ts'

export interface BookExample {
  readonly lang: string
  readonly list: string
  readonly text: string
}

const packs = await readPacks()

export function examplesOf(book: BookName, section: string, key: 'yes' | 'no'): readonly BookExample[] {
  return packs.flatMap(({ lang, books }) => {
    const { parts: _, ...sections } = books.get(book)?.written ?? {}
    return Object.entries(sections[section] ?? {}).flatMap(([list, found]) => {
      const texts: readonly string[] = Array.isArray(found) ? [] : (found[key] ?? [])
      return texts.map((text) => ({ lang, list, text }))
    })
  })
}
