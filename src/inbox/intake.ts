/** Whether more is to be heard than was handed over: then it is accepted first, so that nobody waits unheard behind a flood. */
import type { Clock } from '../ports/clock.ts'

/** How long a full hand is taken for a sign that the next is on its way. */
const FULL_MS = 300
/** Longest that turns stand back for it, in ms: whoever floods us without an end is answered meanwhile. */
const LONGEST_MS = 2_000

export interface Intake {
  heard(hasMore: boolean): void
  isFull(): boolean
}

export function createIntake(clock: Clock): Intake {
  const evenly = () => clock.monotonic?.() ?? clock.now()
  let fullUntil = Number.NEGATIVE_INFINITY
  let fullSince: number | undefined
  return {
    heard(hasMore) {
      if (!hasMore) {
        fullUntil = Number.NEGATIVE_INFINITY
        fullSince = undefined
        return
      }
      fullSince ??= evenly()
      fullUntil = evenly() + FULL_MS
    },
    isFull: () => evenly() < fullUntil && evenly() - (fullSince ?? evenly()) < LONGEST_MS,
  }
}
