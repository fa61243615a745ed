/** A Telegram message → an inbound message, or nothing when it is none of a member's: service notes, posts of the linked channel. */
import type { Chat, Message, User } from 'grammy/types'
import { type Author, accountId, type InboundMessage, type Lang } from '#mascot'
import { attachmentsOf } from '../wire/attachments.ts'
import { messageIdOf } from '../wire/ephemeral.ts'
import type { Surroundings } from '../wire/presence.ts'
import { type Place, threadOf } from '../wire/thread.ts'
import { type Listener, readText } from './addressed.ts'
import { forwardedOf, linksOf, replyOf, wordsOf } from './beside.ts'
import { marked } from './marked.ts'
import type { Plain } from './rich-message.ts'
import { unreadableIn } from './unreadable.ts'

/** @throws {TypeError} when the payload is not shaped as the Bot API says */
export function inboundMessage(message: Message, around: Surroundings): InboundMessage | undefined {
  const { chat } = message
  if (chat.type === 'channel' || message.is_automatic_forward) return undefined
  const author = authorOf(message)
  const attachments = attachmentsOf(message)
  const said = saidIn(message, around)
  const isEmpty = said.text === '' && attachments.length === 0
  const unreadable = isEmpty && !around.isStaffChat(chat) ? unreadableIn(message) : undefined
  if (!author || (isEmpty && unreadable === undefined)) return undefined
  const { text, isMention, mentions, command } = readText(said, listenerIn(chat, around))
  const replyTo = replyOf(message, around.self)
  const forwarded = forwardedOf(message)
  const links = linksOf(said)
  const isAlone = message.ephemeral_message_id !== undefined
  return {
    threadId: threadOf(placeIn(message)),
    id: messageIdOf(message),
    sentAt: message.date * 1000,
    author,
    surface: surfaceOf(chat),
    text,
    isMention: isMention || replyTo?.isToBot === true || isAlone,
    ...(isAlone ? { isForUsAlone: true } : {}),
    ...(message.from?.id === around.self.id ? { isOwn: true } : {}),
    ...(replyTo ? { replyTo } : {}),
    ...(mentions.length > 0 ? { mentions } : {}),
    ...(attachments.length > 0 ? { attachments } : {}),
    ...(message.media_group_id === undefined ? {} : { album: message.media_group_id }),
    ...(forwarded ? { forwarded } : {}),
    ...(links.length > 0 ? { links } : {}),
    ...(unreadable === undefined ? {} : { unreadable }),
    ...(command && !forwarded ? { command } : {}),
    ...titleOf(message),
    ...(around.isStaffChat(chat) ? { isStaffThread: true } : {}),
  }
}

/** Words of staff keep the form that they gave them. */
export function saidIn(message: Message, around: Surroundings): Plain {
  const said = wordsOf(message)
  return around.isStaffChat(message.chat) ? marked(said) : said
}

export function listenerIn(chat: Chat, around: Surroundings): Listener {
  return { ...around, isGroup: surfaceOf(chat) === 'group' }
}

/** Replies in a supergroup carry a thread id of their own; only `is_topic_message` makes it a topic. */
export function placeIn(message: Message): Place {
  const direct = message.direct_messages_topic?.topic_id
  return {
    chatId: message.chat.id,
    ...(message.is_topic_message && message.message_thread_id !== undefined
      ? { topicId: message.message_thread_id }
      : {}),
    ...(direct === undefined ? {} : { directTopicId: direct }),
  }
}

/** A channel's direct messages are a supergroup to Telegram and a private talk to the fan. */
export function surfaceOf(chat: Chat): InboundMessage['surface'] {
  return chat.type === 'private' || ('is_direct_messages' in chat && chat.is_direct_messages === true)
    ? 'direct'
    : 'group'
}

/** Who writes as a chat (an anonymous admin, a channel) is known by that chat; Telegram puts a stand-in bot in `from`. */
function authorOf({ from, sender_chat, author_signature }: Message): Author | undefined {
  if (sender_chat) {
    const name = sender_chat.title ?? ''
    return {
      accountId: accountId('telegram', sender_chat.id),
      name: author_signature ? `${name} (${author_signature})` : name,
      isBot: false,
    }
  }
  return from && personOf(from)
}

export function personOf({ id, first_name, last_name, is_bot, language_code }: User): Author {
  const lang = langOf(language_code)
  return {
    accountId: accountId('telegram', id),
    name: [first_name, last_name].filter(Boolean).join(' '),
    isBot: is_bot === true,
    ...(lang ? { lang } : {}),
  }
}

/** `pt-br` → `pt` */
function langOf(code: string | undefined): Lang | undefined {
  return /^[a-z]{2,3}(?![a-z])/i.exec(code ?? '')?.[0].toLowerCase()
}

export function titleOf({ chat, reply_to_message: replied }: Message): { threadTitle?: string } {
  const name = chat.title ?? [chat.first_name, chat.last_name].filter(Boolean).join(' ')
  const topic = replied?.forum_topic_created?.name
  const title = topic === undefined ? name : `${name} / ${topic}`
  return title === '' ? {} : { threadTitle: title }
}
