/** To a fan whom staff have, only what is heard first is said, and who it is that writes; all else is theirs. Pure. */
import { asksWho } from '../attend/asks-who.ts'
import { dangerIn } from '../attend/heard-first.ts'
import type { Recalled } from '../stages.ts'
import { line, reply, silent, type Verdict } from '../verdict.ts'
import { handOff } from './hand-off.ts'

export function isWithStaff({ openCase, isFromBot }: Recalled): boolean {
  return openCase?.handler === 'staff' && !isFromBot
}

export function dangerBeside(turn: Recalled): Verdict | undefined {
  const reason = dangerIn(turn.text, turn.persona)
  return reason && handOff(reason, turn)
}

/** Asked while a person writes: who it is, said by code. */
export function personHere({ isFirst, text, persona, openCase }: Recalled): Verdict | undefined {
  if (isFirst || !asksWho(text, persona)) return undefined
  return reply('person-here', [line('personHere', { names: { staff: openCase?.assignee || undefined } })])
}

export function leftToStaff(): Verdict {
  return silent('staff-has-it')
}
