/** What a failure says about its chat, told to those whom it concerns: the pacing, and the conversation's record. */
import type { ThreadEvent } from '#mascot'
import type { Door } from '../wire/door.ts'
import type { Failure } from '../wire/errors.ts'
import type { Pacing } from '../wire/pacing.ts'
import type { Presence } from '../wire/presence.ts'
import { type Place, threadOf } from '../wire/thread.ts'

export type Tell = (failure: Failure, place: Place) => Promise<void>
/** Hands over what sending brought to light; never throws. */
export type Report = (news: Door | Extract<ThreadEvent, { kind: 'moved' }>) => Promise<void>

export function createTell({ pacing, presence, report }: { pacing: Pacing; presence: Presence; report: Report }): Tell {
  return async ({ kind, reason, retryAfterMs, movedTo }, place) => {
    const at = presence.clock().now()
    const threadId = threadOf(place)
    if (kind === 'flood') pacing.holdChat(place.chatId, retryAfterMs ?? 0)
    if (kind === 'chat-gone' || kind === 'topic-gone')
      await report({ kind: 'closed', threadId, reason, at, isWholeChat: kind === 'chat-gone' })
    if (movedTo !== undefined)
      await report({ kind: 'moved', threadId, to: threadOf({ ...place, chatId: movedTo }), at })
  }
}
