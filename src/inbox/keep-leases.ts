/** Holds the leases of all turns in hand by one timer; a turn whose lease is lost, or whose program stops, is told by its signal. */
import type { Log } from '../log.ts'
import type { Clock } from '../ports/clock.ts'
import type { Claim, Inbox } from '../ports/inbox.ts'

export interface Lease {
  /** Aborts when the lease is lost, or the outer signal does. */
  readonly signal: AbortSignal
  readonly isLost: boolean
  /** Not renewed any more. */
  end(): void
}

export interface LeaseKeeper {
  hold(claim: Claim): Lease
  /** Renews what should have been long ago. Asked before anything is claimed: a program that stood still would take its own turns from itself. */
  renewLate(): Promise<void>
  /** Resolves when no timer is left. */
  stop(): Promise<void>
}

export interface LeaseKeeperDeps {
  readonly inbox: Pick<Inbox, 'renew'>
  readonly clock: Clock
  readonly log: Log
  readonly leaseMs: number
}

interface Held {
  readonly claim: Claim
  readonly since: number
  /** By the time of day, as leases are. */
  renewedAt: number
  readonly ending: AbortController
  isLost: boolean
}

/** Leases are looked after at each third of their length; one taken less than a sixth ago lasts until the next time. */
export function createLeaseKeeper({ inbox, clock, log, leaseMs }: LeaseKeeperDeps, outer: AbortSignal): LeaseKeeper {
  const all = new Set<Held>()
  const stopping = new AbortController()
  /** However the time of day is set meanwhile. */
  const evenly = () => clock.monotonic?.() ?? clock.now()
  let keeping: Promise<void> | undefined
  const abortAll = () => {
    for (const held of all) held.ending.abort(outer.reason)
  }
  outer.addEventListener('abort', abortAll, { once: true })

  async function keep(): Promise<void> {
    while (all.size > 0) {
      await clock.sleep(leaseMs / 3, stopping.signal)
      if (stopping.signal.aborted) return
      const old = [...all].filter(({ since }) => since <= evenly() - leaseMs / 6)
      if (old.length > 0) await renew(old)
    }
    keeping = undefined
  }

  async function renew(old: readonly Held[]): Promise<void> {
    const claims = old.map(({ claim }) => claim)
    const askedAt = clock.now()
    const lost = await inbox.renew(claims, { now: askedAt, leaseMs }).catch((err: unknown) => {
      log.warn({ err }, 'leases not renewed')
    })
    if (!lost) return
    for (const held of old) {
      held.renewedAt = askedAt
      if (!lost.includes(held.claim) || !all.has(held)) continue
      held.isLost = true
      held.ending.abort(new Error('lease lost'))
    }
  }

  return {
    hold(claim) {
      const ending = new AbortController()
      const held: Held = { claim, since: evenly(), renewedAt: clock.now(), ending, isLost: false }
      if (outer.aborted) held.ending.abort(outer.reason)
      all.add(held)
      keeping ??= keep()
      return {
        signal: held.ending.signal,
        get isLost() {
          return held.isLost
        },
        end: () => void all.delete(held),
      }
    },
    async renewLate() {
      const late = [...all].filter(({ renewedAt }) => renewedAt <= clock.now() - leaseMs / 2)
      if (late.length > 0) await renew(late)
    },
    async stop() {
      stopping.abort()
      outer.removeEventListener('abort', abortAll)
      await keeping
    },
  }
}
