/** How many sends are under way on each platform: one that hangs holds no place of another's. */
import type { ThreadId } from '../domain/ids.ts'
import { platformOf } from '../domain/ids.ts'

export interface Pools {
  /** Of which platforms to take what is due, and how many at most; none where all are full. `undefined`: of all at once. */
  toTake(): readonly { readonly platform: string | undefined; readonly limit: number }[]
  readonly isAnyFull: boolean
  begin(thread: ThreadId): void
  /** Returns whether its platform was full until now. */
  end(thread: ThreadId): boolean
}

/** `platforms`: those connected; what is to be sent elsewhere waits until all of them have room. */
export function createPools(platforms: readonly string[], size: number): Pools {
  const busy = new Map<string, number>(platforms.map((platform) => [platform, 0]))
  const free = (platform: string) => size - (busy.get(platform) ?? 0)
  const isAnyFull = () => [...busy.keys()].some((platform) => free(platform) <= 0)
  return {
    toTake() {
      const open = [...busy.keys()].filter((platform) => free(platform) > 0)
      // While none is full one question does for all: it brings no more than the fullest has room for.
      if (!isAnyFull()) return [{ platform: undefined, limit: Math.min(size, ...open.map(free)) }]
      return open.map((platform) => ({ platform, limit: free(platform) }))
    },
    get isAnyFull() {
      return isAnyFull()
    },
    begin(thread) {
      const platform = platformOf(thread)
      busy.set(platform, (busy.get(platform) ?? 0) + 1)
    },
    end(thread) {
      const platform = platformOf(thread)
      const wasFull = free(platform) <= 0
      busy.set(platform, (busy.get(platform) ?? 1) - 1)
      return wasFull
    },
  }
}
