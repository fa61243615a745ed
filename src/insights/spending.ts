/** What models cost, added up in memory and written down now and then: a turn waits for none of it. */
import { nothing, type Spent, sumOf } from '../domain/spent.ts'
import type { Insights } from '../ports/insights.ts'
import { MILLIONTHS } from './report.ts'

export interface Spending {
  spent(more: Spent): void
  /** Keeps with the day what was spent since the last call. */
  flush(day: string): Promise<void>
}

export function createSpending(insights: Pick<Insights, 'add'>): Spending {
  let unsaved = nothing
  return {
    spent(more) {
      unsaved = sumOf(unsaved, more)
    },
    async flush(day) {
      const { answers, inputTokens, cachedTokens, outputTokens, price = 0 } = unsaved
      if (answers === 0) return
      const taken = unsaved
      unsaved = nothing
      const parts = {
        ...{ answers, 'input-tokens': inputTokens, 'cached-tokens': cachedTokens, 'output-tokens': outputTokens },
        price: Math.round(price * MILLIONTHS),
      }
      try {
        await insights.add(
          day,
          Object.entries(parts).map(([part, n]) => ({ name: 'cost', part, n })),
        )
      } catch (error) {
        unsaved = sumOf(unsaved, taken)
        throw error
      }
    },
  }
}
