/** Sums of the whole brand, over the store. */
import type { Clock } from '../ports/clock.ts'
import type { Counts } from '../ports/short-term.ts'
import type { Store } from '../ports/store.ts'

export function countsOver({ keyValues }: Pick<Store, 'keyValues'>, clock: Pick<Clock, 'now'>): Counts {
  const place = (key: string) => `count::${key}`
  return {
    sums: (keys) => keyValues.sums(keys.map(place)),
    add: (key, amount, ttlMs) => keyValues.add(place(key), amount, clock.now() + ttlMs),
  }
}
