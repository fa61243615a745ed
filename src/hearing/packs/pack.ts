/** What one language brings to the hearing, as `npm run packs` writes it from the YAML files of its folder. */
import type { Phrases } from '../../words/phrases.ts'
import type { SoftKind } from '../soft-kinds.ts'

export interface Pack {
  /** Phrases by the name of the sign, which is the name of its file. A sign without phrases here is not known in this language. */
  readonly signs: Readonly<Record<string, Phrases>>
  /** Example messages of each softer kind, as fans of any shop write them: what the kinds are learned from. */
  readonly kinds?: Readonly<Record<SoftKind, readonly string[]>>
  readonly 'short-messages'?: ShortWords
}

/** Words of short messages, which are read as bags: a noun that decides, and nothing but small words around it. */
export interface ShortWords {
  /** Machines and humans, as they are called when somebody wonders which one answers. */
  readonly answerers?: readonly string[]
  /** Count only beside one of `you`: "are you real", not "is this real". */
  readonly softAnswerers?: readonly string[]
  readonly you?: readonly string[]
  readonly around?: readonly string[]
  /** The nouns of "agent!", "un conseiller svp". */
  readonly helpers?: readonly string[]
  /** The same in several words, as phrases. */
  readonly departments?: readonly string[]
  /** What may stand around `helpers`. */
  readonly asking?: readonly string[]
}
