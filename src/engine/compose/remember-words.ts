/** What is said of what the persona remembers, and of each other yes of the fan's, in their language. */
import type { Lang } from '../../domain/message.ts'
import { english } from '../../hearing/packs/english.ts'
import type { RememberingTexts } from '../../hearing/packs/pack.ts'
import { packs } from '../../hearing/packs/packs.ts'

export function rememberingText(
  word: keyof RememberingTexts,
  lang: Lang,
  values: Readonly<Record<string, string>> = {},
): string {
  const text = (packs[lang]?.remembering ?? english.remembering)[word]
  return text.replace(/\{(\w+)\}/g, (hole, key: string) => values[key] ?? hole)
}
