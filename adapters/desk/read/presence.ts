/** Who looks at which case: told by each page every 20 s, kept in this process only, forgotten 45 s later. */
import type { Clock, StaffMember } from '#mascot'

const KEPT_MS = 45_000

export interface Presence {
  look(caseId: string, staff: StaffMember): void
  /** All but this one. */
  others(caseId: string, staffId: string): readonly StaffMember[]
}

export function createPresence({
  clock,
  signal,
  onChange,
}: {
  readonly clock: Clock
  readonly signal: AbortSignal
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
      for (const [caseId, there] of looking) {
        const before = there.size
        for (const [staffId, { until }] of there) if (until <= clock.now()) there.delete(staffId)
        if (there.size === 0) looking.delete(caseId)
        if (there.size !== before) onChange(caseId)
      }
    }
    isSweeping = false
  }

  return {
    look(caseId, { id, name }) {
      const there = looking.get(caseId) ?? new Map()
      const isNew = !there.has(id)
      looking.set(caseId, there.set(id, { name, until: clock.now() + KEPT_MS }))
      if (isNew) onChange(caseId)
      void sweep()
    },
    others: (caseId, staffId) =>
      [...(looking.get(caseId) ?? [])].filter(([id]) => id !== staffId).map(([id, { name }]) => ({ id, name })),
  }
}
