/** Builds patterns for text in reading form (folded, one Chinese script), so that lists of them can be written as people type, accents and all. */
import { fold } from './fold.ts'
import { simplify } from './simplify.ts'

/** Whether a phrase is in a script without spaces, so that it is sought without word edges. */
export function isUnspacedPhrase(phrase: string): boolean {
  return /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]/u.test(phrase)
}

/** A space of the source as white space; ` ?` as white space that may be absent. */
export function spaced(source: string): string {
  return source.replace(/ (\?|\{\d,\d\}|(?=\]))?/g, (_, mark: string | undefined) => {
    if (mark === '?') return '\\s{0,3}'
    return mark === undefined ? '\\s{1,3}' : `\\s${mark}`
  })
}

/** Folding makes ？ the sign of an option; in a source it means a question mark. */
const foldSource = (source: string) => simplify(fold(source.replaceAll('？', '\\?')))

/** Whole words in any spaced script. The source may hold groups, bounded repetitions and \s, nothing that folding would change. */
export function wordsPattern(source: string): RegExp {
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${spaced(foldSource(source))})(?![\\p{L}\\p{N}])`, 'gu')
}

/** The same without word edges, for scripts without spaces. */
export function lettersPattern(source: string): RegExp {
  return new RegExp(foldSource(source), 'gu')
}
