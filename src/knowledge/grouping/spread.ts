/**
 * Texts take on some of the words of those they are most like, so that two which say the same in other words meet through a third
 * (local averaging, as in document expansion; Singhal and Pereira 1999).
 */
import { likenesses, ofLengthOne, type Vector } from './vectors.ts'

/** How many a text takes words from. */
const nearest = 10
/** What a vector keeps: the rest weighs next to nothing, and costs time. */
const longest = 80

export function spread(vectors: readonly Vector[], terms: number): Vector[] {
  const like = likenesses(vectors, terms)
  const sum = new Float64Array(terms)
  return vectors.map((vector, row) => {
    const touched: number[] = []
    const add = ({ ids, weights }: Vector, share: number) => {
      for (let at = 0; at < ids.length; at++) {
        const id = ids[at] ?? 0
        if (sum[id] === 0) touched.push(id)
        sum[id] = (sum[id] ?? 0) + share * (weights[at] ?? 0)
      }
    }
    add(vector, 1)
    const mine = like[row] ?? new Float32Array()
    for (const other of nearestTo(row, mine)) add(vectors[other] ?? vector, mine[other] ?? 0)
    const least = leastOf(touched, sum)
    const kept = touched.filter((id) => (sum[id] ?? 0) >= least)
    const heaviest = { ids: Int32Array.from(kept), weights: Float32Array.from(kept, (id) => sum[id] ?? 0) }
    for (const id of touched) sum[id] = 0
    return ofLengthOne(heaviest)
  })
}

/** Where weights are put in order, text after text. */
let row = new Float64Array(1_024)

/** What the heaviest of them weigh at least. */
function leastOf(ids: readonly number[], weights: Float64Array): number {
  if (ids.length <= longest) return 0
  if (row.length < ids.length) row = new Float64Array(2 * ids.length)
  for (let at = 0; at < ids.length; at++) row[at] = weights[ids[at] ?? 0] ?? 0
  return select(row, ids.length, ids.length - longest)
}

/** What would stand at the place if the first `count` were sorted, without sorting the rest (Hoare 1961). Puts them in another order. */
function select(values: Float64Array, count: number, place: number): number {
  let [low, high] = [0, count - 1]
  while (low < high) {
    const pivot = values[(low + high) >>> 1] ?? 0
    let [left, right] = [low, high]
    while (left <= right) {
      while ((values[left] ?? 0) < pivot) left++
      while ((values[right] ?? 0) > pivot) right--
      if (left > right) break
      const swapped = values[left] ?? 0
      values[left++] = values[right] ?? 0
      values[right--] = swapped
    }
    if (place <= right) high = right
    else if (place >= left) low = left
    else break
  }
  return values[place] ?? 0
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
