/**
 * A message is taken down: in a group the bot must be an administrator who may delete messages. Of our own what is too old to be deleted
 * is made empty, its file another.
 */
import { type OutboundMessage, SendError, type Sent } from '#mascot'
import { type Ephemeral, ephemeralOf } from '../wire/ephemeral.ts'
import { failureOf, sendErrorOf } from '../wire/errors.ts'
import { type Place, placeOf } from '../wire/thread.ts'
import { isBlanked } from './blank.ts'
import type { OutboundDeps } from './outbound-deps.ts'
import { messageNumber } from './plan.ts'
import type { Tell } from './tell.ts'

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
      // Gone already is as it should be.
      if (failure.kind !== 'message-gone' && !(await isBlanked(api, place.chatId, messageId))) {
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
}
