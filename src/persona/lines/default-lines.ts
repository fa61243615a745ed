/** The lines a persona speaks when its YAML has none of its own, by language. */
import type { Lang } from '../../domain/message.ts'
import { packs } from '../../hearing/packs/packs.ts'
import type { LanguageLines } from './language-lines.ts'

export const defaultLines: Readonly<Partial<Record<Lang, LanguageLines>>> = Object.fromEntries(
  Object.entries(packs).flatMap(([lang, { lines }]) => (lines ? [[lang, lines]] : [])),
)
