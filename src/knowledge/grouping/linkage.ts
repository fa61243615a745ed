/**
 * Groups by average linkage: the two groups whose texts are most alike on average become one, again and again, for as long as they are
 * alike enough. Found by chains of nearest neighbours, in time of the square (Murtagh 1983).
 */

/** `like` is used up. Comes back with a group's number for each row. */
export function linkAverages(like: Float32Array[], atLeast: number): Int32Array {
  const count = like.length
  const sizes = new Float64Array(count).fill(1)
  const isOpen = new Uint8Array(count).fill(1)
  const heads = Int32Array.from({ length: count }, (_, row) => row)
  const chain: number[] = []
  let next = 0
  for (;;) {
    if (chain.length === 0) {
      while (next < count && isOpen[next] === 0) next++
      if (next >= count) break
      chain.push(next)
    }
    const [before, last] = [chain.at(-2) ?? -1, chain.at(-1) ?? 0]
    const row = like[last] ?? new Float32Array()
    let best = before
    let most = before < 0 ? Number.NEGATIVE_INFINITY : (row[before] ?? 0)
    for (let other = 0; other < count; other++) {
      if (isOpen[other] === 1 && other !== last && (row[other] ?? 0) > most) {
        most = row[other] ?? 0
        best = other
      }
    }
    if (best < 0 || most < atLeast) {
      // Averages never rise, so this one will find nobody any more.
      isOpen[last] = 0
      chain.pop()
    } else if (best === before) {
      chain.length -= 2
      join(last, best)
    } else chain.push(best)
  }
  return heads.map((_, row) => headOf(row))

  function join(kept: number, gone: number): void {
    const [mine, theirs] = [sizes[kept] ?? 1, sizes[gone] ?? 1]
    const [into, from] = [like[kept], like[gone]]
    if (!into || !from) return
    for (let other = 0; other < count; other++) {
      if (isOpen[other] === 0) continue
      const average = (mine * (into[other] ?? 0) + theirs * (from[other] ?? 0)) / (mine + theirs)
      into[other] = average
      const row = like[other]
      if (row) row[kept] = average
    }
    sizes[kept] = mine + theirs
    isOpen[gone] = 0
    heads[gone] = kept
  }

  function headOf(row: number): number {
    let head = row
    while (heads[head] !== head) head = heads[head] ?? head
    return head
  }
}
