/** A door that opens or closes, and whom it concerns: a whole chat's every thread we know in it. */
import { type AdapterContext, parseThreadId, type ThreadEvent, type ThreadId } from '#mascot'
import { placeOf } from './thread.ts'

/** A door that opens or closes, of one thread or of a whole chat with all its topics. */
export type Door = Extract<ThreadEvent, { kind: 'closed' | 'opened' }> & { readonly isWholeChat: boolean }

/** The events of a door: its own thread's, and for a whole chat those of every thread we know in it. */
function doorEvents({ isWholeChat, ...event }: Door, known: readonly ThreadId[]): ThreadEvent[] {
  if (!isWholeChat) return [event]
  const { chatId } = placeOf(event.threadId)
  const inside = known.filter((id) => id !== event.threadId && parseThreadId(id).parts[0] === String(chatId))
  return [event, ...inside.map((id) => ({ ...event, threadId: id }))]
}
/** A whole chat's door concerns every thread we know in it. */
export async function eventsOf(door: Door, context: AdapterContext): Promise<ThreadEvent[]> {
  const threads = door.isWholeChat ? await context.threads() : []
  return doorEvents(
    door,
    threads.map(({ threadId }) => threadId),
  )
}
