/** Whether an operator's words occur in a text: whole words in spaced scripts, anywhere in Chinese, Japanese and Thai. */

import { cleanText } from './clean-text.ts'
import { rememberLast } from './remember-last.ts'

const UNSPACED = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}]/u

interface Wanted {
  /** Found anywhere. */
  readonly letters: readonly string[]
  /** Between single spaces. */
  readonly words: readonly string[]
}

const read = new WeakMap<readonly string[], Wanted>()
const readText = rememberLast((text) => {
  const folded = fold(text)
  return { folded, spaced: spaced(folded) }
})

/** Case, width and accents do not matter. A phrase matches across single spaces. */
export function hasAnyWord(text: string, words: readonly string[]): boolean {
  if (words.length === 0) return false
  const wanted = wantedOf(words)
  const found = readText(text)
  return (
    wanted.letters.some((word) => found.folded.includes(word)) ||
    wanted.words.some((word) => found.spaced.includes(word))
  )
}

function wantedOf(words: readonly string[]): Wanted {
  const known = read.get(words)
  if (known) return known
  const folded = words.map(fold)
  const wanted = {
    letters: folded.filter((word) => UNSPACED.test(word)),
    words: folded.filter((word) => !UNSPACED.test(word)).map(spaced),
  }
  read.set(words, wanted)
  return wanted
}

function spaced(folded: string): string {
  return ` ${folded.replace(/[^\p{L}\p{N}$€£¥%]+/gu, ' ').trim()} `
}

function fold(text: string): string {
  return cleanText(text)
    .normalize('NFD')
    .replace(/(?<=\p{sc=Latin})\p{M}+/gu, '')
    .normalize('NFC')
    .toLowerCase()
}
