/** Which lines of a text were taken out and put in: enough for a change of some lines in a long file. Pure. */

export interface ChangedLine {
  readonly kind: '-' | '+'
  /** 1-based, in the text it stands in. */
  readonly line: number
  readonly text: string
}

/** By the longest run of common lines between what begins and what ends alike. */
export function lineDiff(before: string, after: string): readonly ChangedLine[] {
  const old = before.split('\n')
  const fresh = after.split('\n')
  let start = 0
  while (start < old.length && start < fresh.length && old[start] === fresh[start]) start++
  let end = 0
  while (end < old.length - start && end < fresh.length - start && old.at(-1 - end) === fresh.at(-1 - end)) end++
  return between(old.slice(start, old.length - end), fresh.slice(start, fresh.length - end), start + 1)
}

/** The few lines in the middle, by dynamic programming; of very many, all. */
function between(old: readonly string[], fresh: readonly string[], first: number): ChangedLine[] {
  const out = (lines: readonly string[], kind: '-' | '+') =>
    lines.map((text, at): ChangedLine => ({ kind, line: first + at, text }))
  if (old.length * fresh.length > 250_000) return [...out(old, '-'), ...out(fresh, '+')]
  const width = fresh.length + 1
  const common = new Uint16Array((old.length + 1) * width)
  const at = (row: number, column: number) => common[row * width + column] ?? 0
  for (let row = old.length - 1; row >= 0; row--)
    for (let column = fresh.length - 1; column >= 0; column--)
      common[row * width + column] =
        old[row] === fresh[column] ? at(row + 1, column + 1) + 1 : Math.max(at(row + 1, column), at(row, column + 1))
  const found: ChangedLine[] = []
  let row = 0
  let column = 0
  while (row < old.length || column < fresh.length) {
    if (row < old.length && column < fresh.length && old[row] === fresh[column]) {
      row++
      column++
    } else if (row < old.length && (column === fresh.length || at(row + 1, column) >= at(row, column + 1))) {
      found.push({ kind: '-', line: first + row, text: old[row] ?? '' })
      row++
    } else {
      found.push({ kind: '+', line: first + column, text: fresh[column] ?? '' })
      column++
    }
  }
  return found
}
