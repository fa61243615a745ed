/** A door that opens or closes, and whom it concerns: a whole chat's every thread we know in it. */
import type { AdapterContext, ThreadEvent, ThreadId } from '#mascot'
import { placeOf, threadOf } from './thread.ts'

/** A door that opens or closes, of one thread or of a whole chat with all its topics. */
export type Door = Extract<ThreadEvent, { kind: 'closed' | 'opened' }> & { readonly isWholeChat: boolean }

/** A whole chat's door concerns every thread we know in it. */
export async function eventsOf({ isWholeChat, ...event }: Door, context: AdapterContext): Promise<ThreadEvent[]> {
  if (!isWholeChat) return [event]
  const chat: ThreadId = threadOf({ chatId: placeOf(event.threadId).chatId })
  const inside = (await context.threads(chat)).filter(({ threadId }) => threadId !== event.threadId)
  return [event, ...inside.map(({ threadId }) => ({ ...event, threadId }))]
}
