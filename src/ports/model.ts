/** What the engine asks of a language model: a reply in parts, or a plain text. */
import type { ToldFact } from '../domain/conversation.ts'
import type { HandoffReason } from '../domain/handoff.ts'
import type { MessageKind } from '../domain/message-kind.ts'
import type { Spent } from '../domain/spent.ts'

export interface ModelPrompt {
  /** Byte-stable across turns and fans, so that servers can cache it. */
  readonly prefix: string
  /** This turn's part: knowledge hits, the fan, the transcript, the message. Fan text only as quoted data. */
  readonly turn: string
  /** Pictures a model that sees may look at. */
  readonly images?: readonly string[]
}

export type ModelAction =
  | { readonly kind: 'reply' }
  | { readonly kind: 'handoff'; readonly reason: HandoffReason; readonly summary: string }
  | { readonly kind: 'react'; readonly emoji: string }
  | { readonly kind: 'silent' }

/** What the model says, apart from what it wants done. */
export interface ModelReply {
  readonly action: ModelAction
  /** Speech bubbles, unreviewed. */
  readonly bubbles: readonly string[]
  readonly mood?: string
  /** Ids of the approved answers it leant on. */
  readonly used: readonly string[]
  /** What the fan told of themselves. */
  readonly remember: readonly ToldFact[]
  /** What it takes the messages for, and how hot the fan is, 0 (calm) to 1 (furious or in danger). Absent where it did not say. */
  readonly kind?: MessageKind
  readonly heat?: number
  /** Which model answered, and events on the way (`model-429`, `fallback`, `no-tools`). */
  readonly model: string
  readonly flags: readonly string[]
}

export interface ModelOptions {
  /** Whom the tokens are charged to. */
  readonly budgetKey: string
  readonly signal: AbortSignal
  /** How often a model may be asked, what fails or cannot be used among it. If absent, as often as patience and deadline allow. */
  readonly mostCalls?: number
  /** Told each time that a model is asked. */
  readonly onCall?: () => void
  /** Told of each answer, also of one that cannot be used. */
  readonly onAnswer?: (spent: Spent) => void
}

export interface Model {
  /** @throws {ModelError} when every model of the chain failed, or the budget is spent (`model-budget`) */
  reply(prompt: ModelPrompt, options: ModelOptions): Promise<ModelReply>
  /** Plain text: a rewrite, a summary. @throws {ModelError} */
  write(prompt: ModelPrompt, options: ModelOptions): Promise<string>
}
