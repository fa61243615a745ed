/** Durable in: what adapters call with the messages they heard. A duplicate ends here. */

import type { InboundMessage } from '../domain/message.ts'
import type { Weight } from '../domain/weight.ts'
import { yesOrNo } from '../hearing/small-words.ts'
import type { Persona } from '../persona/persona.ts'
import type { Receive } from '../ports/adapter.ts'
import type { Clock } from '../ports/clock.ts'
import type { HandedOver, Inbox } from '../ports/inbox.ts'
import { withoutSecrets, withoutSecretsEvent } from '../words/personal-data/without-secrets.ts'

/**
 * `onHeard`: told whether more is on its way. `handOver`: who goes on with what is due at once.
 * `persona` is asked at every call, so that a saved `manners.burst` counts at once.
 */
export function createAccept(
  inbox: Pick<Inbox, 'accept'>,
  persona: () => Persona,
  clock: Clock,
  weigh: (message: InboundMessage) => Weight,
  onHeard?: (hasMore: boolean) => void,
  windowOf?: Parameters<Inbox['accept']>[1]['windowOf'],
  handOver?: HandedOver,
): Receive {
  return async ({ messages, events, cursor, hasMore = false }) => {
    const { burst, burstMs } = persona().manners
    // Our own words are in the transcript already, since they were decided.
    const theirs = messages.filter((message) => !message.isOwn).map(withoutSecrets)
    await inbox.accept(theirs, {
      now: clock.now(),
      burstMs: burst === 'each' ? 0 : burstMs,
      weigh,
      mayAnswer: ({ text }) => yesOrNo(text, ...persona().languages) !== undefined,
      ...(events && events.length > 0 ? { events: events.map(withoutSecretsEvent) } : {}),
      ...(windowOf ? { windowOf } : {}),
      ...(cursor ? { cursor } : {}),
      // What follows belongs to the turns that are to be made: they are claimed once all of it is heard.
      ...(handOver && !hasMore ? { handOver } : {}),
    })
    if (theirs.length > 0) onHeard?.(hasMore)
  }
}
