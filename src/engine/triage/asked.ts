/** Asked for a person, or asked whether it is one: code answers, not the model. Both in one message get both answers. Pure. */
import { isDanger } from '../../domain/handoff.ts'
import { callsPerson } from '../attend/calls-person.ts'
import { ownWords } from '../attend/own-words.ts'
import type { Recalled } from '../stages.ts'
import { reply, type Verdict } from '../verdict.ts'
import { boundary } from './boundary.ts'
import { handOff } from './hand-off.ts'
import { ruleFor } from './handoff-rule.ts'

export function askedForPerson(turn: Recalled): Verdict | undefined {
  const { isAmbient, persona } = turn
  if (isAmbient || !callsPerson(ownWords(turn, persona), persona)) return undefined
  return handOff('asked-for-person', turn)
}

export function calledByRule(turn: Recalled): Verdict | undefined {
  const rule = turn.isAmbient ? undefined : ruleFor(turn, turn.persona)
  return rule && handOff(rule.reason, turn, rule.team ? { team: rule.team } : {})
}

/** All there is to say, unless the rest of the message has trouble, an answer or a boundary of its own. */
export function askedWhetherBot(turn: Recalled): Verdict | undefined {
  const { isAmbient, asksWho, assessment, findings } = turn
  if (isAmbient || !asksWho) return undefined
  const isTrouble = assessment.kind === 'complaint' || assessment.kind === 'order-trouble'
  if (isTrouble || findings.outcome === 'answer' || boundary(turn)) return undefined
  return reply('is-it-a-bot', [{ kind: 'disclosure' }])
}

/** The truth first, then what the rest was met with; to somebody in danger it comes after what keeps them safe. */
export function withDisclosure(verdict: Verdict, { isAmbient, asksWho }: Recalled): Verdict {
  if (isAmbient || !asksWho || !('say' in verdict) || verdict.say.some(({ kind }) => kind === 'disclosure'))
    return verdict
  const isUrgent = verdict.kind === 'handoff' && isDanger(verdict.handoff.reason)
  const disclosure = { kind: 'disclosure' } as const
  return { ...verdict, say: isUrgent ? [...verdict.say, disclosure] : [disclosure, ...verdict.say] }
}
