/**
 * What tells whether a sentence says an approved text again in other words, or says more than it: how much of it stands there, what in it
 * is new, whether its figures and denials agree, and the signs that something was turned round. Pure.
 */
import type { Lang } from '../domain/message.ts'
import { isUnspaced } from '../words/letters/scripts.ts'
import { claimLikeness } from './claim-likeness.ts'
import { isNewCount, isNewName, talkIn } from './exchanged.ts'
import { strong } from './how-weights-bind.ts'
import { type Approved, type Clause, hasMark, type Own, type Passage, speaksOf } from './passages.ts'
import { isFigureHeld } from './reckoned.ts'
import { restating } from './restating-learnt.ts'
import { type Twist, type TwistWay, twistsOf } from './twists.ts'

/** What the sentence stands among. */
export interface Around {
  readonly said: readonly Passage[]
  readonly at: number
  readonly own: Own
  readonly lang: Lang
  /** How like a claim it is. */
  readonly claim: number
}

const ways: readonly TwistWay[] = [
  ...(['reversed', 'misplaced', 'added', 'unbound', 'of-another', 'granted-in-part', 'other-number'] as const),
  ...(['opposite', 'granted-denial', 'denied-grant', 'for-all', 'other-thing'] as const),
]

/** In the order of what `restatingSigns` gives. */
export const signNames: readonly string[] = [
  ...['covered', 'covered-or-own', 'new-one', 'new-two', 'new-three', 'new-share', 'no-words', 'few-words'],
  ...['figures-held', 'figures-new', 'counts-new', 'no-figures', 'all-weighed', 'new-weights', 'new-grants'],
  ...['denied', 'denied-alike', 'granted-against', 'near-clause', 'near-passage', 'in-one-place', 'name-new'],
  ...['claim', 'claim-covered', 'claim-new', 'only', 'adds', 'every', 'asks', 'long', 'fuzzy', 'nod'],
  ...ways,
]

