/** A member's message is taken down: in a group the bot must be an administrator who may delete messages. */
import { type OutboundMessage, SendError, type Sent } from '#mascot'
import { failureOf, sendErrorOf } from '../wire/errors.ts'
import { placeOf } from '../wire/thread.ts'
import type { OutboundDeps } from './outbound-deps.ts'
import { messageNumber } from './plan.ts'
import type { Tell } from './tell.ts'

const BLANK = '[deleted]'

export function createTakeDown({ api, token }: OutboundDeps, tell: Tell) {
  return async (message: Extract<OutboundMessage, { kind: 'deletion' }>): Promise<Sent> => {
    const place = placeOf(message.threadId)
    const messageId = messageNumber(message.messageId)
    if (messageId === undefined) throw new SendError('there is no such message to delete', { isPermanent: true })
    try {
      await api.deleteMessage({ chat_id: place.chatId, message_id: messageId })
    } catch (error) {
      const failure = failureOf(error, token)
      // Gone already is as it should be; of our own words what is too old to be deleted is made empty.
      if (failure.kind !== 'message-gone' && !(await isBlanked(place.chatId, messageId))) {
        await tell(failure, place)
        throw sendErrorOf(failure)
      }
    }
    return { messageId: message.messageId }
  }

  async function isBlanked(chatId: number, messageId: number): Promise<boolean> {
    const target = { chat_id: chatId, message_id: messageId }
    const isDone = (work: Promise<unknown>) =>
      work.then(
        () => true,
        () => false,
      )
    return (
      (await isDone(api.editMessageText({ ...target, text: BLANK }))) ||
      (await isDone(api.editMessageCaption({ ...target, caption: BLANK })))
    )
  }
}
