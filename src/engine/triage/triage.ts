/** Third stage: kind and risk. What needs a person at once, an honest word about being a bot, or a boundary, ends here. Pure. */
import { asksForPerson, asksForStaff } from '../../hearing/asks-for-person.ts'
import { assess } from '../../hearing/assess.ts'
import { asksWhetherBot } from '../../hearing/disclosure.ts'
import type { Boundary, Persona } from '../../persona/persona.ts'
import { hasAnyWord } from '../../words/words-in.ts'
import type { Draft, DraftText } from '../draft.ts'
import { silent, withFlags } from '../draft.ts'
import { lineOf, say } from '../review/lines.ts'
import type { Recalled, Triaged } from '../stages.ts'
import { handOff } from './hand-off.ts'
import { ruleFor } from './handoff-rule.ts'
import { withKind } from './kind-flags.ts'
import { type PrivateLink, publicComplaint } from './public-complaint.ts'

/** Money and accounts yield to an approved answer only from here on. */
const CERTAIN = 0.95

export type TriageResult = { readonly draft: Draft } | { readonly turn: Triaged }

export function triage(turn: Recalled, persona: Persona, privateLink?: PrivateLink): TriageResult {
  const earlier = turn.transcript
    .filter((line) => line.from === 'fan' && line.accountId === turn.author.accountId)
    .map((line) => line.text)
  const assessment = assess({ text: turn.text, lang: turn.lang, earlier })
  const triaged = { ...turn, assessment }
  const draft =
    urgent(triaged, persona) ??
    asked(triaged, persona) ??
    bounded(triaged, persona) ??
    inPublic(triaged, persona, privateLink)
  return draft ? { draft: withKind(withFlags(draft, assessment.flags), assessment) } : { turn: triaged }
}

/** Danger, law and anger: a person, whatever else could be answered. What the brand has words for almost to the letter, it foresaw. */
function urgent(turn: Triaged, persona: Persona): Draft | undefined {
  const { assessment } = turn
  if (assessment.handoff === 'self-harm') return handOff('self-harm', turn, persona)
  if (turn.isAmbient) return undefined
  if (assessment.kind === 'spam') return silent('spam')
  if (assessment.kind === 'abuse') return abused(turn, persona)
  const isMoney = assessment.handoff === 'payment' || assessment.handoff === 'account'
  const isForeseen = isMoney && (turn.findings.hits[0]?.score ?? 0) >= CERTAIN
  const isAnswered = (assessment.yieldsToAnswer || isForeseen) && turn.findings.outcome === 'answer'
  if (assessment.handoff === 'complaint' && turn.conversation.surface === 'group') return undefined
  return assessment.handoff && !isAnswered ? handOff(assessment.handoff, turn, persona) : undefined
}

/** One calm boundary; after that, silence: trolls are not fed. */
function abused(turn: Triaged, persona: Persona): Draft {
  const since = turn.now - 30 * 60_000
  if ((turn.conversation.state.boundarySetAt ?? 0) > since) return silent('troll-not-fed')
  return {
    kind: 'reply',
    reason: 'abuse-boundary',
    texts: [say('abuse', turn, persona)],
    changes: { state: { boundarySetAt: turn.now } },
  }
}

/** Asked for a person, or asked whether it is one: code answers, not the model. Both in one message get both answers. */
function asked(turn: Triaged, persona: Persona): Draft | undefined {
  if (turn.isAmbient) return undefined
  const isBotInDoubt = asksWhetherBot(turn.text, [persona.name, ...persona.nicknames])
  if (asksForPerson(turn.text) || asksForStaff(turn.text, persona.handoff.staff)) {
    const draft = handOff('asked-for-person', turn, persona)
    return isBotInDoubt && 'texts' in draft ? { ...draft, texts: [disclosed(turn, persona), ...draft.texts] } : draft
  }
  const rule = ruleFor(turn, persona)
  if (rule) return handOff(rule.reason, turn, persona, rule.team ? { team: rule.team } : {})
  return isBotInDoubt ? { kind: 'reply', reason: 'is-it-a-bot', texts: [disclosed(turn, persona)] } : undefined
}

function disclosed(turn: Triaged, persona: Persona): DraftText {
  return { text: lineOf(persona.disclosure.bot, 'disclosure', turn, persona), author: 'line' }
}

function bounded(turn: Triaged, persona: Persona): Draft | undefined {
  if (turn.isAmbient || turn.findings.outcome === 'answer') return undefined
  const boundary = persona.boundaries.find(({ words }) => hasAnyWord(turn.text, words))
  return boundary ? atBoundary(boundary, turn, persona) : undefined
}

function inPublic(turn: Triaged, persona: Persona, privateLink: PrivateLink | undefined): Draft | undefined {
  const { kind } = turn.assessment
  const isTrouble = kind === 'complaint' || kind === 'order-trouble'
  if (turn.conversation.surface !== 'group' || turn.isAmbient || !isTrouble) return undefined
  return publicComplaint(turn, persona, privateLink)
}

function atBoundary(boundary: Boundary, turn: Triaged, persona: Persona): Draft {
  const text = lineOf(boundary.say ?? persona.lines.boundary, `boundary-${boundary.id}`, turn, persona)
  if (!boundary.handoff) return { kind: 'reply', reason: 'boundary', texts: [{ text, author: 'line' }] }
  const draft = handOff(boundary.handoff, turn, persona)
  return 'texts' in draft ? { ...draft, texts: [{ text, author: 'line' }, ...draft.texts] } : draft
}
