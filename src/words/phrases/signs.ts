/** Lists of phrases → a test on a message. The lists are data, written in the phrase language of `phrases.ts`. Pure. */

import { hasScript } from '../letters/scripts.ts'
import { once } from '../once.ts'
import type { Reading } from '../read-text.ts'
import { rememberFew, rememberLast } from '../remember-last.ts'
import { isUnspacedPhrase } from './patterns.ts'
import { isOneStretch, type Phrases, patternSource } from './phrases.ts'
import { createSieve, type MayMatch, type Sieve } from './sieve.ts'
import { type Sought, soughtOf } from './sought.ts'

export interface Sign {
  (reading: Reading): boolean
  /** The numbers of the lists of which a phrase shows it. */
  readonly listsIn: (reading: Reading) => ReadonlySet<number>
}

/** All languages are sought in every message: nobody can tell the language of a few words for sure. */
export function createSign(lists: Lists): Sign {
  const says = once(() => entriesOf(lists(), 'says'))
  const words = ofWords(() => says().words)
  const letters = ofLetters(() => says().letters)
  const without = createWithout(lists)
  // Most texts show nothing at all: what only sounds like it is taken out where something does.
  const shown = (mayMatch: MayMatch, text: string, rest: (text: string) => string) => {
    const found = held(mayMatch, text)
    const left = found.length > 0 ? rest(text) : ''
    return found.filter((pattern) => pattern.test(left))
  }
  // A turn asks the same of a message at several points.
  const shows = rememberLast(
    ({ spaced, tight }: Reading) =>
      shown(letters, tight, without.letters).length > 0 ||
      spaced.some((text) => shown(words, text, without.words).length > 0),
  )
  const listsIn = ({ spaced, tight }: Reading) => {
    const all = [shown(letters, tight, without.letters), ...spaced.map((text) => shown(words, text, without.words))]
    return new Set(all.flat().flatMap((pattern) => listOf.get(pattern) ?? []))
  }
  return Object.assign((reading: Reading) => shows(reading), { listsIn })
}

/** Kept for the patterns that may match a text: few are ever made. */
const listOf = new WeakMap<RegExp, number>()

function held(mayMatch: MayMatch, text: string): readonly RegExp[] {
  const found = mayMatch(text)
  return found.length === 0 ? found : found.filter((pattern) => pattern.test(text))
}

/** Read when the first text comes: what is never asked costs no start. */
export type Lists = () => readonly Phrases[]

interface Entry {
  readonly phrase: string
  readonly needles: string | undefined
  readonly list: number
}

/** What is sought between words, and what in letters without spaces. */
function entriesOf(lists: readonly Phrases[], key: 'says' | 'butNot'): Record<'words' | 'letters', readonly Entry[]> {
  const words: Entry[] = []
  const letters: Entry[] = []
  for (const [number, list] of lists.entries()) {
    const needles = list.needles?.[key]
    for (const [at, phrase] of (list[key] ?? []).entries())
      (isUnspacedPhrase(phrase) ? letters : words).push({ phrase, needles: needles?.[at], list: number })
  }
  return { words, letters }
}

/** A text of a reading without what sounds like the sign and is not. */
function createWithout(lists: Lists): Record<'words' | 'letters', (text: string) => string> {
  const butNot = once(() => entriesOf(lists(), 'butNot'))
  return {
    words: createOverlook(
      ofWords(() => butNot().words, 'g'),
      ' #',
    ),
    letters: createOverlook(
      ofLetters(() => butNot().letters, 'g'),
      '#',
    ),
  }
}

/** A message without what the phrases say. What is read of its raw text, such as capitals, stays. */
export function createOverlooking(lists: Lists): (reading: Reading) => Reading {
  const says = once(() => entriesOf(lists(), 'says'))
  const fromWords = createOverlook(
    ofWords(() => says().words, 'g'),
    ' #',
  )
  const fromLetters = createOverlook(
    ofLetters(() => says().letters, 'g'),
    '#',
  )
  return rememberLast((reading: Reading) => {
    const spaced = reading.spaced.map((text) => fromLetters(fromWords(text)))
    const tight = fromLetters((spaced[0] ?? '').replaceAll(' ', ''))
    if (tight === reading.tight && spaced.every((text, at) => text === reading.spaced[at])) return reading
    const { raw, clean, folded, line, spelledOut } = reading
    return { raw, clean, folded, line, spelledOut, spaced, tight }
  })
}

