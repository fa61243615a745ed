/** At most so many in any stretch of time: stricter than a bucket, which lets twice as many through around its refill. */

/** One that counts. */
export interface Counted {
  /** It is on its way: nobody knows when the server counts it, so until the end it counts as just now. */
  begin(): void
  /** The server has answered. */
  end(now: number): void
}

export interface Window {
  /** The earliest time, not before `now`, at which one more may go. Epoch ms. */
  next(now: number): number
  take(at: number): Counted
  isIdle(now: number): boolean
}

export const unlimited: Window = {
  next: (now) => now,
  take: () => ({ begin() {}, end() {} }),
  isIdle: () => true,
}

/** `limit` in `periodMs`; a fraction will do: 0.5 a second is one in two seconds. */
export function createWindow(limit: number, periodMs: number): Window {
  const count = Math.max(1, Math.floor(limit))
  const length = limit > 0 ? (count / limit) * periodMs : periodMs
  let taken: { at: number; isOnItsWay: boolean }[] = []
  return {
    next(now) {
      const latest = taken.map(({ at, isOnItsWay }) => (isOnItsWay ? Math.max(at, now) : at)).sort((a, b) => b - a)
      const counting = latest[count - 1]
      return counting === undefined ? now : Math.max(now, Math.ceil(counting + length))
    },
    take(at) {
      const one = { at, isOnItsWay: false }
      taken = [...taken.filter((other) => other.isOnItsWay || other.at > at - length), one]
      return {
        begin() {
          one.isOnItsWay = true
        },
        end(now) {
          one.isOnItsWay = false
          one.at = Math.max(one.at, now)
        },
      }
    },
    isIdle: (now) => taken.every(({ at, isOnItsWay }) => !isOnItsWay && at + length < now),
  }
}

/** Both limits hold. */
export function both(one: Window, other: Window): Window {
  return {
    next: (now) => Math.max(one.next(now), other.next(now)),
    take(at) {
      const counted = [one.take(at), other.take(at)]
      return {
        begin() {
          for (const each of counted) each.begin()
        },
        end(now) {
          for (const each of counted) each.end(now)
        },
      }
    },
    isIdle: (now) => one.isIdle(now) && other.isIdle(now),
  }
}
