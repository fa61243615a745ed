/** Which message shows a poll of ours: a vote names the poll alone, and counts after any restart. The codec of the row that tells. */
import type { Cursor } from '#mascot'
import type { Place } from './thread.ts'

export interface ShownPoll {
  readonly place: Pick<Place, 'chatId' | 'topicId'>
  readonly messageId: string
}

/** The name under which it is kept, beside the read position. */
export function pollCursor(botId: number, pollId: string): string {
  return `telegram:${botId}:poll:${pollId}`
}

export function shownPoll(botId: number, pollId: string, { place, messageId }: ShownPoll): Cursor {
  return { name: pollCursor(botId, pollId), value: `${messageId} ${place.chatId} ${place.topicId ?? ''}`.trim() }
}

/** Undefined for a value that names none. */
export function readShownPoll(value: string): ShownPoll | undefined {
  const [, messageId, chat, topic] = /^(\d+) (-?\d+)(?: (\d+))?$/.exec(value) ?? []
  if (messageId === undefined || chat === undefined) return undefined
  return { messageId, place: { chatId: Number(chat), ...(topic === undefined ? {} : { topicId: Number(topic) }) } }
}
