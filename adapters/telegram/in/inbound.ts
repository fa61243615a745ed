/** A Telegram update → messages and events. Pure: the same update always means the same. */
import type {
  CallbackQuery,
  ChatMember,
  ChatMemberUpdated,
  Message,
  MessageReactionUpdated,
  Update,
} from 'grammy/types'
import { accountId, type InboundMessage, type ThreadEvent } from '#mascot'
import { type Door, threadAt } from '../wire/place.ts'
import { readText } from './addressed.ts'
import { listenerIn, messageOf, personOf, placeIn, type Surroundings, surfaceOf, titleOf } from './inbound-message.ts'
import type { TopicMemory } from './topic-memory.ts'

/** What we ask the server for; anything else is never delivered. */
export const allowedUpdates = [
  'message',
  'edited_message',
  'callback_query',
  'message_reaction',
  'my_chat_member',
] as const satisfies readonly (keyof Update)[]

export interface Translated {
  readonly message?: InboundMessage
  readonly event?: ThreadEvent
  readonly door?: Door
  /** A press that has to be answered, or the button keeps spinning. */
  readonly queryId?: string
}

export interface Translating extends Surroundings {
  readonly topics: Pick<TopicMemory, 'topicOf'>
  /** Epoch ms; a press carries no time of its own. */
  readonly now: number
}

/** @throws when the payload is not shaped as the Bot API says; the caller logs and skips it */
export function translate(update: Update, around: Translating): Translated {
  if (update.message) return fromMessage(wellFormed(update.message), around)
  if (update.edited_message) return fromEdit(wellFormed(update.edited_message), around)
  if (update.callback_query) return fromPress(update.callback_query, around)
  if (update.message_reaction) return fromReaction(update.message_reaction, around)
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

function fromMessage(message: Message, around: Translating): Translated {
  const { chat, migrate_to_chat_id: to, migrate_from_chat_id: from } = message
  const at = message.date * 1000
  if (to !== undefined) return { event: moved(chat.id, to, at) }
  if (from !== undefined) return { event: moved(from, chat.id, at) }
  const thread = { threadId: threadAt(placeIn(message)), at, isWholeChat: false }
  if (message.forum_topic_closed) return { door: { ...thread, kind: 'closed', reason: 'the topic was closed' } }
  if (message.forum_topic_reopened) return { door: { ...thread, kind: 'opened' } }
  const heard = messageOf(message, around)
  return heard ? { message: heard } : {}
}

function moved(from: number, to: number, at: number): ThreadEvent {
  return { kind: 'moved', threadId: threadAt({ chatId: from }), to: threadAt({ chatId: to }), at }
}

/** A live location that moves and a poll that is voted on also come as edits; only new words count. */
function fromEdit(message: Message, around: Translating): Translated {
  const heard = messageOf(message, around)
  if (!heard || heard.isOwn || (message.text === undefined && message.caption === undefined)) return {}
  const { text } = readText(message, listenerIn(message.chat, around))
  const at = (message.edit_date ?? message.date) * 1000
  return { event: { kind: 'edited', threadId: heard.threadId, messageId: heard.id, text, at } }
}

/** A press becomes a message of the fan who pressed, with the button's label for words. */
function fromPress(query: CallbackQuery, around: Translating): Translated {
  const { id: queryId, data, from, message } = query
  if (data === undefined || !message) return { queryId }
  const { chat, message_id } = message
  // An old message comes without its content, and so without its topic.
  const isReadable = message.date !== 0
  const topicId = around.topics.topicOf(chat.id, message_id)
  const place = isReadable ? placeIn(message) : { chatId: chat.id, ...(topicId === undefined ? {} : { topicId }) }
  const buttons = isReadable ? (message.reply_markup?.inline_keyboard.flat() ?? []) : []
  const pressed = buttons.find((button) => 'callback_data' in button && button.callback_data === data)
  return {
    queryId,
    message: {
      threadId: threadAt(place),
      id: `${message_id}-press-${queryId}`,
      sentAt: around.now,
      author: personOf(from),
      surface: surfaceOf(chat),
      text: pressed?.text ?? '',
      isMention: true,
      button: data,
      replyTo: { messageId: String(message_id), isToBot: true, accountId: accountId('telegram', around.self.id) },
      ...(isReadable ? titleOf(message) : {}),
      ...(around.isStaffChat(chat) ? { isStaffThread: true } : {}),
    },
  }
}

/** The server names no topic with a reaction; we know it for messages seen lately. */
function fromReaction(reaction: MessageReactionUpdated, { topics, self }: Translating): Translated {
  const { chat, message_id, user, actor_chat, date, new_reaction } = reaction
  const member = actor_chat?.id ?? user?.id
  if (member === undefined || member === self.id) return {}
  const topicId = topics.topicOf(chat.id, message_id)
  return {
    event: {
      kind: 'reacted',
      threadId: threadAt({ chatId: chat.id, ...(topicId === undefined ? {} : { topicId }) }),
      messageId: String(message_id),
      accountId: accountId('telegram', member),
      emojis: new_reaction.map((one) =>
        one.type === 'emoji' ? one.emoji : one.type === 'paid' ? '⭐' : `custom:${one.custom_emoji_id}`,
      ),
      at: date * 1000,
    },
  }
}

function fromMembership({ chat, old_chat_member, new_chat_member, date }: ChatMemberUpdated): Translated {
  if (chat.type === 'channel') return {}
  const [before, after] = [old_chat_member, new_chat_member].map(canSpeak)
  const thread = { threadId: threadAt({ chatId: chat.id }), at: date * 1000, isWholeChat: true }
  if (!after)
    return { door: { ...thread, kind: 'closed', reason: whyClosed(new_chat_member, chat.type === 'private') } }
  return before ? {} : { door: { ...thread, kind: 'opened' } }
}

function canSpeak(member: ChatMember): boolean {
  if (member.status === 'restricted') return member.is_member && member.can_send_messages
  return member.status !== 'left' && member.status !== 'kicked'
}

function whyClosed({ status }: ChatMember, isPrivate: boolean): string {
  if (isPrivate) return 'the fan blocked the bot'
  return status === 'restricted' ? 'the bot may not write in the group' : 'the bot was removed from the group'
}
