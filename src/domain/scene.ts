/** A scene that staff propose, or that is taken from the record: what a fan said, and what is expected. */
import type { DecisionKind, ReasonCode } from './decision.ts'
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
  readonly platform?: string
  /** As `tue 14:00`, by the brand's time. */
  readonly at?: string
  readonly turns: readonly {
    readonly fan?: string
    readonly says: string
    readonly mention?: true
    readonly expect: {
      readonly decision?: DecisionKind
      readonly reason?: ReasonCode
      /** Id of the approved answer. */
      readonly answer?: string
      readonly handoff?: HandoffReason
      /** Each must occur. */
      readonly says?: readonly string[]
      /** None may occur. */
      readonly not?: readonly string[]
    }
  }[]
}
