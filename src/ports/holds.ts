/** What only one process may do at a time: each thing has a name, and in the database a lease by the database's own clock. */

import type { Paces } from './paces.ts'

export interface Hold {
  readonly name: string
  /** Greater with each new holder: whoever holds an older one has lost it. */
  readonly fence: number
}

export interface Holds {
  /** For `leaseMs` from now on, up to `most` of those names that nobody holds. If absent, all of them. */
  take(options: {
    readonly owner: string
    readonly names: readonly string[]
    readonly leaseMs: number
    readonly most?: number
  }): Promise<readonly Hold[]>
  /** All that this owner holds is held for `leaseMs` more; what was taken by another meanwhile is not among it. */
  renew(options: { readonly owner: string; readonly leaseMs: number }): Promise<readonly Hold[]>
  /** They are free at once. What is not this owner's stays as it is. */
  release(options: { readonly owner: string; readonly names: readonly string[] }): Promise<void>
  /** All names that anybody holds. */
  held(): Promise<readonly string[]>
  /** In how many ms the last of these names is free: 0 where all are. */
  freeIn(names: readonly string[]): Promise<number>
}

/** What the processes of one brand divide among them. */
export interface AmongProcesses {
  /**
   * Works on those of `names` that this process holds, each by itself, until the signal aborts; then, when all work has ended, they are
   * free for others. Processes that ask for the same `group` share its names evenly. The signal of a work aborts when its hold is lost
   * or given away: from then on nothing may be begun there. A work that ends or throws before is begun again, by whoever holds it then.
   */
  each(
    group: string,
    names: readonly string[],
    work: (hold: Hold, signal: AbortSignal) => Promise<void>,
    signal: AbortSignal,
  ): Promise<void>
  /** Resolves when what `name` names may be done, which nobody may do again for `everyMs`; or when the signal aborts. */
  turn(name: string, everyMs: number, signal: AbortSignal): Promise<void>
  /** How many processes ask for this group, as far as is known; at least one. */
  howMany(group: string): number
  /** Of all of them together. */
  readonly paces: Paces
}
