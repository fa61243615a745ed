/** While a model is out, fans get the honest line; once it is back, what they asked is thought about again, if it still matters. */
import { MINUTE_MS, SECOND_MS } from '../domain/durations.ts'
import type { Log } from '../log.ts'
import type { ModelEvent } from '../model/model-event.ts'
import type { Clock } from '../ports/clock.ts'
import type { Inbox } from '../ports/inbox.ts'

/** Nobody waits longer for an answer to what they asked in a chat. */
const MATTERS_MS = 30 * MINUTE_MS
const LOOK_EVERY_MS = 5 * SECOND_MS
/** At once, so that those who write now are answered meanwhile. */
const AT_ONCE = 25
/** While it is out, one turn tries it now and then, as nobody else may. */
const TRY_EVERY_MS = 20 * SECOND_MS

export interface AskAgain {
  /** What happened with the models. */
  model(event: Pick<ModelEvent, 'kind'>): void
  /** Until the signal aborts. */
  run(signal: AbortSignal): Promise<void>
}

export function createAskAgain(inbox: Pick<Inbox, 'askAgain'>, clock: Clock, log: Log): AskAgain {
  const evenly = () => clock.monotonic?.() ?? clock.now()
  let isUp = false
  let triedAt = Number.NEGATIVE_INFINITY

  async function look(): Promise<void> {
    if (!isUp && evenly() - triedAt < TRY_EVERY_MS) return
    triedAt = evenly()
    const now = clock.now()
    const asked = await inbox.askAgain({ now, since: now - MATTERS_MS, limit: isUp ? AT_ONCE : 1 })
    if (asked > 0) log.info({ asked, isUp }, 'what had no answer without a model is thought about again')
  }

  return {
    model({ kind }) {
      if (kind === 'answered') isUp = true
      else if (kind === 'failed' || kind === 'no-credit') isUp = false
    },
    async run(signal) {
      while (!signal.aborted) {
        await clock.sleep(LOOK_EVERY_MS, signal)
        if (!signal.aborted) await look().catch((err: unknown) => log.warn({ err }, 'nothing is asked again yet'))
      }
    },
  }
}
