/** What is neither a yes nor a no, while a question of ours stands open: it is put once more, and then left to its buttons and commands. */
import { hasRunOut, isQuestion } from '../../domain/asked.ts'
import type { Asked } from '../../domain/conversation.ts'
import { asksSomething } from '../../hearing/asks-something.ts'
import { isPassedOn } from '../attend/own-words.ts'
import { toldFacts } from '../recall/told-facts.ts'
import { canTellAlone, type Recalled } from '../stages.ts'
import { line, type Reply, reply, type Saying, type Verdict } from '../verdict.ts'
import { invitedAgain } from './circle.ts'
import { askToForget } from './commands.ts'
import { linkAskedAgain } from './linking.ts'
import { question as workQuestion } from './working.ts'

/** Words that were understood as nothing else: a nod, a remark, or what we know nothing of. */
export async function withQuestionAgain(verdict: Verdict, turn: Recalled): Promise<Verdict> {
  const { conversation, author, now, isAmbient } = turn
  const isNothingElse =
    verdict.kind === 'react' ||
    (verdict.kind === 'reply' && (verdict.reason === 'remark' || verdict.reason === 'does-not-know'))
  if (!isNothingElse || isAmbient || isPassedOn(turn) || tellsOfSelf(turn)) return verdict
  const open = conversation.state.pending
  if (!isQuestion(open)) {
    const again = open ? undefined : ((await linkAskedAgain(turn)) ?? (await invitedAgain(turn)))
    return again ? beside(verdict, again, turn) : verdict
  }
  if (open.accountId !== author.accountId || hasRunOut(conversation.state, open, now)) return verdict
  if (conversation.surface !== 'direct' && !canTellAlone(turn)) return verdict
  // A nod is no other matter: what it may be to stays open.
  if (open.isAgain && verdict.kind === 'react')
    return { ...verdict, changes: { ...verdict.changes, state: { ...verdict.changes?.state, pending: open } } }
  if (open.isAgain) return verdict
  const pending = { ...open, isAgain: true } as const
  if (open.kind === 'forget') {
    const asked = await askToForget('', turn)
    return { ...asked, changes: { ...asked.changes, state: { ...asked.changes?.state, pending } } }
  }
  return beside(verdict, reply('command', [sayingOf(open, turn)], { state: { pending } }), turn)
}

/** In place of what was said, but for the honest line to a question of the fan's. */
function beside(verdict: Verdict, again: Reply, { text, lang }: Recalled): Reply {
  const isAnswer = verdict.kind === 'reply' && verdict.reason === 'does-not-know' && asksSomething(text, lang)
  return isAnswer ? { ...again, reason: verdict.reason, say: [...verdict.say, ...again.say] } : again
}

/** What is told meanwhile is thought of by who asks whether it may be kept. */
function tellsOfSelf({ text, lang }: Recalled): boolean {
  return toldFacts(text, lang).length > 0
}

function sayingOf(open: Exclude<Asked['question'], { kind: 'forget' }>, { conversation }: Recalled): Saying {
  const alone = conversation.surface === 'direct' ? {} : ({ alone: 'else-not' } as const)
  switch (open.kind) {
    case 'consent':
      return line('askConsent', { buttons: ['yes', 'no'], ...alone })
    case 'news':
      return line('issueAsk', { buttons: ['yes', 'no'], ...alone })
    case 'work':
      return { ...workQuestion('offer', open.offer), ...alone }
  }
}
