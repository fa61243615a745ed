/** What a search among the approved answers is asked and what it finds. */
import type { Answer } from '../domain/answer.ts'
import type { Lang } from '../domain/message.ts'

/** How sure the index must be before it answers: `bold` answers more and errs more, `careful` the reverse. */
export type Caution = 'bold' | 'balanced' | 'careful'

export interface Query {
  readonly text: string
  /** The fan's language, if known; it only helps to choose the stemmer. */
  readonly lang?: Lang
  /** The fan's question before this one: "and how long does that take?" is then read together with it. */
  readonly previous?: string
  /** The approved answer given to it; a follow-up does not repeat it. */
  readonly lastAnswerId?: string
  /** Answers that are not to be offered. */
  readonly without?: ReadonlySet<Answer>
  /** What the text means, by the same embeddings model as the phrasings' vectors; of another dimension it is left aside. */
  readonly vector?: Float32Array
}

export interface Hit {
  readonly answer: Answer
  /** Calibrated probability, 0–1, that this answer fits. */
  readonly score: number
  /** The closest of the answer's phrasings. */
  readonly phrasing: string
  /** How like it the text is, 0–1. */
  readonly likeness: number
  /** Share of what the text tells that the answer's phrasings speak of, 0–1. */
  readonly covered: number
}

export interface Findings {
  /** `answer`: the first hit may be sent. `clarify`: ask which is meant. `unknown`: nothing fits surely enough. */
  readonly outcome: 'answer' | 'clarify' | 'unknown'
  /** With `clarify`: the first two answers are close, or the best one has too few phrasings to be sure of. */
  readonly doubt?: 'close-answers' | 'few-phrasings'
  /** Best first, at most five, whatever the outcome. */
  readonly hits: readonly Hit[]
  /** With `unknown`: what may have been meant, too faintly to be sure but worth asking about. Best first, at most three. */
  readonly guesses?: readonly Hit[]
  /** Nothing was said but that something is not wanted. */
  readonly isDeclined?: true
  /** With `answer`: the questions of a message that puts several, in their order. */
  readonly questions?: readonly Question[]
}

/** One question of several. */
export interface Question {
  /** As written. */
  readonly text: string
  /** Its first hit may be sent. */
  readonly isSure: boolean
  readonly hits: readonly Hit[]
}

export interface Knowledge {
  readonly answers: readonly Answer[]
  /** Ranks the answers for a text. Never throws, whatever the text. */
  search(query: Query): Findings
}
