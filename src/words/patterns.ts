/** Builds patterns for text on one line (`oneLine`), so that lists of them can be written as people type, accents and all. */
import { asMandarin } from './cantonese.ts'
import { fold } from './fold.ts'
import { hasScript, isUnspaced } from './scripts.ts'

/** Whether a phrase is sought without word edges: in scripts that set no spaces, or join to a word what others set beside it. */
export function isUnspacedPhrase(phrase: string): boolean {
  return isUnspaced(phrase) || hasScript(phrase, 'Hangul', 'Devanagari')
}

/** A space of the source as white space, ` ?` as white space that may be absent; in a class it is one of the choices. */
export function spaced(source: string): string {
  return source.replace(/\[(?:\\.|[^\]\\])*\]|\\.| (\?|\{\d,\d\})?/g, (found, mark: string | undefined) => {
    if (!found.startsWith(' ')) return found.startsWith('[') ? found.replaceAll(' ', '\\s') : found
    if (mark === '?') return '\\s{0,3}'
    return mark === undefined ? '\\s{1,3}' : `\\s${mark}`
  })
}

/** Folding makes ？ the sign of an option; in a source it means a question mark. A class such as \p{L} stays as it is. */
function foldSource(source: string): string {
  return source
    .replaceAll('？', '\\?')
    .split(/(\\[pP]\{\w+\})/)
    .map((piece, at) => (at % 2 === 1 ? piece : asMandarin(fold(piece))))
    .join('')
}

/** A phrase for text on one line: whole words, or anywhere in a script without word edges. */
export function textPattern(phrase: string): RegExp {
  return isUnspacedPhrase(phrase) ? lettersPattern(phrase) : wordsPattern(phrase)
}

/** Whole words in any spaced script. The source may hold groups, bounded repetitions and \s, nothing that folding would change. */
export function wordsPattern(source: string): RegExp {
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${spaced(foldSource(source))})(?![\\p{L}\\p{N}])`, 'gu')
}

/** The same without word edges, for scripts without spaces. */
export function lettersPattern(source: string): RegExp {
  return new RegExp(foldSource(source), 'gu')
}
