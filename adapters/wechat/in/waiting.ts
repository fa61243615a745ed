/**
 * Where an account may not send by itself, its answer is what the push is answered with. WeChat waits 5 seconds and pushes three times, so
 * that an answer has a little under 15: whichever of the three requests stands open takes it. One process alone can do that.
 */
import { type Clock, SECOND_MS } from '#mascot'

const PATIENCE_MS = 4.5 * SECOND_MS
const PUSHES = 3
/** A push that is not the last one is left hanging until WeChat cuts it off: whatever it said would be shown. */
const HANGS_MS = 10 * SECOND_MS
/** So long from the first push on. */
export const ANSWERED_WITHIN_MS = 14 * SECOND_MS
const KEPT_MS = 60 * SECOND_MS

interface Waiting {
  readonly since: number
  pushes: number
  answer?: string
  take?: (answer: string | undefined) => void
}

export interface AnswersInPush {
  /** A push has come, and from now on an answer to it is taken. */
  open(id: string): void
  /** The words to answer this push with; `not yet`: let it go, there will be another; undefined: none were found in time. */
  wait(id: string): Promise<string | 'not yet' | undefined>
  /** False where no push stands open any more. */
  give(id: string, answer: string): boolean
}

export function createAnswersInPush(clock: Clock): AnswersInPush {
  const waiting = new Map<string, Waiting>()
  return {
    open(id) {
      const now = clock.now()
      for (const [one, { since }] of waiting) if (now - since > KEPT_MS) waiting.delete(one)
      const mine = waiting.get(id) ?? { since: now, pushes: 0 }
      waiting.set(id, mine)
      mine.pushes += 1
    },
    async wait(id) {
      const mine = waiting.get(id)
      if (mine === undefined) return undefined
      // The request before was cut off, whatever it would have said.
      mine.take?.(undefined)
      if (mine.answer !== undefined) return mine.answer
      const isOver = new AbortController()
      const given = new Promise<string | undefined>((resolve) => {
        mine.take = resolve
      })
      const late = clock.sleep(mine.pushes < PUSHES ? HANGS_MS : PATIENCE_MS, isOver.signal).then(() => undefined)
      const nth = mine.pushes
      const answer = await Promise.race([given, late])
      isOver.abort()
      if (answer !== undefined) return answer
      if (nth === mine.pushes) delete mine.take
      return nth < PUSHES ? 'not yet' : undefined
    },
    give(id, answer) {
      const mine = waiting.get(id)
      if (!mine || mine.answer !== undefined) return false
      if (mine.take === undefined && (mine.pushes >= PUSHES || clock.now() - mine.since > ANSWERED_WITHIN_MS))
        return false
      mine.answer = answer
      mine.take?.(answer)
      return true
    },
  }
}
