/**
 * Texts as clauses: of each its words, its figures, what it weighs, and whether it denies. What a draft keeps to, or turns round, is held
 * against them. Pure.
 */
import type { Lang } from '../domain/message.ts'
import type { Weight } from '../hearing/packs/weights.ts'
import { isUnspaced } from '../words/letters/scripts.ts'
import { occurs } from '../words/phrases/patterns.ts'
import { segment } from '../words/terms/segment.ts'
import { stemmerFor } from '../words/terms/stem.ts'
import { stopWords } from '../words/terms/stop-words.ts'
import { isSameMoment } from './dates.ts'
import { figuresOf } from './find.ts'
import { foldFigures } from './fold-figures.ts'
import { mayBeNamed } from './how-weights-bind.ts'
import { hanGrammar } from './leaning.ts'
import { anyOfList, type ListName } from './lists.ts'
import { findNumbers } from './numbers.ts'
import { denies } from './stance.ts'
import { readStated } from './stated.ts'
import { type WeightyWord, weightyWords } from './weighty-words.ts'

/** Words for smaller numbers are mostly no figures: "one of those", "the two". */
export const LEAST_NUMBER = 3

export interface Figure {
  readonly kind: string
  readonly value: string
}

/** A number and the word that matters right after it: of "two tablespoons" 2 and `tablespoon`; none where the thing is left out. */
export interface Counted {
  readonly value: number
  readonly thing?: string
  /** It has a unit, of which it cannot be loosed. */
  readonly isMeasured: boolean
}

export interface Clause {
  readonly text: string
  readonly folded: string
  /** Those that carry matter, as stems. */
  readonly words: ReadonlySet<string>
  /** With those of grammar, as they stand. */
  readonly tokens: ReadonlySet<string>
  readonly counted: readonly Counted[]
  readonly figures: readonly Figure[]
  /** Words for small ones left out; of a range both ends. */
  readonly numbers: readonly number[]
  readonly weights: ReadonlySet<Weight>
  readonly isDenied: boolean
  /** It sets a limit: "until it is cut". */
  readonly isLimit: boolean
}

/** A sentence. */
export interface Passage {
  readonly text: string
  readonly folded: string
  readonly words: ReadonlySet<string>
  readonly clauses: readonly Clause[]
  /** Coarser: what stands between full stops and semicolons. */
  readonly parts: readonly Clause[]
}

/** An approved text, whole: an answer or a thing of the house, in one language. */
export interface Approved {
  readonly text: string
  readonly folded: string
  readonly passages: readonly Passage[]
  readonly clauses: readonly Clause[]
  readonly parts: readonly Clause[]
  readonly words: ReadonlySet<string>
  /** Values of figures whose number and unit stand apart. */
  readonly loose: ReadonlySet<string>
  readonly isStrict: boolean
}

/** The fan's message: its words and numbers may be said back. */
export interface Own {
  readonly words: ReadonlySet<string>
  readonly numbers: readonly number[]
  /** Values of the days and moments that it names. */
  readonly moments: readonly string[]
}

const breaks = /([,:](?=\s)|[;；，：()（）]|\s[—–-]\s)/u
/** Of so few words a piece is a member of a list and goes with the next: "drops, drowning and …". */
const MEMBER = 2

export type Mark = ListName<'twists'>
const marks = new Map<string, () => RegExp>()

/** Of a folded text. */
export function hasMark(folded: string, mark: Mark, lang: Lang): boolean {
  const key = `${mark} ${lang}`
  const made = marks.get(key) ?? anyOfList('twists', mark, { lang })
  marks.set(key, made)
  return occurs(made(), folded)
}

export function isSameFigure(known: Figure, said: Figure): boolean {
  if (known.kind !== said.kind) return false
  if (known.kind === 'date') return isSameMoment(known.value, said.value)
  return known.value === said.value || known.value.replace(/(^|\s)[\d.]+-(?=\d)/, '$1') === said.value
}

/** Approved texts are few and change with the persona alone. */
const known = new Map<string, readonly Passage[]>()
const MANY = 4000

/** In order. */
export function passagesOf(text: string, lang: Lang): readonly Passage[] {
  const key = `${lang} ${text}`
  const found = known.get(key)
  if (found) return found
  const stated = readStated(text)
  const made = stated.sentences.map((sentence) => passageOf(stated.quote(sentence), lang))
  if (known.size >= MANY) known.clear()
  known.set(key, made)
  return made
}

function passageOf(text: string, lang: Lang): Passage {
  const clauses = withLateNo(clausesOf(text).map((clause) => clauseOf(clause, lang)))
  const words = new Set(clauses.flatMap((clause) => [...clause.words]))
  const pieces = text.split(/[;；]/u).filter((part) => /[\p{L}\p{N}]/u.test(part))
  const parts = pieces.map((part) => clauseOf(part, lang))
  return { text, folded: foldFigures(text), clauses, words, parts }
}

