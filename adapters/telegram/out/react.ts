/** A reaction of ours: the emoji that was meant, the nearest Telegram allows, or 👍 where a group allows only some. */
import { type OutboundMessage, SendError, type Sent } from '#mascot'
import { failureOf, sendErrorOf } from '../wire/errors.ts'
import { placeOf } from '../wire/thread.ts'
import { nearestEmoji } from './nearest-emoji.ts'
import type { OutboundDeps } from './outbound-deps.ts'
import { messageNumber } from './plan.ts'
import type { Tell } from './tell.ts'

export function createReact({ api, token, pacing }: OutboundDeps, tell: Tell) {
  return async (message: Extract<OutboundMessage, { kind: 'reaction' }>): Promise<Sent> => {
    const place = placeOf(message.threadId)
    const messageId = messageNumber(message.messageId)
    if (messageId === undefined) throw new SendError('there is no such message to react to', { isPermanent: true })
    const wanted = nearestEmoji(message.emoji)
    await pacing.reaction(place.chatId, message.id)
    const give = (emoji: typeof wanted) =>
      api.setMessageReaction({ chat_id: place.chatId, message_id: messageId, reaction: [{ type: 'emoji', emoji }] })
    try {
      await give(wanted).catch(async (error: unknown) => {
        if (failureOf(error, token).kind !== 'reaction-refused' || wanted === '👍') throw error
        await give('👍')
      })
    } catch (error) {
      const failure = failureOf(error, token)
      await tell(failure, place)
      throw sendErrorOf(failure)
    }
    return { messageId: message.messageId }
  }
}
