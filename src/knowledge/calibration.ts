/**
 * Signs → probabilities: a conditional logit over the candidates and "none of them", fitted to the brand's own phrasings.
 * Source: D. McFadden, "Conditional logit analysis of qualitative choice behavior" (1974); Newton's method, with a
 * Gaussian prior so that a brand with a dozen phrasings keeps to what holds for brands in general.
 */
import { type Candidate, type Evidence, signNames } from './evidence.ts'

/** A weight for each sign, then those of "none": the constant, the share of unknown words, and shortness. */
export type Weights = readonly number[]

/** A text of known answer; `answer` undefined: none fits. */
export interface Example {
  readonly evidence: Evidence
  readonly answer: number | undefined
  readonly mass: number
}

/** What holds in general: fitted to many small brands drawn from public sets of questions in several fields. */
export const generalWeights: Weights = [5.2, 2, 1.8, 3.1, 1, 0.8, 0.2, 0.15]
/** How many examples the general weights are worth. */
const trust = 4
const steps = 12

/** Probabilities that each candidate fits, in the candidates' order; what is missing to 1 is "none". */
export function probabilities(evidence: Evidence, weights: Weights): number[] {
  const [, ...candidates] = softmax(options(evidence).map((option) => dot(option, weights)))
  return candidates
}

/** "None" first, then the candidates, each as one row of the logit. */
function options({ candidates, unknown, matter }: Evidence): number[][] {
  const nothing = signNames.map(() => 0)
  const none = [...nothing, 1, unknown, 1 / Math.max(1, matter)]
  return [none, ...candidates.map(({ signs }: Candidate) => [...signs, 0, 0, 0])]
}

export function fitWeights(examples: readonly Example[], start: Weights = generalWeights): Weights {
  const cases = examples.flatMap(({ evidence, answer, mass }) => {
    const chosen =
      answer === undefined ? 0 : evidence.candidates.findIndex((candidate) => candidate.answer === answer) + 1
    return answer !== undefined && chosen === 0 ? [] : [{ rows: options(evidence), chosen, mass }]
  })
  let weights = [...start]
  for (let step = 0; step < steps; step++) {
    const gradient = weights.map((weight, at) => trust * (weight - (start[at] ?? 0)))
    const hessian = weights.map((_, row) => weights.map((_, column) => (row === column ? trust : 0)))
    for (const { rows, chosen, mass } of cases) addCase(rows, chosen, mass, weights, gradient, hessian)
    const move = solve(hessian, gradient)
    weights = weights.map((weight, at) => weight - (move[at] ?? 0))
    if (Math.max(...move.map(Math.abs)) < 1e-4) break
  }
  return weights
}

/** Adds one case's share to the gradient and Hessian of the loss. */
function addCase(
  rows: readonly (readonly number[])[],
  chosen: number,
  mass: number,
  weights: Weights,
  gradient: number[],
  hessian: readonly number[][],
): void {
  const shares = softmax(rows.map((row) => dot(row, weights)))
  const mean = weights.map((_, at) => rows.reduce((sum, row, r) => sum + (shares[r] ?? 0) * (row[at] ?? 0), 0))
  const truth = rows[chosen] ?? []
  for (let a = 0; a < weights.length; a++) {
    gradient[a] = (gradient[a] ?? 0) + mass * ((mean[a] ?? 0) - (truth[a] ?? 0))
    const line = hessian[a] ?? []
    for (let b = 0; b < weights.length; b++) {
      let spread = -(mean[a] ?? 0) * (mean[b] ?? 0)
      for (let r = 0; r < rows.length; r++) spread += (shares[r] ?? 0) * (rows[r]?.[a] ?? 0) * (rows[r]?.[b] ?? 0)
      line[b] = (line[b] ?? 0) + mass * spread
    }
  }
}

function dot(a: readonly number[], b: readonly number[]): number {
  return a.reduce((sum, value, at) => sum + value * (b[at] ?? 0), 0)
}

function softmax(values: readonly number[]): number[] {
  const most = Math.max(...values)
  const powers = values.map((value) => Math.exp(value - most))
  const sum = powers.reduce((a, b) => a + b, 0)
  return powers.map((power) => power / sum)
}

/** Solves a positive definite system by Gaussian elimination. */
function solve(matrix: readonly (readonly number[])[], right: readonly number[]): number[] {
  const rows = matrix.map((line, at) => [...line, right[at] ?? 0])
  const size = rows.length
  for (let pivot = 0; pivot < size; pivot++) {
    const line = rows[pivot] ?? []
    const head = line[pivot] ?? 1
    for (let at = pivot; at <= size; at++) line[at] = (line[at] ?? 0) / head
    rows.forEach((other, index) => {
      const factor = other[pivot] ?? 0
      if (index === pivot || factor === 0) return
      for (let at = pivot; at <= size; at++) other[at] = (other[at] ?? 0) - factor * (line[at] ?? 0)
    })
  }
  return rows.map((line) => line[size] ?? 0)
}
