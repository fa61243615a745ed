/** While a topic is amber or red: approved words or a person, and nothing else about it. Pure. */
import { isDanger } from '../../domain/handoff.ts'
import { platformOf } from '../../domain/ids.ts'
import type { CrisisInForce } from '../../issues/live/in-force.ts'
import type { Recalled } from '../stages.ts'
import { handOff, summaryOf } from '../triage/hand-off.ts'
import { intoPrivate } from '../triage/public-complaint.ts'
import { type Reply, reply, type Verdict, withFlags } from '../verdict.ts'
import { giveAnswer } from './give-answer.ts'

/** Red before amber, a topic before the whole brand. */
export function onCrisis(turn: Recalled): Verdict | undefined {
  const { isAmbient, assessment } = turn
  const { handoff, kind } = assessment
  // Who is in danger, and who brings the law, is heard as that; spam and insults were.
  if (isAmbient || (handoff && isDanger(handoff)) || handoff === 'legal' || handoff === 'threat') return undefined
  if (kind === 'praise' && handoff === undefined) return undefined
  const crisis = (turn.brain.crises ?? []).filter((one) => isAbout(one, turn)).toSorted((a, b) => rank(a) - rank(b))[0]
  if (!crisis) return onWhatMayBe(turn)
  return withFlags(crisis.level === 'red' ? red(crisis, turn) : amber(crisis, turn), [`crisis:${crisis.id}`])
}

/** Red, and nobody can tell whether a complaint in this language is of it: a person can. */
function onWhatMayBe(turn: Recalled): Verdict | undefined {
  const { lang, isForeign, assessment } = turn
  if (assessment.kind !== 'complaint' && assessment.kind !== 'order-trouble') return undefined
  const crisis = (turn.brain.crises ?? []).find((one) => one.level === 'red' && (one.isDeafTo(lang) || isForeign))
  return crisis && withFlags(toPeople(crisis, turn, 'Perhaps about'), [`crisis:${crisis.id}`])
}

function rank({ level, answerId }: CrisisInForce): number {
  return (level === 'red' ? 0 : 2) + (answerId === undefined ? 1 : 0)
}

function isAbout({ answerId, isAbout }: CrisisInForce, { text, lang, findings, assessment }: Recalled): boolean {
  // What the whole brand is in trouble with, whoever complains is about.
  if (answerId === undefined)
    return ['complaint', 'order-trouble', 'press', 'legal'].includes(assessment.kind) || isAbout(text, lang)
  return (findings.outcome === 'answer' && findings.hits[0]?.answer.id === answerId) || isAbout(text, lang)
}

/** The words somebody stands behind, once; whoever asks on goes to a person, as does whoever there are no words for. */
function red(crisis: CrisisInForce, turn: Recalled): Verdict {
  const { conversation, lang, isForeign } = turn
  const statement = isForeign ? undefined : crisis.statement(lang, platformOf(conversation.threadId))
  const isTold = conversation.state.heldFor === crisis.id
  if (statement && !isTold) return holding(statement.words, crisis)
  return toPeople(crisis, turn)
}

function holding(words: string, { id, answerId }: CrisisInForce): Reply {
  const changes = { state: { heldFor: id, misses: 0, pending: undefined } }
  return {
    ...reply('holding-statement', [{ kind: 'statement', text: words }], changes),
    ...(answerId ? { answerId } : {}),
  }
}

function amber(crisis: CrisisInForce, turn: Recalled): Verdict {
  const { outcome, hits } = turn.findings
  const [best] = hits
  return outcome === 'answer' && best ? giveAnswer(best, turn) : toPeople(crisis, turn)
}

function toPeople({ title, owner }: CrisisInForce, turn: Recalled, how = 'About'): Verdict {
  if (turn.conversation.surface === 'group') return intoPrivate(turn)
  const team = owner !== undefined && Object.hasOwn(turn.persona.handoff.teams, owner) ? { team: owner } : {}
  return handOff('rule', turn, { ...team, summary: `${how} “${title}”, which is in crisis. ${summaryOf(turn)}` })
}
