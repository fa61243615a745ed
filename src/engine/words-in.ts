/** Whether an operator's words occur in a text: whole words in spaced scripts, anywhere in Chinese, Japanese and Thai. */
import { cleanText } from '../persona/clean-text.ts'

const UNSPACED = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}]/u

/** Case, width and accents do not matter. A phrase matches across single spaces. */
export function hasAnyWord(text: string, words: readonly string[]): boolean {
  if (words.length === 0) return false
  const folded = fold(text)
  const spaced = ` ${folded.replace(/[^\p{L}\p{N}$€£¥%]+/gu, ' ').trim()} `
  return words.some((word) => {
    const wanted = fold(word)
    return UNSPACED.test(wanted)
      ? folded.includes(wanted)
      : spaced.includes(` ${wanted.replace(/[^\p{L}\p{N}$€£¥%]+/gu, ' ').trim()} `)
  })
}

function fold(text: string): string {
  return cleanText(text)
    .normalize('NFD')
    .replace(/(?<=\p{sc=Latin})\p{M}+/gu, '')
    .normalize('NFC')
    .toLowerCase()
}
