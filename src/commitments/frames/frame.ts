/** The form in which a language's committing phrases are written down, and how they become patterns. */
import type { CommitmentKind } from '../commitment.ts'
import { letters, words } from '../pattern.ts'

export interface Frame {
  readonly kind: CommitmentKind
  /** Which sort of the kind, alike in all languages; empty: just the kind. */
  readonly sort: string
  readonly pattern: RegExp
  /** What `pattern` is made of, each by itself. */
  alternatives(): readonly RegExp[]
}

export type Frames = readonly Frame[]

/** `words` for spaced scripts, `letters` for the others. */
export function frames(
  script: 'words' | 'letters',
  written: readonly (readonly [CommitmentKind, string, readonly string[]])[],
): Frames {
  const pattern = script === 'words' ? words : letters
  return written.map(([kind, sort, sources]) => ({
    kind,
    sort,
    pattern: pattern(...sources),
    alternatives: () => sources.map((one) => pattern(one)),
  }))
}
