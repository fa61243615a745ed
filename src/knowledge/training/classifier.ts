/**
 * A linear support vector machine for each answer against all others, by dual coordinate descent.
 * Source: C.-J. Hsieh et al., "A dual coordinate descent method for large-scale linear SVM", ICML 2008 (L2 loss, shrinking).
 */
import type { Vector } from '../term-weights.ts'

/** What is kept of the machines: which phrasings hold up which answer's border, and how much. */
export interface Supports {
  /** The supports of phrasing `i` stand at `starts[i]` to `starts[i + 1]`. */
  readonly starts: Int32Array
  readonly answers: Int32Array
  /** Positive for the answer's own phrasings, negative for others'. */
  readonly weights: Float32Array
  /** One for each answer. */
  readonly bias: Float32Array
}

export interface TrainingSet {
  readonly vectors: readonly Vector[]
  /** Position of each vector's answer. */
  readonly labels: Int32Array
  readonly answers: number
  readonly features: number
}

const rounds = 8
/** Enough where a descent starts next to its end. */
const roundsFromStart = 2
/** A round in which no weight moved more ends the training. */
const still = 0.08
/** Correct by this much beyond the border: left out of the following rounds. */
const far = 0.3
/** Cost of a phrasing on the wrong side; its own phrasings are few, so they cost more. */
const ownCost = 3
const otherCost = 1
/** Value of the constant feature. */
const constant = 0.3

/** Where a descent starts, by answer: the rows that are expected to matter, and how much; where nothing is expected, all of them. */
export type Start = readonly (Expected | undefined)[]

interface Expected {
  readonly rows: readonly number[]
  readonly alphas: readonly number[]
  /** Given where nothing is to be learnt: they stay as they are. */
  readonly bias?: number
}

/** `start` makes it quick, if the set is part of one already trained on. */
export function trainClassifier(set: TrainingSet, start?: Start): Supports {
  const found: { row: number; answer: number; weight: number }[] = []
  const bias = new Float32Array(set.answers)
  const descend = createDescent(set)
  const seen = new Set(set.labels)
  for (let answer = 0; answer < set.answers; answer++) {
    if (!seen.has(answer)) continue
    const from = start?.[answer]
    if (from?.bias !== undefined) {
      bias[answer] = from.bias
      for (const [at, row] of from.rows.entries()) {
        const alpha = from.alphas[at] ?? 0
        found.push({ row, answer, weight: set.labels[row] === answer ? alpha : -alpha })
      }
      continue
    }
    const { alphas, offset } = descend(answer, from)
    bias[answer] = offset
    for (let row = 0; row < alphas.length; row++) {
      const alpha = alphas[row] ?? 0
      if (alpha > 0) found.push({ row, answer, weight: set.labels[row] === answer ? alpha : -alpha })
    }
  }
  return { ...gather(found, set.vectors.length), bias }
}

/** What a training on all phrasings found, for a training on those at `rows` alone. */
export function supportsOf(
  { starts, answers, weights }: Supports,
  rows: readonly number[],
  count: number,
): readonly Expected[] {
  const start = Array.from({ length: count }, () => ({ rows: [] as number[], alphas: [] as number[] }))
  rows.forEach((row, place) => {
    for (let at = starts[row] ?? 0; at < (starts[row + 1] ?? 0); at++) {
      const own = start[answers[at] ?? 0]
      own?.rows.push(place)
      own?.alphas.push(Math.abs(weights[at] ?? 0))
    }
  })
  return start
}

/** One descent after the other, over memory they share. */
function createDescent({ vectors, labels, features }: TrainingSet) {
  const border = new Float64Array(features)
  const alphas = new Float64Array(vectors.length)
  const squares = Float64Array.from(vectors, ({ weights }) =>
    weights.reduce((sum, w) => sum + w * w, constant * constant),
  )
  const order = new Int32Array(vectors.length)
  const random = createRandom()
  let offset = 0

  const decisionFor = ({ ids, weights }: Vector): number => {
    let value = offset * constant
    for (let i = 0; i < ids.length; i++) value += (border[ids[i] ?? 0] ?? 0) * (weights[i] ?? 0)
    return value
  }
  const move = ({ ids, weights }: Vector, step: number): void => {
    offset += step * constant
    for (let i = 0; i < ids.length; i++) {
      const id = ids[i] ?? 0
      border[id] = (border[id] ?? 0) + step * (weights[i] ?? 0)
    }
  }
  /** Returns how many rows stand first in `order`, for the rounds to visit. */
  const begin = (answer: number, start: Expected | undefined): number => {
    border.fill(0)
    alphas.fill(0)
    offset = 0
    if (!start) {
      for (let row = 0; row < order.length; row++) order[row] = row
      return order.length
    }
    for (const [at, row] of start.rows.entries()) {
      const alpha = start.alphas[at] ?? 0
      order[at] = row
      alphas[row] = alpha
      move(vectors[row] ?? empty, labels[row] === answer ? alpha : -alpha)
    }
    return start.rows.length
  }

  return (answer: number, start?: Expected): { alphas: Float64Array; offset: number } => {
    let active = begin(answer, start)
    for (let left = start ? roundsFromStart : rounds; left > 0; left--) {
      shuffle(order, active, random)
      let moved = 0
      let kept = 0
      for (let at = 0; at < active; at++) {
        const row = order[at] ?? 0
        const vector = vectors[row] ?? empty
        const side = labels[row] === answer ? 1 : -1
        const slack = 1 / (2 * (side > 0 ? ownCost : otherCost))
        const alpha = alphas[row] ?? 0
        const gradient = side * decisionFor(vector) - 1 + slack * alpha
        if (alpha > 0 || gradient < far) order[kept++] = row
        if (alpha === 0 && gradient > 0) continue
        const next = Math.max(0, alpha - gradient / ((squares[row] ?? 1) + slack))
        alphas[row] = next
        moved = Math.max(moved, Math.abs(next - alpha))
        if (next !== alpha) move(vector, (next - alpha) * side)
      }
      active = kept
      if (moved < still) break
    }
    return { alphas, offset: offset * constant }
  }
}

const empty: Vector = { ids: new Int32Array(), weights: new Float32Array() }

function gather(
  found: readonly { row: number; answer: number; weight: number }[],
  rows: number,
): Omit<Supports, 'bias'> {
  const starts = new Int32Array(rows + 1)
  for (const { row } of found) starts[row + 1] = (starts[row + 1] ?? 0) + 1
  for (let row = 0; row < rows; row++) starts[row + 1] = (starts[row + 1] ?? 0) + (starts[row] ?? 0)
  const next = starts.slice()
  const answers = new Int32Array(found.length)
  const weights = new Float32Array(found.length)
  for (const { row, answer, weight } of found) {
    const at = next[row] ?? 0
    answers[at] = answer
    weights[at] = weight
    next[row] = at + 1
  }
  return { starts, answers, weights }
}

/** Whole numbers below `limit`, the same sequence every time: training must not depend on chance. */
function createRandom(): (limit: number) => number {
  let state = 1
  return (limit) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return Math.floor((state / 2 ** 32) * limit)
  }
}

function shuffle(order: Int32Array, length: number, random: (limit: number) => number): void {
  for (let at = length - 1; at > 0; at--) {
    const other = random(at + 1)
    const row = order[at] ?? 0
    order[at] = order[other] ?? 0
    order[other] = row
  }
}
