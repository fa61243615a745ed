/** What a message of staff that said something to a fan says by now, after they changed it in their own client; or why that is not carried over. */
import { fanCalled } from '../../domain/fan-called.ts'
import type { InboundMessage } from '../../domain/message.ts'
import type { RelayTask } from '../../ports/desk-work.ts'
import { readAct } from '../acts/read-act.ts'
import type { DeskLoopDeps } from './loop-deps.ts'

type Changed = { readonly text: string; readonly whyNot?: undefined } | { readonly whyNot: string }

/** What the message says to the fan by now, if it says anything to them still, and in the same name. */
export async function changedWords(
  { outgoing, case: { fanName } }: RelayTask,
  message: InboundMessage,
  deps: DeskLoopDeps,
): Promise<Changed> {
  const typed = readAct(message)
  if (typed === undefined && !(await isSaidByReply(message, deps)))
    return {
      whyNot:
        `plain words stay among staff, and ${fanCalled(fanName)} still reads what it said. ` +
        'To take that back, delete your message; to correct it, write /r in front.',
    }
  const act = typed?.kind === 'case' && typed.act.kind === 'reply' ? typed.act : undefined
  const text = typed === undefined ? message.text : (act?.text ?? '')
  if (text.trim() === '')
    return { whyNot: 'reply to it with /edit and the right words, or delete it to take it back there too.' }
  const wasBrand = outgoing?.kind === 'text' && outgoing.speaker.kind === 'person-as-brand'
  if (act !== undefined && (act.asBrand === true) !== wasBrand)
    return {
      whyNot:
        'in whose name it was said cannot be changed. ' +
        `Delete your message, and say it anew with ${act.asBrand ? '/as' : '/r'}.`,
    }
  return { text }
}

/** Plain words that answer the fan's own line, or a draft, go to the fan. */
async function isSaidByReply(
  { threadId, replyTo }: InboundMessage,
  { cases, drafts }: Pick<DeskLoopDeps, 'cases' | 'drafts'>,
): Promise<boolean> {
  if (!replyTo?.isToBot) return false
  const answered = await cases.relayed(threadId, replyTo.messageId)
  if (answered) return answered.direction === 'in'
  return (await drafts.shownAs(threadId, replyTo.messageId)) !== undefined
}
