/** Lists of phrases → a test on a message. The lists are data, written as people type; the patterns take linear time. Pure. */
import type { Lang } from '../../domain/message.ts'
import { fold } from '../../persona/fold.ts'
import type { Reading } from './read-text.ts'

/**
 * Phrases of one language, as patterns over folded words: groups, `?`, `{n,m}` and look-arounds, but neither `*` nor `+`, so
 * that a match is bounded and a search takes linear time; apostrophes as `readText` leaves them. ` ~ ` stands for up to four
 * words, `~` in scripts without spaces for up to six characters; neither leaves the sentence.
 */
export interface Phrases {
  readonly says: readonly string[]
  /** Sayings that sound like it and are not: they are overlooked before `says` is sought. */
  readonly butNot?: readonly string[]
}

export type Sign = (reading: Reading) => boolean

const unspaced = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]/u

interface Pattern {
  readonly words: RegExp | undefined
  readonly letters: RegExp | undefined
}

/** All languages are sought in every message: nobody can tell the language of a few words for sure. */
export function createSign(lists: Readonly<Record<Lang, Phrases>>): Sign {
  const says = compile(
    Object.values(lists).flatMap((phrases) => phrases.says),
    '',
  )
  const butNot = compile(
    Object.values(lists).flatMap((phrases) => phrases.butNot ?? []),
    'g',
  )
  return (reading) => {
    const { words, letters } = says
    if (letters?.test(overlook(reading.tight, butNot.letters, '#'))) return true
    return words !== undefined && reading.spaced.some((text) => words.test(overlook(text, butNot.words, ' #')))
  }
}

/** How many of the phrases occur, at most one for each. */
export function createCount(lists: Readonly<Record<Lang, readonly string[]>>): (reading: Reading) => number {
  const { words, letters } = compile(Object.values(lists).flat(), 'g')
  return ({ spaced, tight }) => {
    const found = new Set<string>()
    if (words) for (const text of spaced) for (const [phrase] of text.matchAll(words)) found.add(phrase)
    if (letters) for (const [phrase] of tight.matchAll(letters)) found.add(phrase)
    return found.size
  }
}

function overlook(text: string, pattern: RegExp | undefined, mark: string): string {
  return pattern ? text.replaceAll(pattern, mark) : text
}

function compile(sources: readonly string[], flags: '' | 'g'): Pattern {
  const unbounded = sources.find((source) => /(?<!\\)[*+]/.test(source))
  if (unbounded) throw new Error(`A phrase may not repeat without bound: ${unbounded}`)
  const words = sources.filter((source) => !unspaced.test(source)).map(wordSource)
  const letters = sources
    .filter((source) => unspaced.test(source))
    .map((source) => fold(source).replaceAll('~', '[^.]{0,6}'))
  return {
    words: words.length > 0 ? new RegExp(` (?:${words.join('|')})(?= )`, flags) : undefined,
    letters: letters.length > 0 ? new RegExp(letters.join('|'), flags) : undefined,
  }
}

function wordSource(source: string): string {
  return fold(source).replaceAll(' ~ ', ' (?:[^ .]{1,30} ){0,4}')
}
