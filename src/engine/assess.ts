/** What kind of message it is and how hot, read from the words alone, without a model. */
import type { HandoffReason } from '../domain/handoff.ts'
import type { Lang } from '../domain/message.ts'

export interface Assessment {
  readonly kind:
    | 'question'
    | 'order-trouble'
    | 'complaint'
    | 'praise'
    | 'suggestion'
    | 'chat'
    | 'spam'
    | 'abuse'
    | 'crisis'
    | 'press'
    | 'legal'
  /** 0 (calm) to 1 (furious or in danger). */
  readonly heat: number
  /** Set when the words alone call for a person, whatever else could be answered. */
  readonly handoff?: HandoffReason
  /** Things noticed, for the record: `injection-suspected`, `capitals`, `insult` … */
  readonly flags: readonly string[]
}

export interface AssessInput {
  readonly text: string
  readonly lang: Lang
  /** Earlier texts of the same fan in this conversation, oldest first. */
  readonly earlier: readonly string[]
}

export function assess(_input: AssessInput): Assessment {
  return { kind: 'question', heat: 0, flags: [] }
}
