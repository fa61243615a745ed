/**
 * Holds what only one process may do, for all who ask in this one: takes what is free, renews what it has, gives away what is more than its
 * share, and ends at once what it may have lost. Nothing is asked of the database while nobody asks for anything here.
 */
import { randomUUID } from 'node:crypto'
import { SECOND_MS } from '../domain/durations.ts'
import { MascotError } from '../errors.ts'
import type { Log } from '../log.ts'
import type { Clock, Wake } from '../ports/clock.ts'
import type { AmongProcesses, Hold, Holds } from '../ports/holds.ts'
import type { Paces } from '../ports/paces.ts'

/** After a kill all is free when the lease has ended, and another process looks as often as it renews: within 4.2 s together. */
const LEASE_MS = 3_500
const LOOK_EVERY_MS = 700
/** A renewal that is not known to have been made by then is taken for lost, before anybody else can have taken the hold. */
const SURE_MS = LEASE_MS - LOOK_EVERY_MS
/** Before a work that failed is begun again. */
const FAILED_WAIT_MS = SECOND_MS
const MOMENT_MS = 50
const SEEKS = 'seeks:'

export interface HoldKeeperDeps {
  readonly holds: Holds
  readonly paces: Paces
  readonly clock: Clock
  /** Rung when something became free. */
  readonly wake: Wake
  readonly log: Pick<Log, 'info' | 'warn' | 'error'>
}

interface Work {
  readonly hold: Hold
  readonly ending: AbortController
  readonly done: Promise<void>
}

interface Group {
  readonly names: readonly string[]
  readonly begin: (hold: Hold, signal: AbortSignal) => Promise<void>
  readonly at: Map<string, Work>
  /** When a name whose work failed may be taken again. */
  readonly notBefore: Map<string, number>
  others: number
}

export function createHoldKeeper(deps: HoldKeeperDeps): AmongProcesses {
  const { holds, paces, clock, wake, log } = deps
  const owner = randomUUID()
  const groups = new Map<string, Group>()
  const works = new Set<Work>()
  const evenly = () => clock.monotonic?.() ?? clock.now()
  const seeks = (group: string) => `${SEEKS}${group}:`
  let sureUntil = Number.NEGATIVE_INFINITY
  let isKeeping = false
  /** Aborted when nothing is held any more. */
  let guarding: AbortController | undefined

  function lose(work: Work): void {
    if (work.ending.signal.aborted) return
    work.ending.abort(new MascotError('hold-lost', 'another process has it by now'))
    log.warn(
      { hold: work.hold.name },
      'lost to another process, or not known to be held any more: nothing is begun there',
    )
  }

  /** However long the database takes to answer. */
  async function guard(): Promise<void> {
    if (guarding) return
    guarding = new AbortController()
    const { signal } = guarding
    while (!signal.aborted) {
      await clock.sleep(Math.max(MOMENT_MS, sureUntil - evenly()), signal)
      if (!signal.aborted && evenly() >= sureUntil) for (const work of works) lose(work)
    }
  }

  async function renew(): Promise<void> {
    const asked = evenly()
    const kept = await holds.renew({ owner, leaseMs: LEASE_MS })
    sureUntil = asked + SURE_MS
    const fences = new Map(kept.map(({ name, fence }) => [name, fence]))
    for (const work of works) if (fences.get(work.hold.name) !== work.hold.fence) lose(work)
  }

  function begin(group: Group, hold: Hold): void {
    const ending = new AbortController()
    const { name } = hold
    log.info({ hold: name }, 'held by this process')
    const done = group
      .begin(hold, ending.signal)
      .catch((err: unknown) => {
        const isLost = err instanceof MascotError && err.code === 'hold-lost'
        if (!isLost && !ending.signal.aborted)
          log.error({ hold: name, err }, 'what is held ended with an error, it is begun again')
      })
      .finally(async () => {
        if (!ending.signal.aborted) group.notBefore.set(name, evenly() + FAILED_WAIT_MS)
        await holds.release({ owner, names: [name] }).catch(() => undefined)
        group.at.delete(name)
        works.delete(work)
        if (works.size === 0) {
          guarding?.abort('nothing is held')
          guarding = undefined
        }
        wake.wake()
      })
    const work = { hold, ending, done }
    works.add(work)
    group.at.set(name, work)
    void guard()
  }

  async function share(key: string, group: Group, heldNames: ReadonlySet<string>): Promise<void> {
    const own = `${seeks(key)}${owner}`
    if (!heldNames.has(own)) await holds.take({ owner, names: [own], leaseMs: LEASE_MS })
    const seekers = [...heldNames].filter((name) => name.startsWith(seeks(key)) && name !== own).length
    group.others = seekers
    const most = Math.ceil(group.names.length / (seekers + 1))
    for (const work of [...group.at.values()].slice(most)) work.ending.abort('given away')
    const free = group.names.filter(
      (name) => !heldNames.has(name) && !group.at.has(name) && (group.notBefore.get(name) ?? 0) <= evenly(),
    )
    // Surely held for longer than what was renewed just before.
    const taken = await holds.take({ owner, names: free, leaseMs: LEASE_MS, most: most - group.at.size })
    for (const hold of taken) begin(group, hold)
  }

  async function keep(): Promise<void> {
    isKeeping = true
    while (groups.size > 0) {
      try {
        await renew()
        const heldNames = new Set(await holds.held())
        for (const [key, group] of groups) await share(key, group, heldNames)
      } catch (err) {
        log.warn({ err }, 'what is held cannot be renewed just now')
      }
      await wake.rest(LOOK_EVERY_MS, new AbortController().signal)
    }
    isKeeping = false
  }

  return {
    paces,
    async each(key, names, work, signal) {
      if (signal.aborted) return
      const group: Group = { names, begin: work, at: new Map(), notBefore: new Map(), others: 0 }
      groups.set(key, group)
      if (!isKeeping) void keep()
      wake.wake()
      await new Promise((resolve) => signal.addEventListener('abort', resolve, { once: true }))
      groups.delete(key)
      const ends = [...group.at.values()]
      for (const { ending } of ends) ending.abort('stopped')
      await Promise.all(ends.map(({ done }) => done))
      await holds.release({ owner, names: [`${seeks(key)}${owner}`] }).catch(() => undefined)
      wake.wake()
    },
    async turn(name, everyMs, signal) {
      while (!signal.aborted) {
        try {
          const taken = await holds.take({ owner: randomUUID(), names: [name], leaseMs: everyMs })
          if (taken.length > 0) return
          await clock.sleep(Math.max(20, await holds.freeIn([name])), signal)
        } catch (err) {
          log.warn({ err, name }, 'the turn of this process cannot be asked for just now')
          await clock.sleep(SECOND_MS, signal)
        }
      }
    },
    howMany: (key) => 1 + (groups.get(key)?.others ?? 0),
  }
}
