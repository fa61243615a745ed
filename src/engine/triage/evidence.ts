/** What the messages of a turn show of fans, whether they were for us or not: kept where titles, the circle or the tone use it. Pure. */
import { evidenceIn } from '../../community/standing/evidence-in.ts'
import type { ReasonCode } from '../../domain/decision.ts'
import type { NewEvidence } from '../../domain/standing.ts'
import type { Turn } from '../../domain/turn.ts'
import type { Persona } from '../../persona/persona.ts'

/** What is no word of a fan's, or not meant. */
const unheeded: readonly ReasonCode[] = [
  'own-message',
  'brand-itself',
  'other-bot',
  'staff-thread',
  'spam',
  'channel-off',
]

export function evidenceOf(
  { conversation, messages }: Turn,
  reason: ReasonCode,
  persona: Persona,
): readonly NewEvidence[] {
  if (unheeded.includes(reason)) return []
  return messages.flatMap((message) => evidenceIn(message, { surface: conversation.surface, persona }))
}
