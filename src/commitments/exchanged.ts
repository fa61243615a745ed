/**
 * Clause by clause, what of an approved text was exchanged for something else: a word for its opposite, some for all, a number for
 * another, what is granted for what is denied, and a thing for one that the text does not speak of. Pure.
 */
import type { Lang } from '../domain/message.ts'
import { talkWords } from './claims-learnt.ts'
import { foldFigures } from './fold-figures.ts'
import { commitmentList } from './lists.ts'
import {
  type Approved,
  type Clause,
  type Counted,
  hasMark,
  isSameFigure,
  mattersOf,
  type Own,
  type Passage,
  speaksOf,
} from './passages.ts'
import { isSummed } from './reckoned.ts'
import { weightyWords } from './weighty-words.ts'

/** In which way something was exchanged. */
export type Exchange =
  | 'of-another'
  | 'granted-in-part'
  | 'other-number'
  | 'opposite'
  | 'granted-denial'
  | 'denied-grant'
  | 'for-all'
  | 'other-thing'

export interface Exchanged {
  readonly way: Exchange
  /** The clause in which it is. */
  readonly text: string
}

/** Empty where nothing is. */
export function exchangesIn(passage: Passage, approved: Approved, own: Own, lang: Lang): readonly Exchanged[] {
  const { clauses, parts } = passage
  const ofParts = parts.flatMap((part) => [
    ...found('of-another', part, isOfAnother(part, approved)),
    ...found('granted-in-part', part, parts.length > 1 && isGrantedDenial(part, approved.parts, lang)),
  ])
  const ofClauses = clauses.flatMap((clause) => {
    const near = nearestTo(clause, approved)
    return [
      ...found(
        'other-number',
        clause,
        isOtherNumber(clause, approved, own) && !isSummed(clause, passage, approved, own),
      ),
      ...found('opposite', clause, isOpposite(clause, near, approved, lang)),
      ...found('granted-denial', clause, isGrantedDenial(clause, approved.clauses, lang)),
      ...found('denied-grant', clause, isDeniedGrant(clause, near)),
      ...found('for-all', clause, isForAll(clause, near, approved, lang)),
      ...found('other-thing', clause, isOtherThing(clause, near, approved, own, lang)),
    ]
  })
  return [...ofParts, ...ofClauses, ...oneMoreIn(passage, approved, own, lang)]
}

/** A row told clause by clause, "rye, spelt, white", with a member that the text has not, beside two that it has. */
function oneMoreIn({ clauses }: Passage, approved: Approved, own: Own, lang: Lang): readonly Exchanged[] {
  const talk = talkIn(lang)
  const isRow = ({ words, figures, isDenied }: Clause) =>
    words.size > 0 && words.size <= MEMBER && figures.length === 0 && !isDenied
  const isOfText = (clause: Clause) => isRow(clause) && [...clause.words].every((word) => isTold(word, approved))
  const isNew = (word: string) => !isTold(word, approved) && !own.words.has(word) && !talk.has(word)
  return clauses.flatMap((clause, at) => {
    const row = clauses.slice(0, at).toReversed()
    const before = row.findIndex((one) => !isOfText(one))
    const isLate = (before < 0 ? row.length : before) >= ROW
    return isLate && isRow(clause) && [...clause.words].some(isNew) ? found('other-thing', clause, true) : []
  })
}
/** Members that make a row. */
const ROW = 2

const found = (way: Exchange, { text }: Clause, isSo: boolean): readonly Exchanged[] => (isSo ? [{ way, text }] : [])

/** Its number stands beside another thing: "up to 16, the Registre". */
function isOfAnother({ counted, words }: Clause, { parts }: Approved): boolean {
  const units = new Set(parts.flatMap((part) => part.counted.flatMap(({ thing }) => thing ?? [])))
  const [first] = counted
  if (first === undefined || counted.length > 1) return false
  const isHere = (part: Clause) => part.counted.some(({ value }) => value === first.value)
  if (!parts.some(isHere)) return false
  const isRival = ({ thing }: Counted) => thing === undefined || first.thing === undefined || thing === first.thing
  return [...words].some((word) => {
    const places = parts.filter((part) => speaksOf(word, part))
    return (
      !units.has(word) &&
      !isLetter.test(word) &&
      places.length > 0 &&
      places.every((part) => part.counted.some(isRival) && !isHere(part))
    )
  })
}

