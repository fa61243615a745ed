/** The signs by name: the phrases of all languages, from their packs. */

import type { Lang } from '../domain/message.ts'
import { once } from '../words/once.ts'
import { soughtInLine } from '../words/phrases/patterns.ts'
import type { Phrases } from '../words/phrases/phrases.ts'
import { createSieve, type MayMatch } from '../words/phrases/sieve.ts'
import { createCount, createOverlooking, createSign, type Sign } from '../words/phrases/signs.ts'
import type { Sought } from '../words/phrases/sought.ts'
import type { Reading } from '../words/read-text.ts'
import { needlesOf } from './packs/needles-of.ts'
import { packs, type SignName } from './packs/packs.ts'

export interface PackSign extends Sign {
  /** The languages in whose phrases a message shows it. */
  readonly languagesIn: (reading: Reading) => readonly Lang[]
}

/** Whether a message shows the sign, in whatever language. */
export function signOf(name: SignName): PackSign {
  const sign = createSign(() => phrasesOf(name))
  const languages = once(() => Object.keys(packs).filter((lang) => packs[lang]?.signs[name]))
  const languagesIn = (reading: Reading) => [...sign.listsIn(reading)].flatMap((list) => languages()[list] ?? [])
  return Object.assign((reading: Reading) => sign(reading), { listsIn: sign.listsIn, languagesIn })
}

/** How many of the sign's phrases a message holds, each counted once. */
export function countOf(name: SignName): (reading: Reading) => number {
  return createCount(() => phrasesOf(name))
}

/** Messages without the phrases of the sign. */
export function overlooking(name: SignName): (reading: Reading) => Reading {
  return createOverlooking(() => phrasesOf(name))
}

export interface Question {
  /** Which patterns may match a text on one line, with English chat spellings spelled out. */
  readonly mayAskInEnglish: MayMatch
  /** Which patterns of all other languages may match a text on one line. */
  readonly mayAskElsewhere: MayMatch
}

const sieve = createSieve()

/** A sign that is held against the text itself. */
export function questionOf(name: SignName): Question {
  const { english, elsewhere } = textPatternsOf(name)
  const mayAsk = (patterns: () => readonly Sought[]): MayMatch => {
    const mayMatch = sieve.addAll(once(patterns))
    return (text) => mayMatch(text).map(({ pattern }) => pattern)
  }
  return { mayAskInEnglish: mayAsk(english), mayAskElsewhere: mayAsk(elsewhere) }
}

/** The patterns of a sign that is held against the text itself. */
export function textPatternsOf(name: SignName): {
  english: () => readonly Sought[]
  elsewhere: () => readonly Sought[]
} {
  const patterns = (isWanted: (lang: string) => boolean) =>
    phrasesOf(name, isWanted).flatMap(({ says, needles }) =>
      says.map((phrase, at) => soughtInLine(phrase, needles?.says[at])),
    )
  return { english: () => patterns((lang) => lang === 'en'), elsewhere: () => patterns((lang) => lang !== 'en') }
}

function phrasesOf(name: SignName, isWanted: (lang: string) => boolean = () => true): Phrases[] {
  return Object.entries(packs).flatMap(([lang, { signs }]) => {
    const phrases = isWanted(lang) ? signs[name] : undefined
    const needles = needlesOf(lang, name)
    return phrases ? [needles ? { ...phrases, needles } : phrases] : []
  })
}
