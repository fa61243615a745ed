/** Logistic regression over a few dozen signs, by Newton's method; the weights are drawn to nothing. */
import type { RestatedLesson } from './restated-lessons.ts'

/** How strongly, on signs that lie between 0 and 1. */
const DRAW = 1
const ROUNDS = 12

/** One weight a sign, and the last for none. */
export function trainRestating(lessons: readonly RestatedLesson[]): readonly number[] {
  const rows = lessons.map(({ signs }) => [...signs, 1])
  const size = rows[0]?.length ?? 0
  let weights = new Array<number>(size).fill(0)
  for (let round = 0; round < ROUNDS; round++) {
    const slope = weights.map((weight, at) => (at === size - 1 ? 0 : -DRAW * weight))
    const bend: number[][] = weights.map((_, at) =>
      weights.map((_, other) => (at === other ? (at === size - 1 ? 1e-6 : DRAW) : 0)),
    )
    rows.forEach((row, index) => {
      const odds = 1 / (1 + Math.exp(-sumOf(row, weights)))
      const error = Number(lessons[index]?.isSame) - odds
      row.forEach((sign, at) => {
        if (sign === 0) return
        slope[at] = (slope[at] ?? 0) + error * sign
        const line = bend[at] ?? []
        row.forEach((other, to) => {
          line[to] = (line[to] ?? 0) + odds * (1 - odds) * sign * other
        })
      })
    })
    const step = solve(bend, slope)
    weights = weights.map((weight, at) => weight + (step[at] ?? 0))
  }
  return weights
}

export const sumOf = (row: readonly number[], weights: readonly number[]): number =>
  row.reduce((sum, sign, at) => sum + sign * (weights[at] ?? 0), 0)

/** Gauss's elimination; the matrix is positive definite. */
function solve(matrix: readonly (readonly number[])[], right: readonly number[]): readonly number[] {
  const rows = matrix.map((row, at) => [...row, right[at] ?? 0])
  const size = rows.length
  for (let at = 0; at < size; at++) {
    const pivot = rows[at] ?? []
    for (let other = 0; other < size; other++) {
      const row = rows[other]
      if (other === at || !row) continue
      const times = (row[at] ?? 0) / (pivot[at] ?? 1)
      if (times !== 0) for (let to = at; to <= size; to++) row[to] = (row[to] ?? 0) - times * (pivot[to] ?? 0)
    }
  }
  return rows.map((row, at) => (row[size] ?? 0) / (row[at] ?? 1))
}
