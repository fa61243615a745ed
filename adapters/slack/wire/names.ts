/**
 * What threads of Slack are called here: a talk in private is its channel, whatever stands in threads there; a channel is one talk, and each thread in it
 * another. A message is known by its `ts`, seconds with a fraction, which is unique in its channel and tells its time.
 */
import { type AccountId, accountId, parseThreadId, type ThreadId, threadId } from '#mascot'

export const PLATFORM = 'slack'

export interface Place {
  readonly channel: string
  readonly threadTs?: string
}

export const accountOf = (user: string): AccountId => accountId(PLATFORM, user)
export const threadOf = (channel: string, threadTs?: string): ThreadId =>
  threadTs === undefined ? threadId(PLATFORM, channel) : threadId(PLATFORM, channel, threadTs)

export function placeOf(thread: ThreadId): Place {
  const [channel = '', threadTs] = parseThreadId(thread).parts
  return { channel, ...(threadTs !== undefined && { threadTs }) }
}

export const isPrivate = (channel: string): boolean => channel.startsWith('D')
export const isTs = (id: string | undefined): id is string => id !== undefined && /^\d{9,11}\.\d{1,6}$/.test(id)

/** Epoch ms; undefined where it tells none. */
export function timeOf(ts: unknown): number | undefined {
  const seconds = Number(ts)
  return typeof ts === 'string' && seconds > 0 ? Math.round(seconds * 1_000) : undefined
}

/** The `ts` at the end of any id of ours: of a message, or of a pressed button. */
export const tsIn = (id: string): string | undefined => /\d{9,11}\.\d{1,6}$/.exec(id)?.[0]

/** The `action_id` of buttons of ours begins so. */
export const OURS = 'mascot-'
