/** A scene that staff propose: what a fan said and the bot answered wrongly, and what is expected instead. */
import type { DecisionKind } from './decision.ts'
import type { HandoffReason } from './handoff.ts'
import type { Surface } from './message.ts'

/** What was wrong with a reply: what it states, how it sounds, that no person was called, that it was said at all. */
export const wrongKinds = ['fact', 'tone', 'handover', 'quiet', 'other'] as const
export type WrongKind = (typeof wrongKinds)[number]

/** As in scenes.yaml. */
export interface ProposedScene {
  readonly id: string
  readonly title: string
  readonly surface?: Surface
  readonly turns: readonly {
    readonly fan?: string
    readonly says: string
    readonly mention?: true
    readonly expect: {
      readonly decision?: DecisionKind
      readonly handoff?: HandoffReason
      /** Each must occur. */
      readonly says?: readonly string[]
      /** None may occur. */
      readonly not?: readonly string[]
    }
  }[]
}
