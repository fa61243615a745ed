/** Which fifth of the brand each round of cross-validation hides: answers that are alike together, phrasings evenly. */
import type { Corpus } from '../corpus.ts'
import type { Prepared } from '../evidence.ts'
import type { Vector } from '../term-weights.ts'

export const folds = 5

export interface Folds {
  /** For each answer the fold that hides it whole. */
  readonly hidden: Int32Array
  /** For each phrasing the fold that asks it. */
  readonly asked: Int32Array
}

/**
 * Were one of two twin answers hidden alone, its phrasings would fit the other, and the brand would learn to distrust
 * good matches. So the answers are put in a chain, each next to the one most like it, and the chain is cut in five.
 */
export function assignFolds(corpus: Corpus, { vectors, labels }: Prepared): Folds {
  const hidden = new Int32Array(corpus.answers)
  chain(centres(corpus, vectors, labels), corpus.features).forEach((answer, place, all) => {
    hidden[answer] = Math.floor((place * folds) / all.length)
  })
  const next = new Int32Array(corpus.answers)
  const asked = Int32Array.from(corpus.phrasings, ({ answer }) => {
    const place = next[answer] ?? 0
    next[answer] = place + 1
    return (place + answer) % folds
  })
  return { hidden, asked }
}

/** For each answer the mean of its phrasings, of unit length. */
function centres(corpus: Corpus, vectors: Prepared['vectors'], labels: Int32Array): Vector[] {
  const sums = Array.from({ length: corpus.answers }, () => new Map<number, number>())
  for (const [row, { ids, weights }] of vectors.entries()) {
    const sum = sums[labels[row] ?? 0]
    for (const [at, id] of ids.entries()) sum?.set(id, (sum.get(id) ?? 0) + (weights[at] ?? 0))
  }
  return sums.map((sum) => {
    const length = Math.hypot(...sum.values()) || 1
    return { ids: Int32Array.from(sum.keys()), weights: Float32Array.from(sum.values(), (weight) => weight / length) }
  })
}

function chain(points: readonly Vector[], features: number): number[] {
  const left = new Set(points.keys())
  const found: number[] = []
  const here = new Float32Array(features)
  let at = 0
  while (left.delete(at)) {
    found.push(at)
    const point = points[at] ?? { ids: new Int32Array(), weights: new Float32Array() }
    for (const [place, id] of point.ids.entries()) here[id] = point.weights[place] ?? 0
    let best = -1
    for (const other of left) {
      const likeness = dot(points[other], here)
      if (likeness <= best) continue
      best = likeness
      at = other
    }
    for (const id of point.ids) here[id] = 0
  }
  return found
}

function dot(vector: Vector | undefined, dense: Float32Array): number {
  if (!vector) return 0
  const { ids, weights } = vector
  let sum = 0
  for (let at = 0; at < ids.length; at++) sum += (dense[ids[at] ?? 0] ?? 0) * (weights[at] ?? 0)
  return sum
}
