/** Inverted lists: for each feature the rows that have it, so that a text meets only what it shares something with. */
import type { Vector } from './term-weights.ts'

/** The rows of feature `id`, with its weight in each, stand at `starts[id]` to `starts[id + 1]`. */
export interface Postings {
  readonly starts: Int32Array
  readonly rows: Int32Array
  readonly weights: Float32Array
}

/** Vectors by row → for each feature the rows that have it. */
export function createPostings(vectors: readonly Vector[], features: number): Postings {
  const starts = new Int32Array(features + 1)
  for (const { ids } of vectors) for (const id of ids) starts[id + 1] = (starts[id + 1] ?? 0) + 1
  for (let id = 0; id < features; id++) starts[id + 1] = (starts[id + 1] ?? 0) + (starts[id] ?? 0)
  const next = starts.slice()
  const rows = new Int32Array(starts[features] ?? 0)
  const weights = new Float32Array(rows.length)
  vectors.forEach((vector, row) => {
    for (let i = 0; i < vector.ids.length; i++) {
      const id = vector.ids[i] ?? 0
      const at = next[id] ?? 0
      rows[at] = row
      weights[at] = vector.weights[i] ?? 0
      next[id] = at + 1
    }
  })
  return { starts, rows, weights }
}

/** Adds to each row its dot product with `vector`. */
export function spread({ starts, rows, weights }: Postings, vector: Vector, into: Float32Array): void {
  for (let i = 0; i < vector.ids.length; i++) {
    const id = vector.ids[i] ?? 0
    const weight = vector.weights[i] ?? 0
    const end = starts[id + 1] ?? 0
    for (let at = starts[id] ?? 0; at < end; at++) {
      const row = rows[at] ?? 0
      into[row] = (into[row] ?? 0) + weight * (weights[at] ?? 0)
    }
  }
}