/** The clauses of the text with which it has most in common. */
function nearestTo(clause: Clause, { clauses }: Approved): readonly Clause[] {
  const shared = clauses.map((known) => commonTo(clause, known))
  const most = Math.max(0, ...shared)
  return most === 0 ? [] : clauses.filter((_, at) => shared[at] === most)
}

const commonTo = ({ words, figures }: Clause, known: Clause): number =>
  [...words].filter((word) => speaksOf(word, known)).length +
  figures.filter((figure) => known.figures.some((one) => isSameFigure(one, figure))).length

/** A number that stands nowhere in the text, or beside the same word another one: "two tablespoons" of one. */
function isOtherNumber({ counted, numbers }: Clause, { clauses }: Approved, { numbers: own }: Own): boolean {
  const known = clauses.flatMap((clause) => clause.counted)
  const all = new Set([...clauses.flatMap((clause) => clause.numbers), ...known.map(({ value }) => value)])
  if (all.size === 0) return false
  const isOther = ({ value, thing }: Counted): boolean => {
    const beside = known.filter((one) => thing !== undefined && one.thing === thing)
    const fitting = known.filter((one) => !one.isMeasured || one.thing === thing)
    return beside.length > 0 && !own.includes(value) && !fitting.some((one) => one.value === value)
  }
  return counted.some(isOther) || numbers.some((number) => !all.has(number) && !own.includes(number))
}

/** It counts what the text counts otherwise, or has a number that stands in neither. */
export const isNewCount = (clause: Clause, passage: Passage, approved: Approved, own: Own): boolean =>
  isOtherNumber(clause, approved, own) && !isSummed(clause, passage, approved, own)

/** It names somebody or something of whom the text does not speak. */
export function isNewName({ text }: { readonly text: string }, approved: Approved, lang: Lang): boolean {
  const names = (text.match(named) ?? []).flatMap((name) => [...mattersOf(name, lang)])
  return names.some((name) => !speaksOf(name, approved))
}

const pairs = new Map<Lang, readonly (readonly [string, string])[]>()
function oppositesIn(lang: Lang): readonly (readonly [string, string])[] {
  const known = pairs.get(lang)
  if (known) return known
  const made = commitmentList('twists', 'opposites', { lang }).flatMap((pair) => {
    const [one, other] = pair.split(' | ').map(foldFigures)
    return one && other ? [[one, other] as const, [other, one] as const] : []
  })
  pairs.set(lang, made)
  return made
}

/** "Off the heat" becomes "on the heat", which the text says of nothing that is spoken of. Of what is denied the opposite is the same. */
function isOpposite(clause: Clause, near: readonly Clause[], { clauses }: Approved, lang: Lang): boolean {
  const has = (word: string, { tokens }: Clause) => tokens.has(word)
  const isSaid = (word: string) =>
    clauses.some((known) => has(word, known) && [...clause.words].some((one) => one !== word && speaksOf(one, known)))
  return oppositesIn(lang).some(
    ([one, other]) =>
      has(one, clause) &&
      !has(other, clause) &&
      near.length > 0 &&
      near.every((known) => known.isDenied === clause.isDenied && has(other, known) && !has(one, known)) &&
      !isSaid(one),
  )
}

/** It grants what the text speaks of only to deny it. */
function isGrantedDenial({ words, isDenied, isLimit }: Clause, clauses: readonly Clause[], lang: Lang): boolean {
  if (isDenied || isLimit) return false
  const talk = talkIn(lang)
  return [...words].some((word) => {
    if (talk.has(word)) return false
    const having = clauses.filter((clause) => speaksOf(word, clause))
    return having.length > 0 && having.every((clause) => clause.isDenied && !clause.isLimit)
  })
}

