/** Discord tells single reactions come and go; this keeps each member's set on a message as far as it has been seen. */
import { isRecord } from '../wire/payload.ts'
import { isSnowflake } from '../wire/snowflake.ts'

/** Sets remembered; the one untouched longest goes first. */
const CAPACITY = 5_000

export interface Reacted {
  readonly channelId: string
  readonly messageId: string
  readonly userId: string
  readonly emojis: readonly string[]
}

export interface ReactionSets {
  add(data: unknown): Reacted | undefined
  remove(data: unknown): Reacted | undefined
  /** All of a message's reactions, or all of one emoji, are gone: what each member known to have any has left. */
  clear(data: unknown): readonly Reacted[]
}

/** Since when? Since the program started: Discord gives no set with the event. */
export function createReactionSets(): ReactionSets {
  const sets = new Map<string, Set<string>>()

  function change(data: unknown, apply: (emojis: Set<string>, emoji: string) => void): Reacted | undefined {
    if (!isRecord(data)) return undefined
    const { channel_id: channelId, message_id: messageId, user_id: userId } = data
    const emoji = emojiText(data.emoji)
    if (!isSnowflake(channelId) || !isSnowflake(messageId) || !isSnowflake(userId) || !emoji) return undefined
    const key = `${channelId}:${messageId}:${userId}`
    const emojis = sets.get(key) ?? new Set()
    apply(emojis, emoji)
    sets.delete(key)
    if (emojis.size > 0) sets.set(key, emojis)
    const [eldest] = sets.keys()
    if (sets.size > CAPACITY && eldest !== undefined) sets.delete(eldest)
    return { channelId, messageId, userId, emojis: [...emojis] }
  }
  return {
    add: (data) => change(data, (emojis, emoji) => emojis.add(emoji)),
    remove: (data) => change(data, (emojis, emoji) => emojis.delete(emoji)),
    clear(data) {
      if (!isRecord(data)) return []
      const { channel_id: channelId, message_id: messageId } = data
      if (!isSnowflake(channelId) || !isSnowflake(messageId)) return []
      const emoji = emojiText(data.emoji)
      const prefix = `${channelId}:${messageId}:`
      const left: Reacted[] = []
      for (const [key, emojis] of sets) {
        if (!key.startsWith(prefix) || (emoji && !emojis.has(emoji))) continue
        if (emoji) emojis.delete(emoji)
        else emojis.clear()
        if (emojis.size === 0) sets.delete(key)
        left.push({ channelId, messageId, userId: key.slice(prefix.length), emojis: [...emojis] })
      }
      return left
    },
  }
}

/** A Unicode emoji as it is, a server's own as `:name:`. */
function emojiText(emoji: unknown): string | undefined {
  if (!isRecord(emoji) || typeof emoji.name !== 'string' || emoji.name === '') return undefined
  return isSnowflake(emoji.id) ? `:${emoji.name}:` : emoji.name
}
