/** Names the close answers and lets the fan choose; after too many of these in a row, a person. Pure. */
import type { Hit } from '../../knowledge/create-knowledge.ts'
import type { Recalled } from '../stages.ts'
import { handOff } from '../triage/hand-off.ts'
import { line, type Verdict, withChanges } from '../verdict.ts'

const MAX_CHOICES = 3

export function clarify(hits: readonly Hit[], turn: Recalled): Verdict {
  const { conversation, persona, findings } = turn
  const asked = conversation.state.clarifications ?? 0
  if (asked >= persona.handoff.clarifications)
    return withChanges(handOff('not-understood', turn), { state: { clarifications: 0, pending: undefined } })
  return {
    kind: 'clarify',
    reason: findings.doubt ?? 'close-answers',
    // None of mere guesses may be meant, and a person is always another way.
    say: [line('clarify', { buttons: findings.outcome === 'unknown' ? ['choices', 'person'] : ['choices'] })],
    choices: hits.slice(0, MAX_CHOICES).map(({ answer, phrasing }) => ({ answerId: answer.id, phrasing })),
    changes: { state: { clarifications: asked + 1 } },
  }
}
