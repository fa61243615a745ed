/** Asked for a person, or asked whether it is one: code answers, not the model. Both in one message get both answers. Pure. */
import { asksWho } from '../attend/asks-who.ts'
import { callsPerson } from '../attend/calls-person.ts'
import type { Recalled } from '../stages.ts'
import { reply, type Verdict } from '../verdict.ts'
import { handOff } from './hand-off.ts'
import { ruleFor } from './handoff-rule.ts'

export function askedForPerson(turn: Recalled): Verdict | undefined {
  const { isAmbient, text, persona } = turn
  if (isAmbient || !callsPerson(text, persona)) return undefined
  const verdict = handOff('asked-for-person', turn)
  return asksWho(text, persona) ? { ...verdict, say: [{ kind: 'disclosure' }, ...verdict.say] } : verdict
}

export function calledByRule(turn: Recalled): Verdict | undefined {
  const rule = turn.isAmbient ? undefined : ruleFor(turn, turn.persona)
  return rule && handOff(rule.reason, turn, rule.team ? { team: rule.team } : {})
}

export function askedWhetherBot({ isAmbient, text, persona }: Recalled): Verdict | undefined {
  return !isAmbient && asksWho(text, persona) ? reply('is-it-a-bot', [{ kind: 'disclosure' }]) : undefined
}
