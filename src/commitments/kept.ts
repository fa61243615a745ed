/**
 * Sentence by sentence, what a draft makes of the approved texts: how much of a sentence stands in one of them, whether it says no more
 * than that one does, and by what it turns it round. Pure.
 */
import type { Lang } from '../domain/message.ts'
import type { Weight } from '../hearing/packs/weights.ts'
import { rememberLast } from '../words/remember-last.ts'
import type { Own } from './exchanged.ts'
import { looseFigures } from './find.ts'
import { foldFigures } from './fold-figures.ts'
import { burdens, soft } from './how-weights-bind.ts'
import { findNumbers } from './numbers.ts'
import {
  type Approved,
  type Clause,
  type Figure,
  isSameFigure,
  mattersOf,
  type Passage,
  passagesOf,
  speaksOf,
} from './passages.ts'
import { twistOf } from './twists.ts'

export interface Kept {
  /** All that weighs in it stands in one approved text, and it says it of the same. */
  readonly isFaithful: boolean
  /** By which words it says more than the text it keeps to, or the reverse. */
  readonly twist?: string
}

export interface ApprovedText {
  readonly lang: Lang
  readonly text: string
  /** What it is part of: texts of one answer stand together. */
  readonly of: string
  /** It names what is spoken of, and says nothing of it. */
  readonly isTitle?: true
  /** Of a strict topic: no thing of it may be called by another word. */
  readonly isStrict?: true
}

/** Share of a sentence's words and figures in one text from which it is said of that, and from which a reply leans on it. */
const ALIGNED = 1 / 3
const LEANS = 0.5
/** Of fewer words and figures in common nobody can tell that a reply leans on a text. */
const FEWEST = 3
/** Share of its words that stand there or are the fan's, from which nothing is left that could say more; fewer, where what weighs does. */
const COVERED = 0.5
const COVERED_BY_WEIGHT = 1 / 3
/** By so much the next text may be behind and still be what a sentence was made of. */
const NEAR = 0.1

/** For each sentence of a draft in `lang`; all empty where no sentence leans on an approved text. `fan`: the words it answers. */
export function keptIn(draft: string, texts: readonly ApprovedText[], fan: string, lang: Lang): readonly Kept[] {
  const said = passagesOf(draft, lang)
  const approved = approvedOf(texts)(lang)
  const common = said.map((passage) => approved.map((one) => commonTo(passage, one)))
  const most = approved.map((_, at) => Math.max(0, ...common.map((of) => leaningOf(of[at]))))
  const leant = most.indexOf(Math.max(0, ...most))
  if ((most[leant] ?? 0) < LEANS) return said.map(() => nothing)
  const own = { words: mattersOf(fan, lang), numbers: findNumbers(foldFigures(fan)).map(({ value }) => value) }
  return said.map((passage, at) => {
    const of = (common[at] ?? []).map(shareOf)
    const best = Math.max(0, ...of)
    const aligned = approved.filter((_, one) => best >= ALIGNED && (of[one] ?? 0) >= best - NEAR)
    const held = aligned.length > 0 ? aligned : approved.slice(leant, leant + 1)
    const read = held.map((one) => ({ one, twist: twistOf(said, at, one, own, lang) }))
    const plain = read.filter(({ twist }) => twist === undefined)
    const [first] = read
    if (plain.length === 0 && first?.twist !== undefined) return { isFaithful: false, twist: first.twist }
    return { isFaithful: best >= ALIGNED && plain.some(({ one }) => saysNoMore(passage, one, own, lang)) }
  })
}
const nothing: Kept = { isFaithful: false }

interface Common {
  /** Words and figures. */
  readonly told: number
  readonly shared: number
  readonly all: number
}
const shareOf = ({ shared, all }: Common): number => (all === 0 ? 0 : shared / all)
const leaningOf = (common: Common | undefined): number =>
  common === undefined || common.told < FEWEST ? 0 : shareOf(common)

/** The texts of one turn are asked about for each of its drafts. */
const approvedOf = rememberLast((texts: readonly ApprovedText[]) => {
  const byLang = new Map<Lang, readonly Approved[]>()
  return (lang: Lang): readonly Approved[] => {
    const known = byLang.get(lang)
    if (known) return known
    const made = readApproved(texts, lang)
    byLang.set(lang, made)
    return made
  }
})

