/**
 * Signs → probabilities: a conditional logit over the candidates and "none of them", fitted to the brand's own phrasings.
 * Source: D. McFadden, "Conditional logit analysis of qualitative choice behavior" (1974); Newton's method, with a
 * Gaussian prior so that a brand with a dozen phrasings keeps to what holds for brands in general.
 */
import { type Candidate, type Evidence, signNames } from '../evidence.ts'

/**
 * A weight for each sign, then those of "none": the constant, the share of unknown words, shortness, bareness; with vectors
 * then those of the two likenesses in meaning.
 */
export type Weights = readonly number[]

/** A text of known answer; `answer` undefined: none fits. */
export interface Example {
  readonly evidence: Evidence
  readonly answer: number | undefined
  readonly mass: number
}

/**
 * What holds in general: about the middle of what was fitted to brands of 5 to 150 answers drawn from two public sets
 * (S. Larson et al., "CLINC150", 2019; HINT3). Only brands with few phrasings depend on it.
 */
const generalWeights: Weights = [5.2, 2, 1.8, 3.1, 1, 0.5, 0.8, 0.2, 0.15, 3]
/** The same with vectors: an assumption, as models differ; a meaning close by outweighs that no word is known. */
export const generalWeightsWithMeaning: Weights = [3.5, 1.5, 1.2, 2.5, 0.8, 0.5, 2, 0.2, 0.15, 2, 4.5, 4]
/** How many examples the general weights are worth. */
const trust = 4
/** Phrasings of an answer up to which a brand's subjects are weighed freely. */
const few = 7
const subjectSign = signNames.indexOf('subjects')
const noneConstant = signNames.length
/** Phrasings of an answer from which on cross-validation tells the truth; measured on brands of 10 to 40 answers drawn from the same sets. */
const enough = 12
/** In larger brands, other answers come near anyway. */
const smallBrand = 25
/** Fewer phrasings in all are no brand to speak of. */
const atLeast = 40
const steps = 12
/** A step that moves no weight further ends the fit. */
const still = 1e-3

/** Probabilities that each candidate fits, in the candidates' order; what is missing to 1 is "none". */
export function probabilities(evidence: Evidence, weights: Weights): number[] {
  const [, ...candidates] = softmax(options(evidence).map((option) => dot(option, weights)))
  return candidates
}

/** "None" first, then the candidates, each as one row of the logit. */
function options({ candidates, unknown, matter, isBare }: Evidence): number[][] {
  const nothing = signNames.map(() => 0)
  const none = [...nothing, 1, unknown, 1 / Math.max(1, matter), isBare ? 1 : 0]
  return [none, ...candidates.map(({ signs, meaning }: Candidate) => [...signs, 0, 0, 0, 0, ...(meaning ?? [])])]
}

/** How much a brand has to learn from. */
export interface Size {
  readonly answers: number
  /** Phrasings of an answer, on the average. */
  readonly phrasings: number
}

/**
 * Cross-validation hides answers of one subject together, so it cannot see what a subject shared with a missing answer leads
 * to: a brand with many phrasings, whose words suffice, keeps to the general weight of subjects, and one with few learns its
 * own. It also leaves out a fifth of an answer's phrasings; where they are few that is much, and the brand knows its fans
 * better than it can tell by itself, so "none" weighs less there.
 */
export function fitWeights(
  examples: readonly Example[],
  { answers, phrasings }: Size,
  start: Weights = generalWeights,
): Weights {
  const trusts = start.map((_, at) => (at === subjectSign ? trust * Math.max(1, (phrasings / few) ** 4) : trust))
  const cases = examples.map(({ evidence, answer, mass }): Case => {
    const chosen = answer === undefined ? 0 : evidence.candidates.findIndex((each) => each.answer === answer) + 1
    return { rows: options(evidence), chosen, mass }
  })
  // A fitting answer that is not even a candidate teaches nothing about the candidates' signs.
  const telling = cases.filter(({ chosen }, at) => chosen > 0 || examples[at]?.answer === undefined)
  let weights = [...start]
  for (let step = 0; step < steps; step++) {
    const gradient = Float64Array.from(weights, (weight, at) => (trusts[at] ?? trust) * (weight - (start[at] ?? 0)))
    const hessian = weights.map((_, row) =>
      Float64Array.from(weights, (_, column) => (row === column ? (trusts[row] ?? trust) : 0)),
    )
    for (const each of telling) addCase(each, weights, gradient, hessian)
    const move = solve(hessian, gradient)
    const next = damped({ weights, move, gradient }, (tried) => lossOf(telling, tried, { start, trusts }))
    const furthest = Math.max(...next.map((weight, at) => Math.abs(weight - (weights[at] ?? 0))))
    weights = next
    if (furthest < still) break
  }
  const relief =
    Math.max(0, 1 - phrasings / enough) *
    Math.min(1, smallBrand / answers) *
    Math.min(1, (answers * phrasings) / atLeast)
  return weights.map((weight, at) => (at === noneConstant ? weight - relief : weight))
}

