/** Tells by script alone that a message is in a language the persona does not speak; Latin letters prove nothing. */
import type { Lang } from '../domain/message.ts'

const scripts: readonly { readonly script: RegExp; readonly langs: readonly Lang[] }[] = [
  { script: /[\p{sc=Hiragana}\p{sc=Katakana}]/u, langs: ['ja'] },
  { script: /\p{sc=Hangul}/u, langs: ['ko'] },
  { script: /\p{sc=Han}/u, langs: ['zh', 'ja', 'yue'] },
  { script: /\p{sc=Cyrillic}/u, langs: ['ru', 'uk', 'bg', 'sr', 'mk', 'kk', 'be'] },
  { script: /\p{sc=Arabic}/u, langs: ['ar', 'fa', 'ur'] },
  { script: /\p{sc=Hebrew}/u, langs: ['he'] },
  { script: /\p{sc=Thai}/u, langs: ['th'] },
  { script: /\p{sc=Devanagari}/u, langs: ['hi', 'mr', 'ne'] },
  { script: /\p{sc=Greek}/u, langs: ['el'] },
  { script: /\p{sc=Latin}/u, langs: [] },
]

/** True when most letters are of a script that none of `spoken` is written in. */
export function isForeignScript(text: string, spoken: readonly Lang[]): boolean {
  const letters = text.slice(0, 2000).match(/\p{L}/gu) ?? []
  if (!/\P{sc=Latin}/u.test(letters.join(''))) return false
  const found = scripts
    .map(({ script, langs }) => ({ langs, count: letters.filter((char) => script.test(char)).length }))
    .sort((a, b) => b.count - a.count)[0]
  if (!found || found.langs.length === 0 || found.count * 2 < letters.length) return false
  return !found.langs.some((lang) => spoken.includes(lang))
}
