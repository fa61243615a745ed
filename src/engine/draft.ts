/** A decision whose words have not been reviewed yet. Every stage that ends a turn ends it with one of these; `review` alone makes Decisions. */
import type { CaseChange, Promised, Timers } from '../domain/case.ts'
import type { Choice, ConversationState, ToldFact } from '../domain/conversation.ts'
import type { ReasonCode } from '../domain/decision.ts'
import type { Consent } from '../domain/fan.ts'
import type { HandoffRequest } from '../domain/handoff.ts'
import type { Button } from '../domain/message.ts'

export interface DraftText {
  readonly text: string
  readonly author: 'model' | 'approved' | 'line'
  readonly buttons?: readonly Button[]
}

/** What else the turn changes, besides what is said. */
export interface Changes {
  /** Laid over the conversation's state; a key given as undefined is removed. */
  readonly state?: { readonly [K in keyof ConversationState]?: ConversationState[K] | undefined }
  readonly remember?: readonly ToldFact[]
  readonly consent?: Consent
  readonly forget?: true
  readonly cases?: readonly CaseChange[]
}

interface Common {
  readonly reason: ReasonCode
  readonly flags?: readonly string[]
  readonly changes?: Changes
}

interface Spoken extends Common {
  readonly texts: readonly DraftText[]
  readonly answerId?: string
  readonly score?: number
}

/** With what the case begins with. */
export type OpenedHandoff = HandoffRequest & { readonly timers?: Timers; readonly promise?: Promised }

export type Draft =
  /** `used`: ids of the approved answers a model's draft says it leans on. */
  | (Spoken & { readonly kind: 'reply'; readonly mood?: string; readonly used?: readonly string[] })
  | (Spoken & { readonly kind: 'clarify'; readonly choices: readonly Choice[] })
  | (Spoken & { readonly kind: 'handoff'; readonly handoff: OpenedHandoff })
  | (Common & { readonly kind: 'react'; readonly emoji: string; readonly messageId: string })
  | (Common & { readonly kind: 'silent' })

/** Nothing is said, for this reason. */
export function silent(reason: ReasonCode, changes?: Changes): Draft {
  return changes ? { kind: 'silent', reason, changes } : { kind: 'silent', reason }
}

/** The same draft with more changes laid over it. */
export function withChanges(draft: Draft, more: Changes): Draft {
  return { ...draft, changes: { ...draft.changes, ...more, state: { ...draft.changes?.state, ...more.state } } }
}

export function withFlags(draft: Draft, flags: readonly string[]): Draft {
  return flags.length === 0 ? draft : { ...draft, flags: [...(draft.flags ?? []), ...flags] }
}
