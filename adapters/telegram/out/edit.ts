/** Changes a message of ours, or the caption of a picture. */
import { SendError, type ThreadId } from '#mascot'
import { MAX_TEXT } from '../abilities.ts'
import { ephemeralOf } from '../wire/ephemeral.ts'
import { failureOf, sendErrorOf } from '../wire/errors.ts'
import type { Formatted } from '../wire/format.ts'
import { placeOf } from '../wire/thread.ts'
import { keyboardOf } from './buttons.ts'
import { keepLongValues } from './long-values.ts'
import type { OutboundDeps } from './outbound-deps.ts'
import { messageNumber, type OutboundText, spoken } from './plan.ts'
import type { Tell } from './tell.ts'

export function createEdit({ api, token, pacing, presence }: OutboundDeps, tell: Tell) {
  /** `words`: those of one part, where the message is several. Of a file there may be none: its caption goes. */
  return async (
    threadId: ThreadId,
    messageId: string,
    message: OutboundText,
    words: Formatted = spoken(message),
    isFile = false,
  ): Promise<void> => {
    const place = placeOf(threadId)
    const { text, entities } = words
    const number = messageNumber(messageId)
    const ephemeral = ephemeralOf(messageId)
    if ((number === undefined && !ephemeral) || (text === '' && !isFile) || text.length > MAX_TEXT)
      throw new SendError('the message cannot be changed to this: too long, or nothing', { isPermanent: true })
    await keepLongValues(presence, message)
    const keyboard = keyboardOf(message.buttons)
    const markup = keyboard ? { reply_markup: keyboard } : {}
    const target = { chat_id: place.chatId, message_id: number ?? 0, ...markup }
    const preview = { link_preview_options: { is_disabled: message.hasPreview !== true } }
    const answered = await pacing.words(place.chatId, `edit:${message.id}`)
    try {
      const caption = () => api.editMessageCaption({ ...target, caption: text, caption_entities: [...entities] })
      if (ephemeral) {
        const { ephemeralId: ephemeral_message_id, memberId: receiver_user_id } = ephemeral
        const seen = { chat_id: place.chatId, receiver_user_id, ephemeral_message_id, ...markup }
        await api.editEphemeralMessageText({ ...seen, ...preview, text, entities: [...entities] })
      } else if (isFile) await caption()
      else
        await api.editMessageText({ ...target, ...preview, text, entities: [...entities] }).catch((error: unknown) => {
          if (failureOf(error, token).kind !== 'no-text-to-edit') throw error
          return caption()
        })
    } catch (error) {
      const failure = failureOf(error, token)
      if (failure.kind === 'not-modified') return
      await tell(failure, place)
      throw sendErrorOf(failure)
    } finally {
      answered()
    }
  }
}
