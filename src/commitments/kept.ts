/**
 * Sentence by sentence, what a draft makes of the approved texts: how much of a sentence stands in one of them, whether it says no more
 * than that one does, and by what it turns it round. Pure.
 */
import type { Lang } from '../domain/message.ts'
import type { Weight } from '../hearing/packs/weights.ts'
import { isUnspaced } from '../words/letters/scripts.ts'
import { rememberLast, rememberMade } from '../words/remember-last.ts'
import { isSameMoment } from './dates.ts'
import { talkIn } from './exchanged.ts'
import { figuresOf, looseFigures } from './find.ts'
import { foldFigures } from './fold-figures.ts'
import { binding, burdens, strong } from './how-weights-bind.ts'
import { findNumbers } from './numbers.ts'
import {
  type Approved,
  type Clause,
  type Counted,
  type Figure,
  isSameFigure,
  LEAST_NUMBER,
  mattersOf,
  type Own,
  type Passage,
  passagesOf,
  speaksOf,
} from './passages.ts'
import { isFigureHeld } from './reckoned.ts'
import { claimOf, type Restating, restatingOf } from './restating.ts'
import type { TwistWay } from './twists.ts'
import { weightyWords } from './weighty-words.ts'

export interface Kept {
  /** All that weighs in it stands in one approved text, and it says it of the same. */
  readonly isFaithful: boolean
  /** So surely that it may also grant and promise what the text does. */
  readonly isSure?: boolean
  /** A day or a count in it is said of something else than in the texts: they do not stand behind it. */
  readonly isApart?: true
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
/** The same of a single sentence. */
const TOLD = 2
/** So much less than the nearest text an approved text may have in common with a sentence and still be what it was made of. */
const BEHIND = 0.6
/**
 * Likeness to the same in other words from which a sentence is taken for that; the same beside one that surely is; and from which a sign
 * of a twist is taken for none.
 */
const SAME = 0
const SAME_BESIDE = -0.6
const SURELY_SAME = 2.1
/** From here on it may grant what the text grants. */
const GRANTED = 1.2

/** For each sentence of a draft in `lang`; all empty where no sentence leans on an approved text. `fan`: the words it answers. */
export function keptIn(draft: string, texts: readonly ApprovedText[], fan: string, lang: Lang): readonly Kept[] {
  const said = passagesOf(draft, lang)
  const approved = approvedTexts(texts, lang)
  const own = ownOf(fan, lang)
  const common = said.map((passage) => approved.map((one) => commonTo(passage, one, own)))
  const most = approved.map((_, at) => Math.max(0, ...common.map((of) => leaningOf(of[at]))))
  const leant = most.indexOf(Math.max(0, ...most))
  const isLeant = (most[leant] ?? 0) >= LEANS
  const read = said.map((_, at): Read | undefined => {
    const of = (common[at] ?? []).map(shareOf)
    const best = Math.max(0, ...of)
    const around = { said, at, own, lang, claim: claimOf(said, at, fan, lang) }
    const near = approved.filter(
      (_, place) =>
        (isLeant && place === leant) ||
        ((of[place] ?? 0) >= Math.max(ALIGNED, best * BEHIND) && (common[at]?.[place]?.told ?? 0) >= TOLD),
    )
    const [likest] = near
      .map((one) => ({ one, ...restatingOf(around, one) }))
      .toSorted((a, b) => b.likeness - a.likeness)
    return likest && { ...likest, isAligned: isLeant || best >= ALIGNED }
  })
  const surest = Math.max(...read.map((one) => one?.likeness ?? Number.NEGATIVE_INFINITY))
  const isApart = (passage: Passage) => {
    const places = new Set(approved.map((one) => placeOf(passage, one, own, lang)))
    return places.has('apart') && !places.has('held')
  }
  return said.map((passage, at): Kept => {
    const likest = read[at]
    if (isApart(passage)) return apart
    if (likest === undefined) return nothing
    const [twist] = likest.twists
    const isTurned = likest.twists.some(({ way }) => plain.has(way))
    const bar = isTurned
      ? Number.POSITIVE_INFINITY
      : twist !== undefined
        ? SURELY_SAME
        : surest >= SURELY_SAME
          ? SAME_BESIDE
          : SAME
    const isBinding = weightyWords(passage.text, lang).some(({ weights }) =>
      weights.some((weight) => strong.has(weight)),
    )
    const isFaithful =
      likest.likeness >= (isBinding ? Math.max(bar, GRANTED) : bar) && bindsAlike(passage, likest.one, own, lang)
    const isSure = likest.likeness >= GRANTED
    return isFaithful || twist === undefined || !likest.isAligned
      ? { isFaithful, isSure: isFaithful && isSure }
      : { isFaithful, twist: twist.text }
  })
}

/** What is no matter of how much the rest of the sentence says again. */
const plain: ReadonlySet<TwistWay> = new Set<TwistWay>(['opposite', 'added', 'unbound', 'for-all', 'misplaced'])

/** A sentence beside the approved text that it says most likely again. */
interface Read extends Restating {
  readonly one: Approved
  /** It has much in common with the text, or the whole draft has. */
  readonly isAligned: boolean
}

/** What a fan's message lends to a reply. */
export const ownOf = (fan: string, lang: Lang): Own => ({
  words: mattersOf(fan, lang),
  numbers: findNumbers(foldFigures(fan)).map(({ value }) => value),
  moments: figuresOf(fan).flatMap(({ kind, value }) => (kind === 'date' ? [value] : [])),
})

const nothing: Kept = { isFaithful: false }
const apart: Kept = { isFaithful: false, isApart: true }

interface Common {
  /** Words and figures. */
  readonly told: number
  readonly shared: number
  readonly all: number
}
const shareOf = ({ shared, all }: Common): number => (all === 0 ? 0 : shared / all)
const leaningOf = (common: Common | undefined): number =>
  common === undefined || common.told < FEWEST ? 0 : shareOf(common)

/** By answer, or thing of the house, in one language. */
export const approvedTexts = (texts: readonly ApprovedText[], lang: Lang): readonly Approved[] =>
  approvedOf(texts)(lang)

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
    const marks = some.map(({ text, isTitle, isStrict }) => [text, isTitle, isStrict])
    return approvedAs(JSON.stringify([lang, marks]), () => joined(some, lang))
  })
}