/** How many of the phrases occur, at most one for each. */
export function createCount(lists: Lists): (reading: Reading) => number {
  const says = once(() => entriesOf(lists(), 'says'))
  const isWhole = ({ phrase }: Entry) => isOneStretch(phrase)
  const findWords = createFind(ofWords(() => says().words.filter(isWhole), 'g'))
  const findLetters = createFind(ofLetters(() => says().letters.filter(isWhole), 'g'))
  // What stands apart in a sentence has no stretch of its own to be counted by.
  const apart = ofWords(() => says().words.filter((entry) => !isWhole(entry)))
  const lettersApart = ofLetters(() => says().letters.filter((entry) => !isWhole(entry)))
  const without = createWithout(lists)
  const count = (spaced: readonly string[], tight: string) =>
    new Set([...spaced.flatMap(findWords), ...findLetters(tight)]).size +
    new Set(spaced.flatMap((text) => held(apart, text))).size +
    held(lettersApart, tight).length
  return rememberLast(({ spaced, tight }: Reading) =>
    count(spaced, tight) === 0 ? 0 : count(spaced.map(without.words), without.letters(tight)),
  )
}

/** Takes out what the phrases say; only those that may match are run. */
function createOverlook(mayMatch: MayMatch, mark: string): (text: string) => string {
  return (text) => mayMatch(text).reduce((rest, pattern) => rest.replaceAll(pattern, mark), text)
}

/** All that the phrases find in a text. */
function createFind(mayMatch: MayMatch): (text: string) => string[] {
  return (text) => mayMatch(text).flatMap((pattern) => text.match(pattern) ?? [])
}

/** Patterns by the script in which they are written: those of a script that a text does not have are neither run nor even made. */
interface Shelf {
  readonly sieve: Sieve
  /** Whether a phrase stands on it, if on none before. */
  readonly holds: (phrase: string) => boolean
  readonly isFor: (text: string) => boolean
}

/** What also says something in Latin letters is sought in every text. */
const shelf = (has: (text: string) => boolean): Shelf => ({
  sieve: createSieve(),
  holds: (phrase) => has(phrase) && isOneStretch(phrase) && !/[a-z]{2}|\d{3}/i.test(phrase),
  isFor: has,
})
const createShelves = (): readonly Shelf[] => [
  shelf((text) => hasScript(text, 'Han', 'Kana')),
  ...(['Hangul', 'Thai', 'Devanagari', 'Cyrillic', 'Arabic', 'Hebrew', 'Greek'] as const).map((script) =>
    shelf((text) => hasScript(text, script)),
  ),
  { sieve: createSieve(), holds: () => true, isFor: () => true },
]

/** Words and letters apart: they are sought in different forms of a message. */
const ofWords = createLists(createShelves())
const ofLetters = createLists(createShelves())

/** What the sieves hold is read when the first message comes, or at the warm-up before it. */
function createLists(shelves: readonly Shelf[]) {
  const shelvesFor = rememberFew((text) => shelves.filter(({ isFor }) => isFor(text)))
  return function each(phrases: () => readonly Entry[], flags?: 'g'): MayMatch {
    const byShelf = once(() => Map.groupBy(phrases(), ({ phrase }) => shelves.find(({ holds }) => holds(phrase))))
    const lists = new Map(
      shelves.map((one) => {
        const items = once(() =>
          (byShelf().get(one) ?? []).map(({ phrase, needles, list }) =>
            soughtOf(phrase, patternSource, flags, needles, list),
          ),
        )
        return [one, one.sieve.addAll(items)] as const
      }),
    )
    return (text) => {
      let found: readonly RegExp[] = none
      for (const one of shelvesFor(text)) {
        const here = lists.get(one)?.(text) ?? none
        if (here.length > 0) found = [...found, ...here.map(patternOf)]
      }
      return found
    }
  }
}

function patternOf({ pattern, list }: Sought): RegExp {
  if (list !== undefined) listOf.set(pattern, list)
  return pattern
}

const none: readonly never[] = []
