/**
 * A misspelt word → the brand's own word it was meant to be, one slip away: a letter missing, doubled, wrong, or two swapped.
 * Source of the method: W. Garbe, "SymSpell: symmetric delete spelling correction" (2012).
 */
import { rememberWords } from '../remember-last.ts'

/** Shorter words have too many neighbours for a slip to be told from another word. */
const shortest = 4
/** Words without spaces between them, or of single letters with signs, are not corrected. */
const spelled = /^[\p{sc=Latin}\p{sc=Cyrillic}\p{sc=Greek}]+$/u

export interface Spelling {
  /** The word itself, if the brand knows it or nothing is near. */
  correct(word: string): string
}

/** `words`: the brand's words, one by one; of two that are near, the more frequent is meant. */
export function createSpelling(words: Iterable<string>): Spelling {
  const frequency = new Map<string, number>()
  for (const word of words) frequency.set(word, (frequency.get(word) ?? 0) + 1)
  const near = new Map<string, string[]>()
  for (const word of frequency.keys()) {
    if (!isSpelled(word)) continue
    for (const form of [word, ...withoutOneLetter(word)]) {
      const known = near.get(form)
      if (known) known.push(word)
      else near.set(form, [word])
    }
  }
  return {
    correct: rememberWords((word) => {
      if (frequency.has(word) || !isSpelled(word)) return word
      let best = word
      for (const form of [word, ...withoutOneLetter(word)]) {
        for (const candidate of near.get(form) ?? []) {
          const isBetter = best === word || (frequency.get(candidate) ?? 0) > (frequency.get(best) ?? 0)
          if (isBetter && isOneSlip(word, candidate)) best = candidate
        }
      }
      return best
    }),
  }
}

function isSpelled(word: string): boolean {
  return word.length >= shortest && word.length <= 30 && spelled.test(word)
}

function withoutOneLetter(word: string): string[] {
  return Array.from(word, (_, at) => word.slice(0, at) + word.slice(at + 1))
}

/** Both shortened forms met; what is left to rule out is two letters wrong in different places. */
function isOneSlip(a: string, b: string): boolean {
  if (a[0] !== b[0]) return false
  let start = 0
  while (start < a.length && start < b.length && a[start] === b[start]) start++
  let end = 0
  while (end < a.length - start && end < b.length - start && a[a.length - 1 - end] === b[b.length - 1 - end]) end++
  const left = a.slice(start, a.length - end)
  const right = b.slice(start, b.length - end)
  if (left.length + right.length <= 1) return true
  if (left.length === 1 && right.length === 1) return a.length > shortest
  return left.length === 2 && right.length === 2 && left[0] === right[1] && left[1] === right[0]
}
