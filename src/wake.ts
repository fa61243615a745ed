/** The doorbells by which accept rings drain, and settle rings deliver. */
import type { Clock, Wake } from './ports/clock.ts'

export function createWake(clock: Clock): Wake {
  let isRung = false
  let end: AbortController | undefined
  return {
    wake() {
      isRung = true
      end?.abort('rung')
    },
    async rest(ms, signal) {
      if (!isRung && ms > 0 && !signal.aborted) {
        const resting = new AbortController()
        const stop = () => resting.abort('stopped')
        end = resting
        signal.addEventListener('abort', stop, { once: true })
        await clock.sleep(ms, resting.signal)
        signal.removeEventListener('abort', stop)
        end = undefined
      }
      isRung = false
    },
  }
}
