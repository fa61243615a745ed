/** Triage sharpened by the model: where the words alone said nothing, a model that is sure of danger, law, press or anger calls a person. Pure. */
import type { HandoffReason } from '../../domain/handoff.ts'
import type { MessageKind } from '../../domain/message-kind.ts'
import type { Persona } from '../../persona/persona.ts'
import type { ModelReply } from '../../ports/model.ts'
import type { Draft } from '../draft.ts'
import { withFlags } from '../draft.ts'
import type { Triaged } from '../stages.ts'
import { handOff } from './hand-off.ts'
import { type PrivateLink, publicComplaint } from './public-complaint.ts'

/** As hot as the words must be for a handoff. */
const SURE = 0.7

/** A crisis gets the line for danger; the one for self-harm only where the model itself asks for that handoff. */
const reasons: Readonly<Partial<Record<MessageKind, HandoffReason>>> = {
  crisis: 'threat',
  legal: 'legal',
  press: 'press',
  complaint: 'complaint',
}

/** Only ever raises: what the words or the model's own action call for already is left as it is. */
export function raise(
  reply: ModelReply,
  turn: Triaged,
  persona: Persona,
  privateLink?: PrivateLink,
): Draft | undefined {
  const { kind, heat = 0, action } = reply
  if (turn.assessment.handoff || kind === undefined || heat < SURE) return undefined
  if (action.kind === 'handoff' && action.reason !== 'not-understood') return undefined
  const reason = reasons[kind]
  if (!reason) return undefined
  const flags = ['model-raised']
  if (reason === 'complaint' && turn.conversation.surface === 'group')
    return withFlags(publicComplaint(turn, persona, privateLink), flags)
  return handOff(reason, turn, persona, { flags, ...(action.kind === 'handoff' ? { summary: action.summary } : {}) })
}
