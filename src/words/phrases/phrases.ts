/**
 * The phrase language: how a list says what people type. All lists of what is heard are written in it.
 *
 * - Letters, digits and spaces stand for themselves, in any case, width and accents: `uber` hears `Über`, `ÜBER` and `Ｕber`.
 *   Apostrophes close up in English contractions (`dont`) and open elsewhere (`l avocat`); other punctuation is gone, but for
 *   ` . ` where a sentence ends. (Lists that are held against the text itself, see `patterns.ts`, keep punctuation.)
 * - `(one|other)` is a choice, `?` makes what stands before it optional, `{n,m}` repeats it. Nothing repeats without bound:
 *   no `*`, no `+`, no `{n,}`, so that every search takes linear time.
 * - ` ~ ` is up to four words, in scripts without spaces `~` is up to six characters; neither leaves the sentence. In a list
 *   held against the text itself it is up to 40 characters, or ten, that do not leave the clause.
 * - `one & other` is both in one sentence, in whatever order and however far apart; `& !other`: and that not in it.
 * - `[…]`, `\d`, `\w`, `^`, `$` and the looks `(?=…)`, `(?!…)`, `(?<=…)`, `(?<!…)` mean what they mean in a regular expression.
 * - A phrase begins and ends with a whole word; in scripts without spaces it is found anywhere. (Lists that are a piece of a
 *   larger pattern, as those of `commitments.yaml` beside a figure, have the edges of that.)
 */
import { fold } from '../letters/fold.ts'
import { costOf } from './needles.ts'
import { isUnspacedPhrase } from './patterns.ts'

export interface Phrases {
  readonly says: readonly string[]
  /** Sayings that sound like it and are not: they are overlooked before `says` is sought. */
  readonly butNot?: readonly string[]
  /** Phrase for phrase: literals of which one stands wherever it is heard, between tabs, or none. If absent, they are read from the phrases. */
  readonly needles?: Readonly<Record<'says' | 'butNot', readonly string[]>>
}

/** What keeps a phrase from being used, in a writer's words; nothing for a good one. @param toPattern what it is made into */
export function faultIn(phrase: string, toPattern: (phrase: string) => RegExp = phrasePattern): string | undefined {
  if (/(?<!\\)[*+]|(?<!\\)\{\d{0,4},\}/.test(phrase.replace(/\[(?:\\.|[^\]\\])*\]/g, ''))) {
    return 'repeats without bound: write how often, as in {0,4}'
  }
  try {
    toPattern(phrase)
    return undefined
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error)
    return `cannot be read: ${message.replace(/^Invalid regular expression: /, '')}`
  }
}

/** The phrases of a list that are sought between words, and those that are sought in letters without spaces. */
export function sourcesOf(phrases: readonly string[]): { words: readonly string[]; letters: readonly string[] } {
  return {
    words: phrases.filter((phrase) => !isUnspacedPhrase(phrase)).map(sourceOf),
    letters: phrases.filter(isUnspacedPhrase).map(sourceOf),
  }
}

/** A phrase as the source of its pattern: for a reading's `tight` if it is unspaced, else for its `spaced`. */
export function patternSource(phrase: string): string {
  return isUnspacedPhrase(phrase) ? sourceOf(phrase) : inWords(sourceOf(phrase))
}

/** One phrase by itself: for a reading's `tight` if it is unspaced, else for its `spaced`. */
export function phrasePattern(phrase: string): RegExp {
  return new RegExp(patternSource(phrase))
}

function sourceOf(phrase: string): string {
  const isUnspaced = isUnspacedPhrase(phrase)
  const source = (part: string) =>
    isUnspaced ? part.replaceAll('~', '[^.]{0,6}') : part.replaceAll(' ~ ', ' (?:[^ .]{1,30} ){0,4}')
  const parts = fold(phrase).split(' & ')
  if (parts.length === 1) return source(parts[0] ?? '')
  const there = parts
    .filter((part) => !part.startsWith('!'))
    .map(source)
    .sort((a, b) => costOf(b) - costOf(a))
  const absent = parts.filter((part) => part.startsWith('!')).map((part) => source(part.slice(1)))
  return allOf(there, absent, isUnspaced)
}

/** From the beginning of a sentence. The last, which is the rarest, is sought for itself, so that a sieve finds it. */
function allOf(there: readonly string[], absent: readonly string[], isUnspaced: boolean): string {
  const before = isUnspaced ? '[^.]{0,300}' : '(?:[^.]{0,300} )?'
  const after = isUnspaced ? '' : ' '
  const looks = [
    ...absent.map((part) => `(?!${before}(?:${part})${after})`),
    ...there.slice(0, -1).map((part) => `(?=${before}(?:${part})${after})`),
  ]
  return `(?<=(?:^|\\.)${after})${looks.join('')}${before}(?:${there.at(-1) ?? ''})`
}

/** Whether a phrase is found as one piece of the text, and not in several places of a sentence. */
export function isOneStretch(phrase: string): boolean {
  return !phrase.includes(' & ')
}

function inWords(source: string): string {
  return ` (?:${source})(?= )`
}

/** For one of the texts of a reading's `spaced`. */
export function wordPattern(source: string): RegExp {
  return new RegExp(inWords(source))
}

/** For a reading's `tight`. */
export function letterPattern(source: string): RegExp {
  return new RegExp(source)
}
