/** What is decided for a turn that failed too often: the persona's honest line if it can be said, so that nobody waits for ever. */
import type { ReasonCode } from '../domain/decision.ts'
import type { Effects } from '../domain/effects.ts'
import type { FanId } from '../domain/ids.ts'
import type { Turn } from '../domain/turn.ts'
import type { Decide, Decided, DecideOptions } from '../ports/decide.ts'
import { attend } from './attend/attend.ts'
import { effectsOf } from './effects.ts'
import { createRotation } from './recall/rotation.ts'
import { say } from './review/lines.ts'
import { plainSurface, review } from './review/review.ts'
import type { Brain, Recalled } from './stages.ts'

const flags = ['gave-up']

export function createGiveUp({ brain }: { readonly brain: () => Brain }): Decide {
  return async (turn, options) => {
    try {
      return await honestLine(turn, options, brain())
    } catch (error) {
      if (options.signal.aborted) throw error
      // Even the honest line cannot be said: the turn ends, so that the fan's next message is heard.
      return ended(turn, 'gave-up')
    }
  }
}

async function honestLine(turn: Turn, options: DecideOptions, { model: _, ...brain }: Brain): Promise<Decided> {
  const { signal, abilities = plainSurface } = options
  const attended = attend(turn, brain.persona, 'free')
  if ('draft' in attended) return ended(turn, attended.draft.reason)
  if (attended.turn.isAmbient) return ended(turn, 'not-addressed')
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
  const decision = await review({ kind: 'reply', reason: 'gave-up', texts, flags }, recalled, brain, abilities, signal)
  return nothingMore(effectsOf(turn, { decision, changes: {}, accountId: attended.turn.author.accountId }))
}

function ended(turn: Turn, reason: ReasonCode): Decided {
  return nothingMore(effectsOf(turn, { decision: { kind: 'silent', reason, alternatives: [], flags }, changes: {} }))
}

function nothingMore(effects: Effects): Decided {
  return { effects, async afterSettle() {} }
}
