/** Rows of the inbox put in their order, whenever they come. Pure. */
import type { CaseRow } from '../../wire.ts'

/**
 * `fresh` rows take the place of what was known of them; of `gone` nothing stays but what is fresh. What lies behind the last
 * row is left to be read with what follows it, unless `isAllHere`.
 */
export function merged(
  rows: readonly CaseRow[],
  fresh: readonly CaseRow[],
  gone: readonly string[],
  isAllHere = true,
): CaseRow[] {
  const known = new Set([...gone, ...fresh.map(({ id }) => id)])
  const last = rows.at(-1)
  const kept = rows.filter(({ id }) => !known.has(id))
  const fitting = isAllHere || last === undefined ? fresh : fresh.filter((row) => inOrder(row, last) <= 0)
  const result: CaseRow[] = []
  let at = 0
  for (const row of [...fitting].sort(inOrder)) {
    for (let next = kept[at]; next && inOrder(next, row) < 0; next = kept[++at]) result.push(next)
    result.push(row)
  }
  return [...result, ...kept.slice(at)]
}

/** As the server sorts them; of rows that stand alike in all numbers, by id. */
function inOrder(a: CaseRow, b: CaseRow): number {
  for (const [nth, number] of a.order.entries()) {
    const other = b.order[nth] ?? number
    if (number !== other) return number - other
  }
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0
}