/** It denies, in the text's own words, what the text says. */
function isDeniedGrant({ words, isDenied, isLimit }: Clause, near: readonly Clause[]): boolean {
  if (!isDenied || isLimit || words.size < 2) return false
  return near.length > 0 && near.every((known) => !known.isDenied && [...words].every((word) => speaksOf(word, known)))
}

/** "Any day" of some days. */
function isForAll(clause: Clause, near: readonly Clause[], { passages }: Approved, lang: Lang): boolean {
  if (clause.isDenied || !hasMark(clause.folded, 'every', lang) || near.length === 0) return false
  const around = passages.filter(({ clauses }) => clauses.some((known) => near.includes(known)))
  return !around.some(({ folded }) => hasMark(folded, 'every', lang))
}

/** A name, one thing more in a row of the text's, or, of a strict topic, another thing in the place of one: none that it speaks of. */
function isOtherThing(clause: Clause, near: readonly Clause[], approved: Approved, own: Own, lang: Lang): boolean {
  if (clause.isDenied) return false
  const talk = talkIn(lang)
  const known = new Set(approved.clauses.flatMap(({ weights }) => [...weights]))
  const weighed = weightyWords(clause.text, lang).filter(({ weights }) =>
    weights.some((weight) => known.has(weight) || weight === 'deadline' || weight === 'number'),
  )
  const passing = new Set(weighed.flatMap(({ text }) => [...mattersOf(text, lang)]))
  const isNew = (word: string) =>
    !isTold(word, approved) && !own.words.has(word) && !talk.has(word) && !passing.has(word)
  const names = (clause.text.match(named) ?? []).flatMap((name) => [...mattersOf(name, lang)])
  if (names.some((name) => !speaksOf(name, approved) && !passing.has(name))) return true
  const rows = clause.text.split(joins).map((member) => [...mattersOf(member, lang)])
  const isOneMore = rows.some((row, at) => {
    const beside = [rows[at - 1] ?? [], rows[at + 1] ?? []]
    return row.length > 0 && row.length <= MEMBER && row.every(isNew) && beside.some(isOfText)
  })
  return isOneMore || (approved.isStrict && near.some((known) => isInPlaceOf(clause, known)))

  function isOfText(row: readonly string[]): boolean {
    return row.length > 0 && row.length <= MEMBER && row.every((word) => isTold(word, approved))
  }
  function isInPlaceOf({ words }: Clause, known: Clause): boolean {
    const others = [...words].filter((word) => !isTold(word, known))
    const missing = [...known.words].filter((word) => !isTold(word, clause))
    const isOne = others.length === 1 && missing.length === 1 && words.size > 1 && words.size === known.words.size
    return isOne && others.every((word) => isNew(word) && !isLetter.test(word))
  }
}

/** Of Chinese words the letters may stand in another word: 退款 in 退了款. */
const isTold = (word: string, text: Pick<Approved, 'words' | 'folded'>): boolean =>
  speaksOf(word, text) || (isHan.test(word) && [...word].every((letter) => text.folded.includes(letter)))
const isHan = /^\p{sc=Han}+$/u
/** Alone, it mostly is a verb. */
const isLetter = /^\p{sc=Han}$/u
const named = /(?<=[\p{Ll},;:] )\p{Lu}\p{Ll}{2,}/gu
/** What joins the members of a row, each of few words. */
const joins = /[,、，]|\s(?:and|or|et|ou|und|oder|y|o|e|ed|ou)\s|[和或及与]/u
const MEMBER = 2

const talkByLang = new Map<Lang, ReadonlySet<string>>()
/** Words of talk that binds nobody, as stems. */
export function talkIn(lang: Lang): ReadonlySet<string> {
  const known = talkByLang.get(lang)
  if (known) return known
  const made = new Set(Object.hasOwn(talkWords, lang) ? talkWords[lang]?.split(' ') : [])
  talkByLang.set(lang, made)
  return made
}
