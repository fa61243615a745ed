/** Changes what was said in several messages: each reads as its part does now, those too many go, what is missing is sent behind. */
import { type OutboundMessage, SendError, type Sent, type ThreadId } from '#mascot'
import { failureOf, sendErrorOf } from '../wire/errors.ts'
import { addressOf, placeOf } from '../wire/thread.ts'
import type { createEdit } from './edit.ts'
import type { OutboundDeps } from './outbound-deps.ts'
import { type OutboundText, type Part, partsOf } from './plan.ts'
import { createSendPart } from './send-part.ts'
import { sentAs } from './send-text.ts'
import type { createTakeDown } from './take-down.ts'
import type { Tell } from './tell.ts'

interface Ways {
  readonly tell: Tell
  readonly edit: ReturnType<typeof createEdit>
  readonly takeDown: ReturnType<typeof createTakeDown>
}

export function createEditWhole({ api, token, pacing }: OutboundDeps, { tell, edit, takeDown }: Ways) {
  const sendPart = createSendPart(api)

  async function sendMore(part: Part, threadId: ThreadId, key: string): Promise<number> {
    const place = placeOf(threadId)
    const answered = await pacing.words(place.chatId, key)
    try {
      return await sendPart(part, addressOf(place))
    } catch (error) {
      const failure = failureOf(error, token)
      await tell(failure, place)
      throw sendErrorOf(failure)
    } finally {
      answered()
    }
  }

  return async (threadId: ThreadId, ids: readonly string[], message: OutboundText): Promise<Sent> => {
    const parts = partsOf(message)
    const kept: number[] = []
    for (const [nth, part] of parts.entries()) {
      const id = ids[nth]
      const words = part.kind === 'text' ? part.formatted : part.caption
      if (id === undefined) kept.push(await sendMore(part, threadId, `${message.id}:more:${nth}`))
      else {
        // A file without words stays as it is.
        if (words.text !== '') await edit(threadId, id, message, words)
        kept.push(Number(id))
      }
    }
    for (const id of ids.slice(parts.length)) await takeDown(deletionOf(message, id))
    if (kept.some((id) => !Number.isSafeInteger(id)))
      throw new SendError('there is no such message to change', { isPermanent: true })
    return sentAs(kept)
  }
}

function deletionOf(
  { id, threadId, surface, speaker }: OutboundText,
  messageId: string,
): Extract<OutboundMessage, { kind: 'deletion' }> {
  return { kind: 'deletion', messageId, speaker, id, threadId, surface }
}
