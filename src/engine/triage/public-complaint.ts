/**
 * A complaint in front of everybody gets one short word and the way into private; once there, it is heard in full. Who has a case there
 * already is sent nowhere: it is with those who have that case. Who calmly reports an issue hears its answer, as others do. Pure.
 */
import { isOfIssue } from '../../domain/issue.ts'
import { anyCaseOf, isUnknownToFan } from '../../domain/open-case.ts'
import type { Recalled } from '../stages.ts'
import { line, type Reply, reply } from '../verdict.ts'

export function publicComplaint(turn: Recalled): Reply | undefined {
  const { kind } = turn.assessment
  const isTrouble = kind === 'complaint' || kind === 'order-trouble'
  if (turn.conversation.surface !== 'group' || turn.isAmbient || !isTrouble || isForeseen(turn)) return undefined
  return intoPrivate(turn)
}

/** What calls a person goes into private, answer or not. */
function isForeseen({ assessment: { handoff }, findings: { outcome, hits } }: Recalled): boolean {
  return !handoff && outcome === 'answer' && isOfIssue(hits[0]?.answer.id)
}

export function intoPrivate({ conversation, author }: Recalled): Reply {
  const theirs = anyCaseOf(conversation, author.accountId)
  if (theirs?.inPrivate && !isUnknownToFan(theirs)) return reply('holding', [line('holding')])
  return reply('public-complaint', [line('inPrivate', { buttons: ['private'] })])
}
