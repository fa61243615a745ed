/**
 * A complaint in front of everybody gets one short word and the way into private; once there, it is heard in full. Who has a case there
 * already is sent nowhere: it is with those who have that case. Pure.
 */
import { anyCaseOf, isUnknownToFan } from '../../domain/open-case.ts'
import type { Recalled } from '../stages.ts'
import { line, type Reply, reply } from '../verdict.ts'

export function publicComplaint(turn: Recalled): Reply | undefined {
  const { kind } = turn.assessment
  const isTrouble = kind === 'complaint' || kind === 'order-trouble'
  return turn.conversation.surface === 'group' && !turn.isAmbient && isTrouble ? intoPrivate(turn) : undefined
}

export function intoPrivate({ conversation, author }: Recalled): Reply {
  const theirs = anyCaseOf(conversation, author.accountId)
  if (theirs?.inPrivate && !isUnknownToFan(theirs)) return reply('holding', [line('holding')])
  return reply('public-complaint', [line('inPrivate', { buttons: ['private'] })])
}
