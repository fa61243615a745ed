/** Whether fans are heard and answered now, from what adapters and the model's chain report and what the database tells. */
import { MINUTE_MS, SECOND_MS } from '../domain/durations.ts'
import type { ModelEvent } from '../model/model-event.ts'
import type { Clock } from '../ports/clock.ts'
import type { Workload } from '../ports/records.ts'
import type { Readiness, Up } from '../ports/watch.ts'

/** A message unread for so long says that turns are not done, whatever else seems well: longer than a model may take. */
const LATE_MS = 2 * MINUTE_MS

export interface Health {
  platform(name: string, state: Up | 'starting'): void
  model(event: ModelEvent): void
  platforms(): Readonly<Record<string, Up | 'starting'>>
  /** `workload`: absent while the database is down. */
  read(workload: Workload | undefined): Readiness
}

export function createHealth(clock: Clock, hasModel: boolean): Health {
  const platforms = new Map<string, Up | 'starting'>()
  let model: Readiness['model'] = hasModel ? 'unasked' : 'none'
  return {
    platform: (name, state) => void platforms.set(name, state),
    model({ kind }) {
      if (kind === 'answered') model = 'up'
      // A question asked again, or a model that rests, may still be answered by the next of the chain.
      else if (kind === 'failed' || kind === 'no-credit') model = 'down'
    },
    platforms: () => Object.fromEntries(platforms),
    read(workload) {
      const since = workload?.unread.since
      const waitedMs = since === undefined ? 0 : Math.max(0, clock.now() - since)
      const isHeard =
        workload !== undefined && waitedMs < LATE_MS && [...platforms.values()].every((one) => one === 'up')
      return {
        status: !isHeard ? 'not ready' : model === 'down' ? 'degraded' : 'ready',
        database: workload ? 'up' : 'down',
        platforms: Object.fromEntries(platforms),
        model,
        oldestUnreadSeconds: workload ? Math.round(waitedMs / SECOND_MS) : null,
      }
    },
  }
}
