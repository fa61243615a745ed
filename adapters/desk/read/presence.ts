/** Who looks at which case: told by each page every 20 s, forgotten 45 s later; what pages of other processes tell is read where they keep it. */
import type { AdapterLog, Clock, Lookers, StaffMember } from '#mascot'

const KEPT_MS = 45_000

export interface Presence {
  look(caseId: string, staff: StaffMember): void
  /** All but this one. */
  others(caseId: string, staffId: string): readonly StaffMember[]
}

export function createPresence({
  clock,
  signal,
  log,
  lookers,
  onChange,
}: {
  readonly clock: Clock
  readonly signal: AbortSignal
  readonly log: Pick<AdapterLog, 'warn'>
  /** If absent, no other process serves the page. */
  readonly lookers?: Lookers
  readonly onChange: (caseId: string) => void
}): Presence {
  const looking = new Map<string, Map<string, { readonly name: string; readonly until: number }>>()
  let isSweeping = false

  /** Runs while anybody looks. */
  async function sweep(): Promise<void> {
    if (isSweeping) return
    isSweeping = true
    while (looking.size > 0 && !signal.aborted) {
      const untils = [...looking.values()].flatMap((there) => [...there.values()].map(({ until }) => until))
      await clock.sleep(Math.max(1, Math.min(...untils) - clock.now()), signal)
      // Whoever is told to another process says it again there.
      if (lookers && !signal.aborted) await readOthers(lookers).catch(failed)
      for (const [caseId, there] of looking) {
        const before = there.size
        for (const [staffId, { until }] of there) if (until <= clock.now()) there.delete(staffId)
        if (there.size === 0) looking.delete(caseId)
        if (there.size !== before) onChange(caseId)
      }
    }
    isSweeping = false
  }

  /** Returns whether nobody had heard of it. */
  function see(caseId: string, { id, name }: StaffMember, until: number): boolean {
    const there = looking.get(caseId) ?? new Map()
    const isNew = !there.has(id)
    looking.set(caseId, there.set(id, { name, until: Math.max(until, there.get(id)?.until ?? 0) }))
    if (isNew) onChange(caseId)
    void sweep()
    return isNew
  }

  const failed = (err: unknown) => log.warn({ err }, 'who looks at a case could not be shared')
  async function readOthers(from: Lookers): Promise<void> {
    for (const { caseId, staff, until } of await from.all()) if (until > clock.now()) see(caseId, staff, until)
  }
  lookers?.onNews(() => void readOthers(lookers).catch(failed))

  return {
    look(caseId, staff) {
      const until = clock.now() + KEPT_MS
      const isNew = see(caseId, staff, until)
      lookers?.keep({ caseId, staff: { id: staff.id, name: staff.name }, until }, isNew).catch(failed)
    },
    others: (caseId, staffId) =>
      [...(looking.get(caseId) ?? [])].filter(([id]) => id !== staffId).map(([id, { name }]) => ({ id, name })),
  }
}
