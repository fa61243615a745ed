/** Brings the figures up to date before they are read. */
import type { Store } from '../ports/store.ts'
import type { InsightParts } from '../program/insights.ts'

/** Until nothing waits, or what waits first is the same as before: then counting it fails, and that was said. */
export async function countAll(
  { keepCounting }: Pick<InsightParts, 'keepCounting'>,
  { insights }: Pick<Store, 'insights'>,
) {
  let first: string | undefined
  while (!(await keepCounting())) {
    const [next] = await insights.uncounted(1)
    if (next === undefined || next.turnId === first) return
    first = next.turnId
  }
}
