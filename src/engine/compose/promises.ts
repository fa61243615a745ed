/** What a reply of the model's promises that somebody will do, once it may be said: a promise on a case, with owner and due time. Pure. */
import { findCommitments } from '../../commitments/find-commitments.ts'
import { topicOf } from '../../commitments/topic.ts'
import { teamFor } from '../../desk/people/teams.ts'
import { dueAt, type Matter, openingTimers } from '../../desk/time/sla.ts'
import { maskPersonalData, neverShown } from '../../words/personal-data/personal-data.ts'
import type { Recalled } from '../stages.ts'
import { type Handoff, type Reply, type Verdict, withChanges, withFlags } from '../verdict.ts'
import { modelText } from './ground.ts'

/** Sorts of action that a person is left to do; the others are claims of what is done already. */
const left: ReadonlySet<string> = new Set(['call-person', 'contact', 'check', 'feedback'])
const SHOWN_LENGTH = 200

interface Promising {
  readonly text: string
  readonly matter: Matter
}

/**
 * After `ground`, so what is promised here has an approved answer or an open case behind it. On an open case the promise is
 * written down beside it; else one is opened for it with the model's own words, so that staff see what they owe.
 */
export function withPromise(verdict: Verdict, turn: Recalled): Verdict {
  const said = verdict.kind === 'reply' ? modelText(verdict.say) : undefined
  const found = said === undefined ? undefined : promiseIn(said, turn)
  if (verdict.kind !== 'reply' || !found) return verdict
  return withFlags(turn.openCase ? onCase(verdict, found, turn) : asCase(verdict, found, turn), ['promised'])
}

function promiseIn(said: string, turn: Recalled): Promising | undefined {
  const { lang, persona, openCase } = turn
  const found = findCommitments(said, lang, turn.text).find(
    ({ kind, value }) => kind === 'action' && left.has(value ?? ''),
  )
  if (!found) return undefined
  const { text } = found.sentence
  const topic = topicOf(text, persona, lang)?.topic
  const owner = topic ? persona.commitments[topic]?.owner : undefined
  const team = openCase?.team ?? owner ?? teamFor('commitment', persona)
  return { text: shown(text), matter: { reason: 'commitment', ...(team ? { team } : {}) } }
}

function onCase(verdict: Reply, { text, matter }: Promising, turn: Recalled): Verdict {
  const { conversation, persona, now, openCase: open } = turn
  if (!open) return verdict
  const kind = open.status === 'assigned' ? 'next-response' : 'first-response'
  const due = dueAt(kind, matter, persona, now)
  const change = {
    id: open.id,
    threadId: conversation.threadId,
    conversationId: conversation.id,
    promise: { ...ownerOf(matter), text, dueAt: due },
    timersIfNone: { [kind]: due },
    events: [{ who: 'bot', what: 'promised', detail: text }],
  }
  return withChanges(verdict, { cases: [...(verdict.changes?.cases ?? []), change] })
}

function asCase(verdict: Reply, { text, matter }: Promising, turn: Recalled): Handoff {
  const { persona, now } = turn
  const timers = openingTimers(matter, persona, now)
  const { mood: _, used: __, ...rest } = verdict
  return {
    ...rest,
    kind: 'handoff',
    reason: 'commitment',
    handoff: {
      ...matter,
      summary: `Promised to the fan: “${text}”. The fan wrote: ${shown(turn.text)}`,
      timers,
      promise: { ...ownerOf(matter), text, dueAt: timers['first-response'] ?? now },
    },
  }
}

function ownerOf({ team }: Matter) {
  return team ? { owner: team } : {}
}

function shown(text: string): string {
  const masked = maskPersonalData(text.trim(), { kinds: neverShown }).text
  return masked.length > SHOWN_LENGTH ? `${masked.slice(0, SHOWN_LENGTH - 1)}…` : masked
}
