/** A press on a button of ours. */
import type { CallbackQuery } from 'grammy/types'
import { accountId } from '#mascot'
import { messageIdOf } from '../wire/ephemeral.ts'
import { threadOf } from '../wire/thread.ts'
import { personOf, placeIn, surfaceOf, titleOf } from './inbound.ts'
import type { Translated, Translating } from './translated.ts'

/** A press becomes a message of the fan who pressed, with the button's label for words. */
export function fromPress(query: CallbackQuery, around: Translating): Translated {
  const { id: queryId, data, from, message } = query
  if (data === undefined || !message) return { queryId }
  const { chat, message_id } = message
  // An old message comes without its content, and so without its topic.
  const isReadable = message.date !== 0
  const topicId = around.topics.topicOf(chat.id, message_id)
  const place = isReadable ? placeIn(message) : { chatId: chat.id, ...(topicId === undefined ? {} : { topicId }) }
  const buttons = isReadable ? (message.reply_markup?.inline_keyboard.flat() ?? []) : []
  const messageId = isReadable ? messageIdOf(message) : String(message_id)
  const pressed = buttons.find((button) => 'callback_data' in button && button.callback_data === data)
  return {
    queryId,
    message: {
      threadId: threadOf(place),
      id: `${messageId}-press-${queryId}`,
      sentAt: around.now,
      author: personOf(from),
      surface: surfaceOf(chat),
      text: pressed?.text ?? '',
      isMention: true,
      ...(isReadable && message.ephemeral_message_id !== undefined ? { isForUsAlone: true } : {}),
      button: data,
      replyTo: { messageId, isToBot: true, accountId: accountId('telegram', around.self.id) },
      ...(isReadable ? titleOf(message) : {}),
      ...(around.isStaffChat(chat) ? { isStaffThread: true } : {}),
    },
  }
}
