/** While a topic is amber or red: approved words or a person, and nothing else about it. Pure. */
import { languageIn, weightyWords } from '../../commitments/weighty-words.ts'
import { isDanger } from '../../domain/handoff.ts'
import { platformOf } from '../../domain/ids.ts'
import type { Weight } from '../../hearing/packs/weights.ts'
import type { CrisisInForce } from '../../issues/live/in-force.ts'
import type { Recalled } from '../stages.ts'
import { handOff, summaryOf } from '../triage/hand-off.ts'
import { intoPrivate } from '../triage/public-complaint.ts'
import { type Reply, reply, type Verdict, withChanges, withFlags } from '../verdict.ts'
import { readingOf } from './compose-approved.ts'
import { giveAnswer } from './give-answer.ts'
import { hasHeard, heldOn, nowHeard, stillHeld } from './held.ts'

/** A lesser answer to words that may be about the crisis is not given: "how long will that take?" is not about the post. */
const CERTAIN = 0.9
/** How trouble is made good: asked in such a talk, it is of the trouble, however sure the answer for quieter days. */
const amends: readonly Weight[] = ['refund', 'returns', 'repairs', 'warranty', 'fault', 'health', 'body']

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

/**
 * Red, and who heard its statement goes on without naming it again: whatever is not surely about something else, or mere courtesy, is
 * for a person.
 */
export function askedOn(turn: Recalled): Verdict | undefined {
  const held = stillHeld(turn)
  const crisis = (turn.brain.crises ?? []).find(({ id, level }) => id === held && level === 'red')
  if (!crisis || turn.isAmbient || turn.text === '' || isOfElse(turn)) return undefined
  return withFlags(withChanges(toPeople(crisis, turn, 'Perhaps about'), { state: heldOn(turn) }), [
    `crisis:${crisis.id}`,
  ])
}

function isOfElse(turn: Recalled): boolean {
  const { text, lang, persona, findings } = turn
  const isCertain = findings.outcome === 'answer' && (findings.hits[0]?.score ?? 0) >= CERTAIN
  const found = weightyWords(text, languageIn(text, lang, persona.languages))
  if (isCertain && !found.some(({ weights }) => weights.some((one) => amends.includes(one)))) return true
  const { smallTalk, isPleased } = readingOf(turn)
  return smallTalk !== undefined || isPleased
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

/** The words somebody stands behind, once for each who asks and each language; whoever asks on, or for whom there are no words, goes to a person. */
function red(crisis: CrisisInForce, turn: Recalled): Verdict {
  const { conversation, lang, isForeign } = turn
  const statement = isForeign ? undefined : crisis.statement(lang, platformOf(conversation.threadId))
  if (statement && !hasHeard(crisis.id, turn)) return holding(statement.words, crisis, turn)
  return toPeople(crisis, turn)
}

function holding(words: string, { id, answerId }: CrisisInForce, turn: Recalled): Reply {
  const changes = { state: { ...nowHeard(id, turn), misses: 0, pending: undefined } }
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
