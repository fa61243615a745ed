/** Builds the patterns of the word lists: written as people type, accents and all; every repetition bounded. */
import { foldFigures } from './fold-figures.ts'

/** Up to 40 characters of the same clause, up to the beginning of a word. */
const gap = '(?:[^.,;:!?。，；：！？\\n]{0,40}?(?<![\\p{L}\\p{N}]))'
const letterGap = '[^.,;:!?。，；：！？\\n]{0,10}?'

function source(written: string, between: string): string {
  return foldFigures(written)
    .replace(/ ~ /g, ` ${between}`)
    .replaceAll(/~\??/g, between)
    .replace(/ (\?|(?=[)\]]))?/g, (_, mark: string | undefined) => (mark === '?' ? '\\s{0,3}' : '\\s{1,3}'))
}

/** Whole words of a spaced script. ` ~ ` stands for any words of the clause in between, or none. */
export function words(...written: readonly string[]): RegExp {
  const all = written.map((one) => source(one, gap)).join('|')
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${all})(?![\\p{L}\\p{N}])`, 'gu')
}

/** The same for scripts without spaces; `~` stands for up to ten characters. */
export function letters(...written: readonly string[]): RegExp {
  return new RegExp(written.map((one) => source(one, letterGap)).join('|'), 'gu')
}

/** Whether a global pattern is found anywhere in a text. */
export function occurs(pattern: RegExp, text: string): boolean {
  pattern.lastIndex = 0
  return pattern.test(text)
}
