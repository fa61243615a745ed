/** The doorbells by which accept rings drain, and settle rings deliver. */
import type { Clock, Wake } from './ports/clock.ts'

export function createWake(clock: Clock): Wake {
  let isRung = false
  let end: AbortController | undefined
  return {
    wake() {
      isRung = true
      end?.abort()
    },
    async rest(ms, signal) {
      if (!isRung && ms > 0 && !signal.aborted) {
        end = new AbortController()
        await clock.sleep(ms, AbortSignal.any([signal, end.signal]))
        end = undefined
      }
      isRung = false
    },
  }
}
