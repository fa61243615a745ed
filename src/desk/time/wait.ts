/** How long a fan will wait, told from how long others did. Pure. */

/** Fewer tell nothing. */
const ENOUGH = 3

/** What four of five recent cases were answered within, in ms; undefined when too few tell. Rather a little long than too short. */
export function honestWait(waits: readonly number[]): number | undefined {
  if (waits.length < ENOUGH) return undefined
  const sorted = waits.toSorted((a, b) => a - b)
  return sorted[Math.ceil(sorted.length * 0.8) - 1]
}
