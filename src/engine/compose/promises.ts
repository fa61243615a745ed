/** What a reply of the model's promises that somebody will do, once it may be said: a promise on a case, with owner and due time. Pure. */

import { findCommitments } from '../../commitments/find-commitments.ts'
import { topicOf } from '../../commitments/topic.ts'
import { dueAt, openingTimers } from '../../desk/time/sla.ts'
import { openCaseOf } from '../../domain/open-case.ts'
import type { Persona } from '../../persona/persona.ts'
import { maskPersonalData, neverShown } from '../../words/personal-data.ts'
import { type Draft, withChanges, withFlags } from '../draft.ts'
import type { Triaged } from '../stages.ts'
import { teamFor } from '../triage/hand-off.ts'

/** Sorts of action that a person is left to do; the others are claims of what is done already. */
const left: ReadonlySet<string> = new Set(['call-person', 'contact', 'check', 'feedback'])
const SHOWN_LENGTH = 200

/**
 * After `ground`, so what is promised here has an approved answer or an open case behind it. On an open case the promise is
 * written down beside it; else one is opened for it with the model's own words, so that staff see what they owe.
 */
export function withPromise(draft: Draft, turn: Triaged, persona: Persona): Draft {
  if (draft.kind !== 'reply' || !draft.texts.every(({ author }) => author === 'model')) return draft
  const said = draft.texts.map(({ text }) => text).join('\n\n')
  const found = findCommitments(said, turn.lang, turn.text).find(
    ({ kind, value }) => kind === 'action' && left.has(value ?? ''),
  )
  if (!found) return draft
  const text = shown(found.sentence.text)
  const open = openCaseOf(turn)
  const topic = topicOf(found.sentence.text, persona, turn.lang)?.topic
  const team = open?.team ?? (topic ? persona.commitments[topic]?.owner : undefined) ?? teamFor('commitment', persona)
  const matter = { reason: 'commitment' as const, ...(team ? { team } : {}) }
  const owner = team ? { owner: team } : {}
  if (open) {
    const kind = open.status === 'assigned' ? 'next-response' : 'first-response'
    const due = dueAt(kind, matter, persona, turn.now)
    const change = {
      id: open.id,
      threadId: turn.conversation.threadId,
      conversationId: turn.conversation.id,
      promise: { ...owner, text, dueAt: due },
      timersIfNone: { [kind]: due },
      events: [{ who: 'bot', what: 'promised', detail: text }],
    }
    return withFlags(withChanges(draft, { cases: [...(draft.changes?.cases ?? []), change] }), ['promised'])
  }
  const timers = openingTimers(matter, persona, turn.now)
  const due = timers['first-response'] ?? turn.now
  const { mood: _, used: __, ...rest } = draft
  return withFlags(
    {
      ...rest,
      kind: 'handoff',
      reason: 'commitment',
      handoff: {
        ...matter,
        summary: `Promised to the fan: “${text}”. The fan wrote: ${shown(turn.text)}`,
        timers,
        promise: { ...owner, text, dueAt: due },
      },
    },
    ['promised'],
  )
}

function shown(text: string): string {
  const masked = maskPersonalData(text.trim(), { kinds: neverShown }).text
  return masked.length > SHOWN_LENGTH ? `${masked.slice(0, SHOWN_LENGTH - 1)}…` : masked
}
