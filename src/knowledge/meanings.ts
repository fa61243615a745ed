/** How close a text lies to each phrasing in meaning, by the vectors of an embeddings model. */

export interface Meanings {
  readonly dimension: number
  /** Likeness, 0–1, of `vector` to each of the phrasings at `rows`, in their order. */
  likeness(vector: Float32Array, rows: readonly number[]): Float32Array
}

/**
 * What all texts of a brand share in a model's space is taken away first, so that unrelated texts are unlike with every
 * model: J. Mu, P. Viswanath, "All-but-the-Top" (2018). Of few answers less is taken, as more of what they share is theirs.
 */
export function createMeanings(vectors: readonly Float32Array[], labels: Int32Array): Meanings | undefined {
  const dimension = vectors[0]?.length ?? 0
  if (dimension === 0 || vectors.some(({ length }) => length !== dimension)) return undefined
  const common = commonPart(vectors, labels, dimension)
  const own = vectors.map((vector) => without(vector, common))
  return {
    dimension,
    likeness(vector, rows) {
      const asked = without(vector, common)
      return Float32Array.from(rows, (row) => Math.max(0, product(asked, own[row] ?? asked)))
    },
  }
}

/** The mean of the answers' means, times the share that is not one answer's own. */
function commonPart(vectors: readonly Float32Array[], labels: Int32Array, dimension: number): Float32Array {
  const sizes = new Map<number, number>()
  for (const label of labels) sizes.set(label, (sizes.get(label) ?? 0) + 1)
  const share = (sizes.size - 1) / sizes.size ** 2
  const common = new Float32Array(dimension)
  for (const [row, vector] of vectors.entries()) {
    const weight = share / (sizes.get(labels[row] ?? 0) ?? 1)
    for (let at = 0; at < dimension; at++) common[at] = (common[at] ?? 0) + weight * (vector[at] ?? 0)
  }
  return common
}

/** The rest, of length one. */
function without(vector: Float32Array, common: Float32Array): Float32Array {
  const rest = vector.map((value, at) => value - (common[at] ?? 0))
  const length = Math.sqrt(product(rest, rest))
  return length > 0 ? rest.map((value) => value / length) : rest
}

function product(a: Float32Array, b: Float32Array): number {
  let sum = 0
  for (let at = 0; at < a.length; at++) sum += (a[at] ?? 0) * (b[at] ?? 0)
  return sum
}
