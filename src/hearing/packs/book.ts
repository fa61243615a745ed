/** Lists of phrases that are no signs, kept by section and name in one file of a language: how it commits a brand, what a voice never says. */
import type { Book, BookName } from './pack.ts'
import { packs } from './packs.ts'

/** Every language's lists of a section, one language after the other. */
export function sectionOf(book: BookName, section: string): readonly (readonly [lang: string, lists: Book[string]])[] {
  return Object.entries(packs).flatMap(([lang, pack]) => {
    const lists = pack[book]?.[section]
    return lists ? [[lang, lists] as const] : []
  })
}

/** A list's phrases in all languages, or in the one. */
export function listOf(book: BookName, section: string, name: string, only?: string): readonly string[] {
  return sectionOf(book, section).flatMap(([lang, lists]) =>
    only === undefined || lang === only ? (lists[name] ?? []) : [],
  )
}
