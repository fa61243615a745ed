/** What came to pass on the way of one turn, told to whoever looks on: the workshop and `/why`. Never kept. */

import type { Lang } from './message.ts'
import type { MessageKind } from './message-kind.ts'
import type { Spent } from './spent.ts'
import type { Station } from './timed.ts'

/** What was read of a message, and what the approved answers offered. */
export interface SeenTurn {
  readonly lang: Lang
  /** Ids of the places of the persona that it is in. */
  readonly places: readonly string[]
  readonly kind: MessageKind
  /** 0 (calm) to 1. */
  readonly heat: number
  readonly outcome: 'answer' | 'clarify' | 'unknown'
  /** Best first. */
  readonly hits: readonly { readonly answerId: string; readonly score: number; readonly phrasing: string }[]
}

/** One request to a model. */
export interface AskedModel {
  readonly what: 'reply' | 'rewrite' | 'reading'
  readonly prefix: string
  readonly turn: string
  /** As it answered; absent where it failed. */
  readonly answered?: string
  readonly failed?: string
  readonly spent: Spent
}

/** A text before its review. */
export interface WantedText {
  readonly author: 'model' | 'approved' | 'line'
  readonly text: string
  /** Where an operator wrote it: `lines.greeting`, `answers.hours`. */
  readonly from?: string
}

export interface TurnTrace {
  /** In order; `tookMs` with one digit behind the point. */
  readonly stations: readonly { readonly station: Station; readonly tookMs: number }[]
  /** The step of the story that had the verdict. Absent where attend decided. */
  readonly step?: string
  /** Absent where attend decided. */
  readonly seen?: SeenTurn
  readonly wanted: readonly WantedText[]
  readonly asked: readonly AskedModel[]
}

/** Looks on while a turn is thought through. */
export interface Onlooker {
  step(name: string): void
  seen(seen: SeenTurn): void
  wanted(texts: readonly WantedText[]): void
  asked(asked: AskedModel): void
}
