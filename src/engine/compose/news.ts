/** Whoever reported an issue is asked once, so that nobody else sees it, whether they want to be told when it is fixed. Pure. */
import { isOfIssue } from '../../domain/issue.ts'
import { canTellAlone, type Recalled } from '../stages.ts'
import { line, type Verdict, withChanges } from '../verdict.ts'

/** So much is remembered in a conversation to have been asked. */
const REMEMBERED = 50

/** In a group only where the platform shows it to that member alone: nobody wants a list of who complained. */
export function withNews(verdict: Verdict, turn: Recalled): Verdict {
  const { conversation, author } = turn
  const isGroup = conversation.surface === 'group'
  if (verdict.kind !== 'reply' || verdict.changes?.state?.pending || (isGroup && !canTellAlone(turn))) return verdict
  const { answerId = 'all' } = verdict
  if (!isOfIssue(answerId) && verdict.reason !== 'holding-statement') return verdict
  const asked = conversation.state.askedNews ?? []
  const about = isGroup ? `${answerId} ${author.accountId}` : answerId
  if (asked.includes(about)) return verdict
  const state = {
    askedNews: [...asked, about].slice(-REMEMBERED),
    pending: { kind: 'news', accountId: author.accountId } as const,
  }
  const question = line('issueAsk', { buttons: ['yes', 'no'], ...(isGroup ? { alone: 'else-not' } : {}) })
  return withChanges({ ...verdict, say: [...verdict.say, question] }, { state, asksNews: true })
}
