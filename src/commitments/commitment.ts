/** What binds the brand when it is said in public: the kinds, and what is known of each. */

export const commitmentKinds = [
  'money',
  'percentage',
  'date',
  'duration',
  'availability',
  'eligibility',
  'free',
  'guarantee',
  'refund',
  'discount',
  'delivery',
  'warranty',
  'health',
  'legal',
  'fault',
  'action',
  'agreement',
] as const
export type CommitmentKind = (typeof commitmentKinds)[number]

export interface Commitment {
  readonly kind: CommitmentKind
  /** The words, as they stand in the text. */
  readonly quote: string
  /** Where they stand: the sentence, counted from 0. */
  readonly sentence: { readonly index: number; readonly text: string }
  /**
   * The fact in one form for all languages: `GBP 9.5`, `20` (per cent), `30 day`, `2-3 working day`, `2027-03-26`,
   * `weekday 5`, `clock 17:00`; for what is no quantity, which sort of it: `full`, `lifetime`, `call-person`.
   */
  readonly value?: string
}

/** What the program did in this turn and has on record, so that it may be said. */
export const actionKinds = [
  'handoff-opened',
  'feedback-recorded',
  'order-cancelled',
  'order-changed',
  'refund-issued',
  'fan-forgotten',
] as const
export type ActionKind = (typeof actionKinds)[number]
