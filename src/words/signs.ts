/** Lists of phrases → a test on a message. The lists are data, written as people type; the patterns take linear time. Pure. */
import type { Lang } from '../domain/message.ts'
import { fold } from './fold.ts'
import type { Reading } from './read-text.ts'
import { anyMatches, createSieve, type MayMatch, once } from './sieve.ts'

/**
 * Phrases of one language, as patterns over folded words: groups, `?` and `{n,m}`, no `*` or `+`; apostrophes as `readText`
 * leaves them. ` ~ ` stands for up to four words, `~` in scripts without spaces for up to six characters; neither leaves
 * the sentence.
 */
export interface Phrases {
  readonly says: readonly string[]
  /** Sayings that sound like it and are not: they are overlooked before `says` is sought. */
  readonly butNot?: readonly string[]
}

export type Sign = (reading: Reading) => boolean

const sieve = createSieve()
const unspaced = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]/u

/** All languages are sought in every message: nobody can tell the language of a few words for sure. */
export function createSign(lists: Readonly<Record<Lang, Phrases>>): Sign {
  const says = sources(Object.values(lists).flatMap((phrases) => phrases.says))
  const words = each(says.words, wordPattern)
  const letters = each(says.letters, letterPattern)
  const butNot = sources(Object.values(lists).flatMap((phrases) => phrases.butNot ?? []))
  const butNotWords = createOverlook(butNot.words, wordPattern, ' #')
  const butNotLetters = createOverlook(butNot.letters, letterPattern, '#')
  const shows = (mayMatch: MayMatch, text: string) => anyMatches(mayMatch(text), text)
  return ({ spaced, tight }) =>
    shows(letters, butNotLetters(tight)) || spaced.some((text) => shows(words, butNotWords(text)))
}

/** How many of the phrases occur, at most one for each. */
export function createCount(lists: Readonly<Record<Lang, readonly string[]>>): (reading: Reading) => number {
  const { words, letters } = sources(Object.values(lists).flat())
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

function sources(list: readonly string[]) {
  const unbounded = list.find((source) => /(?<!\\)[*+]/.test(source))
  if (unbounded) throw new Error(`A phrase may not repeat without bound: ${unbounded}`)
  return {
    words: list.filter((source) => !unspaced.test(source)).map(wordSource),
    letters: list.filter((source) => unspaced.test(source)).map((source) => fold(source).replaceAll('~', '[^.]{0,6}')),
  }
}

function wordSource(source: string): string {
  return fold(source).replaceAll(' ~ ', ' (?:[^ .]{1,30} ){0,4}')
}

const wordPattern: ToPattern = (source, flags) => new RegExp(` (?:${source})(?= )`, flags)
const letterPattern: ToPattern = (source, flags) => new RegExp(source, flags)
