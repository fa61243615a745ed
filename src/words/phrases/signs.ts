/** Lists of phrases → a test on a message. The lists are data, written in the phrase language of `phrases.ts`. Pure. */

import { hasScript } from '../letters/scripts.ts'
import { once } from '../once.ts'
import type { Reading } from '../read-text.ts'
import { rememberFew, rememberLast } from '../remember-last.ts'
import { inWords, isOneStretch, type Phrases, sourcesOf } from './phrases.ts'
import { anyMatches, createSieve, type MayMatch, type Sieve } from './sieve.ts'
import { soughtOf } from './sought.ts'

export type Sign = (reading: Reading) => boolean

/** All languages are sought in every message: nobody can tell the language of a few words for sure. */
export function createSign(lists: readonly Phrases[]): Sign {
  const says = sourcesOf(lists.flatMap((phrases) => phrases.says))
  const words = each(says.words.map(inWords))
  const letters = each(says.letters)
  const without = createWithout(lists)
  // Most texts show nothing at all: what only sounds like it is taken out where something does.
  const shows = (mayMatch: MayMatch, text: string, rest: (text: string) => string) => {
    const found = held(mayMatch, text)
    return found.length > 0 && anyMatches(found, rest(text))
  }
  // A turn asks the same of a message at several points.
  return rememberLast(
    ({ spaced, tight }: Reading) =>
      shows(letters, tight, without.letters) || spaced.some((text) => shows(words, text, without.words)),
  )
}

function held(mayMatch: MayMatch, text: string): readonly RegExp[] {
  const found = mayMatch(text)
  return found.length === 0 ? found : found.filter((pattern) => pattern.test(text))
}

/** A text of a reading without what sounds like the sign and is not. */
function createWithout(lists: readonly Phrases[]): Record<'words' | 'letters', (text: string) => string> {
  const { words, letters } = sourcesOf(lists.flatMap((phrases) => phrases.butNot ?? []))
  return {
    words: createOverlook(words.map(inWords), ' #'),
    letters: createOverlook(letters, '#'),
  }
}

/** How many of the phrases occur, at most one for each. */
export function createCount(lists: readonly Phrases[]): (reading: Reading) => number {
  const { words, letters } = sourcesOf(lists.flatMap((phrases) => phrases.says))
  const findWords = createFind(words.filter(isOneStretch).map(inWords))
  const findLetters = createFind(letters.filter(isOneStretch))
  // What stands apart in a sentence has no stretch of its own to be counted by.
  const apart = each(words.filter((source) => !isOneStretch(source)).map(inWords))
  const lettersApart = each(letters.filter((source) => !isOneStretch(source)))
  const without = createWithout(lists)
  const count = (spaced: readonly string[], tight: string) =>
    new Set([...spaced.flatMap(findWords), ...findLetters(tight)]).size +
    new Set(spaced.flatMap((text) => held(apart, text))).size +
    held(lettersApart, tight).length
  return rememberLast(({ spaced, tight }: Reading) =>
    count(spaced, tight) === 0 ? 0 : count(spaced.map(without.words), without.letters(tight)),
  )
}

/** Takes out what the sources say; only those that may match are run. */
function createOverlook(sources: readonly string[], mark: string): (text: string) => string {
  const mayMatch = each(sources, 'g')
  return (text) => mayMatch(text).reduce((rest, pattern) => rest.replaceAll(pattern, mark), text)
}

/** All that the sources find in a text. */
function createFind(sources: readonly string[]): (text: string) => string[] {
  const mayMatch = each(sources, 'g')
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

/** What the sieves hold is read when the first message comes, or at the warm-up before it. */
function each(sources: readonly string[], flags?: 'g'): MayMatch {
  const byShelf = Map.groupBy(sources, (source) => shelves.find(({ holds }) => holds(source)))
  const lists = new Map(
    shelves.flatMap((one) => {
      const held = byShelf.get(one)
      return held ? [[one, one.sieve.addAll(once(() => held.map((source) => soughtOf(source, flags))))] as const] : []
    }),
  )
  return (text) => {
    let found: readonly RegExp[] = none
    for (const one of shelvesFor(text)) {
      const here = lists.get(one)?.(text) ?? none
      if (here.length > 0) found = [...found, ...here.map(({ pattern }) => pattern)]
    }
    return found
  }
}

const none: readonly never[] = []
