/** Tokens of a model's answers, and what they cost. */

/** Tokens of one answer, as counted by the server or estimated. */
export interface Usage {
  /** All of the prompt's, those from the server's cache among them. */
  readonly inputTokens: number
  readonly cachedTokens: number
  readonly outputTokens: number
}

/** What some answers took together. */
export interface Spent extends Usage {
  readonly answers: number
  /** In the currency of the prices configured. Absent where there are none. */
  readonly price?: number
}

export const nothing: Spent = { answers: 0, inputTokens: 0, cachedTokens: 0, outputTokens: 0 }

export function sumOf(one: Spent, other: Spent): Spent {
  const price = one.price === undefined ? other.price : one.price + (other.price ?? 0)
  return {
    answers: one.answers + other.answers,
    inputTokens: one.inputTokens + other.inputTokens,
    cachedTokens: one.cachedTokens + other.cachedTokens,
    outputTokens: one.outputTokens + other.outputTokens,
    ...(price === undefined ? {} : { price }),
  }
}

/** What came on top of an earlier sum. */
export function sinceOf(sum: Spent, earlier: Spent): Spent {
  return {
    answers: sum.answers - earlier.answers,
    inputTokens: sum.inputTokens - earlier.inputTokens,
    cachedTokens: sum.cachedTokens - earlier.cachedTokens,
    outputTokens: sum.outputTokens - earlier.outputTokens,
    ...(sum.price === undefined ? {} : { price: sum.price - (earlier.price ?? 0) }),
  }
}
