/** What one language brings to the hearing, as `npm run packs` writes it from the YAML files of its folder. */
import type { Phrases } from '../../words/phrases.ts'
import type { SoftKind } from '../soft-kinds.ts'

export interface Pack {
  /** Phrases by the name of the sign, which is the name of its file. A sign without phrases here is not known in this language. */
  readonly signs: Readonly<Record<string, Phrases>>
  /** Example messages of each softer kind, as fans of any shop write them: what the kinds are learned from. */
  readonly kinds?: Readonly<Record<SoftKind, readonly string[]>>
}
