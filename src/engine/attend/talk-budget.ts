/** Whether the persona may join in unasked: within quiet hours, its share of voice, and a rest that grows when nobody took it up. Pure. */

import { isWithin, localTime } from '../../desk/time/hours.ts'
import type { ConversationState } from '../../domain/conversation.ts'
import { MINUTE_MS } from '../../domain/durations.ts'
import type { Persona } from '../../persona/persona.ts'
import type { Recalled } from '../stages.ts'

/** Lines over which the share of voice is taken. */
const WINDOW = 30
/** Doublings of the rest, at most. */
const MAX_IGNORED = 6

export type BudgetVerdict = 'free' | 'quiet-hours' | 'talk-budget'

export function mayJoinIn(turn: Recalled, { manners }: Pick<Persona, 'manners'>): BudgetVerdict {
  const { ambient, quietHours, timeZone } = manners
  if (quietHours && isWithin(quietHours, localTime(turn.now, timeZone).minutes)) return 'quiet-hours'
  const { joinedAt } = turn.conversation.state
  const restMs = ambient.cooldownMinutes * MINUTE_MS * 2 ** Math.min(MAX_IGNORED, ignored(turn.conversation.state))
  if (joinedAt !== undefined && turn.now - joinedAt < restMs) return 'talk-budget'
  const lines = turn.transcript.slice(-WINDOW)
  const own = lines.filter(({ from }) => from === 'brand').length
  return own > 0 && own + 1 > ambient.share * (lines.length + 1) ? 'talk-budget' : 'free'
}

/** How often in a row its joining in found no echo: nobody addressed it since it last did. */
function ignored({ joinedAt, joinsIgnored = 0, addressedAt = 0 }: ConversationState): number {
  return joinedAt !== undefined && addressedAt < joinedAt ? joinsIgnored + 1 : 0
}

/** What is remembered of joining in now. */
export function joinedIn(turn: Recalled): Pick<ConversationState, 'joinedAt' | 'joinsIgnored'> {
  return { joinedAt: turn.now, joinsIgnored: ignored(turn.conversation.state) }
}
