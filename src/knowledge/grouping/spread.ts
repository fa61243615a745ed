/**
 * Texts take on some of the words of those they are most like, so that two which say the same in other words meet through a third
 * (local averaging, as in document expansion; Singhal and Pereira 1999).
 */
import { likenesses, ofLengthOne, type Vector, vectorOf } from './vectors.ts'

/** How many a text takes words from. */
const nearest = 10
/** What a vector keeps: the rest weighs next to nothing, and costs time. */
const longest = 80

export function spread(vectors: readonly Vector[], terms: number): Vector[] {
  const like = likenesses(vectors, terms)
  return vectors.map((vector, row) => {
    const sum = new Map<number, number>()
    addTo(sum, vector, 1)
    const mine = like[row] ?? new Float32Array()
    for (const other of nearestTo(row, mine)) addTo(sum, vectors[other] ?? vector, mine[other] ?? 0)
    const heaviest = [...sum].sort((a, b) => b[1] - a[1]).slice(0, longest)
    return ofLengthOne(vectorOf(new Map(heaviest)))
  })
}

function addTo(sum: Map<number, number>, { ids, weights }: Vector, share: number): void {
  for (const [at, id] of ids.entries()) sum.set(id, (sum.get(id) ?? 0) + share * (weights[at] ?? 0))
}

function nearestTo(row: number, like: Float32Array): readonly number[] {
  const found: number[] = []
  let least = 0
  for (let other = 0; other < like.length; other++) {
    const likeness = like[other] ?? 0
    if (other === row || likeness <= least) continue
    let place = found.length
    while (place > 0 && (like[found[place - 1] ?? 0] ?? 0) < likeness) place--
    found.splice(place, 0, other)
    if (found.length > nearest) found.pop()
    if (found.length === nearest) least = like[found[nearest - 1] ?? 0] ?? 0
  }
  return found
}