/** "Diving and hot showers, no." */
function withLateNo(clauses: readonly Clause[]): readonly Clause[] {
  const last = clauses.at(-1)
  const isLate = clauses.length > 1 && last?.isDenied === true && last.words.size === 0
  return isLate ? clauses.map((clause) => ({ ...clause, isDenied: true })) : clauses
}

/** Words that carry matter, as stems of their language: none of grammar, none of figures. */
export function mattersOf(text: string, lang: Lang): ReadonlySet<string> {
  const grammar = stopWords(lang)
  const words = segment(text, lang).filter((word) => !grammar.has(word) && !hanGrammar.has(word) && !slight.test(word))
  return new Set(words.map(stemmerFor(lang)))
}
const slight = /^(?:\p{N}.*|[a-z])$/u

/** Whether a text speaks of a word: of one that is written without spaces, in whatever words it is cut there. */
export const speaksOf = (word: string, { words, folded }: Pick<Approved, 'words' | 'folded'>): boolean =>
  words.has(word) || (isUnspaced(word) && folded.includes(word))

function clauseOf(text: string, lang: Lang): Clause {
  const folded = foldFigures(text)
  const found = weightyWords(text, lang)
  const nodding = found.filter(({ weights }) => weights.every(isNod))
  const nods = new Set(nodding.flatMap(({ text }) => [...mattersOf(text, lang)]))
  const isNo = nodding.some(({ weights }) => !weights.includes('yes'))
  const plain = withoutFree(folded, found)
  return {
    text: text.trim(),
    folded,
    words: new Set([...mattersOf(text, lang)].filter((word) => !nods.has(word))),
    tokens: new Set(segment(text, lang)),
    counted: countedIn(text, folded, lang),
    figures: figuresOf(text),
    numbers: findNumbers(folded).flatMap(({ value, from, start, end }) =>
      isNumber(folded.slice(start, end), value, lang) ? [value, ...(from === undefined ? [] : [from])] : [],
    ),
    weights: new Set(found.flatMap(({ weights }) => weights.filter((weight) => !mayBeNamed.has(weight)))),
    isDenied: isNo || (denies(plain) && !isExact(plain, lang)) || hasMark(plain, 'shuts-out', lang),
    isLimit: hasMark(folded, 'only', lang),
  }
}
function countedIn(text: string, folded: string, lang: Lang): readonly Counted[] {
  const measures = figuresOf(text).filter(({ kind }) => kind !== 'count' && kind !== 'date')
  return findNumbers(folded).flatMap(({ value, from, start, end }) => {
    const next = nextWord.exec(folded.slice(end))?.[0].trim() ?? ''
    const [thing] = mattersOf(next, lang)
    const isMeasured = measures.some((figure) => figure.start < end && start < figure.end)
    const of = { isMeasured, ...(thing === undefined ? {} : { thing }) }
    return [value, ...(from === undefined ? [] : [from])].map((value) => ({ value, ...of }))
  })
}
/** Of what is written without spaces, a letter. */
const nextWord = /^\s?(?:[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]|[\p{sc=Latin}\p{sc=Cyrillic}\p{sc=Greek}]{2,})/u

/** "No charge" grants: the denial is of the word itself. */
const withoutFree = (folded: string, found: readonly WeightyWord[]): string =>
  found
    .filter(({ text, weights }) => weights.includes('gift') && denies(text))
    .reduce((rest, { text }) => rest.replace(text, ' '), folded)

/** In figures, or in a word of this language: "once" is eleven in Spanish alone. */
export function isNumber(words: string, value: number, lang: Lang): boolean {
  if (/\d/.test(words)) return true
  return value >= LEAST_NUMBER && weightyWords(words, lang).some(({ weights }) => weights.includes('number'))
}

const isNod = (weight: Weight): boolean => weight === 'yes' || weight === 'no'

/** "Coffee and nothing else." */
const isExact = (folded: string, lang: Lang): boolean =>
  hasMark(folded, 'only', lang) && /\b(?:nothing|rien|ne|n'|nichts|nada|nient)\b/u.test(folded)

function clausesOf(text: string): readonly string[] {
  const clauses: string[] = []
  let members: string[] = []
  for (const [piece = '', mark = ''] of piecesOf(text)) {
    if (mark === ',' && isMember(piece) && !denies(foldFigures(piece))) members.push(piece)
    else {
      if (conjunction.test(piece)) clauses.push([...members, piece].join(', '))
      else clauses.push(...members, piece)
      members = []
    }
  }
  return clauses.filter((clause) => /[\p{L}\p{N}]/u.test(clause))
}

/** Each with the mark after it. */
function piecesOf(text: string): readonly (readonly string[])[] {
  const parts = text.split(breaks)
  return parts.flatMap((piece, at) => (at % 2 === 0 ? [[piece, parts[at + 1]?.trim() ?? '']] : []))
}

const conjunction = /(?<!\p{L})(?:and|or|nor|et|ou|ni|und|oder|noch|y|e|o)(?!\p{L})/u
const isMember = (piece: string): boolean => !isUnspaced(piece) && piece.trim().split(/\s+/u).length <= MEMBER
