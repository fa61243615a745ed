/** What one language brings to the hearing, as `npm run packs` writes it from the YAML files of its folder. */
import type { Phrases } from '../../words/phrases.ts'
import type { SoftKind } from '../soft-kinds.ts'

export interface Pack {
  /** Phrases by the name of the sign, which is the name of its file. A sign without phrases here is not known in this language. */
  readonly signs: Readonly<Record<string, Phrases>>
  /** Example messages of each softer kind, as fans of any shop write them: what the kinds are learned from. */
  readonly kinds?: Readonly<Record<SoftKind, readonly string[]>>
  /** How the language commits a brand, denies, asks, counts and dates. */
  readonly commitments?: Book
  /** What a text about to leave is held against. */
  readonly voice?: Book
}

/** Lists of phrases that are no signs: section → name of the list → its phrases. */
export type Book = Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>
export type BookName = 'commitments' | 'voice'
