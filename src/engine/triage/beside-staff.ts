/** To a fan whom staff have, only what is heard first is said, and who it is that writes; all else is theirs. Pure. */
import { callsPerson } from '../attend/calls-person.ts'
import { dangerIn } from '../attend/heard-first.ts'
import { ownWords } from '../attend/own-words.ts'
import type { Recalled } from '../stages.ts'
import { line, reply, silent, type Verdict } from '../verdict.ts'
import { handOff } from './hand-off.ts'

export function isWithStaff({ openCase, isFromBot }: Recalled): boolean {
  return openCase?.handler === 'staff' && !isFromBot
}

export function dangerBeside(turn: Recalled): Verdict | undefined {
  const reason = dangerIn(turn.text, turn.persona, turn.openCase)
  return reason && handOff(reason, turn)
}

/** Asked while a person writes: who it is, said by code. */
export function personHere({ asksWho, openCase }: Recalled): Verdict | undefined {
  if (!asksWho) return undefined
  return reply('person-here', [line('personHere', { names: { staff: openCase?.assignee || undefined } })])
}

/** Who asks for a person is told that one has it. */
export function calledBeside(turn: Recalled): Verdict | undefined {
  return callsPerson(ownWords(turn, turn.persona), turn.persona) ? handOff('asked-for-person', turn) : undefined
}

export function leftToStaff(): Verdict {
  return silent('staff-has-it')
}
