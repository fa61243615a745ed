/** Tells by script alone that a message is in a language the persona does not speak; Latin letters prove nothing. */

import type { Lang } from '../../domain/message.ts'
import { scripts } from '../letters/scripts.ts'

const isAscii = /^[\0-\x7f]*$/

/** True when most letters are of a script that none of `spoken` is written in. */
export function isForeignScript(text: string, spoken: readonly Lang[]): boolean {
  if (isAscii.test(text)) return false
  const letters = text.slice(0, 2000).match(/\p{L}/gu) ?? []
  if (!/\P{sc=Latin}/u.test(letters.join(''))) return false
  const found = scripts
    .map(({ letter, languages }) => ({ languages, count: letters.filter((char) => letter.test(char)).length }))
    .sort((a, b) => b.count - a.count)[0]
  if (!found || found.languages.length === 0 || found.count * 2 < letters.length) return false
  return !found.languages.some((lang) => spoken.includes(lang))
}
