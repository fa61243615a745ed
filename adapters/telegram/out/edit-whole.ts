/** Changes what was said in several messages: each reads as its part does now, those too many go, what is missing is sent behind. */
import type { OutboundMessage, Sent, ThreadId } from '#mascot'
import { failureOf, sendErrorOf } from '../wire/errors.ts'
import { addressOf, placeOf } from '../wire/thread.ts'
import type { createEdit } from './edit.ts'
import type { OutboundDeps } from './outbound-deps.ts'
import { lengthOf, type OutboundText, type Part, partsOf, uncaptioned } from './plan.ts'
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

  async function sendMore(part: Part, threadId: ThreadId, key: string): Promise<readonly string[]> {
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
    const kept: string[] = []
    let before = 0
    for (const [nth, part] of parts.entries()) {
      const own = ids.slice(before, before + lengthOf(part))
      before += own.length
      const [id] = own
      const words = part.kind === 'text' ? part.formatted : part.caption
      if (id === undefined) {
        kept.push(...(await sendMore(part, threadId, `${message.id}:more:${nth}`)))
        continue
      }
      const isCaptioned = part.kind === 'media' && nth === 0 && !uncaptioned.has(part.files[0].kind)
      // Files stay as they are; of an album the words stand under the first, unless they are too long for that now.
      if (words.text !== '' || isCaptioned) await edit(threadId, id, message, words, isCaptioned)
      kept.push(...own)
    }
    for (const id of ids.slice(before)) await takeDown(deletionOf(message, id))
    return sentAs(kept)
  }
}

function deletionOf(
  { id, threadId, surface, speaker }: OutboundText,
  messageId: string,
): Extract<OutboundMessage, { kind: 'deletion' }> {
  return { kind: 'deletion', messageId, speaker, id, threadId, surface }
}
