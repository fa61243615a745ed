/** How often one visitor, and one address, may do what costs something. */
import { type Clock, MINUTE_MS } from '#mascot'

const MOST_KEYS = 20_000

/** Each within a minute. */
const most = {
  visitor: { say: 20, file: 6, ask: 120 },
  // Offices and schools share one address.
  address: { say: 120, file: 30, ask: 600, visit: 20 },
} as const

export type Costly = keyof (typeof most)['address']

export interface Limits {
  /** How long they have to wait, in ms; 0: it counts, and they may. */
  take(what: Costly, who: { readonly visitor?: string; readonly address: string }): number
}

export function createLimits(clock: Clock): Limits {
  const times = new Map<string, number[]>()
  function waitOf(key: string, limit: number): number {
    const recent = (times.get(key) ?? []).filter((at) => at > clock.now() - MINUTE_MS)
    times.set(key, recent)
    const [first = 0] = recent
    return recent.length < limit ? 0 : first + MINUTE_MS - clock.now()
  }
  return {
    take(what, { visitor, address }) {
      if (times.size > MOST_KEYS) times.clear()
      const keys = [
        [`a ${what} ${address}`, most.address[what]] as const,
        ...(visitor === undefined || what === 'visit' ? [] : [[`v ${what} ${visitor}`, most.visitor[what]] as const]),
      ]
      const wait = Math.max(...keys.map(([key, limit]) => waitOf(key, limit)))
      if (wait === 0) for (const [key] of keys) times.get(key)?.push(clock.now())
      return wait
    },
  }
}

/** The address a request came from: as the operator's own proxies tell it, and by nobody else. */
export function addressOf(headers: Headers, peer: string | undefined, proxies: number): string {
  if (proxies === 0) return peer ?? 'unknown'
  const told = (headers.get('x-forwarded-for') ?? '').split(',').map((one) => one.trim())
  return told.at(-proxies) || (peer ?? 'unknown')
}
