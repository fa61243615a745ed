/** What is decided for a turn that failed too often: the persona's honest line if it can be said, so that nobody waits for ever. */
import type { FanId } from '../domain/ids.ts'
import type { Decide } from '../ports/decide.ts'
import { attend } from './attend.ts'
import { effectsOf } from './effects.ts'
import { say } from './lines.ts'
import { plainSurface, review } from './review.ts'
import { createRotation } from './rotation.ts'
import type { Brain, Recalled } from './stages.ts'

export function createGiveUp({ brain: current }: { readonly brain: () => Brain }): Decide {
  return async (turn, { signal, abilities = plainSurface }) => {
    const { model: _, ...brain } = current()
    const attended = attend(turn, brain.persona, 'free')
    const flags = ['gave-up']
    if ('draft' in attended || attended.turn.isAmbient) {
      const reason = 'draft' in attended ? attended.draft.reason : 'not-addressed'
      return nothingMore(
        effectsOf(turn, { decision: { kind: 'silent', reason, alternatives: [], flags }, changes: {} }),
      )
    }
    const recalled: Recalled = {
      ...attended.turn,
      lang: turn.conversation.lang ?? brain.persona.languages[0],
      isForeign: false,
      isToMember: false,
      transcript: [],
      fan: { id: '' as FanId, consent: 'unasked' },
      facts: [],
      findings: { outcome: 'unknown', hits: [] },
      rotation: createRotation({}, turn.conversation.id),
    }
    const texts = [say('error', recalled, brain.persona)]
    const decision = await review(
      { kind: 'reply', reason: 'gave-up', texts, flags },
      recalled,
      brain,
      abilities,
      signal,
    )
    return nothingMore(effectsOf(turn, { decision, changes: {}, accountId: attended.turn.author.accountId }))
  }
}

function nothingMore(effects: ReturnType<typeof effectsOf>) {
  return { effects, async afterSettle() {} }
}
