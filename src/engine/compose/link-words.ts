/** What is said while accounts are joined, in the fan's language. */
import type { Lang } from '../../domain/message.ts'
import { english } from '../../hearing/packs/english.ts'
import type { LinkingTexts } from '../../hearing/packs/pack.ts'
import { packs } from '../../hearing/packs/packs.ts'

export type LinkWord = keyof LinkingTexts

export interface LinkValues {
  readonly code?: string
  readonly name?: string
  readonly platform?: string
  readonly places?: string
}

export function linkText(word: LinkWord, values: LinkValues, lang: Lang): string {
  const text = (packs[lang]?.linking ?? english.linking)[word]
  const filled: Readonly<Record<string, string | undefined>> = { ...values }
  return text.replace(/\{(\w+)\}/g, (hole, key: string) => filled[key] ?? hole)
}

/** `telegram` → `Telegram`, as people write the names of platforms. */
export function platformName(platform: string): string {
  return platform.charAt(0).toUpperCase() + platform.slice(1)
}

/** As short as that is no sentence. */
const SHORTEST_END = 8

/** Whether it is the last piece of a text that was said in several. */
export function isEndOf(piece: string, text: string): boolean {
  return piece.length >= SHORTEST_END && text.endsWith(piece)
}
