/** Time by the server's clock, so that a wrong clock on this machine makes no promise look kept or late. */
import { useEffect, useState } from 'preact/hooks'

let aheadMs = 0

/** `now`: the server's clock in an answer just received, epoch ms. */
export function keepTime(now: number): void {
  aheadMs = now - Date.now()
}

export function serverNow(): number {
  return Date.now() + aheadMs
}

/** The server's time, drawn anew every `everyMs`. */
export function useServerNow(everyMs: number): number {
  const [, setTick] = useState(0)
  useEffect(() => {
    const timer = setInterval(() => setTick((tick) => tick + 1), everyMs)
    return () => clearInterval(timer)
  }, [everyMs])
  return serverNow()
}
