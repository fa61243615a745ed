/**
 * How a sentence that keeps to an approved text makes it say what it does not: reversed, added to, freed of its condition, sooner, of
 * another thing. Pure.
 */
import type { Lang } from '../domain/message.ts'
import { type Exchange, exchangesIn } from './exchanged.ts'
import { foldFigures } from './fold-figures.ts'
import {
  type Approved,
  type Clause,
  type Figure,
  hasMark,
  isSameFigure,
  type Mark,
  type Own,
  type Passage,
} from './passages.ts'
import { isFigureHeld } from './reckoned.ts'

const bears = (text: string, mark: Mark, lang: Lang): boolean => hasMark(foldFigures(text), mark, lang)
const isAsked = /[?？]["'」』)]*\s*$/u

/** In which way a sentence says what the text does not. */
export type TwistWay = Exchange | 'reversed' | 'misplaced' | 'added' | 'unbound'

export interface Twist {
  readonly way: TwistWay
  /** The words by which it does. */
  readonly text: string
}

/** Empty where it does not. `said[at]` is the sentence. */
export function twistsOf(
  said: readonly Passage[],
  at: number,
  approved: Approved,
  own: Own,
  lang: Lang,
): readonly Twist[] {
  const passage = said[at]
  if (!passage || isAsked.test(passage.text)) return []
  const addition = added(said, at, approved, own, lang)
  const loosened = unbound(passage, approved, lang)
  return [
    ...passage.clauses.flatMap((clause): readonly Twist[] => [
      ...(isReversed(clause, approved) ? [{ way: 'reversed' as const, text: clause.text }] : []),
      ...(isMisplaced(clause, approved) ? [{ way: 'misplaced' as const, text: clause.text }] : []),
    ]),
    ...exchangesIn(passage, approved, own, lang),
    ...(addition === undefined ? [] : [{ way: 'added' as const, text: addition }]),
    ...(loosened === undefined ? [] : [{ way: 'unbound' as const, text: loosened }]),
  ]
}

/** It grants what the text speaks of only to deny it: no clause that grants is as near. */
function isReversed({ words, figures, isDenied, isLimit }: Clause, { clauses }: Approved): boolean {
  if (isDenied || isLimit) return false
  const shared = (clause: Clause) =>
    [...clause.words].filter((word) => words.has(word)).length +
    clause.figures.filter((known) => figures.some((figure) => isSameFigure(known, figure))).length
  const nearest = (isNo: boolean) =>
    Math.max(0, ...clauses.filter((clause) => clause.isDenied === isNo && !(isNo && clause.isLimit)).map(shared))
  return nearest(true) > nearest(false)
}

/** Its figures stand in the text beside other things, and what it says them of has another there. */
function isMisplaced({ words, figures }: Clause, { clauses }: Approved): boolean {
  const families = new Set(figures.map(familyOf))
  return [...families].some((family) => {
    const said = figures.filter((figure) => familyOf(figure) === family)
    const isHere = (clause: Clause | undefined) =>
      clause?.figures.some((known) => said.some((figure) => isSameFigure(known, figure))) === true
    if (!clauses.some(isHere)) return false
    return [...words].some((word) => {
      const places = clauses.flatMap((clause, at) => (clause.words.has(word) ? [at] : []))
      return places.length > 0 && places.every((at) => isOther(at))
    })
    function isOther(at: number): boolean {
      return !isHere(clauses[at]) && clauses[at]?.figures.some((figure) => familyOf(figure) === family) === true
    }
  })
}

/** Figures that can stand in each other's place. */
const familyOf = ({ kind, value }: Figure): string => `${kind} ${value.replace(/[\d.:-]+/g, '#')}`

/** "Wear as well": what is added stands there in one sentence with what it is added to, or with such a word. */
function added(said: readonly Passage[], at: number, approved: Approved, fan: Own, lang: Lang): string | undefined {
  const passage = said[at]
  const clause = passage?.clauses.find(({ text }) => bears(text, 'adds', lang))
  if (!passage || !clause) return undefined
  const own = [...clause.words].filter((word) => approved.words.has(word))
  if (own.length === 0) return isHeldDay(clause, passage, approved, fan) ? undefined : passage.text
  const isOnlyShutOut = approved.clauses
    .filter(({ words }) => own.some((word) => words.has(word)))
    .every(({ isDenied }) => isDenied)
  if (isOnlyShutOut && !clause.isDenied) return passage.text
  const isWhole = bears(clause.text, 'is', lang)
  const before = (passage.clauses.length > 1 ? [passage] : said.slice(Math.max(0, at - 1), at)).flatMap(({ clauses }) =>
    clauses.filter((one) => one !== clause),
  )
  const known = before
    .flatMap(({ words }) => [...words])
    .filter((word) => !clause.words.has(word) && approved.words.has(word))
  const fits = approved.passages.some(({ words, text, clauses }) => {
    const isSame = bears(text, 'adds', lang)
    const isOfFigure = clauses.some(({ figures }) =>
      figures.some((one) => clause.figures.some((said) => isSameFigure(one, said))),
    )
    return (
      (isSame && isOfFigure) || (own.every((word) => words.has(word)) && (isWhole || isSame || isMostIn(known, words)))
    )
  })
  return fits ? undefined : passage.text
}

/** "Sundays too, half eight to five": a day, which the text has among others, and figures that all stand there. */
function isHeldDay({ figures, words }: Clause, passage: Passage, approved: Approved, own: Own): boolean {
  const all = passage.clauses.flatMap((clause) => clause.figures)
  const isDay = figures.length > 0 && figures.every(({ kind }) => kind === 'date') && words.size <= figures.length
  return isDay && all.length > figures.length && all.every((figure) => isFigureHeld(figure, passage, approved, own))
}

const isMostIn = (some: readonly string[], words: ReadonlySet<string>): boolean =>
  some.length > 0 && some.filter((word) => words.has(word)).length * 2 >= some.length

/** Whatever the condition, or sooner, where the text has no such word. */
function unbound({ text }: Passage, approved: Approved, lang: Lang): string | undefined {
  const isLoose = bears(text, 'either-way', lang) && !bears(approved.text, 'either-way', lang)
  const isSooner = bears(text, 'sooner', lang) && !bears(approved.text, 'sooner', lang)
  return isLoose || isSooner ? text : undefined
}
