/** Triage sharpened by the model: where the words alone said nothing, a model that is sure of danger, law, press or anger calls a person. Pure. */
import type { HandoffReason } from '../../domain/handoff.ts'
import type { MessageKind } from '../../domain/message-kind.ts'
import type { ModelReply } from '../../ports/model.ts'
import { isPassedOn } from '../attend/own-words.ts'
import type { Recalled } from '../stages.ts'
import { type Verdict, withFlags } from '../verdict.ts'
import { handOff } from './hand-off.ts'
import { intoPrivate } from './public-complaint.ts'

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
export function raise({ kind, heat = 0, action }: ModelReply, turn: Recalled): Verdict | undefined {
  if (turn.assessment.handoff || isPassedOn(turn) || kind === undefined || heat < SURE) return undefined
  if (action.kind === 'handoff' && action.reason !== 'not-understood') return undefined
  const reason = reasons[kind]
  if (!reason) return undefined
  const flags = ['model-raised']
  if (reason === 'complaint' && turn.conversation.surface === 'group') return withFlags(intoPrivate(turn), flags)
  return handOff(reason, turn, { flags, ...(action.kind === 'handoff' ? { summary: action.summary } : {}) })
}
