/** Fits a text into messages: by sentences first, then clauses, words and graphemes, and never through a URL or inline markdown. */
import { eachMatch } from '../../words/phrases/each-match.ts'
import { type Range, sentences, tidySpace, wholeRanges } from './sentences.ts'

export interface Measure {
  /** Graphemes a message should not exceed. */
  readonly budget: number
  /** Most messages. */
  readonly bubbles: number
  /** UTF-16 units a message cannot exceed on its platform. */
  readonly maxLength: number
  /** True for approved and staff text: split if it must be, but nothing is left out and no sentence is cut for the budget. */
  readonly keepsWords: boolean
}

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' })

/** Graphemes in a text: what a reader would count. */
export function lengthOf(text: string): number {
  if (/^[\x20-\x7E]*$/.test(text)) return text.length
  let count = 0
  for (const _ of graphemes.segment(text)) count++
  return count
}

interface Chunk {
  readonly text: string
  readonly size: number
  readonly endsSentence: boolean
}

/** Messages in order, and whether something had to be left out. */
export function fit(text: string, measure: Measure): { pieces: string[]; isCut: boolean } {
  if (text === '') return { pieces: [], isCut: false }
  const size = lengthOf(text)
  if (size <= measure.budget && text.length <= measure.maxLength) return { pieces: [text], isCut: false }
  const { keepsWords, bubbles, maxLength } = measure
  const total = Math.ceil(size / measure.budget)
  const capacity = keepsWords ? Math.max(measure.budget, Math.ceil(size / Math.min(bubbles, total))) : measure.budget
  const chunks = chunk(text, keepsWords ? Number.POSITIVE_INFINITY : capacity, measure)
  const packed = keepsWords ? packKeeping(chunks, capacity, measure) : pack(chunks, capacity, maxLength)
  const kept = keepsWords ? packed : cutAtSentence(packed, bubbles)
  const isCut = kept.length < packed.length || chunks.some((one) => one.text.length > maxLength)
  const even = isCut || keepsWords ? kept : evenly(chunks, packed, measure)
  return { pieces: even.map(textOf).filter((piece) => piece !== ''), isCut }
}

function textOf(chunks: readonly Chunk[]): string {
  return tidySpace(chunks.map((one) => one.text).join(''))
}

/** Greedy: as many chunks as go into one message. */
function pack(chunks: readonly Chunk[], capacity: number, maxLength: number): Chunk[][] {
  const pieces: Chunk[][] = []
  let size = 0
  let units = 0
  for (const one of chunks) {
    if (one.text.length > maxLength) continue
    const piece = pieces.at(-1)
    const trailing = one.text.length - one.text.trimEnd().length
    if (piece && size + one.size - trailing <= capacity && units + one.text.length - trailing <= maxLength) {
      piece.push(one)
      size += one.size
      units += one.text.length
    } else {
      pieces.push([one])
      size = one.size
      units = one.text.length
    }
  }
  return pieces
}

/** The smallest capacity that needs no more messages than allowed makes them about equally long. */
function packKeeping(chunks: readonly Chunk[], capacity: number, measure: Measure): Chunk[][] {
  let room = capacity
  let packed = pack(chunks, room, measure.maxLength)
  const total = chunks.reduce((sum, one) => sum + one.size, 0)
  while (packed.length > measure.bubbles && room < total) {
    room = Math.ceil(room * 1.1) + 1
    packed = pack(chunks, room, measure.maxLength)
  }
  return packed
}

/** As few messages as `packed`, but about equally long: two of 160 rather than 300 and 20. */
function evenly(chunks: readonly Chunk[], packed: Chunk[][], measure: Measure): Chunk[][] {
  let low = 1
  let high = measure.budget
  while (low < high) {
    const middle = Math.floor((low + high) / 2)
    if (pack(chunks, middle, measure.maxLength).length <= packed.length) high = middle
    else low = middle + 1
  }
  return pack(chunks, high, measure.maxLength)
}

function cutAtSentence(pieces: Chunk[][], bubbles: number): Chunk[][] {
  if (pieces.length <= bubbles) return pieces
  const kept = pieces.slice(0, bubbles)
  const flat = kept.flat()
  const end = flat.findLastIndex((one) => one.endsSentence)
  if (end === -1) return kept
  let surplus = flat.length - 1 - end
  while (surplus > 0) {
    const last = kept.at(-1) ?? []
    if (last.length <= surplus) {
      surplus -= last.length
      kept.pop()
    } else {
      last.splice(last.length - surplus, surplus)
      surplus = 0
    }
  }
  return kept
}

/** Sentences, and where one does not go into `capacity` graphemes or `maxLength` units, its clauses, words, graphemes. */
function chunk(text: string, capacity: number, measure: Measure): Chunk[] {
  const chunks: Chunk[] = []
  for (const { start, end } of sentences(text)) {
    const parts = shatter(text.slice(start, end), capacity, measure)
    parts.forEach((part, index) => {
      chunks.push({ text: part, size: lengthOf(part), endsSentence: index === parts.length - 1 })
    })
  }
  return chunks
}

// An end of line, a clause, a word: the places to break, best first.
const breaks = [/\n+/g, /[,;:，、；：—–)）]+\s*/g, /\s+/g]

function shatter(text: string, capacity: number, measure: Measure, level = 0): string[] {
  const bare = text.trimEnd()
  if (bare.length <= measure.maxLength && lengthOf(bare) <= capacity) return [text]
  const whole = wholeRanges(text)
  if (whole.length === 1 && whole[0]?.start === 0 && whole[0].end >= bare.length) {
    // A URL longer than its platform takes cannot be sent; approved words are broken rather than lost.
    if (bare.length <= measure.maxLength || !measure.keepsWords) return [text]
  }
  const pattern = breaks[level]
  if (!pattern) return graphemesOf(text, whole, measure)
  const ends = eachMatch(pattern, text).map((match) => match.index + match[0].length)
  if (level === breaks.length - 1) ends.push(...whole.flatMap(({ start, end }) => [start, end]))
  return parts(text, ends, whole).flatMap((part) => shatter(part, capacity, measure, level + 1))
}

/** Cuts at the positions that lie in no whole range. */
function parts(text: string, positions: readonly number[], whole: readonly Range[]): string[] {
  const cuts = [...new Set(positions)].sort((a, b) => a - b)
  const result: string[] = []
  let from = 0
  let guard = 0
  for (const cut of [...cuts, text.length]) {
    while ((whole[guard]?.end ?? Number.POSITIVE_INFINITY) <= cut) guard++
    const range = whole[guard]
    if (cut <= from || (range && range.start < cut && cut < range.end)) continue
    result.push(text.slice(from, cut))
    from = cut
  }
  return result
}

function graphemesOf(text: string, whole: readonly Range[], measure: Measure): string[] {
  const isOne = whole.some(({ start, end }) => start === 0 && end >= text.trimEnd().length)
  if (isOne && (text.length <= measure.maxLength || !measure.keepsWords)) return [text]
  // A grapheme longer than the platform takes is stacked marks or glued emoji: then code points.
  return [...graphemes.segment(text)].flatMap(({ segment }) =>
    segment.length > measure.maxLength ? [...segment] : [segment],
  )
}
