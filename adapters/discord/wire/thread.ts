/** The codec between Discord's ids and ours: `discord:1234`, in which the channel says all. */
import { type AccountId, accountId, parseThreadId, type ThreadId, threadId } from '#mascot'

const PLATFORM = 'discord'

/** A Discord thread is a channel with an id of its own, and channel ids are unique: the server's id adds nothing. */
export function threadOf(channelId: string): ThreadId {
  return threadId(PLATFORM, channelId)
}

/** The channel of a thread of ours; undefined for another platform's. */
export function channelOf(thread: ThreadId): string | undefined {
  const { platform, parts } = parseThreadId(thread)
  return platform === PLATFORM ? parts[0] : undefined
}

export function accountOf(userId: string): AccountId {
  return accountId(PLATFORM, userId)
}
