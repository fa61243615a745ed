/** Phrases for a text itself, punctuation and all: on one line (folded, one Chinese script), or in another form that keeps every place. */
import { asMandarin } from '../letters/cantonese.ts'
import { fold } from '../letters/fold.ts'
import { hasScript, isUnspaced } from '../letters/scripts.ts'
import { type Sought, soughtOf } from './sought.ts'

/** Whether a phrase is sought without word edges: in scripts that set no spaces, or join to a word what others set beside it. */
export function isUnspacedPhrase(phrase: string): boolean {
  return isUnspaced(phrase) || hasScript(phrase, 'Hangul', 'Devanagari')
}

/** What a text went through before it is searched, and a phrase goes through likewise. */
export type Form = (text: string) => string

/** That of a text on one line, where white space is single spaces: a phrase's are the same. */
const reading: Form = (text) => asMandarin(fold(text))

/** A space of the source as white space, ` ?` as white space that may be absent; in a class it is one of the choices. */
function spaced(source: string): string {
  return source.replace(/\[(?:\\.|[^\]\\])*\]|\\.| (\?|\{\d,\d\})?/g, (found, mark: string | undefined) => {
    if (!found.startsWith(' ')) return found.startsWith('[') ? found.replaceAll(' ', '\\s') : found
    if (mark === '?') return '\\s{0,3}'
    return mark === undefined ? '\\s{1,3}' : `\\s${mark}`
  })
}

/** Folding makes ？ the sign of an option; in a source it means a question mark. A class such as \p{L} stays as it is. */
function formed(source: string, form: Form): string {
  return source
    .replaceAll('？', '\\?')
    .split(/(\\[pP]\{\w+\})/)
    .map((piece, at) => (at % 2 === 1 ? piece : form(piece)))
    .join('')
}

const clause = '[^.,;:!?。，；：！？\\n]'
/** Up to the beginning of a word. */
const gap = `(?:${clause}{0,40}?(?<![\\p{L}\\p{N}]))`
const gapInLetters = `${clause}{0,10}?`

/** Its groups catch nothing, so that what a larger pattern catches keeps its number. */
function sourceOf(phrase: string, form: Form): string {
  const between = isUnspacedPhrase(phrase) ? gapInLetters : gap
  const written = formed(phrase, form).replace(/\[(?:\\.|[^\]\\])*\]|\\.|\((?!\?)| ~ |~/g, (found) => {
    if (found === '(') return '(?:'
    return found === '~' || found === ' ~ ' ? found.trimEnd().replace('~', between) : found
  })
  return form === reading ? written : spaced(written)
}

export const textFlags = 'gu'

/** A phrase as whole words, or anywhere in a script without word edges. */
export function textPattern(phrase: string, form: Form = reading): RegExp {
  return anyOf([phrase], form)
}

/** A list of phrases as one pattern. */
export function anyOf(phrases: readonly string[], form: Form = reading): RegExp {
  return new RegExp(anySource(phrases, form), textFlags)
}

/** The same for a sieve, made when it may match. */
export function soughtPhrase(phrase: string, form: Form = reading): Sought {
  return soughtOf(phrase, (one) => anySource([one], form), textFlags)
}

/** Of a phrase that is held against a text on one line. @param needles as they are read from `textSource`, between tabs */
export function soughtInLine(phrase: string, needles?: string): Sought {
  return soughtOf(phrase, textSource, textFlags, needles)
}

export function textSource(phrase: string): string {
  return anySource([phrase], reading)
}

function anySource(phrases: readonly string[], form: Form): string {
  const letters = phrases.filter(isUnspacedPhrase)
  const words = phrases.filter((phrase) => !isUnspacedPhrase(phrase))
  return [
    ...(words.length > 0 ? [`(?<![\\p{L}\\p{N}])${choiceOf(words, form)}(?![\\p{L}\\p{N}])`] : []),
    ...(letters.length > 0 || words.length === 0 ? [choiceOf(letters, form)] : []),
  ].join('|')
}

/** A list of phrases as a group for a larger pattern, without edges; of no phrases, what matches nowhere. */
export function choiceOf(phrases: readonly string[], form: Form = reading): string {
  return phrases.length === 0 ? '(?!)' : `(?:${phrases.map((phrase) => sourceOf(phrase, form)).join('|')})`
}

/** Whether a global pattern is found anywhere in a text. */
export function occurs(pattern: RegExp, text: string): boolean {
  pattern.lastIndex = 0
  return pattern.test(text)
}
