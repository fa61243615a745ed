/** Lists of phrases → a test on a message. The lists are data, written in the phrase language of `phrases.ts`. Pure. */
import { once } from '../once.ts'
import type { Reading } from '../read-text.ts'
import { letterPattern, type Phrases, sourcesOf, wordPattern } from './phrases.ts'
import { anyMatches, createSieve, type MayMatch } from './sieve.ts'

export type Sign = (reading: Reading) => boolean

const sieve = createSieve()

/** All languages are sought in every message: nobody can tell the language of a few words for sure. */
export function createSign(lists: readonly Phrases[]): Sign {
  const says = sourcesOf(lists.flatMap((phrases) => phrases.says))
  const words = each(says.words, wordPattern)
  const letters = each(says.letters, letterPattern)
  const butNot = sourcesOf(lists.flatMap((phrases) => phrases.butNot ?? []))
  const butNotWords = createOverlook(butNot.words, wordPattern, ' #')
  const butNotLetters = createOverlook(butNot.letters, letterPattern, '#')
  const shows = (mayMatch: MayMatch, text: string) => anyMatches(mayMatch(text), text)
  return ({ spaced, tight }) =>
    shows(letters, butNotLetters(tight)) || spaced.some((text) => shows(words, butNotWords(text)))
}

/** How many of the phrases occur, at most one for each. */
export function createCount(lists: readonly Phrases[]): (reading: Reading) => number {
  const { words, letters } = sourcesOf(lists.flatMap((phrases) => phrases.says))
  const findWords = createFind(words, wordPattern)
  const findLetters = createFind(letters, letterPattern)
  return ({ spaced, tight }) => new Set([...spaced.flatMap(findWords), ...findLetters(tight)]).size
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
