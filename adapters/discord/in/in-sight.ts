/** Channels in which somebody was heard lately, so that they are there and in our sight: what was closed there before is open again. */
import type { ThreadEvent } from '#mascot'
import type { Place } from '../wire/places.ts'
import { timeOf } from '../wire/snowflake.ts'
import { threadOf } from '../wire/thread.ts'

export interface InSight {
  /** What a message heard there tells; nothing when it is no news. Discord says of no channel that the bot may see it again. */
  tells(place: Place | undefined, messageId: string): readonly ThreadEvent[]
  /** A send found it gone: the next message tells more than that. */
  lost(channelId: string): void
}

export function createInSight(): InSight {
  const seen = new Set<string>()
  return {
    tells(place, messageId) {
      // In private the fan who writes opens the door; a thread its moderators shut is opened by an event.
      if (!place || place.isDirect || place.isShut || seen.has(place.id)) return []
      seen.add(place.id)
      return [{ kind: 'opened', threadId: threadOf(place.id), at: timeOf(messageId) }]
    },
    lost: (channelId) => void seen.delete(channelId),
  }
}
