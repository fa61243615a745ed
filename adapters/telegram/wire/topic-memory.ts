/** Which topic a recent message stood in: reactions and presses on old messages name the chat alone. */

export interface TopicMemory {
  remember(chatId: number, messageId: number, topicId: number | undefined): void
  topicOf(chatId: number, messageId: number): number | undefined
}

/** Keeps the last `size` messages of topics. A reaction to an older one counts for the chat's main thread. */
export function createTopicMemory(size = 20_000): TopicMemory {
  const topics = new Map<string, number>()
  return {
    remember(chatId, messageId, topicId) {
      if (topicId === undefined) return
      topics.set(`${chatId}:${messageId}`, topicId)
      const oldest = topics.keys().next()
      if (topics.size > size && !oldest.done) topics.delete(oldest.value)
    },
    topicOf: (chatId, messageId) => topics.get(`${chatId}:${messageId}`),
  }
}
