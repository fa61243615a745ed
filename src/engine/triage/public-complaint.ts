/** A complaint in front of everybody gets one short word and the way into private; once there, it is heard in full. Pure. */
import type { Recalled } from '../stages.ts'
import { line, type Reply, reply } from '../verdict.ts'

export function publicComplaint(turn: Recalled): Reply | undefined {
  const { kind } = turn.assessment
  const isTrouble = kind === 'complaint' || kind === 'order-trouble'
  return turn.conversation.surface === 'group' && !turn.isAmbient && isTrouble ? intoPrivate() : undefined
}

export function intoPrivate(): Reply {
  return reply('public-complaint', [line('inPrivate', { buttons: ['private'] })])
}
