/** Words in a group that are one member's own business: said to that member alone where the platform can, by what the verdict is about. Pure. */
import type { ReasonCode } from '../../domain/decision.ts'
import { canTellAlone, type Recalled, reachesAlone } from '../stages.ts'
import { SAID_IN_PUBLIC } from '../triage/waiting.ts'
import type { Saying, Verdict } from '../verdict.ts'

const ownBusiness: readonly ReasonCode[] = ['card-in-public', 'public-complaint', 'holding', 'still-waiting']

export function alone(verdict: Verdict, turn: Recalled): Verdict {
  if (turn.conversation.surface !== 'group' || !('say' in verdict)) return verdict
  // Asked so that nobody else saw it: never answered before everybody, whether the answer can be shown or not.
  if (turn.read.some(({ isForUsAlone }) => isForUsAlone)) return { ...verdict, say: verdict.say.map(byDoor) }
  // A number that everybody may still read is not pointed out to everybody.
  const canTell = verdict.reason === 'card-in-public' ? reachesAlone(turn) : canTellAlone(turn)
  if (!canTell || !isOwnBusiness(verdict)) return verdict
  return { ...verdict, say: verdict.say.map((saying): Saying => ({ alone: 'else-openly', ...saying })) }
}

function byDoor(saying: Saying): Saying {
  return { ...saying, alone: 'else-by-door' }
}

/** Words that keep people safe are for everybody to see: nobody knows whether others arrive. */
function isOwnBusiness(verdict: Verdict): boolean {
  if (verdict.kind === 'handoff') return !SAID_IN_PUBLIC.includes(verdict.handoff.reason)
  return ownBusiness.includes(verdict.reason) || isAboutForgetting(verdict)
}

function isAboutForgetting({ changes }: Verdict): boolean {
  return changes?.state?.pending?.kind === 'forget' || changes?.forget === true
}
