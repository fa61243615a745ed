/** Words in a group that are one member's own business: said to that member alone where the platform can, by what the verdict is about. Pure. */
import type { ReasonCode } from '../../domain/decision.ts'
import type { Occasion } from '../../persona/schema/schema.ts'
import { canTellAlone, type Recalled, reachesAlone } from '../stages.ts'
import { SAID_IN_PUBLIC } from '../triage/waiting.ts'
import type { Saying, Verdict } from '../verdict.ts'

const ownBusiness: readonly ReasonCode[] = [
  'card-in-public',
  'public-complaint',
  'holding',
  'still-waiting',
  'look-up-private',
]

export function alone(verdict: Verdict, turn: Recalled): Verdict {
  if (turn.conversation.surface !== 'group' || !('say' in verdict)) return verdict
  // Asked so that nobody else saw it: never answered before everybody, whether the answer can be shown or not.
  if (turn.read.some(({ isForUsAlone }) => isForUsAlone)) return { ...verdict, say: verdict.say.map(byDoor) }
  if (isAboutForgetting(verdict)) return { ...verdict, say: verdict.say.map(asksBack) }
  // A number that everybody may still read is not pointed out to everybody.
  const canTell = verdict.reason === 'card-in-public' ? reachesAlone(turn) : canTellAlone(turn)
  if (!canTell || !isOwnBusiness(verdict)) return verdict
  const isWarning = verdict.reason === 'card-in-public'
  return {
    ...verdict,
    say: verdict.say.map(
      (saying): Saying => ({ alone: isWay(saying) && !isWarning ? 'way' : 'else-openly', ...saying }),
    ),
  }
}

/** In private nobody is told to come into private. */
function isWay({ buttons = [] }: Saying): boolean {
  return buttons.some((button) => button === 'private' || button.startsWith('look-up:'))
}

function byDoor(saying: Saying): Saying {
  return { ...saying, alone: 'else-by-door' }
}

/** Words that keep people safe are for everybody to see: nobody knows whether others arrive. */
function isOwnBusiness(verdict: Verdict): boolean {
  if (verdict.kind === 'handoff') return !SAID_IN_PUBLIC.includes(verdict.handoff.reason)
  return ownBusiness.includes(verdict.reason)
}

const forgetting: readonly Occasion[] = ['forgetAsk', 'forgotten', 'forgetKept', 'forgetOver']

function isAboutForgetting(verdict: Verdict): boolean {
  return (
    'say' in verdict && verdict.say.some((saying) => saying.kind === 'line' && forgetting.includes(saying.occasion))
  )
}

/** A question is answered where it stands, so it is asked elsewhere anew; an outcome its fan hears wherever they can. */
function asksBack(saying: Saying, _: number, all: readonly Saying[]): Saying {
  return all.some(({ buttons = [] }) => buttons.includes('yes')) ? byDoor(saying) : { alone: 'else-openly', ...saying }
}
