/** A nod that is neither a yes nor a no, while a question of ours stands open: the question is put once more, in words. */
import { hasRunOut, isQuestion } from '../../domain/asked.ts'
import type { Asked } from '../../domain/conversation.ts'
import { isPassedOn } from '../attend/own-words.ts'
import type { Recalled } from '../stages.ts'
import { line, reply, type Saying, type Verdict } from '../verdict.ts'
import { askToForget } from './commands.ts'
import { question as workQuestion } from './working.ts'

/** In private, in place of a bare reaction; a second nod keeps its reaction. The question stays open either way. */
export async function withQuestionAgain(verdict: Verdict, turn: Recalled): Promise<Verdict> {
  const { conversation, author, now } = turn
  const open = conversation.state.pending
  if (verdict.kind !== 'react' || conversation.surface !== 'direct' || isPassedOn(turn)) return verdict
  if (!isQuestion(open) || open.accountId !== author.accountId || hasRunOut(conversation.state, open, now))
    return verdict
  if (open.isAgain)
    return { ...verdict, changes: { ...verdict.changes, state: { ...verdict.changes?.state, pending: open } } }
  const pending = { ...open, isAgain: true } as const
  if (open.kind === 'forget') {
    const asked = await askToForget('', turn)
    return { ...asked, changes: { ...asked.changes, state: { ...asked.changes?.state, pending } } }
  }
  return reply('command', [sayingOf(open)], { state: { pending } })
}

function sayingOf(open: Exclude<Asked['question'], { kind: 'forget' }>): Saying {
  switch (open.kind) {
    case 'consent':
      return line('askConsent', { buttons: ['yes', 'no'] })
    case 'news':
      return line('issueAsk', { buttons: ['yes', 'no'] })
    case 'work':
      return workQuestion('offer', open.offer)
  }
}
