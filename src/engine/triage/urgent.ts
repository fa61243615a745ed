/** Danger, law and anger: a person, whatever else could be answered. Spam and insults: the least that does. Pure. */
import { MINUTE_MS } from '../../domain/durations.ts'
import type { Recalled } from '../stages.ts'
import { line, reply, silent, type Verdict } from '../verdict.ts'
import { handOff } from './hand-off.ts'

/** Money and accounts yield to an approved answer only from here on. */
const CERTAIN = 0.95
const BOUNDARY_HOLDS_MS = 30 * MINUTE_MS

/** Heard also where nobody called us. */
export function danger(turn: Recalled): Verdict | undefined {
  return turn.assessment.handoff === 'self-harm' ? handOff('self-harm', turn) : undefined
}

export function spam({ isAmbient, assessment }: Recalled): Verdict | undefined {
  return !isAmbient && assessment.kind === 'spam' ? silent('spam') : undefined
}

/** One calm boundary; after that, silence: trolls are not fed. */
export function abuse({ isAmbient, assessment, conversation, now }: Recalled): Verdict | undefined {
  if (isAmbient || assessment.kind !== 'abuse') return undefined
  if ((conversation.state.boundarySetAt ?? 0) > now - BOUNDARY_HOLDS_MS) return silent('troll-not-fed')
  return reply('abuse-boundary', [line('abuse')], { state: { boundarySetAt: now } })
}

/** What the brand has words for almost to the letter, it foresaw; a complaint in public has its own way. */
export function trouble(turn: Recalled): Verdict | undefined {
  const { isAmbient, assessment, findings, conversation } = turn
  const { handoff } = assessment
  if (isAmbient || !handoff || (handoff === 'complaint' && conversation.surface === 'group')) return undefined
  const isMoney = handoff === 'payment' || handoff === 'account'
  const isForeseen = isMoney && (findings.hits[0]?.score ?? 0) >= CERTAIN
  const isAnswered = (assessment.yieldsToAnswer || isForeseen) && findings.outcome === 'answer'
  return isAnswered ? undefined : handOff(handoff, turn)
}
