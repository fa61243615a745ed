/** What is known of a fan. Facts stay in the conversation where they were told, unless the fan lets them be used in all private talks. */
import type { ConversationId, FanId } from './ids.ts'
import type { Lang } from './message.ts'

export type Consent = 'unasked' | 'asked' | 'yes' | 'no'

export interface Fan {
  readonly id: FanId
  readonly consent: Consent
  /** What they told may be used in all their private talks. */
  readonly isEverywhere?: true
  /** The language the fan last wrote in. */
  readonly lang?: Lang
  /** When they were first heard, epoch ms. */
  readonly since?: number
  /** When they were last told that a bot speaks, epoch ms. */
  readonly introducedAt?: number
}

/** A fact a fan told, with consent; `scope`: the conversation in which it was told. */
export interface Fact {
  readonly key: string
  readonly value: string
  readonly scope: ConversationId
  readonly toldAt: number
}
