/** What a budget counts while a verb runs. */
import type { Counts } from '../ports/short-term.ts'

export function countsInMemory(): Counts {
  const held = new Map<string, number>()
  return {
    sums: async (keys) => keys.map((key) => held.get(key) ?? 0),
    async add(key, amount) {
      const sum = (held.get(key) ?? 0) + amount
      held.set(key, sum)
      return sum
    },
  }
}
