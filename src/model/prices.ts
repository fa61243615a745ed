/** What an answer costs, and what its tokens weigh in a budget: one from the server's cache is not worth one that was read anew. */
import type { Usage } from '../domain/spent.ts'

/** For a million tokens each, in whatever currency the operator counts. */
export interface Prices {
  readonly input: number
  /** If absent, a tenth of the input's. */
  readonly cached?: number | undefined
  /** If absent, the input's. */
  readonly output?: number | undefined
}

const cachedShare = 0.1
const million = 1_000_000

export function priceOf({ inputTokens, cachedTokens, outputTokens }: Usage, prices: Prices): number {
  const { input, cached = input * cachedShare, output = input } = prices
  return ((inputTokens - cachedTokens) * input + cachedTokens * cached + outputTokens * output) / million
}

/** In tokens that were read anew. */
export function weightOf({ inputTokens, cachedTokens, outputTokens }: Usage, prices?: Prices): number {
  const share = prices && prices.input > 0 ? (prices.cached ?? prices.input * cachedShare) / prices.input : cachedShare
  return Math.round(inputTokens - cachedTokens + cachedTokens * share + outputTokens)
}
