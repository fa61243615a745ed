/** In a group, what another member was told minutes ago is not told again in full: a short line answers that message of ours. Pure. */
import { givenAbove } from '../recall/given-above.ts'
import type { Recalled } from '../stages.ts'
import { line, type Reply, reply, silent, type Verdict } from '../verdict.ts'

/**
 * The approved answer alone. What binds the brand word for word is said to everybody who asks for it, and who is upset is not
 * sent to read up. Unasked, it has nothing to add.
 */
export function pointBack(verdict: Verdict, turn: Recalled): Verdict {
  if (verdict.kind !== 'reply' || verdict.reason !== 'approved-answer') return verdict
  const [only, ...others] = verdict.say
  if (only?.kind !== 'answer' || others.length > 0) return verdict
  const above = givenAbove(only.id, turn)
  if (above?.messageId === undefined) return verdict
  return turn.isAmbient ? silent('said-above') : pointed(verdict, above.messageId)
}

function pointed({ answerId, score, changes }: Reply, messageId: string): Reply {
  return {
    ...reply('said-above', [line('saidAbove')], changes),
    ...(answerId === undefined ? {} : { answerId }),
    ...(score === undefined ? {} : { score }),
    pointsTo: messageId,
  }
}
