/** An approved answer and what a search among them finds: the values that `recall` and `compose` work with. */
import type { Button, Lang } from '../domain/message.ts'

export interface Answer {
  readonly id: string
  /** A short name per language, shown where a fan chooses between answers. */
  readonly title?: Readonly<Record<Lang, string>>
  /** Phrasings: what fans write when this answer fits, in any language. */
  readonly asks: readonly string[]
  /** The approved words, variants per language. */
  readonly answer: Readonly<Record<Lang, readonly string[]>>
  /** A commitments topic of the persona. */
  readonly topic?: string
  readonly buttons?: readonly Button[]
  /** The team that keeps this answer true. */
  readonly owner?: string
  /** The last day it is true, as `2027-03-31`. */
  readonly expires?: string
}

/** How sure the index must be before it answers: `bold` answers more and errs more, `careful` the reverse. */
export type Caution = 'bold' | 'balanced' | 'careful'

export interface Query {
  readonly text: string
  /** The fan's language, if known; only decides which stemmer reads the text. */
  readonly lang?: Lang
  /** The fan's question before this one: "and how long does that take?" is then read together with it. */
  readonly previous?: string
  /** The approved answer given to it; a follow-up never repeats it. */
  readonly lastAnswerId?: string
}

export interface Hit {
  readonly answer: Answer
  /** Calibrated probability, 0–1, that this answer fits. */
  readonly score: number
  /** The closest of the answer's phrasings. */
  readonly phrasing: string
}

export interface Findings {
  /** `answer`: the first hit may be sent. `clarify`: ask which of the first hits is meant. `unknown`: nothing fits surely enough. */
  readonly outcome: 'answer' | 'clarify' | 'unknown'
  /** Why it is to be clarified: two answers are close, or the best one has too few phrasings to be sure of. */
  readonly doubt?: 'close-answers' | 'few-phrasings'
  /** Best first, at most five, whatever the outcome. */
  readonly hits: readonly Hit[]
}

export interface Knowledge {
  readonly answers: readonly Answer[]
  /** Ranks the answers for a text. Never throws, whatever the text. */
  search(query: Query): Findings
}