function readApproved(texts: readonly ApprovedText[], lang: Lang): readonly Approved[] {
  const ofLang = texts.filter((text) => text.lang === lang)
  return [...Map.groupBy(ofLang, ({ of }) => of).values()].map((some) => {
    const all = some.flatMap(({ text }) => passagesOf(text, lang))
    const passages = some.flatMap(({ text, isTitle }) => (isTitle ? [] : passagesOf(text, lang)))
    const clauses = passages.flatMap((passage) => passage.clauses)
    const parts = passages.flatMap((passage) => passage.parts)
    const text = some.map((one) => one.text).join('\n')
    const words = new Set(all.flatMap((passage) => [...passage.words]))
    return {
      passages,
      clauses,
      parts,
      words,
      text,
      folded: foldFigures(text),
      loose: new Set(looseFigures(text)),
      isStrict: some.some(({ isStrict }) => isStrict),
    }
  })
}

/** Words, figures, and what weighs: another word of the same weight says the same. */
function commonTo({ words, clauses }: Passage, approved: Approved): Common {
  const figures = clauses.flatMap((clause) => clause.figures)
  const weights = [...new Set(clauses.flatMap((clause) => [...clause.weights]))]
  const shared = [...words].filter((word) => speaksOf(word, approved)).length
  const weighed = weights.filter((weight) => approved.clauses.some((clause) => clause.weights.has(weight))).length
  const held = figures.filter((figure) => isHeld(figure, approved)).length
  return { told: shared + held, shared: shared + held + weighed, all: words.size + figures.length + weights.length }
}

/** The figure itself, or its number where its unit stands elsewhere. */
const isHeld = (figure: Figure, { clauses, loose }: Approved): boolean =>
  loose.has(figure.value) || clauses.some(({ figures }) => figures.some((known) => isSameFigure(known, figure)))
const isNumberAlone = ({ kind }: Figure): boolean => kind === 'count' || kind === 'measure'

const named = /(?<=[\p{Ll},;:] )\p{Lu}\p{Ll}{2,}/gu

/** Its figures and what weighs in it stand there, denied where it is denied; no name is new; and hardly another word is. */
function saysNoMore({ text, words, clauses }: Passage, approved: Approved, own: Own, lang: Lang): boolean {
  const figures = clauses.flatMap((clause) => clause.figures)
  if (!figures.every((figure) => isNumberAlone(figure) || isHeld(figure, approved))) return false
  const numbers = new Set([...own.numbers, ...approved.clauses.flatMap(({ numbers }) => numbers)])
  if (!clauses.every((clause) => clause.numbers.every((number) => numbers.has(number)))) return false
  const names = (text.match(named) ?? []).flatMap((name) => [...mattersOf(name, lang)])
  if (!names.every((name) => approved.words.has(name))) return false
  const isWeighed = clauses.every(({ weights, isDenied }) =>
    [...weights].every((weight) => approved.clauses.some((clause) => weighsAlike(weight, isDenied, clause))),
  )
  if (!isWeighed) return false
  const covered = [...words].filter((word) => speaksOf(word, approved) || own.words.has(word)).length
  const weights = clauses.flatMap((clause) => [...clause.weights])
  const isSoft = weights.length > 0 && weights.every((weight) => soft.has(weight) || burdens.has(weight))
  const least = isSoft ? COVERED_BY_WEIGHT : COVERED
  return words.size === 0 || (covered + figures.length) / (words.size + figures.length) >= least
}

/** Denied where it is denied, but for what binds nobody when it is; and nothing to pay is as good as free. */
function weighsAlike(weight: Weight, isDenied: boolean, clause: Clause): boolean {
  if (isDenied && isCost(weight) && clause.weights.has('gift') && !clause.isDenied) return true
  return clause.weights.has(weight) && (clause.isDenied === isDenied || (isDenied && !burdens.has(weight)))
}
const isCost = (weight: Weight): boolean => weight === 'price' || weight === 'pays'
