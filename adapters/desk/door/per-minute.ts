/** How often something happened within the last minute, by key; few keys, forgotten as they age. */
import { type Clock, MINUTE_MS } from '#mascot'

const MOST_KEYS = 10_000

export interface PerMinute {
  isOver(key: string): boolean
  count(key: string): void
}

export function createPerMinute(limit: number, clock: Clock): PerMinute {
  const times = new Map<string, number[]>()
  const recent = (key: string) => (times.get(key) ?? []).filter((at) => at > clock.now() - MINUTE_MS)
  return {
    isOver: (key) => recent(key).length >= limit,
    count(key) {
      if (times.size >= MOST_KEYS) times.clear()
      times.set(key, [...recent(key), clock.now()].slice(-limit))
    },
  }
}
