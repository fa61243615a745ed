/** A topic gets another name. What the chat calls itself is not ours to change, nor the line that told of the topic's opening. */
import type { OutboundMessage, Sent } from '#mascot'
import { failureOf, sendErrorOf } from '../wire/errors.ts'
import { placeOf } from '../wire/thread.ts'
import type { OutboundDeps } from './outbound-deps.ts'
import type { Tell } from './tell.ts'

export function createRetitle({ api, token }: OutboundDeps, tell: Tell) {
  return async ({ id, threadId, title }: Extract<OutboundMessage, { kind: 'title' }>): Promise<Sent> => {
    const place = placeOf(threadId)
    if (place.topicId === undefined) return { messageId: id }
    try {
      await api.editForumTopic({ chat_id: place.chatId, message_thread_id: place.topicId, name: title })
    } catch (error) {
      const failure = failureOf(error, token)
      if (failure.kind === 'not-modified') return { messageId: id }
      await tell(failure, place)
      throw sendErrorOf(failure)
    }
    return { messageId: id }
  }
}
