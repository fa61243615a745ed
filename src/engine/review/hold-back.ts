/** Where drafts wait for a person, what would have been said is held back; what must not wait leaves at once. Pure. */
import { teamFor } from '../../desk/people/teams.ts'
import { openingTimers } from '../../desk/time/sla.ts'
import type { CaseChange, Promised } from '../../domain/case.ts'
import type { ConversationState } from '../../domain/conversation.ts'
import type { Decision, ReasonCode } from '../../domain/decision.ts'
import type { DraftGrounds, HeldReply } from '../../domain/draft.ts'
import { HOUR_MS } from '../../domain/durations.ts'
import { draftsIn } from '../../persona/drafts-in.ts'
import type { Outcome } from '../effects.ts'
import type { Attended, Recalled } from '../stages.ts'
import { summaryOf } from '../triage/hand-off.ts'
import type { Changes } from '../verdict.ts'

/** Danger; what the fan asked of the program and not of the persona; what is true of people and cases; and what failed. */
const atOnce: ReadonlySet<ReasonCode> = new Set<ReasonCode>([
  ...(['self-harm', 'threat', 'safety', 'health'] as const),
  ...([
    'command',
    'consent',
    'news',
    'csat',
    'is-it-a-bot',
    'asked-to-be-forgotten',
    'person-here',
    'card-in-public',
  ] as const),
  ...(['holding', 'still-waiting', 'reopened', 'case-in-private'] as const),
  ...(['model-failed', 'gave-up', 'fan-limit-told'] as const),
])

export function isDrafting({
  conversation,
  messages,
  persona,
}: Pick<Attended, 'conversation' | 'messages'> & Pick<Recalled, 'persona'>): boolean {
  return draftsIn(
    conversation,
    persona,
    messages.flatMap(({ channel }) => channel ?? []),
  )
}

/**
 * `seen`: of the state, what is true whether or not anything is said. A handoff tells of people, so its lines leave; held is
 * one that was made for a promise in the model's own words. Nobody is asked about a nod: there is none.
 */
export function heldBack(outcome: Outcome, seen: ConversationState, turn: Recalled): Outcome {
  const { decision, changes } = outcome
  if (decision.kind === 'silent') return outcome
  if (decision.kind === 'react' || turn.isFromBot) return unsaid(outcome, seen, turn)
  const isCall = decision.kind === 'handoff' && !decision.flags.includes('promised')
  if (isCall || atOnce.has(decision.reason)) return outcome
  const { cases = [], state = {}, introduced, ...rest } = changes
  const promise = decision.kind === 'handoff' ? decision.handoff.promise : promisedIn(cases)
  const then = differing(state, seen)
  const team = teamFor('draft', turn.persona)
  const matter = { reason: 'draft', ...(team ? { team } : {}) } as const
  return {
    ...outcome,
    decision: { ...withoutPromise(decision), flags: [...decision.flags, 'draft'] },
    changes: { ...rest, state: seen, cases: cases.filter((change) => !isPromise(change)) },
    held: {
      grounds: groundsOf(decision, turn),
      ...(then ? { thenState: then } : {}),
      ...(promise ? { promise } : {}),
      ...(introduced ? { introduces: introduced } : {}),
      expiresAt: turn.now + turn.persona.handoff.draftHours * HOUR_MS,
      summary: summaryOf(turn),
      ...(team ? { team } : {}),
      timers: { 'first-response': openingTimers(matter, turn.persona, turn.now)['first-response'] ?? turn.now },
    },
  }
}

function unsaid(outcome: Outcome, seen: ConversationState, { isFromBot }: Recalled): Outcome {
  const { reason, lang, alternatives, flags } = outcome.decision
  const why = isFromBot ? 'other-bot' : reason
  const grounds = { reason: why, alternatives, flags: [...flags, 'draft'], ...(lang ? { lang } : {}) }
  const { media: _, ...rest } = outcome
  return { ...rest, decision: { ...grounds, kind: 'silent' }, changes: { ...outcome.changes, state: seen } }
}

const isPromise = ({ promise }: CaseChange) => typeof promise === 'object'

function promisedIn(cases: readonly CaseChange[]): Promised | undefined {
  const { promise } = cases.find(isPromise) ?? {}
  return typeof promise === 'object' ? promise : undefined
}

/** Nothing is promised before it is said. */
function withoutPromise(decision: Decision): Decision {
  if (decision.kind !== 'handoff') return decision
  const { promise: _, ...handoff } = decision.handoff
  return { ...decision, handoff }
}

function differing(state: NonNullable<Changes['state']>, seen: ConversationState): HeldReply['thenState'] {
  const rest = Object.entries(state).filter(([key]) => !(key in seen))
  if (rest.length === 0) return undefined
  const set: ConversationState = Object.fromEntries(rest.filter(([, value]) => value !== undefined))
  return { set, gone: rest.flatMap(([key, value]) => (value === undefined ? [key] : [])) }
}

function groundsOf(decision: Decision, { persona }: Recalled): DraftGrounds {
  const { kind, reason, flags, lang } = decision
  const answerId = 'answerId' in decision ? decision.answerId : undefined
  const score = 'score' in decision ? decision.score : undefined
  const topic = persona.answers.find(({ id }) => id === answerId)?.topic ?? answerId ?? reason
  return {
    ...{ kind, reason, flags, topic },
    ...(answerId === undefined ? {} : { answerId }),
    ...(score === undefined ? {} : { score }),
    ...(lang === undefined ? {} : { lang }),
  }
}
