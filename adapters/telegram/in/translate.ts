/** A Telegram update → messages and events. Pure: the same update always means the same. */
import type { CallbackQuery, Message, Update } from 'grammy/types'
import { accountId } from '#mascot'
import { threadOf } from '../wire/thread.ts'
import { fromEdit, fromMembership, fromReaction, fromVote, moved } from './events.ts'
import { inboundMessage, placeIn } from './inbound.ts'
import { fromPress } from './press.ts'
import type { Translated, Translating } from './translated.ts'

/** @throws when the payload is not shaped as the Bot API says; the caller logs and skips it */
export function translate(update: Update, around: Translating): Translated {
  if (update.message) return fromMessage(wellFormed(update.message), around)
  if (update.edited_message) return fromEdit(wellFormed(update.edited_message), around)
  if (update.callback_query) return fromPress(withId(update.callback_query), around)
  if (update.message_reaction) return fromReaction(update.message_reaction, around)
  if (update.poll_answer) return fromVote(update.poll_answer, around.now)
  if (update.my_chat_member) return fromMembership(update.my_chat_member)
  return {}
}

function wellFormed(message: Message): Message {
  const { message_id, chat, date, text, caption } = message
  const isWell =
    Number.isSafeInteger(message_id) &&
    Number.isSafeInteger(chat.id) &&
    Number.isFinite(date) &&
    [text, caption].every((words) => words === undefined || typeof words === 'string')
  if (!isWell) throw new TypeError('a message without id, chat or date, or with a text that is none')
  return message
}

function withId(press: CallbackQuery): CallbackQuery {
  if (typeof press.id !== 'string') throw new TypeError('a press without its id')
  return press
}

function fromMessage(message: Message, around: Translating): Translated {
  const { chat, migrate_to_chat_id: to, migrate_from_chat_id: from } = message
  const at = message.date * 1000
  if (to !== undefined) return { event: moved(chat.id, to, at) }
  if (from !== undefined) return { event: moved(from, chat.id, at) }
  const thread = { threadId: threadOf(placeIn(message)), at, isWholeChat: false }
  if (message.forum_topic_closed) return { door: { ...thread, kind: 'closed', reason: 'the topic was closed' } }
  if (message.forum_topic_reopened) return { door: { ...thread, kind: 'opened' } }
  const gone = message.left_chat_member
  if (gone && !gone.is_bot)
    return { event: { kind: 'left', threadId: thread.threadId, accountId: accountId('telegram', gone.id), at } }
  const heard = inboundMessage(message, around)
  return heard ? { message: heard } : {}
}
