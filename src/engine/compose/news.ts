/** Whoever reported an issue is asked once, in private, whether they want to be told when it is fixed. Pure. */
import { isOfIssue } from '../../domain/issue.ts'
import type { Recalled } from '../stages.ts'
import { line, type Verdict, withChanges } from '../verdict.ts'

/** So many issues are remembered in a conversation to have been asked about. */
const REMEMBERED = 20

export function withNews(verdict: Verdict, turn: Recalled): Verdict {
  const { conversation, author } = turn
  if (verdict.kind !== 'reply' || conversation.surface !== 'direct' || verdict.changes?.state?.pending) return verdict
  const { answerId = 'all' } = verdict
  if (!isOfIssue(answerId) && verdict.reason !== 'holding-statement') return verdict
  const asked = conversation.state.askedNews ?? []
  if (asked.includes(answerId)) return verdict
  const state = {
    askedNews: [...asked, answerId].slice(-REMEMBERED),
    pending: { kind: 'news', accountId: author.accountId } as const,
  }
  const say = [...verdict.say, line('issueAsk', { buttons: ['yes', 'no'] })]
  return withChanges({ ...verdict, say }, { state, asksNews: true })
}
