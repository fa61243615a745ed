/**
 * Sentence by sentence, what a draft makes of the approved texts: how much of a sentence stands in one of them, whether it says no more
 * than that one does, and by what it turns it round. Pure.
 */
import type { Lang } from '../domain/message.ts'
import { rememberLast } from '../words/remember-last.ts'
import { looseFigures } from './find.ts'
import { foldFigures } from './fold-figures.ts'
import { findNumbers } from './numbers.ts'
import { type Approved, type Figure, isSameFigure, mattersOf, type Passage, passagesOf, speaksOf } from './passages.ts'
import { claimOf, restatingOf } from './restating.ts'

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
/** So much less than the nearest text an approved text may have in common with a sentence and still be what it was made of. */
const BEHIND = 0.6
/** Likeness to the same in other words from which a sentence is taken for that; and from which a sign of a twist is taken for none. */
const SAME = 0.5
const SURELY_SAME = 2

/** For each sentence of a draft in `lang`; all empty where no sentence leans on an approved text. `fan`: the words it answers. */
export function keptIn(draft: string, texts: readonly ApprovedText[], fan: string, lang: Lang): readonly Kept[] {
  const said = passagesOf(draft, lang)
  const approved = approvedTexts(texts, lang)
  const common = said.map((passage) => approved.map((one) => commonTo(passage, one)))
  const most = approved.map((_, at) => Math.max(0, ...common.map((of) => leaningOf(of[at]))))
  const leant = most.indexOf(Math.max(0, ...most))
  const isLeant = (most[leant] ?? 0) >= LEANS
  const own = { words: mattersOf(fan, lang), numbers: findNumbers(foldFigures(fan)).map(({ value }) => value) }
  return said.map((_, at): Kept => {
    const of = (common[at] ?? []).map(shareOf)
    const best = Math.max(0, ...of)
    const isRead = (share: number) => share > 0 && share >= best * BEHIND
    const around = { said, at, fan, own, lang, claim: claimOf(said, at, fan, lang) }
    const read = approved.flatMap((one, place) =>
      isRead(of[place] ?? 0) || (isLeant && place === leant) ? [restatingOf(around, one)] : [],
    )
    const likest = read.toSorted((a, b) => b.likeness - a.likeness)[0]
    if (likest === undefined) return nothing
    if (process.env.DBG)
      console.log(
        'SC',
        JSON.stringify(draft),
        at,
        likest.likeness.toFixed(2),
        JSON.stringify(said[at]?.text),
        JSON.stringify(likest.twists),
      )
    const [twist] = likest.twists
    if (twist === undefined) return { isFaithful: likest.likeness >= SAME }
    if (likest.likeness >= SURELY_SAME) return { isFaithful: true }
    return isLeant || best >= ALIGNED ? { isFaithful: false, twist: twist.text } : nothing
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
