/** A pattern that is sought, written and made when it may match for the first time: reading one, and its classes of letters, takes long. */
import type { Written } from './needles.ts'

/** Whatever has a pattern. */
export interface Sought {
  readonly pattern: RegExp
  /** If absent, `pattern` is read and so made at once; if present, `pattern` may be made when it is first asked for. */
  readonly written?: Written
  /** Of which one stands in every match, between tabs; none: it may match anywhere. If absent, they are read from the pattern. */
  readonly needles?: string | undefined
  /** In which of the lists of a sign it stands. */
  readonly list?: number | undefined
}

/** Thousands of them stand in memory unmade, so each is one small object. */
class Phrase implements Sought {
  readonly needles: string | undefined
  readonly list: number | undefined
  readonly #phrase: string
  readonly #toSource: (phrase: string) => string
  readonly #flags: string
  #pattern: RegExp | undefined

  constructor(phrase: string, toSource: (phrase: string) => string, flags: string, needles?: string, list?: number) {
    this.#phrase = phrase
    this.#toSource = toSource
    this.#flags = flags
    this.needles = needles
    this.list = list
  }

  get written(): Written {
    return this.#pattern ?? { source: this.#toSource(this.#phrase), flags: this.#flags }
  }

  get pattern(): RegExp {
    this.#pattern ??= new RegExp(this.#toSource(this.#phrase), this.#flags)
    return this.#pattern
  }
}

export function soughtOf(
  phrase: string,
  toSource: (phrase: string) => string,
  flags = '',
  needles?: string,
  list?: number,
): Sought {
  return new Phrase(phrase, toSource, flags, needles, list)
}
