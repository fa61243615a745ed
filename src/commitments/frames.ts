/** The phrases by which each language commits a brand, as patterns by kind; they are made when a text may hold them. */
import { sectionOf } from '../hearing/packs/book.ts'
import { once } from '../words/once.ts'
import { anyOf, isUnspacedPhrase, soughtPhrase } from '../words/phrases/patterns.ts'
import { createSieve } from '../words/phrases/sieve.ts'
import { type CommitmentKind, commitmentKinds } from './commitment.ts'
import { foldFigures } from './fold-figures.ts'

export interface Frame {
  readonly lang: string
  readonly kind: CommitmentKind
  /** Which sort of the kind, alike in all languages; empty: just the kind. */
  readonly sort: string
  readonly phrases: readonly string[]
  /** All of its phrases, the first that fits at a place first. */
  whole(): RegExp
}

const sieve = createSieve()

/** The frames of spaced scripts, or those of the others, of which a phrase stands in a text; with what finds each place of them. */
export function createFrames(script: 'spaced' | 'unspaced'): (text: string) => ReadonlyMap<Frame, RegExp> {
  const mayMatch = sieve.addAll(
    once(() =>
      frames()
        .filter((frame) => scriptOf(frame) === script)
        .flatMap(phrasesOf),
    ),
  )
  return (text) => {
    const found = new Map<Frame, RegExp>()
    for (const { frame, pattern } of mayMatch(text))
      if (pattern.test(text)) found.set(frame, found.has(frame) ? frame.whole() : pattern)
    return found
  }
}

function scriptOf({ phrases }: Frame): 'spaced' | 'unspaced' {
  return phrases.some(isUnspacedPhrase) ? 'unspaced' : 'spaced'
}

function phrasesOf(frame: Frame) {
  return frame.phrases.map((phrase) => Object.assign(soughtPhrase(phrase, foldFigures), { frame }))
}

const frames = once(() =>
  sectionOf('commitments', 'frames').flatMap(([lang, lists]) =>
    Object.entries(lists).flatMap(([name, phrases]): Frame[] => {
      const [of = '', sort = ''] = name.split('/')
      const kind = commitmentKinds.find((one) => one === of)
      return kind ? [{ lang, kind, sort, phrases, whole: once(() => anyOf(phrases, foldFigures)) }] : []
    }),
  ),
)
