/** An approved answer: words the brand stands behind. */
import type { Lang } from './message.ts'

/** A link under an answer, its label by language. */
export interface AnswerButton {
  readonly label: Readonly<Record<Lang, string>>
  readonly url: string
}

export interface Answer {
  /** Parts of it that are left out while its fan is in danger, or was a short while ago. */
  readonly jokes?: readonly string[]
  /** It promotes something: counted, and above the cap said only to who asks for it. */
  readonly promotes?: true
  readonly id: string
  /** Short name by language, shown as a choice in a clarifying question. */
  readonly title?: Readonly<Record<Lang, string>>
  /** How fans ask for it, in any language. */
  readonly asks: readonly string[]
  /** Variants by language; at least one language, each with at least one variant. */
  readonly answer: Readonly<Record<Lang, readonly string[]>>
  /** A commitments topic of the persona. */
  readonly topic?: string
  readonly buttons?: readonly AnswerButton[]
  /** Team that keeps it right. */
  readonly owner?: string
  /** Last day it may be used, `YYYY-MM-DD` in the persona's time zone. */
  readonly expires?: string
}

/** An answer of staff, on its way to become an approved one. */
export interface ProposedAnswer {
  readonly id: string
  readonly asks: readonly string[]
  readonly answer: Readonly<Record<Lang, string>>
  readonly owner?: string
}