/** What an approved answer says is the same in each turn that leans on it. */
const approvedAs = rememberMade<Approved>()

function joined(some: readonly ApprovedText[], lang: Lang): Approved {
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
}

/** Words, figures, and what weighs: another word of the same weight says the same. */
function commonTo(passage: Passage, approved: Approved, own: Own): Common {
  const { words, clauses } = passage
  const figures = clauses.flatMap((clause) => clause.figures)
  const weights = [...new Set(clauses.flatMap((clause) => [...clause.weights]))]
  const shared = [...words].filter((word) => speaksOf(word, approved)).length
  const weighed = weights.filter((weight) => approved.clauses.some((clause) => clause.weights.has(weight))).length
  const isHeld = (figure: Figure) => isFigureHeld(figure, passage, approved, own)
  const held = figures.filter(isHeld).length
  // A day alone is the fan's own, said back as a promise: "Friday it is".
  const telling = figures.filter((figure) => !isDay.test(figure.value) && isHeld(figure)).length
  return { told: shared + telling, shared: shared + held + weighed, all: words.size + figures.length + weights.length }
}

const isDay = /^(?:week)?day /

/** Whatever else it says: its figures are held, and what it grants, promises or does is granted there, and denied where it is denied. */
function bindsAlike(passage: Passage, approved: Approved, own: Own, lang: Lang): boolean {
  const isFigured = passage.clauses.every(({ figures }) =>
    figures.every((figure) => isNumberAlone(figure) || isFigureHeld(figure, passage, approved, own)),
  )
  const isWeighed = passage.clauses.every(({ text, isDenied }) =>
    weightyWords(text, lang).every(
      ({ weights }) =>
        !weights.some((weight) => binding.has(weight)) ||
        weights.some((weight) => approved.clauses.some((clause) => weighsAlike(weight, isDenied, clause))),
    ),
  )
  return isFigured && isWeighed && placeOf(passage, approved, own, lang) !== 'apart'
}

/**
 * The fan's own day said back is the text's only beside a matter that the text has with that day ("it will be there on Friday" is no
 * "we post on Fridays"); and a bare count is the text's only where what it counts there is asked after, or is a measure.
 */
function placeOf(passage: Passage, approved: Approved, own: Own, lang: Lang): 'held' | 'apart' | 'silent' {
  const { clauses, words, text } = passage
  const talk = talkIn(lang)
  const counts = approved.clauses.flatMap(({ counted }) => counted)
  const found = clauses.flatMap((clause) => {
    const passing = new Set(timesIn(clause.text, lang))
    const matters = [...clause.words].filter((word) => !talk.has(word) && !passing.has(word))
    const bare = clause.counted.filter(
      ({ thing, isMeasured, value }) =>
        thing === undefined && !isMeasured && !(isUnspaced(text) && value < LEAST_NUMBER),
    )
    return [...clause.figures.filter(isOwnDay).map((day) => isBeside(day, matters)), ...bare.map(isCounted)]
  })
  return found.includes(false) ? 'apart' : found.includes(true) ? 'held' : 'silent'

  function isOwnDay({ kind, value }: Figure): boolean {
    return kind === 'date' && isDay.test(value) && own.moments.some((one) => isSameMoment(one, value))
  }
  /** Undefined where the text has no such day, or the clause says nothing of it. */
  function isBeside(day: Figure, matters: readonly string[]): boolean | undefined {
    const places = approved.passages.filter((one) =>
      one.clauses.some(({ figures }) => figures.some((figure) => isSameFigure(figure, day))),
    )
    // "Saturday", of the weekend.
    const isSpoken = places.length > 0 || isFigureHeld(day, passage, approved, own)
    if (!isSpoken || matters.length === 0) return undefined
    return (places.length === 0 ? [approved] : places).some((one) => matters.some((word) => speaksOf(word, one)))
  }
  function isCounted({ value }: Counted): boolean | undefined {
    const known = counts.filter((one) => one.value === value)
    const isNamed = ({ thing = '', isMeasured }: Counted) =>
      thing === '' || isMeasured || own.words.has(thing) || words.has(thing)
    return known.length === 0 ? undefined : known.some(isNamed)
  }
}

/** Words of time and number, as stems. */
const timesIn = (text: string, lang: Lang): readonly string[] =>
  weightyWords(text, lang)
    .filter(({ weights }) => weights.some((weight) => weight === 'deadline' || weight === 'number'))
    .flatMap(({ text: words }) => [...mattersOf(words, lang)])
const isNumberAlone = ({ kind }: Figure): boolean => kind === 'count' || kind === 'measure'

/** Denied where it is denied, but for what binds nobody when it is; and nothing to pay is as good as free. */
function weighsAlike(weight: Weight, isDenied: boolean, clause: Clause): boolean {
  if (isDenied && isCost(weight) && clause.weights.has('gift') && !clause.isDenied) return true
  return clause.weights.has(weight) && (clause.isDenied === isDenied || (isDenied && !burdens.has(weight)))
}
const isCost = (weight: Weight): boolean => weight === 'price' || weight === 'pays'
