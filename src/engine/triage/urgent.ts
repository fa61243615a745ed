/** Danger, law and anger: a person, whatever else could be answered. Spam and insults: the least that does. Pure. */
import { MINUTE_MS } from '../../domain/durations.ts'
import type { Recalled } from '../stages.ts'
import { line, reply, silent, type Verdict } from '../verdict.ts'
import { handOff } from './hand-off.ts'

/** Money and accounts yield to an approved answer only from here on. */
const CERTAIN = 0.95
const WORD_FOR_WORD = 0.99
const BOUNDARY_HOLDS_MS = 30 * MINUTE_MS

/** Heard also where nobody called us. */
export function danger(turn: Recalled): Verdict | undefined {
  return turn.assessment.handoff === 'self-harm' && !isForeseen(turn) ? handOff('self-harm', turn) : undefined
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

/** Of harm told in so many words only a phrasing word for word; of what is merely like it, and of money, one that is certain. */
function isForeseen({ assessment: { handoff, flags }, findings }: Recalled): boolean {
  const score = findings.hits[0]?.score ?? 0
  if (handoff === 'payment' || handoff === 'account' || flags.includes('by-likeness')) return score >= CERTAIN
  return (handoff === 'health' || handoff === 'safety') && score >= WORD_FOR_WORD
}

/** What the brand has words for almost to the letter, it foresaw; a complaint in public has its own way. */
export function trouble(turn: Recalled): Verdict | undefined {
  const { isAmbient, assessment, findings, conversation } = turn
  const { handoff } = assessment
  if (isAmbient || !handoff || (handoff === 'complaint' && conversation.surface === 'group')) return undefined
  const isAnswered = (assessment.yieldsToAnswer || isForeseen(turn)) && findings.outcome === 'answer'
  return isAnswered ? undefined : handOff(handoff, turn)
}
