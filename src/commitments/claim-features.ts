/** What a sentence of a reply is made of beside the message it answers, as places in two tables: its words, and what both mean. Pure. */
import type { Lang } from '../domain/message.ts'
import { asksSomething } from '../hearing/asks-something.ts'
import { featuresOf } from '../hearing/learned/features.ts'
import { meaningsOf, withOneSpeaker } from '../hearing/learned/likeness.ts'
import { type Meaning, meanings } from '../hearing/learned/meanings.ts'
import { weights } from '../hearing/packs/weights.ts'
import { isUnspaced } from '../words/letters/scripts.ts'
import { readText } from '../words/read-text.ts'
import { rememberFew } from '../words/remember-last.ts'
import { foldFigures } from './fold-figures.ts'
import { denies } from './stance.ts'
import { weightyWords } from './weighty-words.ts'

/** Features fall into this many places, so that no list of them has to be kept. */
export const CLAIM_PLACES = 1 << 16

/** A few features say little: as if so many stood beside them that tell nothing. */
export const silentBeside = { words: 20, meant: 30 } as const

export interface Said {
  readonly sentence: string
  readonly lang: Lang
  /** Which of the reply's sentences it is, counted from 0, and whether there is another. */
  readonly at: number
  readonly isOnly: boolean
  /** The fan's message, and the language it is in. */
  readonly fan: string
  readonly fanLang: Lang
}

export interface ClaimFeatures {
  readonly words: Int32Array
  readonly meant: Int32Array
}

/** What is noted of a text: the places of its meanings, then of its weights. */
type Notes = readonly number[]

const [ONE, ASKED, DENIED, TWO, FOLLOWED, FAN, FAN_ASKS, FAN_SHORT, FAN_DENIED, FAN_BACK, CROSS, SAME, FORM] =
  Array.from({ length: 13 }, (_, at) => at + 1) as [
    number,
    number,
    number,
    number,
    number,
    number,
    number,
    number,
    number,
    number,
    number,
    number,
    number,
  ]

/** Words are counted by twos, up to here; letters of a script without spaces likewise. */
const LONG = 10
const SHORT = 2
const asksBack = /[?？]["'」』)]*\s*$/u
const capital = /(?<=[\p{Ll},;:] )\p{Lu}\p{Ll}{2,}/u

export function claimFeatures({ sentence, lang, at, isOnly, fan, fanLang }: Said): ClaimFeatures {
  const asked = Number(asksSomething(fan, fanLang))
  const back = Number(asksBack.test(sentence))
  const denied = Number(denies(foldFigures(sentence)))
  const length = lengthOf(sentence)
  const said = notesOf(sentence, lang)
  const heard = notesOf(fan, fanLang)
  const found = new Set<number>()
  const add = (...numbers: readonly number[]) => found.add(place(numbers))
  said.forEach((one, index) => {
    add(ONE, one)
    add(ASKED, asked, one)
    add(DENIED, denied, one)
    for (const other of said.slice(index + 1)) add(TWO, one, other)
  })
  for (const one of heard) {
    add(FAN, one)
    add(FAN_ASKS, asked, one)
    add(FAN_SHORT, Number(length < SHORT), one)
    add(FAN_DENIED, denied, one)
    add(FAN_BACK, back, one)
    for (const other of said) one === other ? add(SAME, one) : add(CROSS, one, other)
  }
  for (const [before, after] of followed(meaningsOf(sentence))) add(FOLLOWED, before, after)
  add(FORM, 0, length)
  add(FORM, 1, asked)
  add(FORM, 2, back)
  add(FORM, 3, asked, back, length)
  add(FORM, 4, denied, asked)
  add(FORM, 5, Number(/\p{N}/u.test(sentence)))
  add(FORM, 6, Number(capital.test(sentence)))
  add(FORM, 7, Math.min(2, at), Number(isOnly))
  return { words: featuresOf(withOneSpeaker(sentence)), meant: Int32Array.from(found) }
}

/** What a fan's message is made of, alone. */
export function matterFeatures(fan: string, fanLang: Lang): ClaimFeatures {
  const { meant } = claimFeatures({ sentence: '.', lang: fanLang, at: 0, isOnly: true, fan, fanLang })
  return { words: featuresOf(readText(fan)), meant }
}

/** The fan's words are asked about beside every sentence of a draft. */
const notesByLang = new Map<Lang, (text: string) => Notes>()
function notesOf(text: string, lang: Lang): Notes {
  const note = notesByLang.get(lang) ?? rememberFew((one) => readNotes(one, lang))
  notesByLang.set(lang, note)
  return note(text)
}

function readNotes(text: string, lang: Lang): Notes {
  const meant = meaningsOf(text).flat().map(placeOfMeaning)
  const weighed = weightyWords(text, lang).flatMap((word) =>
    word.weights.map((weight) => meanings.length + weights.indexOf(weight)),
  )
  return [...new Set([...meant, ...weighed])].sort((a, b) => a - b)
}

const places: ReadonlyMap<Meaning, number> = new Map(meanings.map((meaning, at) => [meaning, at]))
const placeOfMeaning = (meaning: Meaning): number => places.get(meaning) ?? -1

/** Each meaning with those of the last word before it that has any. */
function* followed(words: readonly (readonly Meaning[])[]): Generator<readonly [number, number]> {
  let before: readonly Meaning[] = []
  for (const word of words) {
    for (const one of before) for (const other of word) yield [placeOfMeaning(one), placeOfMeaning(other)]
    if (word.length > 0) before = word
  }
}

function lengthOf(text: string): number {
  const count = isUnspaced(text) ? text.length : text.split(/\s+/).length
  return Math.min(LONG, count >> 1)
}

/** FNV-1a over small numbers, the high bits mixed in at every step. */
function place(numbers: readonly number[]): number {
  let value = 0x811c9dc5
  for (const number of numbers) {
    value = Math.imul(value ^ (number + 1), 0x01000193)
    value ^= value >>> 13
  }
  return ((value ^ (value >>> 15)) >>> 0) & (CLAIM_PLACES - 1)
}
