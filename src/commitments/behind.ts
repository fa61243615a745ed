/** What stands behind a draft: approved texts, as facts in one form for all languages, and the matters they speak of. */
import type { Lang } from '../domain/message.ts'
import type { Weight } from '../hearing/packs/weights.ts'
import { fold } from '../words/letters/fold.ts'
import { isUnspaced } from '../words/letters/scripts.ts'
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

export function behindOf(texts: readonly ApprovedText[], named: readonly string[], own: readonly string[]): Behind {
  const figures = texts.flatMap(({ text }) => figuresOf(text))
  const known = new Set(figures.map(({ kind, value }) => `${kind} ${value}`))
  for (const { kind, value } of figures) known.add(`${kind} ${value.replace(/(^|\s)[\d.]+-(?=\d)/, '$1')}`)
  const loose = new Set(texts.flatMap(({ text }) => looseFigures(text)))
  const numbers = new Set(
    texts.flatMap(({ text }) =>
      findNumbers(foldFigures(text)).flatMap(({ value, from }) => (from === undefined ? [value] : [value, from])),
    ),
  )
  const words = new Set(texts.flatMap(({ text }) => [...contentOf(text)]))
  const together = [...Map.groupBy(texts, ({ of, lang }) => `${of} ${lang}`).values()].map((some) => ({
    all: new Set(some.flatMap(({ text }) => [...contentOf(text)])),
    granted: new Set(some.flatMap(({ text }) => affirmedIn(text).flatMap((clause) => [...contentOf(clause)]))),
  }))
  const known_ = new Set([...words, ...own.flatMap((text) => [...contentOf(text)])])
  const holds = (kind: string, value: string) => known.has(`${kind} ${value}`) || loose.has(value)
  const moments = figures.flatMap(({ kind, value }) => (kind === 'date' ? [value] : []))
  const isHeld = ({ kind, value }: { readonly kind: string; readonly value: string }) =>
    kind === 'date' ? moments.some((known) => isSameMoment(known, value)) : holds(kind, value)
  const names = named.map(fold).filter((name) => name.length > 1)
  return {
    leaning: (text) => {
      const said = [...contentOf(text)]
      return said.length < 2 ? undefined : said.filter((word) => known_.has(word)).length / said.length
    },
    says: (quote) => texts.some(({ text }) => foldFigures(text).includes(foldFigures(quote))),
    keeps: (draft, fan, lang) => keptIn(draft, texts, fan, lang),
    names: (text) => {
      const folded = ` ${fold(text).replace(/[^\p{L}\p{N}]+/gu, ' ')} `
      return names.some((name) => (isUnspaced(name) ? folded.includes(name) : folded.includes(` ${name} `)))
    },
    weights: new Set(texts.flatMap(({ text, lang }) => weightyWords(text, lang).flatMap((word) => word.weights))),
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
      const each = together.map(({ all, granted }) => shared(isDenied ? all : granted))
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
