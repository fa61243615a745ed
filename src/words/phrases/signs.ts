/** Lists of phrases → a test on a message. The lists are data, written in the phrase language of `phrases.ts`. Pure. */

import { hasScript } from '../letters/scripts.ts'
import { once } from '../once.ts'
import type { Reading } from '../read-text.ts'
import { rememberFew } from '../remember-last.ts'
import { isOneStretch, letterPattern, type Phrases, sourcesOf, wordPattern } from './phrases.ts'
import { anyMatches, createSieve, type MayMatch, type Sieve } from './sieve.ts'

export type Sign = (reading: Reading) => boolean

/** All languages are sought in every message: nobody can tell the language of a few words for sure. */
export function createSign(lists: readonly Phrases[]): Sign {
  const says = sourcesOf(lists.flatMap((phrases) => phrases.says))
  const words = each(says.words, wordPattern)
  const letters = each(says.letters, letterPattern)
  const without = createWithout(lists)
  // Most texts show nothing at all: what only sounds like it is taken out where something does.
  const shows = (mayMatch: MayMatch, text: string, rest: () => string) => {
    const found = mayMatch(text).filter((pattern) => pattern.test(text))
    return found.length > 0 && anyMatches(found, rest())
  }
  return ({ spaced, tight }) =>
    shows(letters, tight, () => without.letters(tight)) ||
    spaced.some((text) => shows(words, text, () => without.words(text)))
}

/** A text of a reading without what sounds like the sign and is not. */
function createWithout(lists: readonly Phrases[]): Record<'words' | 'letters', (text: string) => string> {
  const { words, letters } = sourcesOf(lists.flatMap((phrases) => phrases.butNot ?? []))
  return {
    words: createOverlook(words, wordPattern, ' #'),
    letters: createOverlook(letters, letterPattern, '#'),
  }
}

/** How many of the phrases occur, at most one for each. */
export function createCount(lists: readonly Phrases[]): (reading: Reading) => number {
  const { words, letters } = sourcesOf(lists.flatMap((phrases) => phrases.says))
  const findWords = createFind(words.filter(isOneStretch), wordPattern)
  const findLetters = createFind(letters.filter(isOneStretch), letterPattern)
  // What stands apart in a sentence has no stretch of its own to be counted by.
  const apart = each(
    words.filter((source) => !isOneStretch(source)),
    wordPattern,
  )
  const lettersApart = each(
    letters.filter((source) => !isOneStretch(source)),
    letterPattern,
  )
  const without = createWithout(lists)
  const held = (mayMatch: MayMatch, text: string) => mayMatch(text).filter((pattern) => pattern.test(text))
  const count = (spaced: readonly string[], tight: string) =>
    new Set([...spaced.flatMap(findWords), ...findLetters(tight)]).size +
    new Set(spaced.flatMap((text) => held(apart, text))).size +
    held(lettersApart, tight).length
  return ({ spaced, tight }) =>
    count(spaced, tight) === 0 ? 0 : count(spaced.map(without.words), without.letters(tight))
}

type ToPattern = (source: string, flags?: 'g') => RegExp

/** Takes out what the sources say; only those that may match are run. */
function createOverlook(list: readonly string[], toPattern: ToPattern, mark: string): (text: string) => string {
  const mayMatch = each(list, (source) => toPattern(source, 'g'))
  return (text) => mayMatch(text).reduce((rest, pattern) => rest.replaceAll(pattern, mark), text)
}

/** All that the sources find in a text. */
function createFind(list: readonly string[], toPattern: ToPattern): (text: string) => string[] {
  const mayMatch = each(list, (source) => toPattern(source, 'g'))
  return (text) => mayMatch(text).flatMap((pattern) => text.match(pattern) ?? [])
}

/** Patterns by the script in which they are written: those of a script that a text does not have are neither run nor even made. */
interface Shelf {
  readonly sieve: Sieve
  /** Whether a source stands on it, if on none before. */
  readonly holds: (source: string) => boolean
  readonly isFor: (text: string) => boolean
}

/** What also says something in Latin letters is sought in every text. */
const shelf = (has: (text: string) => boolean): Shelf => ({
  sieve: createSieve(),
  holds: (source) => has(source) && !/[a-z]{2}|\d{3}/.test(source),
  isFor: has,
})
const shelves: readonly Shelf[] = [
  shelf((text) => hasScript(text, 'Han', 'Kana')),
  ...(['Hangul', 'Thai', 'Devanagari', 'Cyrillic', 'Arabic', 'Hebrew', 'Greek'] as const).map((script) =>
    shelf((text) => hasScript(text, script)),
  ),
  { sieve: createSieve(), holds: () => true, isFor: () => true },
]
const shelvesFor = rememberFew((text) => shelves.filter(({ isFor }) => isFor(text)))

/** Compiled when the first message comes, or at the warm-up before it. */
function each(list: readonly string[], toPattern: ToPattern): MayMatch {
  const byShelf = Map.groupBy(list, (source) => shelves.find(({ holds }) => holds(source)))
  const lists = new Map(
    shelves.flatMap((one) => {
      const sources = byShelf.get(one)
      return sources ? [[one, one.sieve.add(once(() => sources.map((source) => toPattern(source))))] as const] : []
    }),
  )
  return (text) => shelvesFor(text).flatMap((one) => lists.get(one)?.(text) ?? [])
}
