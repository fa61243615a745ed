/** A member's message is taken down: in a group the bot must be an administrator who may delete messages. */
import { type OutboundMessage, SendError, type Sent } from '#mascot'
import { type Ephemeral, ephemeralOf } from '../wire/ephemeral.ts'
import { failureOf, sendErrorOf } from '../wire/errors.ts'
import { type Place, placeOf } from '../wire/thread.ts'
import type { OutboundDeps } from './outbound-deps.ts'
import { messageNumber } from './plan.ts'
import type { Tell } from './tell.ts'

const BLANK = '[deleted]'

export function createTakeDown({ api, token }: OutboundDeps, tell: Tell) {
  return async (message: Extract<OutboundMessage, { kind: 'deletion' }>): Promise<Sent> => {
    const place = placeOf(message.threadId)
    const ephemeral = ephemeralOf(message.messageId)
    const messageId = messageNumber(message.messageId)
    if (ephemeral) return await takeAway(place, ephemeral, message.messageId)
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

  /** Gone already is as it should be. */
  async function takeAway(place: Place, { ephemeralId, memberId }: Ephemeral, messageId: string): Promise<Sent> {
    const target = { chat_id: place.chatId, receiver_user_id: memberId, ephemeral_message_id: ephemeralId }
    await api.deleteEphemeralMessage(target).catch((error: unknown) => {
      const failure = failureOf(error, token)
      if (failure.kind !== 'message-gone') throw sendErrorOf(failure)
    })
    return { messageId }
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
