/** Time for whole conversations: it begins at an instant of the test's choice, short waits pass at once, long ones when the test says so. */
import { setImmediate } from 'node:timers/promises'
import { createManualClock, type ManualClock } from './manual-clock.ts'

/** Polls, retries and backoffs are shorter; a loop's idle rest, a lease's renewal and a model's time limit are longer. */
const passesBelowMs = 1_500

/** `startsAt`: ISO 8601 with its zone, `2026-11-18T10:30Z`. A wait that passes takes the time with it, as it would. */
export function createChatClock(startsAt: string): ManualClock {
  const manual = createManualClock({ startsAt: Date.parse(startsAt) })
  return {
    ...manual,
    async sleep(ms, signal) {
      if (ms >= passesBelowMs) return manual.sleep(ms, signal)
      await setImmediate()
      if (!signal?.aborted) manual.advance(Math.max(0, ms))
    },
  }
}

/** Moves the time in steps of `stepMs` until `work` is done; each step lets what woke do its part. */
export async function passTime<T>(clock: ManualClock, work: Promise<T>, stepMs = 1_000): Promise<T> {
  let isDone = false
  const done = work.finally(() => {
    isDone = true
  })
  done.catch(() => {})
  while (!isDone) {
    await setImmediate()
    if (!isDone) clock.advance(stepMs)
  }
  return done
}
