/** A thread's place on Telegram: a chat, or a topic in one. The codec between it and `telegram:-100123:42`. */
import { type AccountId, accountId, parseThreadId, SendError, type ThreadId, threadId } from '#mascot'

export interface Place {
  readonly chatId: number
  /** A forum topic, or a topic in a private chat. The General topic has none: `message_thread_id` 1 is refused by the server. */
  readonly topicId?: number
  /** A fan's own topic in a channel's direct messages. */
  readonly directTopicId?: number
}

const PLATFORM = 'telegram'
const GENERAL_TOPIC = 1
const PREFIX = accountId(PLATFORM, '')

export function threadOf({ chatId, topicId, directTopicId }: Place): ThreadId {
  if (directTopicId !== undefined) return threadId(PLATFORM, chatId, `direct-${directTopicId}`)
  if (topicId === undefined || topicId === GENERAL_TOPIC) return threadId(PLATFORM, chatId)
  return threadId(PLATFORM, chatId, topicId)
}

/** @throws {SendError} permanent when the id is none of ours */
export function placeOf(id: ThreadId): Place {
  const { platform, parts } = parseThreadId(id)
  const [chat = '', topic] = parts
  if (platform !== PLATFORM || !/^-?\d+$/.test(chat) || (topic !== undefined && !/^(direct-)?\d+$/.test(topic)))
    throw new SendError(`${id} is not a thread on Telegram`, { isPermanent: true })
  const chatId = Number(chat)
  if (topic === undefined) return { chatId }
  const direct = /^direct-(\d+)$/.exec(topic)?.[1]
  return direct === undefined ? { chatId, topicId: Number(topic) } : { chatId, directTopicId: Number(direct) }
}

/** Of an account on Telegram; NaN for an `@name`. */
export function memberOf(account: AccountId): number {
  return Number(account.slice(PREFIX.length))
}

/** What a method needs to send to the place. */
export function addressOf({ chatId, topicId, directTopicId }: Place) {
  return {
    chat_id: chatId,
    ...(topicId === undefined || topicId === GENERAL_TOPIC ? {} : { message_thread_id: topicId }),
    ...(directTopicId === undefined ? {} : { direct_messages_topic_id: directTopicId }),
  }
}
