/** Pictures of products that lie on other sites, fetched by us: a fan's browser never asks there, and each is asked for once in a while. */
import { MINUTE_MS, SECOND_MS } from '../domain/durations.ts'
import type { Clock } from '../ports/clock.ts'
import { exchange } from '../reach/exchange.ts'

const LIMIT_MS = 8 * SECOND_MS
const MOST_BYTES = 3 * 1024 * 1024
/** So many are held, the latest used. */
const MOST_HELD = 40
const HELD_MS = 30 * MINUTE_MS
/** One that could not be fetched is tried again after that. */
const FAILED_MS = MINUTE_MS

export interface PicturesOptions {
  readonly clock: Clock
  readonly signal: AbortSignal
  /** Addresses of this machine and its network are allowed, and then also `http:`. */
  readonly mayBePrivate?: boolean
}

/** Undefined where there is none to be had: too large, too slow, refused, not reached. */
export type Pictures = (url: string) => Promise<Uint8Array | undefined>

export function createPictures({ clock, signal, mayBePrivate = false }: PicturesOptions): Pictures {
  const held = new Map<string, { readonly until: number; readonly bytes: Promise<Uint8Array | undefined> }>()
  return async (address) => {
    const known = held.get(address)
    held.delete(address)
    if (known && known.until > clock.now()) {
      held.set(address, known)
      return await known.bytes
    }
    const bytes = fetched(address)
    const keep = (ms: number) => held.set(address, { until: clock.now() + ms, bytes })
    keep(HELD_MS)
    const [oldest] = held.keys()
    if (held.size > MOST_HELD && oldest !== undefined) held.delete(oldest)
    const found = await bytes
    if (found === undefined) keep(FAILED_MS)
    return found
  }

  async function fetched(address: string): Promise<Uint8Array | undefined> {
    const url = URL.parse(address)
    if (!url || !(url.protocol === 'https:' || (mayBePrivate && url.protocol === 'http:'))) return undefined
    const request = { method: 'GET', headers: { accept: 'image/*' }, limitMs: LIMIT_MS, mostBytes: MOST_BYTES } as const
    const answer = await exchange({ ...request, url, mayBePrivate, clock, signal }).catch(() => undefined)
    return answer?.status === 200 ? answer.bytes : undefined
  }
}
