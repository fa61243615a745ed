/** What models cost, for the page and the doctor. */
import type { Cost } from '../domain/cost.ts'

export interface CostReport extends Cost {
  readonly lastDays: number
  /** Of today's budget for all, 0–1 and beyond. Absent where nothing is limited. */
  readonly budgetSpent?: number
  /** From here on the operator is warned. */
  readonly nearlySpent: number
}

/** Of the last days, today among them. */
export type ReadCost = (lastDays: number) => Promise<CostReport>
