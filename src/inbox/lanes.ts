/**
 * Two lanes for the turns in hand: those that think, a few at a time, and those that wait for a model. Whoever waits has given the
 * place among those that think to somebody else, so that what needs no model waits for none.
 */
import { ModelError } from '../errors.ts'

/** Asked for at the same moment, in all. */
const MOST_ASKED = 250
/** Turns that wait behind these. Beyond that there is no sense in waiting: it is as if the model did not answer. */
const MOST_WAITING = 750

export interface ModelLane {
  /** @throws {ModelError} where too many wait already; the signal's reason when it aborts before `ask` began */
  run<T>(ask: () => Promise<T>, signal: AbortSignal): Promise<T>
}

export function createModelLane({ asked = MOST_ASKED, waiting = MOST_WAITING } = {}): ModelLane {
  let running = 0
  const queue = new Set<() => void>()

  async function place(signal: AbortSignal): Promise<void> {
    if (running < asked) {
      running += 1
      return
    }
    if (queue.size >= waiting) {
      const text = `${running + queue.size} turns wait for a model already; this one is answered without`
      throw new ModelError('model-rate-limited', text, { isRetryable: true })
    }
    const { promise, resolve, reject } = Promise.withResolvers<void>()
    const leave = () => {
      queue.delete(resolve)
      reject(signal.reason)
    }
    queue.add(resolve)
    signal.addEventListener('abort', leave, { once: true })
    await promise.finally(() => signal.removeEventListener('abort', leave))
  }

  /** The place of who is done goes to who has waited longest. */
  function give(): void {
    const [next] = queue
    if (next === undefined) {
      running -= 1
      return
    }
    queue.delete(next)
    next()
  }

  return {
    async run(ask, signal) {
      signal.throwIfAborted()
      await place(signal)
      try {
        return await ask()
      } finally {
        give()
      }
    },
  }
}

export interface ThinkingLane {
  /** How many more may begin to think. */
  free(): number
  /** A turn's place; it is given up once, whoever calls first. */
  take(): { leave(): void }
}

/** `onFree`: told when a place is free again after all were taken. */
export function createThinkingLane(places: number, onFree: () => void): ThinkingLane {
  let taken = 0
  return {
    free: () => places - taken,
    take() {
      let isHere = true
      taken += 1
      return {
        leave() {
          if (!isHere) return
          isHere = false
          taken -= 1
          if (taken === places - 1) onFree()
        },
      }
    },
  }
}
