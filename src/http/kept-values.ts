/** What a button means, kept under a short name: platforms give back few letters of a pressed one, and bare values must not be guessed. */
import { createHash } from 'node:crypto'
import { DAY_MS } from '../domain/durations.ts'
import type { AdapterContext } from '../ports/adapter.ts'

/** Longer than any window: an old button may still be pressed. */
const KEPT_MS = 30 * DAY_MS
const MARK = 'k-'

export interface KeptValues {
  /** Of 24 letters, digits, `-` and `_`; the same for the same value. */
  nameFor(value: string): Promise<string>
  /** Undefined where nothing is kept under it, or no longer. */
  valueOf(name: string): Promise<string | undefined>
  /** The value itself where it is no longer than `most` bytes, else its name. */
  shortFor(value: string, most: number): Promise<string>
  /** What such a one means; itself where nothing is kept under it. */
  meantBy(short: string): Promise<string>
}

/** Where all processes of the brand find them; in this process where there is no such place. */
export function keptValues(context: () => Pick<AdapterContext, 'clock' | 'keyValues'> | undefined): KeptValues {
  const known = new Map<string, string>()
  const kept: KeptValues = {
    async nameFor(value) {
      const hash = createHash('sha256').update(value).digest('base64url').slice(0, 22)
      const { keyValues, clock } = context() ?? {}
      if (keyValues && clock) await keyValues.set(`button ${hash}`, value, clock.now() + KEPT_MS)
      else known.set(hash, value)
      return `${MARK}${hash}`
    },
    async valueOf(name) {
      if (!name.startsWith(MARK)) return undefined
      const hash = name.slice(MARK.length)
      return known.get(hash) ?? (await context()?.keyValues?.get(`button ${hash}`))?.value
    },
    shortFor: async (value, most) =>
      Buffer.byteLength(value) <= most && !value.startsWith(MARK) ? value : await kept.nameFor(value),
    meantBy: async (short) => (await kept.valueOf(short)) ?? short,
  }
  return kept
}
