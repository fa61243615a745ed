/** How many sends are under way on each platform: one that hangs holds no place of another's. */
import { platformOf, type ThreadId } from '../domain/ids.ts'
import { createWindow, type Window } from './window.ts'

export interface Pools {
  /** Of which platforms to take what is due, and how many at most; none where all are full. `undefined`: of all at once. */
  toTake(): readonly { readonly platform: string | undefined; readonly limit: number }[]
  readonly isAnyFull: boolean
  begin(thread: ThreadId): void
  /** The place of what is not sent after all. Returns whether its platform was full until now. */
  leave(thread: ThreadId): boolean
  isFull(thread: ThreadId): boolean
  /** Returns whether its platform was full until now. `tookMs`: what the platform took to answer; undefined where it was not asked. */
  end(thread: ThreadId, tookMs: number | undefined): boolean
}

interface Pool {
  busy: number
  readonly window: Window
}

/** `platforms`: those connected; what is to be sent elsewhere waits until all of them have room. `most`: under way on each. */
export function createPools(platforms: readonly string[], most: number): Pools {
  const pools = new Map(platforms.map((platform) => [platform, newPool()]))
  function newPool(): Pool {
    return { busy: 0, window: createWindow(most) }
  }
  function poolOf(thread: ThreadId): Pool {
    const platform = platformOf(thread)
    const pool = pools.get(platform) ?? newPool()
    pools.set(platform, pool)
    return pool
  }
  const free = ({ busy, window }: Pool) => window.size - busy
  const isAnyFull = () => [...pools.values()].some((pool) => free(pool) <= 0)
  return {
    toTake() {
      const open = [...pools].filter(([, pool]) => free(pool) > 0)
      // While none is full one question does for all: it brings no more than the fullest has room for.
      if (!isAnyFull()) return [{ platform: undefined, limit: Math.min(most, ...open.map(([, pool]) => free(pool))) }]
      return open.map(([platform, pool]) => ({ platform, limit: free(pool) }))
    },
    get isAnyFull() {
      return isAnyFull()
    },
    begin(thread) {
      poolOf(thread).busy += 1
    },
    isFull: (thread) => free(poolOf(thread)) <= 0,
    leave(thread) {
      const pool = poolOf(thread)
      const wasFull = free(pool) <= 0
      pool.busy -= 1
      return wasFull
    },
    end(thread, tookMs) {
      const pool = poolOf(thread)
      const wasFull = free(pool) <= 0
      pool.busy -= 1
      if (tookMs !== undefined) pool.window.done(tookMs)
      return wasFull
    },
  }
}
