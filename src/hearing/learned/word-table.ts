/**
 * Words and what each stands for, as rows of numbers over the text that they stand in: a dictionary of a hundred thousand words is a few MB
 * so, and is made in no time; as strings in a map it is ten times as much.
 */

export interface WordTable {
  /** What was added of the word, in that order. */
  get(word: string): readonly number[]
  has(word: string): boolean
}

/** For one table over one text. */
export interface WordRows {
  readonly starts: number[]
  readonly ends: number[]
  readonly values: number[]
}

export const noRows = (): WordRows => ({ starts: [], ends: [], values: [] })

/** The word from `start` to before `end` stands for `value`. */
export function addRow({ starts, ends, values }: WordRows, start: number, end: number, value: number): void {
  starts.push(start)
  ends.push(end)
  values.push(value)
}

/** @param text the rows' words stand in it */
export function createWordTable(text: string, rows: WordRows): WordTable {
  const starts = Uint32Array.from(rows.starts)
  const ends = Uint32Array.from(rows.ends)
  const values = Uint32Array.from(rows.values)
  const places = placesFor(starts.length)
  /** One more than the row, so that 0 is none: the first at each place, and after each row the next one there. */
  const first = new Uint32Array(places)
  const next = new Uint32Array(starts.length)
  for (let row = starts.length - 1; row >= 0; row--) {
    const place = hashOf(text, starts[row] ?? 0, ends[row] ?? 0) & (places - 1)
    next[row] = first[place] ?? 0
    first[place] = row + 1
  }

  function rowFrom(from: number, word: string): number {
    for (let row = from - 1; row >= 0; row = (next[row] ?? 0) - 1) {
      const start = starts[row] ?? 0
      if ((ends[row] ?? 0) - start === word.length && text.startsWith(word, start)) return row
    }
    return -1
  }
  const firstOf = (word: string) => first[hashOf(word, 0, word.length) & (places - 1)] ?? 0

  return {
    has: (word) => rowFrom(firstOf(word), word) >= 0,
    get(word) {
      let row = rowFrom(firstOf(word), word)
      if (row < 0) return none
      const found: number[] = []
      for (; row >= 0; row = rowFrom(next[row] ?? 0, word)) found.push(values[row] ?? 0)
      return found
    },
  }
}

const none: readonly number[] = []

function hashOf(text: string, start: number, end: number): number {
  let hash = end - start
  for (let at = start; at < end; at++) hash = (Math.imul(hash, 31) + text.charCodeAt(at)) | 0
  return hash ^ (hash >>> 15)
}

/** A power of two, of which half at the least are free. */
function placesFor(rows: number): number {
  let places = 16
  while (places < rows * 2) places *= 2
  return places
}