/** One number a sign, mostly 0–1. */
export function restatingSigns(
  { said, at, own, lang, claim: likeness }: Around,
  approved: Approved,
  twists: readonly Twist[] = twistsOf(said, at, approved, own, lang),
): readonly number[] {
  const passage = said[at]
  if (!passage) return signNames.map(() => 0)
  const talk = talkIn(lang)
  const words = [...passage.words].filter((word) => !talk.has(word) || speaksOf(word, approved))
  const isAlike = (word: string) => speaksOf(word, approved) || isNearlyIn(word, approved)
  const covered = words.filter(isAlike)
  const fresh = words.filter((word) => !isAlike(word) && !own.words.has(word))
  const figures = passage.clauses.flatMap((clause) => clause.figures)
  const isHeld = (figure: (typeof figures)[number]) => isFigureHeld(figure, passage, approved, own)
  const newFigures = figures.filter((figure) => !isHeld(figure)).length
  const newCounts = passage.clauses.filter((clause) => isNewCount(clause, passage, approved, own)).length
  const weights = [...new Set(passage.clauses.flatMap((clause) => [...clause.weights]))]
  const isKnown = (weight: (typeof weights)[number]) => approved.clauses.some((clause) => clause.weights.has(weight))
  const strange = weights.filter((weight) => !isKnown(weight))
  const near = nearestOf(passage, approved.clauses)
  const isDenied = passage.clauses.some((clause) => clause.isDenied)
  const nearShare = shareIn(near, covered)
  const place = approved.passages.map((one) => covered.filter((word) => speaksOf(word, one)).length)
  const claim = Math.max(-1, Math.min(1, likeness / 4))
  const isOfFigures = words.length === 0 && figures.length > 0 && newFigures === 0
  const share = isOfFigures ? 1 : words.length === 0 ? 0 : covered.length / words.length
  const freshShare = words.length === 0 ? 0 : fresh.length / words.length
  const turned = new Set(twists.map(({ way }) => way))
  return [
    share,
    1 - freshShare,
    Number(fresh.length > 0),
    Number(fresh.length > 1),
    Number(fresh.length > 2),
    freshShare,
    Number(words.length === 0),
    Number(words.length <= 2),
    Number(figures.length > 0 && newFigures === 0),
    Math.min(2, newFigures),
    Math.min(2, newCounts),
    Number(figures.length === 0),
    Number(weights.length > 0 && strange.length === 0),
    Math.min(2, strange.length) / 2,
    Number(strange.some((weight) => strong.has(weight))),
    Number(isDenied),
    Number(isDenied && near.some((clause) => clause.isDenied)),
    Number(!isDenied && near.length > 0 && near.every((clause) => clause.isDenied)),
    nearShare,
    covered.length === 0 ? 0 : Math.max(0, ...place) / covered.length,
    covered.length === 0 ? 0 : Number(nearShare === 1),
    Number(isNewName(passage, approved, lang)),
    claim,
    claim * share,
    claim * freshShare,
    Number(hasMark(passage.folded, 'only', lang)),
    Number(!isOfFigures && hasMark(passage.folded, 'adds', lang)),
    Number(hasMark(passage.folded, 'every', lang)),
    Number(/[?？]["'」』)]*\s*$/u.test(passage.text)),
    Number(words.length > 6),
    words.length === 0 ? 0 : words.filter((word) => !speaksOf(word, approved) && isAlike(word)).length / words.length,
    Number(nods.test(passage.folded)),
    ...ways.map((way) => Number(turned.has(way))),
  ]
}
export interface Restating {
  /** Above 0 more like the text in other words than like more than it says, as log odds. */
  readonly likeness: number
  readonly twists: readonly Twist[]
}

export function restatingOf(around: Around, approved: Approved): Restating {
  const twists = twistsOf(around.said, around.at, approved, around.own, around.lang)
  const signs = restatingSigns(around, approved, twists)
  const likeness = signs.reduce((sum, sign, at) => sum + sign * (restating[at] ?? 0), restating.at(-1) ?? 0)
  return { likeness, twists }
}

/** Of the sentence, whatever text it is held against. */
export const claimOf = (said: readonly Passage[], at: number, fan: string, lang: Lang): number =>
  claimLikeness({ sentence: said[at]?.text ?? '', lang, at, isOnly: said.length === 1, fan, fanLang: lang })

const nods = /^\s*(?:yes|no|oui|non|si|ja|nein|是|不|能|可以|行)(?![\p{L}])/u

/** The clauses that have most words of it. */
function nearestOf({ words, clauses: own }: Passage, clauses: readonly Clause[]): readonly Clause[] {
  const shared = clauses.map(
    (clause) =>
      [...words].filter((word) => speaksOf(word, clause)).length +
      own.flatMap(({ figures }) => figures).filter(({ value }) => clause.figures.some((one) => one.value === value))
        .length,
  )
  const most = Math.max(0, ...shared)
  return most === 0 ? [] : clauses.filter((_, at) => shared[at] === most)
}

const shareIn = (near: readonly Clause[], words: readonly string[]): number =>
  words.length === 0
    ? 0
    : Math.max(0, ...near.map((clause) => words.filter((word) => speaksOf(word, clause)).length)) / words.length

/** A word of the same beginning, or of mostly the same letters; of one written without spaces, all its letters. */
function isNearlyIn(word: string, { words, folded }: Approved): boolean {
  if (isUnspaced(word)) return word.length > 1 && [...word].every((letter) => folded.includes(letter))
  if (word.length < LEAST_LIKE) return false
  return [...words].some(
    (known) =>
      known.length >= LEAST_LIKE &&
      (known.startsWith(word.slice(0, Math.max(LEAST_LIKE, word.length - ENDING))) ||
        word.startsWith(known.slice(0, Math.max(LEAST_LIKE, known.length - ENDING)))),
  )
}
const LEAST_LIKE = 4
/** Letters in which forms of one word may differ at their end. */
const ENDING = 3
