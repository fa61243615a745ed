/** Bot → staff, and back: values only. */
import type { CaseId, ConversationId, FanId } from './ids.ts'

/** Why a person is needed. Each has its own line in the persona's voice; `stepped-in`: nobody called, a person came by themselves. */
export const handoffReasons = [
  'asked-for-person',
  'commitment',
  'complaint',
  'legal',
  'health',
  'safety',
  'self-harm',
  'threat',
  'payment',
  'account',
  'press',
  'not-understood',
  'failed-review',
  'model-out',
  'boundary',
  'rule',
  'stepped-in',
] as const
export type HandoffReason = (typeof handoffReasons)[number]

export type CaseStatus = 'waiting' | 'assigned' | 'closed'

export interface HandoffRequest {
  readonly reason: HandoffReason
  /** Id of a team in the persona's `handoff.teams`. */
  readonly team?: string
  /** One or two sentences for staff; never shown to the fan. */
  readonly summary: string
  /** What the bot would have said, if a draft failed review. */
  readonly draft?: string
}

export interface Handoff extends HandoffRequest {
  readonly id: CaseId
  readonly conversationId: ConversationId
  readonly fanId: FanId
  readonly status: CaseStatus
  readonly assignee?: string
  readonly openedAt: number
  readonly assignedAt?: number
  readonly closedAt?: number
}

/** What a staff member wrote beside a handoff, for other staff. */
export interface Note {
  readonly staff: string
  readonly text: string
  /** Epoch ms. */
  readonly at: number
}
