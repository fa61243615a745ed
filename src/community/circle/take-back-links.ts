/** Links into the circle are taken back on their platform once they must let in nobody: after a no, and of who was forgotten. */
import { DAY_MS, MINUTE_MS } from '../../domain/durations.ts'
import { platformOf } from '../../domain/ids.ts'
import { SendError } from '../../errors.ts'
import type { Log } from '../../log.ts'
import type { Adapter } from '../../ports/adapter.ts'
import type { Circle } from '../../ports/circle.ts'
import type { Clock } from '../../ports/clock.ts'

const AT_ONCE = 50
/** A platform that is in trouble is asked again after this. */
const AGAIN_MS = 10 * MINUTE_MS

export interface TakeBackDeps {
  readonly circle: Circle
  readonly adapterOf: (platform: string) => Adapter | undefined
  readonly clock: Clock
  readonly log: Log
}

export async function takeBackLinks({ circle, adapterOf, clock, log }: TakeBackDeps): Promise<void> {
  for (const { id, threadId, link, isDead } of await circle.links.over(clock.now(), AT_ONCE)) {
    try {
      if (!isDead) await adapterOf(platformOf(threadId))?.takeBackInvite?.(threadId, link)
      await circle.links.drop(id)
    } catch (err) {
      if (!(err instanceof SendError)) throw err
      // It ends by itself within the week; until then a right may be given.
      log.warn({ thread: threadId, reason: err.message }, 'a link into the circle could not be taken back yet')
      await circle.links.later(id, clock.now() + (err.isPermanent ? DAY_MS : AGAIN_MS))
    }
  }
}
