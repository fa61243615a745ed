/** Lists of phrases → a test on a message. The lists are data, written in the phrase language of `phrases.ts`. Pure. */
import { once } from '../once.ts'
import type { Reading } from '../read-text.ts'
import { isOneStretch, letterPattern, type Phrases, sourcesOf, wordPattern } from './phrases.ts'
import { anyMatches, createSieve, type MayMatch } from './sieve.ts'

export type Sign = (reading: Reading) => boolean

const sieve = createSieve()

/** All languages are sought in every message: nobody can tell the language of a few words for sure. */
export function createSign(lists: readonly Phrases[]): Sign {
  const says = sourcesOf(lists.flatMap((phrases) => phrases.says))
  const words = each(says.words, wordPattern)
  const letters = each(says.letters, letterPattern)
  const without = createWithout(lists)
  const shows = (mayMatch: MayMatch, text: string) => anyMatches(mayMatch(text), text)
  return (reading) => {
    const { spaced, tight } = without(reading)
    return shows(letters, tight) || spaced.some((text) => shows(words, text))
  }
}

type Texts = Pick<Reading, 'spaced' | 'tight'>

/** The texts of a reading without what sounds like the sign and is not. */
function createWithout(lists: readonly Phrases[]): (reading: Reading) => Texts {
  const { words, letters } = sourcesOf(lists.flatMap((phrases) => phrases.butNot ?? []))
  const withoutWords = createOverlook(words, wordPattern, ' #')
  const withoutLetters = createOverlook(letters, letterPattern, '#')
  return ({ spaced, tight }) => ({ spaced: spaced.map(withoutWords), tight: withoutLetters(tight) })
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
  return (reading) => {
    const { spaced, tight } = without(reading)
    const found = new Set([...spaced.flatMap(findWords), ...findLetters(tight)]).size
    return found + new Set(spaced.flatMap((text) => held(apart, text))).size + held(lettersApart, tight).length
  }
}

type ToPattern = (source: string, flags?: 'g') => RegExp

/** Takes out what the sources say; where none can match, the text stays untouched. */
function createOverlook(list: readonly string[], toPattern: ToPattern, mark: string): (text: string) => string {
  const mayMatch = each(list, toPattern)
  const all = once(() => toPattern(list.join('|'), 'g'))
  return (text) => (mayMatch(text).length === 0 ? text : text.replaceAll(all(), mark))
}

/** All that the sources find in a text. */
function createFind(list: readonly string[], toPattern: ToPattern): (text: string) => string[] {
  const mayMatch = each(list, toPattern)
  const all = once(() => toPattern(list.join('|'), 'g'))
  return (text) => (mayMatch(text).length === 0 ? [] : (text.match(all()) ?? []))
}

/** Compiled when the first message comes, or at the warm-up before it. */
function each(list: readonly string[], toPattern: ToPattern): MayMatch {
  return sieve.add(once(() => list.map((source) => toPattern(source))))
}
