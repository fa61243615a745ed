/** Lists of terms as vectors, so that how like two texts are is a number from 0 to 1. */

/** Ids and weights of what a text has; all others are 0. */
export interface Vector {
  readonly ids: Int32Array
  readonly weights: Float32Array
}

/** A term of one text alone makes it like no other. */
const fewestTexts = 2

export interface Counted {
  /** How often each text has each term that several have. */
  readonly counts: readonly Vector[]
  readonly terms: number
  /** The same of a text that comes later; what none of them had is left out. */
  count(terms: readonly string[]): Vector
}

export function countTerms(texts: readonly (readonly string[])[]): Counted {
  const textsWith = new Map<string, number>()
  for (const terms of texts) for (const term of new Set(terms)) textsWith.set(term, (textsWith.get(term) ?? 0) + 1)
  const ids = new Map<string, number>()
  for (const [term, count] of textsWith) if (count >= fewestTexts) ids.set(term, ids.size)
  const count = (terms: readonly string[]): Vector => {
    const counted = new Map<number, number>()
    for (const term of terms) {
      const id = ids.get(term)
      if (id !== undefined) counted.set(id, (counted.get(id) ?? 0) + 1)
    }
    return vectorOf(counted)
  }
  return { counts: texts.map(count), terms: ids.size, count }
}

/** Rare terms weigh more, and every vector has the length 1 (tf-idf, Salton and Buckley 1988). */
export function weighTerms(counts: readonly Vector[], terms: number): Vector[] {
  const textsWith = new Float64Array(terms)
  for (const { ids } of counts) for (const id of ids) textsWith[id] = (textsWith[id] ?? 0) + 1
  const rarity = textsWith.map((count) => Math.log(counts.length / count))
  return counts.map(({ ids, weights }) =>
    ofLengthOne({ ids, weights: weights.map((count, at) => (1 + Math.log(count)) * (rarity[ids[at] ?? 0] ?? 0)) }),
  )
}

export function ofLengthOne({ ids, weights }: Vector): Vector {
  const length = Math.sqrt(weights.reduce((sum, weight) => sum + weight * weight, 0))
  return length > 0 ? { ids, weights: weights.map((weight) => weight / length) } : { ids, weights }
}

function vectorOf(entries: ReadonlyMap<number, number>): Vector {
  return { ids: Int32Array.from(entries.keys()), weights: Float32Array.from(entries.values()) }
}

/** How like each two are: the cosine, a row a text. */
export function likenesses(vectors: readonly Vector[], terms: number): Float32Array[] {
  const having: { rows: number[]; weights: number[] }[] = Array.from({ length: terms }, () => ({
    rows: [],
    weights: [],
  }))
  for (const [row, { ids, weights }] of vectors.entries()) {
    for (const [at, id] of ids.entries()) {
      having[id]?.rows.push(row)
      having[id]?.weights.push(weights[at] ?? 0)
    }
  }
  return vectors.map(({ ids, weights }) => {
    const like = new Float32Array(vectors.length)
    for (const [at, id] of ids.entries()) {
      const weight = weights[at] ?? 0
      const { rows, weights: theirs } = having[id] ?? { rows: [], weights: [] }
      for (let i = 0; i < rows.length; i++) {
        const row = rows[i] ?? 0
        like[row] = (like[row] ?? 0) + weight * (theirs[i] ?? 0)
      }
    }
    return like
  })
}
