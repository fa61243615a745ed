/** Whether an operator's words occur in a text: whole words in spaced scripts, anywhere in the others. */

import { cleanText } from '../letters/clean-text.ts'
import { oneLine } from '../letters/one-line.ts'
import { isUnspaced } from '../letters/scripts.ts'
import { readText } from '../read-text.ts'
import { rememberLast } from '../remember-last.ts'

interface Wanted {
  /** Found anywhere: also signs that are no words. */
  readonly letters: readonly string[]
  /** Between single spaces. */
  readonly words: readonly string[]
}

const read = new WeakMap<readonly string[], Wanted>()
const spacedOf = rememberLast((text: string) => spaced(readText(text).line))

/** Case, width, accents, ligatures and the two Chinese scripts do not matter. A phrase matches across single spaces. */
export function hasAnyWord(text: string, words: readonly string[]): boolean {
  if (words.length === 0) return false
  const wanted = wantedOf(words)
  const { line } = readText(text)
  const between = spacedOf(text)
  return wanted.letters.some((word) => line.includes(word)) || wanted.words.some((word) => between.includes(word))
}

function wantedOf(words: readonly string[]): Wanted {
  const known = read.get(words)
  if (known) return known
  const forms = words.map((word) => oneLine(cleanText(word))).filter((word) => word !== '')
  const wanted = {
    letters: forms.filter((word) => isFoundAnywhere(word)),
    words: forms.filter((word) => !isFoundAnywhere(word)).map(spaced),
  }
  read.set(words, wanted)
  return wanted
}

const isFoundAnywhere = (word: string) => isUnspaced(word) || /^[^\p{L}\p{N}$€£¥%]+$/u.test(word)

/** Marks that folding leaves are vowels: कि is not की. */
function spaced(folded: string): string {
  return ` ${folded.replace(/[^\p{L}\p{N}\p{M}$€£¥%]+/gu, ' ').trim()} `
}
