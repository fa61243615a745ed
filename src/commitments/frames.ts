/** The phrases by which each language commits a brand, as patterns by kind; they are made when the first text comes. */
import { sectionOf } from '../hearing/packs/book.ts'
import { anyOf, isUnspacedPhrase, textPattern } from '../words/patterns.ts'
import { createSieve, once } from '../words/sieve.ts'
import { type CommitmentKind, commitmentKinds } from './commitment.ts'
import { foldUnits } from './reading.ts'

export interface Frame {
  readonly lang: string
  readonly kind: CommitmentKind
  /** Which sort of the kind, alike in all languages; empty: just the kind. */
  readonly sort: string
  readonly phrases: readonly string[]
  /** All of its phrases, the first that fits at a place first. */
  pattern(): RegExp
}

const sieve = createSieve()

/** The frames of spaced scripts, or those of the others, of which a phrase stands in a text. */
export function createFrames(script: 'spaced' | 'unspaced'): (text: string) => ReadonlySet<Frame> {
  const mayMatch = sieve.addAll(
    once(() =>
      frames()
        .filter(({ phrases }) => phrases.some(isUnspacedPhrase) === (script === 'unspaced'))
        .flatMap((frame) => frame.phrases.map((phrase) => ({ frame, pattern: textPattern(phrase, foldUnits) }))),
    ),
  )
  return (text) => new Set(mayMatch(text).flatMap(({ frame, pattern }) => (pattern.test(text) ? [frame] : [])))
}

const frames = once(() =>
  sectionOf('commitments', 'frames').flatMap(([lang, lists]) =>
    Object.entries(lists).flatMap(([name, phrases]): Frame[] => {
      const [of = '', sort = ''] = name.split('/')
      const kind = commitmentKinds.find((one) => one === of)
      return kind ? [{ lang, kind, sort, phrases, pattern: once(() => anyOf(phrases, foldUnits)) }] : []
    }),
  ),
)