/**
 * A share of what the slope promises must come of a step.
 * Source: L. Armijo, "Minimization of functions having Lipschitz continuous first partial derivatives" (1966).
 */
const SHARE = 1e-4
const MOST_HALVINGS = 30

/**
 * A step of Newton's, halved until it gains. Where phrasings are so much alike that nearly all is certain, the loss is flat around them, and a
 * whole step would lead far beyond what it is good for.
 */
function damped(
  { weights, move, gradient }: { weights: Weights; move: readonly number[]; gradient: Float64Array },
  loss: (weights: Weights) => number,
): number[] {
  const before = loss(weights)
  const slope = move.reduce((sum, by, at) => sum + by * (gradient[at] ?? 0), 0)
  let length = 1
  for (let halving = 0; halving < MOST_HALVINGS; halving++, length /= 2) {
    const tried = weights.map((weight, at) => weight - length * (move[at] ?? 0))
    if (loss(tried) <= before - SHARE * length * slope) return tried
  }
  return [...weights]
}

/** What the weights make of the cases, and how far they are from what holds in general. */
function lossOf(
  cases: readonly Case[],
  weights: Weights,
  { start, trusts }: { readonly start: Weights; readonly trusts: readonly number[] },
): number {
  const prior = weights.reduce(
    (sum, weight, at) => sum + ((trusts[at] ?? trust) / 2) * (weight - (start[at] ?? 0)) ** 2,
    0,
  )
  return cases.reduce((sum, { rows, chosen, mass }) => {
    const values = rows.map((row) => dot(row, weights))
    const most = Math.max(...values)
    const all = most + Math.log(values.reduce((powers, value) => powers + Math.exp(value - most), 0))
    return sum + mass * (all - (values[chosen] ?? 0))
  }, prior)
}

/** A choice between the rows; the one at `chosen` was right. */
interface Case {
  readonly rows: readonly (readonly number[])[]
  readonly chosen: number
  readonly mass: number
}

/** Adds one case's share to the gradient and Hessian of the loss. */
function addCase(
  { rows, chosen, mass }: Case,
  weights: Weights,
  gradient: Float64Array,
  hessian: Float64Array[],
): void {
  const shares = softmax(rows.map((row) => dot(row, weights)))
  const mean = new Float64Array(weights.length)
  for (const [r, row] of rows.entries()) {
    const share = shares[r] ?? 0
    for (let at = 0; at < mean.length; at++) mean[at] = (mean[at] ?? 0) + share * (row[at] ?? 0)
  }
  for (let a = 0; a < mean.length; a++) {
    gradient[a] = (gradient[a] ?? 0) + mass * ((mean[a] ?? 0) - (rows[chosen]?.[a] ?? 0))
  }
  for (const [r, row] of rows.entries()) {
    const share = mass * (shares[r] ?? 0)
    for (let a = 0; a < mean.length; a++) {
      const line = hessian[a]
      const pull = share * ((row[a] ?? 0) - (mean[a] ?? 0))
      if (!line || pull === 0) continue
      for (let b = 0; b < mean.length; b++) line[b] = (line[b] ?? 0) + pull * ((row[b] ?? 0) - (mean[b] ?? 0))
    }
  }
}

function dot(a: readonly number[], b: readonly number[]): number {
  let sum = 0
  for (let at = 0; at < a.length; at++) sum += (a[at] ?? 0) * (b[at] ?? 0)
  return sum
}

function softmax(values: readonly number[]): number[] {
  const most = Math.max(...values)
  const powers = values.map((value) => Math.exp(value - most))
  const sum = powers.reduce((a, b) => a + b, 0)
  return powers.map((power) => power / sum)
}

/** Solves a positive definite system by Gaussian elimination. */
function solve(matrix: readonly Float64Array[], right: Float64Array): number[] {
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
