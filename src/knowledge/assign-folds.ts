/** Which fifth of the brand each round of cross-validation hides: answers that are alike together, phrasings evenly. */
import type { Corpus } from './corpus.ts'
import type { Prepared } from './evidence.ts'

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
  chain(centres(corpus, vectors, labels)).forEach((answer, place, all) => {
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

type Centre = ReadonlyMap<number, number>

/** For each answer the mean of its phrasings, of unit length. */
function centres(corpus: Corpus, vectors: Prepared['vectors'], labels: Int32Array): Centre[] {
  const sums = Array.from({ length: corpus.answers }, () => new Map<number, number>())
  for (const [row, { ids, weights }] of vectors.entries()) {
    const sum = sums[labels[row] ?? 0]
    for (const [at, id] of ids.entries()) sum?.set(id, (sum.get(id) ?? 0) + (weights[at] ?? 0))
  }
  return sums.map((sum) => {
    const length = Math.hypot(...sum.values()) || 1
    return new Map([...sum].map(([id, weight]) => [id, weight / length]))
  })
}

function chain(points: readonly Centre[]): number[] {
  const left = new Set(points.keys())
  const found: number[] = []
  let at = 0
  while (left.delete(at)) {
    found.push(at)
    const here = points[at]
    let best = -1
    for (const other of left) {
      let likeness = 0
      for (const [id, weight] of points[other] ?? []) likeness += weight * (here?.get(id) ?? 0)
      if (likeness <= best) continue
      best = likeness
      at = other
    }
  }
  return found
}
