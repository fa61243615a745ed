/** Builds patterns for folded text, so that lists of them can be written as people type, accents and all. */
import { fold } from '../fold.ts'

/** Whole words in any spaced script. The source may hold groups, bounded repetitions and \s, nothing that folding would change. */
export function wordsPattern(source: string): RegExp {
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${fold(source).replace(/ /g, '\\s{1,3}')})(?![\\p{L}\\p{N}])`, 'gu')
}

/** The same without word edges, for scripts without spaces. */
export function lettersPattern(source: string): RegExp {
  return new RegExp(fold(source), 'gu')
}
