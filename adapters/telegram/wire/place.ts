/** A thread's place on Telegram: a chat, or a topic in one. The codec between it and `telegram:-100123:42`, and whole-chat events. */
import { parseThreadId, SendError, type ThreadEvent, type ThreadId, threadId } from '#mascot'

export interface Place {
  readonly chatId: number
  /** A forum topic, or a topic in a private chat. The General topic has none: `message_thread_id` 1 is refused by the server. */
  readonly topicId?: number
  /** A fan's own topic in a channel's direct messages. */
  readonly directTopicId?: number
}

const PLATFORM = 'telegram'
const GENERAL_TOPIC = 1

export function threadAt({ chatId, topicId, directTopicId }: Place): ThreadId {
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

/** What a method needs to send to the place. */
export function addressOf({ chatId, topicId, directTopicId }: Place) {
  return {
    chat_id: chatId,
    ...(topicId === undefined || topicId === GENERAL_TOPIC ? {} : { message_thread_id: topicId }),
    ...(directTopicId === undefined ? {} : { direct_messages_topic_id: directTopicId }),
  }
}

/** A door that opens or closes, of one thread or of a whole chat with all its topics. */
export type Door = Extract<ThreadEvent, { kind: 'closed' | 'opened' }> & { readonly isWholeChat: boolean }

/** The events of a door: its own thread's, and for a whole chat those of every thread we know in it. */
export function doorEvents({ isWholeChat, ...event }: Door, known: readonly ThreadId[]): ThreadEvent[] {
  if (!isWholeChat) return [event]
  const { chatId } = placeOf(event.threadId)
  const inside = known.filter((id) => id !== event.threadId && parseThreadId(id).parts[0] === String(chatId))
  return [event, ...inside.map((id) => ({ ...event, threadId: id }))]
}
