/** Drafts that fetch a person: the right team, the right line, and the truth about who is there. */

import { isOpenAt } from '../../desk/time/hours.ts'
import type { HandoffReason } from '../../domain/handoff.ts'
import { openCaseOf } from '../../domain/open-case.ts'
import type { Persona } from '../../persona/persona.ts'
import { maskPersonalData, neverShown } from '../../words/personal-data.ts'
import { isDanger } from '../attend/heard-first.ts'
import type { Draft } from '../draft.ts'
import { say, sayClosed, sayHandoff } from '../review/lines.ts'
import type { Recalled } from '../stages.ts'
import { dangerTold } from './at-desk.ts'

/** Cases in which the persona's small voice has no place; the crisis line is said first. */
const CRISIS: readonly HandoffReason[] = ['self-harm']

export function teamFor(reason: HandoffReason, persona: Persona): string | undefined {
  return persona.handoff.route[reason] ?? persona.handoff.route.default
}

/**
 * Opens a handoff. With nobody on duty it says so instead of offering a person now; the handoff waits all the same. Who has
 * a case already is told that it is held; danger is answered all the same, and put on that case.
 */
export function handOff(
  reason: HandoffReason,
  turn: Recalled,
  persona: Persona,
  more: {
    readonly summary?: string
    readonly team?: string
    readonly draft?: string
    readonly flags?: readonly string[]
  } = {},
): Draft {
  const open = openCaseOf(turn)
  if (open && !isDanger(reason))
    return { kind: 'reply', reason: 'holding', texts: [say('holding', turn, persona)], flags: more.flags ?? [] }
  const team = more.team ?? teamFor(reason, persona)
  const hours = (team ? persona.handoff.teams[team]?.hours : undefined) ?? persona.handoff.hours
  const isOpen = hours === undefined || open?.handler === 'staff' || isOpenAt(hours, turn.now)
  const isCrisis = CRISIS.includes(reason)
  const texts = [
    ...(isCrisis ? [{ ...say('crisis', turn, persona), author: 'approved' as const }] : []),
    ...(isOpen || (isDanger(reason) && !isCrisis) ? [sayHandoff(reason, team, turn, persona)] : []),
    ...(isOpen || isCrisis ? [] : [sayClosed(hours, turn, persona)]),
  ]
  return {
    kind: 'handoff',
    reason,
    texts,
    handoff: {
      reason,
      summary: more.summary ? maskPersonalData(more.summary, { kinds: neverShown }).text : summaryOf(turn),
      ...(team ? { team } : {}),
      ...(more.draft ? { draft: more.draft } : {}),
    },
    ...(open ? { changes: { cases: [dangerTold(open, reason, turn, persona)] } } : {}),
    flags: [...(more.flags ?? []), ...(isOpen ? [] : ['nobody-on-duty'])],
  }
}

/** For staff: who wrote what, where, in the fan's words; how to reach the fan, but no card, account, identity number or secret. */
function summaryOf(turn: Recalled): string {
  const { text } = maskPersonalData(turn.text, { kinds: neverShown })
  const words = text.length > 280 ? `${text.slice(0, 279)}…` : text
  return `${turn.author.name || 'A fan'} (${turn.conversation.surface}, ${turn.lang}): ${words}`
}
