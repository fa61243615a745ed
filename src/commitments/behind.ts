/** What stands behind a draft: approved texts, as facts in one form for all languages, and the matters they speak of. */
import type { Lang } from '../domain/message.ts'
import type { Weight } from '../hearing/packs/weights.ts'
import { fold } from '../words/letters/fold.ts'
import { isUnspaced } from '../words/letters/scripts.ts'
import { once } from '../words/once.ts'
import { rememberApproved, rememberLast } from '../words/remember-last.ts'
import { isSameMoment } from './dates.ts'
import { figuresOf, looseFigures } from './find.ts'
import { foldFigures } from './fold-figures.ts'
import { type ApprovedText, type Kept, keptIn } from './kept.ts'
import { contentOf } from './leaning.ts'
import { findNumbers } from './numbers.ts'
import { LEAST_NUMBER } from './passages.ts'
import { denies } from './stance.ts'
import { weightyWords } from './weighty-words.ts'

export interface Behind {
  readonly weights: ReadonlySet<Weight>
  readonly moments: readonly string[]
  readonly numbers: ReadonlySet<number>
  /** The figure itself, the outer end of a range, or a number whose unit stands elsewhere. */
  holds(kind: string, value: string): boolean
  /** Share, 0–1, of a text's content words that stand in them; undefined of fewer than two. */
  leaning(text: string): number | undefined
  /**
   * Share, 0–1, of a text's content words and figures that stand together in one approved text, or of a long one in all of them; 0
   * where a figure stands in none, and of a text too short to tell.
   */
  supports(text: string): number
  /** Whether these very words stand in one. */
  says(quote: string): boolean
  /** Sentence by sentence, what a draft in `lang` makes of them, in answer to the fan's words. */
  keeps(draft: string, fan: string, lang: Lang): readonly Kept[]
  /** Whether it names a thing or a person of the house. */
  names(text: string): boolean
  /** Whether a text says a word or a number of theirs. */
  speaksIn(text: string): boolean
}

/** Of fewer content words, and no figure, nobody can tell whose they are: "refund sent". */
const FEWEST = 2

const affirmedIn = (text: string): string[] =>
  text.split(/[,;:.!?，；：。！？、]/u).filter((clause) => !denies(foldFigures(clause)))

/** Of fewer words and figures, some of each text prove nothing: a gift here, initials there, and nobody ever gave them away. */
const LONG = 5

/** What one approved text holds. */
const factsOf = rememberApproved((text: string) => ({
  figures: figuresOf(text).map(({ kind, value }) => ({ kind, value })),
  loose: looseFigures(text),
  numbers: findNumbers(foldFigures(text)).flatMap(({ value, from }) => (from === undefined ? [value] : [value, from])),
  words: [...contentOf(text)],
  granted: affirmedIn(text).flatMap((clause) => [...contentOf(clause)]),
}))

const weightsByLang = new Map<Lang, (text: string) => readonly Weight[]>()
function weightsIn(lang: Lang): (text: string) => readonly Weight[] {
  const read = (text: string) => weightyWords(text, lang).flatMap(({ weights }) => weights)
  const known = weightsByLang.get(lang) ?? rememberApproved(read)
  weightsByLang.set(lang, known)
  return known
}

const wordsOfOwn = rememberLast((own: readonly string[]) => new Set(own.flatMap((text) => [...contentOf(text)])))
const namesOf = rememberLast((named: readonly string[]) => named.map(fold).filter((name) => name.length > 1))

/** The same `named` and `own` are read once. */
export function behindOf(texts: readonly ApprovedText[], named: readonly string[], own: readonly string[]): Behind {
  const facts = texts.map(({ text }) => factsOf(text))
  const figures = facts.flatMap(({ figures }) => figures)
  const known = new Set(figures.map(({ kind, value }) => `${kind} ${value}`))
  for (const { kind, value } of figures) known.add(`${kind} ${value.replace(/(^|\s)[\d.]+-(?=\d)/, '$1')}`)
  const loose = new Set(facts.flatMap(({ loose }) => loose))
  const numbers = new Set(facts.flatMap(({ numbers }) => numbers))
  const words = new Set(facts.flatMap(({ words }) => words))
  const ownWords = wordsOfOwn(own)
  const together = once(() =>
    [...Map.groupBy(texts, ({ of, lang }) => `${of} ${lang}`).values()].map((some) => ({
      all: new Set(some.flatMap(({ text }) => factsOf(text).words)),
      granted: new Set(some.flatMap(({ text }) => factsOf(text).granted)),
    })),
  )
  const holds = (kind: string, value: string) => known.has(`${kind} ${value}`) || loose.has(value)
  const moments = figures.flatMap(({ kind, value }) => (kind === 'date' ? [value] : []))
  const isHeld = ({ kind, value }: { readonly kind: string; readonly value: string }) =>
    kind === 'date' ? moments.some((known) => isSameMoment(known, value)) : holds(kind, value)
  const names = namesOf(named)
  return {
    leaning: (text) => {
      const said = [...contentOf(text)]
      return said.length < 2
        ? undefined
        : said.filter((word) => words.has(word) || ownWords.has(word)).length / said.length
    },
    says: (quote) => texts.some(({ text }) => foldFigures(text).includes(foldFigures(quote))),
    keeps: (draft, fan, lang) => keptIn(draft, texts, fan, lang),
    names: (text) => {
      const folded = ` ${fold(text).replace(/[^\p{L}\p{N}]+/gu, ' ')} `
      return names.some((name) => (isUnspaced(name) ? folded.includes(name) : folded.includes(` ${name} `)))
    },
    weights: new Set(texts.flatMap(({ text, lang }) => weightsIn(lang)(text))),
    moments,
    supports: (text) => {
      const said = [...contentOf(text)]
      const figures = figuresOf(text)
      const folded = foldFigures(text)
      const bare = findNumbers(folded).filter(
        ({ start, end, value }) =>
          (value >= LEAST_NUMBER || /\d/.test(folded.slice(start, end))) &&
          !figures.some((figure) => figure.start < end && start < figure.end),
      )
      const all = said.length + figures.length + bare.length
      // A day alone is the fan's own, said back as a promise: "Friday it is".
      const telling = figures.filter(({ kind, value }) => kind !== 'date' || !/^(?:week)?day /.test(value))
      if (telling.length + bare.length === 0 && said.length < FEWEST) return 0
      if (!figures.every(isHeld) || !bare.every(({ value }) => numbers.has(value))) return 0
      const shared = (known: ReadonlySet<string>) => said.filter((word) => known.has(word)).length
      // What an answer names only to refuse it is not granted in its words: "drops are not covered".
      const isDenied = denies(folded)
      const each = together().map(({ all, granted }) => shared(isDenied ? all : granted))
      const most = all >= LONG ? shared(words) : Math.max(0, ...each)
      return (most + figures.length + bare.length) / all
    },
    numbers,
    holds,
    speaksIn: (text) =>
      [...contentOf(text)].some((word) => words.has(word)) ||
      findNumbers(foldFigures(text)).some(({ value }) => numbers.has(value)),
  }
}
